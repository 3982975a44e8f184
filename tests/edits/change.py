"""A random change somewhere inside a value of content."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import dataclass
from typing import Any

from site_gen.content import Plain
from tests.edits.samples import Samples, is_entity, is_required, item_of, without_none, written_fields


@dataclass
class Change:
    """A change somewhere inside a value; `steps` tell where, and what."""

    chance: random.Random
    samples: Samples
    steps: list[str] = dataclasses.field(default_factory=list)

    def of(self, value: Plain, hint: Any, field: str) -> Plain:
        """The value of a field of this name and type, changed in one place."""
        hint = without_none(hint)
        if is_entity(hint):
            return self.keys({"name": value} if isinstance(value, str) else value, hint, field)
        if item := item_of(hint):
            return self.items(value, item, field)
        new = self.samples.value(hint, field)
        self.steps.append(repr(new))
        return new

    def keys(self, value: Plain, kind: Any, name: str) -> dict[str, Plain]:
        """An entity with a key that is new, changed or gone."""
        if not isinstance(value, dict):
            return self.samples.entity(kind)
        # The id of what has a file of its own is the name of that file.
        fields = [each for each in written_fields(kind) if each[0].name != "id" or "id" in value]
        there = [each for each in fields if each[0].name in value]
        field, hint = self.chance.choice(there if there and self.chance.random() < 0.4 else fields)
        self.steps.append(f"{name}.{field.name}")
        if field.name not in value:
            new = self.samples.value(hint, field.name)
            self.steps.append(f"new: {new!r}")
            return {**value, field.name: new}
        if self.chance.random() < (0.02 if is_required(field) else 0.3):
            self.steps.append("gone")
            return {key: each for key, each in value.items() if key != field.name}
        return {**value, field.name: self.of(value[field.name], hint, field.name)}

    def items(self, value: Plain, item: Any, field: str) -> list[Plain]:
        """A list with an item that is new, changed, gone, moved or there twice."""
        listed = list(value) if isinstance(value, list) else []
        way = self.chance.choice(["new", "changed", "changed", "changed", "gone", "moved", "twice"])
        if way == "new" or not listed:
            new = self.samples.value(item, field)
            self.steps.append(f"one more: {new!r}")
            return [*listed, new]
        at = self.chance.randrange(len(listed))
        self.steps.append(f"{at} {way}")
        if way == "changed":
            listed[at] = self.of(listed[at], item, field)
            return listed
        taken = listed.pop(at)
        if way == "gone":
            return listed
        listed.insert(self.chance.randrange(len(listed) + 1), taken)
        return [*listed, taken] if way == "twice" else listed
