"""What merging gives: the files that change, and what an organiser learns of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from site_gen.content import paths
from site_gen.ingest.merge.changes import Change, ChangeKind, EntityName
from site_gen.ingest.merge.fields import HandEdit
from site_gen.ingest.merge.provenance import EntityKey, Fields, provenance_text
from site_gen.problems import Place

EntityKind = Literal["papers", "sessions", "awards", "conference", "authors"]
ONE: Mapping[EntityKind, EntityName] = {
    "papers": "paper",
    "sessions": "session",
    "awards": "award",
    "conference": "conference",
    "authors": "author",
}


@dataclass(slots=True)
class Merged:
    """What an ingest makes of content; nothing is written yet.

    `files` are texts by path, None for a file that goes; `provenance` are the provenance files. `gone`
    are entities that an organiser deleted and that the sources still have; `refused` are papers that
    left content, with the place where a source does not accept them any more.
    """

    files: dict[str, str | None] = field(default_factory=dict)
    provenance: dict[str, str | None] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    hand_edits: list[tuple[EntityKey, HandEdit, Place]] = field(default_factory=list)
    gone: list[tuple[tuple[EntityKind, str], tuple[str, ...]]] = field(default_factory=list)
    refused: dict[str, Place] = field(default_factory=dict)

    def record_change(
        self, what: ChangeKind, kind: EntityKind, entity: str, detail: str, place: Place
    ) -> None:
        """Note a change of an entity."""
        self.changes.append(Change(what, ONE[kind], entity, detail, place))

    def record_provenance(self, edition: str, kind: EntityKind, entity: str, fields: Fields) -> None:
        """Note what the sources said of an entity; nothing forgets it."""
        file = paths.provenance(edition, kind, entity)
        self.provenance[file] = provenance_text(fields) if fields else None
