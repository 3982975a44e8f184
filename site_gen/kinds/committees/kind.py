"""The committees of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import CommitteesOf


def _subjects(contents: Catalogue) -> Iterator[tuple[CommitteesOf, Place]]:
    for edition_id, edition in contents.editions.items():
        if edition.conference.committees:
            yield CommitteesOf(edition_id), contents.locate("conference", edition_id)


COMMITTEES = Kind(
    name="committees",
    subject=CommitteesOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/committees/",
    template="committees.html",
    markdown="committees.md",
    menu=lambda site, _: site.locale.words.committees,
    edition_names=("committees",),
)
