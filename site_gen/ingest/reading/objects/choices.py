"""Values of our own JSON that are one of a few words, or several of them; other words say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from site_gen.ingest.reading.objects.placed_json import JsonObject
from site_gen.ingest.records import Fact

T = TypeVar("T", bound=str)


def choice(item: JsonObject, key: str, known: Sequence[T]) -> Fact[T] | None:
    """The one of the known words that stands at a key."""
    stated = item.text_of(key)
    return next((Fact(each, item.place_of(key)) for each in known if each == stated), None)


def choices(item: JsonObject, key: str, known: Sequence[T]) -> Fact[tuple[T, ...]] | None:
    """Those of the known words that stand in the list at a key."""
    stated = item.members.get(key)
    found = tuple(each for each in known if isinstance(stated, list) and each in stated)
    return Fact(found, item.place_of(key)) if found else None
