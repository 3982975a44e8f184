"""How JSON documents are written: UTF-8, each member of a long list on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def json_object(members: Mapping[str, Json], lists: Mapping[str, Iterable[Json]]) -> bytes:
    """An object with its short members first, then its long lists, in the order given."""
    short = [f"{_written(name)}:{_written(value)}" for name, value in members.items()]
    long = [f"{_written(name)}:{_listed(items)}" for name, items in lists.items()]
    return ("{" + ",\n".join([*short, *long]) + "}\n").encode()


def json_list(items: Iterable[Json]) -> bytes:
    """A list, a line for each item."""
    return f"{_listed(items)}\n".encode()


def _listed(items: Iterable[Json]) -> str:
    lines = ",\n".join(_written(item) for item in items)
    return f"[\n{lines}\n]" if lines else "[]"


def _written(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
