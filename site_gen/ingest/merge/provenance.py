"""The provenance of what content holds, as merging uses it; its files are read and written by `content`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from site_gen.content.paths import document_file
from site_gen.content.provenance import (
    EntityKey,
    FieldProvenance,
    Fields,
    Slot,
    SlotDigests,
    is_source_id,
    load_provenance,
    provenance_text,
    remembered,
    slot_digests,
    slots_of,
)
from site_gen.problems import Place

__all__ = [
    "EntityKey",
    "FieldProvenance",
    "Fields",
    "Slot",
    "SlotDigests",
    "documents_of",
    "is_source_id",
    "load_provenance",
    "place_of",
    "place_texts",
    "provenance_text",
    "remembered",
    "slot_digests",
    "slots_of",
]


def documents_of(remembered: Mapping[EntityKey, Fields]) -> frozenset[str]:
    """The files of the documents that say anything of these entities still."""
    return frozenset(
        document_file(file)
        for fields in remembered.values()
        for each in fields.values()
        if not each.is_past
        for file in each.files
    )


def place_texts(places: tuple[Place, ...]) -> tuple[str, ...]:
    """Places as they are remembered."""
    return tuple(dict.fromkeys(str(place) for place in places))


def place_of(text: str) -> Place:
    """A remembered place."""
    file, line, column = re.fullmatch(r"(.*?)(?::(\d+))?(?::(\d+))?", text, re.DOTALL).groups()  # type: ignore[union-attr]  # all is optional
    return Place(file, int(line or 0), int(column or 0))
