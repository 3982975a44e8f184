"""How JSON documents are written: UTF-8, each member of a long list on a line of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

_MARKS = re.compile("[\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


def json_object(
    members: Mapping[str, Json], lists: Mapping[str, Iterable[str]], later: Mapping[str, Json] | None = None
) -> bytes:
    """An object with its short members, then its long lists of written items, then `later` members, as
    ordered there."""
    short = [f"{written(name)}:{written(value)}" for name, value in members.items()]
    long = [f"{written(name)}:{_listed(items)}" for name, items in lists.items()]
    last = [f"{written(name)}:{written(value)}" for name, value in (later or {}).items()]
    return ("{" + ",\n".join([*short, *long, *last]) + "}\n").encode()


def json_text(value: Json) -> bytes:
    """A document for people to read too, indented."""
    return (_without_marks(json.dumps(value, ensure_ascii=False, indent=1)) + "\n").encode()


def json_list(items: Iterable[str]) -> bytes:
    """A list of written items, a line for each."""
    return f"{_listed(items)}\n".encode()


def _listed(items: Iterable[str]) -> str:
    lines = ",\n".join(items)
    return f"[\n{lines}\n]" if lines else "[]"


def written(value: Json) -> str:
    """A value on one line, as it stands in documents."""
    return _without_marks(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _without_marks(text: str) -> str:
    """The same with escapes for what would turn the writing around, or what nobody sees."""
    return text if text.isascii() else _MARKS.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)
