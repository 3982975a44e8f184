"""Tracks that a day lists by themselves: what is at one time in as many sessions is in them in that order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.objects.item_texts import cell_text
from site_gen.ingest.reading.objects.placed_items import Item

_LISTS = {"tracks": "track", "rooms": "room", "stages": "room", "halls": "room"}

_FEWEST = 2


def with_parallel_tracks(item: Item) -> Item:
    """An object, and those in it, whose sessions side by side are each in a track of the list beside them."""
    members: dict[str, Any] = {**item.members}
    inner = {key: tuple(map(with_parallel_tracks, kids)) for key, kids in item.inner.items()}
    for key in item.inner.keys() & item.members.keys():
        kind = _LISTS.get(column_name(key), "")
        names = [cell_text({**each.members}) for each in item.inner[key]]
        if not kind or len(names) < _FEWEST or not all(names):
            continue
        kind = "room" if all(map(names_room, names)) else kind
        for other, kids in inner.items():
            inner[other] = kids if other == key else tuple(_in_tracks(each, kind, names) for each in kids)
    changed = any(
        kid is not old for key in inner for kid, old in zip(inner[key], item.inner[key], strict=True)
    )
    for key, kids in inner.items() if changed else ():
        if key in members:
            listed = [kid.members for kid in kids]
            members[key] = listed if isinstance(members[key], list) else listed[0]
    return Item(item.place, members, item.places, inner, item.name) if changed else item


def _in_tracks(slot: Item, kind: str, names: Sequence[str]) -> Item:
    """What is at one time, each in its track where there is one for each."""
    for key, kids in slot.inner.items():
        if isinstance(slot.members.get(key), list) and len(kids) == len(names):
            placed = tuple(
                Item(kid.place, {kind: name, **kid.members}, kid.places, kid.inner, kid.name)
                for kid, name in zip(kids, names, strict=True)
                if kid.members
            )
            members: dict[str, Any] = {**slot.members, key: [{**kid.members} for kid in placed]}
            return Item(slot.place, members, slot.places, {**slot.inner, key: placed}, slot.name)
    return slot
