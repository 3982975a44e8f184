"""Objects that say where and when they are in slots of their own, as pretalx gives them."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.objects.placed_items import Item


def by_slots(item: Item) -> list[Item]:
    """An object for each of its slots that only say where and when it is; itself where it has none."""
    for key, slots in item.inner.items():
        if column_name(key) == "slots" and isinstance(item.members.get(key), list) and _only_when(slots):
            members = {name: each for name, each in item.members.items() if name != key}
            kids = {name: each for name, each in item.inner.items() if name != key}
            return [_in_slot(Item(item.place, members, item.places, kids, item.name), slot) for slot in slots]
    return [item]


def _in_slot(item: Item, slot: Item) -> Item:
    """An object with what one of its slots says."""
    stated = {name: value for name, value in slot.members.items() if value is not None}
    places = {name: place for name, place in slot.places.items() if name in stated}
    return Item(
        item.place,
        {**item.members, **stated},
        {**item.places, **places},
        {**item.inner, **slot.inner},
        item.name,
    )


def _only_when(slots: Sequence[Item]) -> bool:
    """Whether objects have a time, no titles of their own, and hold none that have some."""
    names = {column_name(key) for slot in slots for key in slot.members}
    if any(isinstance(slot.members[key], list) for slot in slots for key in slot.inner):
        return False  # the slots of a day, with what takes place then
    return bool(names & {"start", "start time"}) and not names & {"title", "name", "paper", "session", "talk"}
