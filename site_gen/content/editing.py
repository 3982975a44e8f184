"""Change some keys of a content file; every other byte, comments included, stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from site_gen.content.reading import Plain
from site_gen.content.writing import write_item, write_key


@dataclass(slots=True)
class _Key:
    """A key of an entity: where it begins and ends (lines and columns from 0), and its comments."""

    name: str
    line: int
    column: int
    end: tuple[int, int] = (0, 0)
    scalars: list[tuple[int, tuple[int, int]]] = field(default_factory=list)


@dataclass(slots=True)
class _Entity:
    """An entity in a file with its keys in their order; `id` is empty where it has none."""

    id: str
    keys: list[_Key]
    in_block_style: bool


def edit_mapping(text: str, changes: Mapping[str, Plain]) -> str:
    """The text of a file that holds one entity, with keys set or, where the value is None, removed.

    Raises ValueError where the entity is written in flow style, as {a: b}.
    """
    entities = _entities(text)
    return _edited(text, entities[0] if entities else _Entity("", [], True), changes)


def edit_item(text: str, item: str, changes: Mapping[str, Plain]) -> str:
    """The text of a file that holds a list, with keys of the item of that id set or removed.

    Raises ValueError where the item is written in flow style, KeyError where there is none.
    """
    for entity in _entities(text):
        if entity.id == item:
            return _edited(text, entity, changes)
    raise KeyError(item)


def insert_item(text: str, item: Mapping[str, Plain], after: str | None) -> str:
    """The text of a file that holds a list, with one more item behind the one of the id `after`.

    The item comes last where `after` is None or there is no such item.
    """
    lines = _lines(text)
    entities = _entities(text)
    written = [line + "\n" for line in write_item(item).splitlines()]
    position = next((n for n, entity in enumerate(entities) if entity.id == after), len(entities) - 1)
    if position < 0:
        return "".join([*lines, *written])
    at = entities[position].keys[-1].end[0] + 1
    return "".join([*lines[:at], "\n", *written, *lines[at:]])


def remove_item(text: str, item: str) -> str:
    """The text of a file that holds a list without the item of that id; KeyError where there is none."""
    lines = _lines(text)
    entities = _entities(text)
    for entity in entities:
        if entity.id == item:
            start, end = entity.keys[0].line, entity.keys[-1].end[0] + 1
            while end < len(lines) and not lines[end].strip():
                end += 1
            return "".join(lines[:start] + lines[end:])
    raise KeyError(item)


def _edited(text: str, entity: _Entity, changes: Mapping[str, Plain]) -> str:
    if not entity.in_block_style:
        raise ValueError("written in one line with braces")
    lines = _lines(text)
    present = {key.name: key for key in entity.keys}
    added = [(name, value) for name, value in changes.items() if name not in present and value is not None]
    if added:
        indent = entity.keys[0].column if entity.keys else 0
        at = entity.keys[-1].end[0] + 1 if entity.keys else len(lines)
        lines[at:at] = [write_key(name, value, indent) for name, value in added]
    for key in reversed(entity.keys):
        if key.name in changes:
            lines[key.line : key.end[0] + 1] = _replaced(lines, key, changes[key.name])
    return "".join(lines)


def _replaced(lines: list[str], key: _Key, value: Plain) -> list[str]:
    """The lines that take the place of a key's own; comments that stood inside go before it."""
    before = lines[key.line][: key.column]
    comments = list(_comments(lines, key))
    written = write_key(key.name, value, key.column)[key.column :] if value is not None else ""
    if len(comments) == 1 and written.count("\n") == 1 and key.line == key.end[0]:
        return [f"{before}{written[:-1]}  {comments[0]}\n"]
    indent = " " * key.column
    if before.strip():  # the hyphen of a list item stands before the key: comments go below it
        return [before + written, *(f"{indent}{comment}\n" for comment in comments)]
    return [*(f"{indent}{comment}\n" for comment in comments), before + written if written else ""]


def _comments(lines: list[str], key: _Key) -> Iterator[str]:
    covered = {number for start, (end, _) in key.scalars for number in range(start, end + 1)}
    ends = dict([*(end for _, end in key.scalars), key.end])
    for number in range(key.line, key.end[0] + 1):
        if number in ends:
            rest = lines[number][ends[number] :].strip()
        else:
            rest = "" if number in covered else lines[number].strip()
        if rest.startswith("#"):
            yield rest


def _lines(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines


def _entities(text: str) -> list[_Entity]:
    """The entities of a file: its one mapping, or the mappings of its list."""
    outline = _Outline(text.split("\n"))
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        outline.take(event)
    return outline.entities


class _Outline:
    """Finds the entities of a file and where their keys begin and end."""

    def __init__(self, lines: list[str]) -> None:
        self.entities: list[_Entity] = []
        self._lines = lines
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
        self._depth += 1
        if self._depth == self._entity_depth:
            self.entities.append(_Entity("", [], not event.flow_style))
            self._expects_key = True

    def _close(self, event: Any) -> None:
        self._depth -= 1
        if self._depth == self._entity_depth:
            self._expects_key = True
        if self._depth >= self._entity_depth:
            self._extend(event)

    def _scalar(self, event: Any) -> None:
        entity = self.entities[-1]
        if self._depth == self._entity_depth and self._expects_key:
            entity.keys.append(_Key(event.value, event.start_mark.line, event.start_mark.column))
            self._expects_key = False
        elif self._depth == self._entity_depth:
            if entity.keys[-1].name == "id":
                entity.id = event.value
            self._expects_key = True
        self._extend(event)

    def _extend(self, event: Any) -> None:
        """Let a key reach to the end of an event; the blank lines behind a block are not its own."""
        key = self.entities[-1].keys[-1]
        start, end = event.start_mark, (event.end_mark.line, event.end_mark.column)
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("|", ">"):
                last = end[0] - 1 if end[1] == 0 else end[0]
                while last > start.line and not self._lines[last].strip():
                    last -= 1
                end = (last, len(self._lines[last]))
            key.scalars.append((start.line, end))
        elif start == event.end_mark or start.index == event.end_mark.index:
            return  # a block ends where the next thing begins
        key.end = max(key.end, end)
