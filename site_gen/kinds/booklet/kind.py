"""The booklet of an edition: every abstract on one page."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import BookletOf, PapersOf

_MOST_PAPERS = 1_000
"""An edition with more has none: nobody prints a thousand pages, and no phone shows them."""


def _subjects(contents: Catalogue) -> Iterator[tuple[BookletOf, Place]]:
    for edition_id, edition in contents.editions.items():
        if 0 < len(edition.papers) <= _MOST_PAPERS:
            yield BookletOf(edition_id), contents.locate("conference", edition_id)


BOOKLET = Kind(
    name="booklet",
    subject=BookletOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/booklet/",
    template="booklet.html",
    section=lambda _, subject: PapersOf(subject.edition),
    pack="",
    is_in_sitemap=False,
    edition_names=("booklet",),
)
