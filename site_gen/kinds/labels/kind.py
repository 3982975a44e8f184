"""The labels of an edition's poster boards."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Session
from site_gen.site import Edition, Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import LabelsOf


def with_boards(edition: Edition) -> Iterator[Session]:
    """The sessions with posters that have a board."""
    for session in edition.sessions.values():
        if any(slot.board and not slot.is_empty for slot in session.slots):
            yield session


LABELS = Kind(
    name="labels",
    subject=LabelsOf,
    package=__package__,
    subjects=one_of_editions(LabelsOf, lambda _, edition: any(with_boards(edition))),
    made_of="sessions",
    route=lambda subject: f"{subject.edition}/labels/",
    template="labels.html",
    pack="",
    is_in_sitemap=False,
    edition_names=("labels",),
)
