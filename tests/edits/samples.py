"""Values for content, made from the types of the model: a new field or scalar needs nothing here."""

from __future__ import annotations

import dataclasses
import random
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from site_gen.conference.scalars import Written, read_id, read_static_file
from site_gen.content import Plain
from site_gen.content.schema import ELSEWHERE

TEXTS = (
    "First",
    "A title with *stress*, `code` and $x^2$",
    "<b>Tags</b> & signs: “quotes”, 100 %",
    "Ada Byron",
    "Bo Li",
    "Łukasz Ærø",
    "王伟",
    "Hall",
    "Room 2",
    "Gold",
    "pdf",
    "One paragraph about learned news.\n\nAnd *another* one, cut …",
    "See [the call](call) and https://x.example/.\n\n- one\n- two\n\n## A heading\n\n![A mark](own.svg)",
    "https://www.example.org/x?a=1&b=2",
    "https://s.example/",
    "https://s.example/deep/",
    "https://github.com/s/site",
    "maps.example.org",
    "*.video.example.org",
    "mailto:chair@s.example",
    "2026/papers/first/",
    "2026/papers/gone/",
    "call/",
    "10.1145/3292500.3330701",
    "https://doi.org/10.1145/3292500.3330702",
    "0000-0002-1825-0097",
    "0000-0001-5109-3700",
    "978-3-16-148410-0",
    "978-0-306-40615-7",
    "2640-3498",
    "0378-5955",
    "1–12",
    "31",
    "2026-05-18",
    "2026-05-19",
    "2026-05-20",
    "2026-05-18T10:00",
    "09:00",
    "9:30",
    "10:45",
    "12:00",
    "Europe/Berlin",
    "America/Los_Angeles",
    "AoE",
    "en",
    "de",
    "zh-Hans",
    "yes",
    "no",
    "1",
    "12",
    "2026",
    "1999",
    "CC-BY-4.0",
    "MIT",
    "#0a5c4a",
    "#fff",
    "400",
    "100 900",
    "Inter, Arial, sans-serif",
)
"""Texts of every sort. A scalar is given those that its `read` accepts."""

NEW_IDS = ("alpha", "beta", "best", "one-more")


@dataclass(frozen=True)
class Names:
    """What content may point at: ids by the kind of their entity, and files in static/."""

    ids: Mapping[str, Sequence[str]]
    static: Sequence[str]

    def of(self, field: str) -> Sequence[str]:
        """The ids that a field of this name may hold: `paper` and `papers` those of papers."""
        listed = self.ids.get(_RENAMED.get(field, field)) or self.ids.get(f"{field}s")
        return listed or NEW_IDS


_RENAMED = {"part_of": "sessions", "not_same_as": "authors"}


@dataclass(frozen=True)
class Samples:
    """Draws values of the model's types, as they stand in a content file; a share of them is strange."""

    chance: random.Random
    names: Names
    strange: float = 0.02

    def value(self, hint: Any, field: str) -> Plain:
        """A new value of a type, for a field of this name."""
        hint = without_none(hint)
        if is_entity(hint):
            return self.entity(hint)
        if item := item_of(hint):
            return [self.value(item, field) for _ in range(self.chance.randint(1, 2))]
        if get_origin(hint) is Literal:
            return str(self.chance.choice(get_args(hint)))
        if get_origin(hint) is dict:
            return {self.chance.choice(NEW_IDS): self.chance.choice(TEXTS)}
        return self._scalar(hint, field)

    def entity(self, kind: Any, share: float = 0.3) -> dict[str, Plain]:
        """A new entity: what it must have, and this share of what it may have."""
        return {
            field.name: self.value(hint, field.name)
            for field, hint in written_fields(kind)
            if is_required(field) or self.chance.random() < share
        }

    def _scalar(self, hint: Any, field: str) -> str:
        read = reader(hint)
        if read is read_id:
            new = field == "id" or self.chance.random() < 0.1
            return self.chance.choice(NEW_IDS if new else self.names.of(field))
        if read is read_static_file:
            return self.chance.choice(self.names.static or ["missing.svg"])
        return self.chance.choice(TEXTS if self.chance.random() < self.strange else accepted(read))


@cache
def accepted(read: Any) -> Sequence[str]:
    """The texts that a scalar accepts; there must be two, so that one can become another."""
    found = [text for text in TEXTS if read is None or _accepts(read, text)]
    assert len(found) > 1, f"add texts that {read} accepts"
    return found


def _accepts(read: Any, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def reader(hint: Any) -> Any:
    """What reads a scalar of a content file; None where any text will do."""
    if hasattr(hint, "read"):  # an identifier
        return hint.read
    assert get_origin(hint) is Annotated or hint is str, f"how is {hint} written?"
    return next((each.read for each in get_args(hint)[1:] if isinstance(each, Written)), None)


def written_fields(kind: Any) -> list[tuple[dataclasses.Field[Any], Any]]:
    """The fields of an entity that stand in its file, with their types; the id is one of them."""
    hints = get_type_hints(kind, include_extras=True)
    elsewhere = ELSEWHERE.get(kind, frozenset())
    return [(field, hints[field.name]) for field in dataclasses.fields(kind) if field.name not in elsewhere]


def is_required(field: dataclasses.Field[Any]) -> bool:
    """Whether an entity cannot be without this field."""
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def is_entity(hint: Any) -> bool:
    """Whether a type has keys in a content file, and is not read from a text as an identifier is."""
    return dataclasses.is_dataclass(hint) and not hasattr(hint, "read")


def item_of(hint: Any) -> Any:
    """The type of what a tuple of any length holds; None for another type."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def without_none(hint: Any) -> Any:
    """The type of a value that is there."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint
    return next(part for part in get_args(hint) if part is not type(None))
