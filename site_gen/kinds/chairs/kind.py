"""The cards of those who chair sessions, to print, until the edition is over."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Session
from site_gen.site import Catalogue, Edition, Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import ChairsOf


def _is_coming(_contents: Catalogue, edition: Edition) -> bool:
    return edition.conference.phase in ("programme", "live") and any(chaired(edition))


def chaired(edition: Edition) -> Iterator[Session]:
    """The sessions that somebody chairs, in the order of the programme."""
    for session in edition.sessions.values():
        if any(person.role == "chair" for person in session.people):
            yield session


CHAIRS = Kind(
    name="chairs",
    subject=ChairsOf,
    package=__package__,
    subjects=one_of_editions(ChairsOf, _is_coming),
    made_of="sessions",
    route=lambda subject: f"{subject.edition}/chair-cards/",
    template="chairs.html",
    pack="",
    is_in_sitemap=False,
    edition_names=("chair-cards",),
)
