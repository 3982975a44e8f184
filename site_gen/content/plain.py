"""Model values ↔ plain values: text, lists and mappings, as they stand in a content file."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date, time
from typing import Any, TypeAlias

from site_gen.conference.identifiers import Identifier

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Step: TypeAlias = "str | int"
"""A key, a position in a list, or the `id` of an item of a list."""

_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_DEFAULTS: dict[type[Any], tuple[tuple[str, object], ...]] = {}  # asked for each of many thousand values
# Lists of people, in which a name may stand without its key.
SHORT_NAMES = ("authors", "people", "members", "editors")


def to_plain(value: Any) -> Plain:
    """A model value as it is written; what is absent or as it is by default is left out."""
    if type(value) is str:  # nearly all are
        return value
    if type(value) in _DEFAULTS:
        return _shortest(_fields(value))
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, Identifier):
        return value.text
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _shortest(_fields(value))
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, time):
        offset = value.isoformat()[8:] if value.tzinfo else ""
        return f"{value:%H:%M}{offset}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def fields_to_plain(value: Any) -> dict[str, Plain]:
    """The fields of a model value that are written, in the model's order."""
    return {name: plain for name, plain in _fields(value).items() if name != "id"}


def digest(value: Any) -> str:
    """A short digest of a value as it is written: equal for a model value and its plain form."""
    return hashlib.sha256(_canonical(to_plain(value)).encode()).hexdigest()[:16]


def _fields(value: Any) -> dict[str, Plain]:
    written = {}
    for name, default in _defaults(type(value)):
        own = getattr(value, name)
        if own is not None and own is not default and own != default and own != () and own != {}:
            written[name] = to_plain(own)
    return written


def _defaults(kind: type[Any]) -> tuple[tuple[str, object], ...]:
    """The fields of a kind of values, with what each is by default."""
    if kind not in _DEFAULTS:
        _DEFAULTS[kind] = tuple((field.name, field.default) for field in dataclasses.fields(kind))
    return _DEFAULTS[kind]


def _shortest(fields: dict[str, Plain]) -> Plain:
    """A name that comes alone is written without its key."""
    return fields["name"] if len(fields) == 1 and "name" in fields else fields


def expand_keys(mapping: dict[str, Plain]) -> dict[str, Plain]:
    """The full form of what an editor may write short; keys with an empty value are left out.

    Names of people may stand without their key, several rooms as a list, and who presents a paper by a key.
    """
    full = {key: _expanded(item) for key, item in mapping.items() if not is_blank(item)}
    people = full.get("people", [])
    if "presenter" in full and isinstance(people, list):
        names = full.pop("presenter")
        presenters = names if isinstance(names, list) else [names]
        full["people"] = [*people, *({"name": name, "role": "presenter"} for name in presenters)]
    for key in SHORT_NAMES:
        people = full.get(key)
        if isinstance(people, list):
            full[key] = [{"name": person} if isinstance(person, str) else person for person in people]
    rooms = full.get("room")
    if isinstance(rooms, list) and rooms and "other_rooms" not in full:
        full["room"], full["other_rooms"] = rooms[0], rooms[1:]
    return full


def is_blank(value: Plain) -> bool:
    """Whether a value is absent or a text of nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def _expanded(value: Plain) -> Plain:
    if isinstance(value, list):
        return [_expanded(item) for item in value]
    return expand_keys(value) if isinstance(value, dict) else value
