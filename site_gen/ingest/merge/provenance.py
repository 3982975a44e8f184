"""What ingest remembers: for each field of each entity where its value came from, and its digest.

One small file an entity, in content/<edition>/provenance/; machine-owned. From it ingest knows a
field that was edited by hand (its digest differs) or deleted by hand (it is gone).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_gen.content import Content, Plain, write_mapping
from site_gen.content.paths import provenance
from site_gen.problems import Place, ProblemLog

EntityKey = tuple[str, str]
"""The kind of an entity ("papers", "sessions", "awards", "conference", "authors") and its id."""

_HEAD = "Written by ingest; it remembers where each value came from. Edit the content file instead."


@dataclass(frozen=True, slots=True)
class Remembered:
    """A field as ingest last took it from the sources: the digest of its value and its places."""

    digest: str
    places: tuple[str, ...]

    @property
    def files(self) -> frozenset[str]:
        """The source documents that say it."""
        return frozenset(place.split(":")[0] for place in self.places)


Fields = Mapping[str, Remembered]


def load_provenance(content: Content, edition: str, problems: ProblemLog) -> dict[EntityKey, Fields]:
    """All that is remembered of an edition; empty before its first ingest."""
    remembered: dict[EntityKey, Fields] = {}
    for kind, entity in _entities(content.project, edition):
        mapping = content.mapping(provenance(edition, kind, entity), problems) or {}
        remembered[kind, entity] = {field: _read(value) for field, value in mapping.items()}
    return remembered


def provenance_text(fields: Fields) -> str:
    """The text of an entity's provenance file."""
    return write_mapping({field: _written(value) for field, value in fields.items()}, _HEAD)


def place_texts(places: tuple[Place, ...]) -> tuple[str, ...]:
    """Places as they are remembered."""
    return tuple(dict.fromkeys(str(place) for place in places))


def _read(value: Plain) -> Remembered:
    if not isinstance(value, dict):
        return Remembered("", ())
    places = value.get("from")
    texts = tuple(str(place) for place in places) if isinstance(places, list) else ()
    return Remembered(str(value.get("digest", "")), texts)


def _written(value: Remembered) -> dict[str, Plain]:
    return {"digest": value.digest, "from": list(value.places)}


def _entities(project: Path, edition: str) -> Iterator[EntityKey]:
    for path in sorted(project.glob(provenance(edition, "*", "*"))):
        yield path.parent.name, path.stem
