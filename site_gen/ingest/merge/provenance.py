"""The memory of an ingest, as merging uses it; its files are read and written by `content`."""

from __future__ import annotations

from site_gen.content.provenance import EntityKey, Fields, Remembered, load_provenance, provenance_text
from site_gen.problems import Place

__all__ = ["EntityKey", "Fields", "Remembered", "load_provenance", "place_texts", "provenance_text"]


def place_texts(places: tuple[Place, ...]) -> tuple[str, ...]:
    """Places as they are remembered."""
    return tuple(dict.fromkeys(str(place) for place in places))
