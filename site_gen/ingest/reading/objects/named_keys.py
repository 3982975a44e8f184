"""Keys of objects that sources.yaml calls by the fields they hold: "columns: {room: where}"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from site_gen.ingest.reading.objects.placed_items import Item
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog


def with_named_keys(root: Item, document: Document, fields: Collection[str], problems: ProblemLog) -> Item:
    """The objects with their keys called as sources.yaml does; names that are in vain are reported."""
    if not document.columns:
        return root
    keys = set(_keys(root))
    for field, key in document.columns.items():
        if field not in fields:
            what, hint = f"sources.yaml maps '{field}', which is no field", f"fields: {', '.join(fields)}"
            problems.error("unknown-column", what, document.place(1), hint)
        elif key.strip().casefold() not in keys:
            what = f"there is no key '{key}', which sources.yaml names"
            problems.error("unknown-column", what, document.place(1), "keys stand before a colon")
    return _renamed(root, {key.strip().casefold(): field for field, key in document.columns.items()})


def _keys(item: Item) -> Iterator[str]:
    yield from (key.casefold() for key in item.members)
    for inside in item.inner.values():
        for each in inside:
            yield from _keys(each)


def _renamed(item: Item, fields: Mapping[str, str]) -> Item:
    def name(key: str) -> str:
        return fields.get(key.casefold(), key)

    return replace(
        item,
        members={name(key): value for key, value in item.members.items()},
        places={name(key): place for key, place in item.places.items()},
        inner={name(key): tuple(_renamed(each, fields) for each in kids) for key, kids in item.inner.items()},
    )
