"""What changed in the programme of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import ChangesOf


def _subjects(contents: Catalogue) -> Iterator[tuple[ChangesOf, Place]]:
    for edition_id, edition in contents.editions.items():
        if edition.changes:
            yield ChangesOf(edition_id), contents.locate("changes", edition_id)


CHANGES = Kind(
    name="changes",
    subject=ChangesOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/changes/",
    template="changes.html",
    markdown="changes.md",
    menu=lambda site, _: site.locale.words.changes,
    edition_names=("changes",),
)
