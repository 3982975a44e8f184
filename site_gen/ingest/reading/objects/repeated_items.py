"""Objects that a document gives twice: once in a list, and again in what holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.objects.placed_items import Item

Lists = Sequence[tuple[str, tuple[Item, ...]]]
_IDS = ("id", "uid", "guid", "uuid")


def once(lists: Lists) -> Lists:
    """The lists of a document without what an earlier one holds, nor what held nothing else."""
    if len(lists) < 2:
        return lists
    seen: set[str] = set()
    left = [(key, _without_seen(items, seen)) for key, items in lists]
    return [(key, items) for key, items in left if items]


def _without_seen(items: Sequence[Item], seen: set[str]) -> tuple[Item, ...]:
    return tuple(left for item in items if (left := _left(item, seen)))


def _left(item: Item, seen: set[str]) -> Item | None:
    """An object without the seen ones in it; None where it is one, or held nothing else."""
    has_id = any(column_name(key) in _IDS for key in item.members)
    content = repr(item.members) if has_id else ""
    if content in seen:
        return None
    if content:
        seen.add(content)
    inner = {key: _without_seen(items, seen) for key, items in item.inner.items()}
    if all(len(inner[key]) == len(items) for key, items in item.inner.items()):
        return item
    if not any(inner.values()):
        return None
    remaining = {key: items for key, items in inner.items() if items}
    members = {key: value for key, value in item.members.items() if key not in item.inner or key in remaining}
    return replace(item, members=members, inner=remaining)
