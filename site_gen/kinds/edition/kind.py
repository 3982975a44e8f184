"""The home of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.site import Catalogue, Edition, Kind
from site_gen.site.events import Event, SessionEvents
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import EditionOf


def _events(
    _contents: Catalogue, edition: Edition, session: SessionEvents
) -> Iterator[tuple[EditionOf, Event]]:
    yield from ((EditionOf(edition.conference.id), event) for event in session.in_calendars)


EDITION = Kind(
    name="edition",
    subject=EditionOf,
    package=__package__,
    subjects=one_of_editions(EditionOf),
    route=lambda subject: f"{subject.edition}/",
    events=_events,
    template="edition.html",
    markdown="edition.md",
    has_share_card=True,
    menu=lambda site, _: site.locale.words.this_edition,
    ids=lambda _, subject: (paths.conference(subject.edition),),
    titles=lambda contents, subject: (contents.editions[subject.edition].conference.title,),
    has_origins=True,
    written=lambda subject: ("conference", subject.edition, "", "title"),
)
