"""Where the entities of a content file and their keys stand, so that the rest can be left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

Mark = tuple[int, int]
"""A line and a column, both from 0."""


@dataclass(slots=True)
class Key:
    """A key of an entity with its value, from `start` to `end`; `scalars` are the texts inside."""

    name: str
    start: Mark
    end: Mark = (0, 0)
    scalars: list[tuple[Mark, Mark]] = field(default_factory=list)

    @property
    def lines(self) -> range:
        """The numbers of the lines on which it stands."""
        return range(self.start[0], self.end[0] + 1)


@dataclass(slots=True)
class Entity:
    """An entity with its keys in their order; `id` is empty where it has none.

    An entity in flow style, as {a: b}, has one line for many keys.
    """

    id: str
    in_flow_style: bool
    keys: list[Key] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The entities of a file: its one mapping, or the mappings of its list.

    `empty_list` is where a list without items, [], stands.
    """

    lines: list[str]
    entities: list[Entity] = field(default_factory=list)
    empty_list: Mark | None = None


def outline(text: str) -> Outline:
    """The outline of a text that is right YAML."""
    found = Outline(text.splitlines(keepends=True))
    walk = _Walk(found)
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        walk.take(event)
    return found


def comments(lines: Sequence[str], key: Key) -> Iterator[str]:
    """The comments inside a key's lines and behind its value, each without what stands before it."""
    for number in key.lines:
        line = lines[number].rstrip()
        for start, end in key.scalars:
            line = _without(line, number, start, end)
        before, sign, comment = line.partition("#")
        if sign and (not before or before[-1] in " \t"):
            yield sign + comment


def _without(line: str, number: int, start: Mark, end: Mark) -> str:
    """A line with another sign in the place of a scalar: a "#" in it begins no comment."""
    if not start[0] <= number <= end[0]:
        return line
    left = start[1] if number == start[0] else 0
    right = end[1] if number == end[0] else len(line)
    return line[:left] + "." * (right - left) + line[right:]


class _Walk:
    """Goes through the events of a file and notes its entities and where their keys begin and end."""

    def __init__(self, found: Outline) -> None:
        self._found = found
        self._depth = 0
        self._entity_depth = 1
        self._expects_key = False

    def take(self, event: Any) -> None:
        """Go on by one event."""
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._open(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._close(event)
        elif isinstance(event, yaml.ScalarEvent) and self._depth >= self._entity_depth:
            self._scalar(event)

    def _open(self, event: Any) -> None:
        if self._depth == 0 and isinstance(event, yaml.SequenceStartEvent):
            self._entity_depth = 2
            self._found.empty_list = _mark(event.start_mark) if event.flow_style else None
        self._depth += 1
        if self._depth == self._entity_depth:
            self._found.entities.append(Entity("", bool(event.flow_style)))
            self._found.empty_list = None
            self._expects_key = True

    def _close(self, event: Any) -> None:
        self._depth -= 1
        if self._depth == self._entity_depth:
            self._expects_key = True
        is_flow = event.start_mark.index != event.end_mark.index
        if self._depth >= self._entity_depth and is_flow:  # a block ends where the next thing begins
            self._extend(_mark(event.end_mark))

    def _scalar(self, event: Any) -> None:
        entity = self._found.entities[-1]
        if self._depth == self._entity_depth:
            if self._expects_key:
                entity.keys.append(Key(event.value, _mark(event.start_mark)))
            elif entity.keys[-1].name == "id":
                entity.id = event.value
            self._expects_key = not self._expects_key
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        if event.style in ("|", ">"):
            start, end = (start[0] + 1, 0), self._block_end(start[0], end)
        entity.keys[-1].scalars.append((start, end))
        self._extend(end)

    def _block_end(self, first: int, end: Mark) -> Mark:
        """The end of a block of text; the blank lines behind it are not its own."""
        last = end[0] - 1 if end[1] == 0 else end[0]
        while last > first and not self._found.lines[last].strip():
            last -= 1
        return last, len(self._found.lines[last].rstrip("\r\n"))

    def _extend(self, end: Mark) -> None:
        key = self._found.entities[-1].keys[-1]
        key.end = max(key.end, end)


def _mark(mark: Any) -> Mark:
    return mark.line, mark.column
