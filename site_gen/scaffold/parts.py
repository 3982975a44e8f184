"""The parts of a content file: the items of its list, or the keys of its mapping, with their comments."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from site_gen.content import digest
from site_gen.content.outline import Outline, outline
from site_gen.content.reading import read_tree
from site_gen.values import dataclass

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Part:
    """An item or key of a content file: its id or name, and its lines from `start` to before `end`.

    The comment lines right above it are its own. Its digest is that of all of them.
    """

    name: str
    start: int
    end: int
    digest: str


@lru_cache(maxsize=32)  # a command asks again and again what is left of the example
def parts(text: str) -> tuple[Part, ...]:
    """The parts of a text; none of one that is not right YAML."""
    if read_tree(text) is None:
        return ()
    found = outline(text.removeprefix(_BOM))
    named = _named(found)
    if not named:  # it is empty, or holds comments only
        return ()
    starts = [_above_comments(found.lines, line) for _, line in named]
    ends = [*starts[1:], len(found.lines)]
    return tuple(
        Part(name, start, end, text_digest("".join(found.lines[start:end])))
        for (name, _), start, end in zip(named, starts, ends, strict=True)
    )


def without(text: str, names: Collection[str]) -> str:
    """A text without the parts of these names; a list without items is written as []."""
    lines = text.removeprefix(_BOM).splitlines(keepends=True)
    found = parts(text)
    remaining = lines[: found[0].start] if found else lines
    for part in found:
        if part.name not in names:
            remaining += lines[part.start : part.end]
    if all(part.name in names for part in found):
        remaining.append("[]\n")
    return "".join(remaining).rstrip() + "\n"


def text_digest(text: str) -> str:
    """A digest for which line ends and blank lines around do not count."""
    return digest("\n".join(line.rstrip() for line in text.strip().splitlines()))


def _named(found: Outline) -> list[tuple[str, int]]:
    """The name and the line of each item of a list, or of each key of a mapping."""
    if not any(entity.id for entity in found.entities):
        keys = found.entities[0].keys if found.entities else []
        return [(key.name, key.start[0]) for key in keys]
    return [
        (entity.id, _hyphen(found.lines, entity.keys[0].start[0])) for entity in found.entities if entity.keys
    ]


def _hyphen(lines: list[str], line: int) -> int:
    while line and not lines[line].startswith("-"):
        line -= 1
    return line


def _above_comments(lines: list[str], line: int) -> int:
    """The line above the comments of a line; those on top of a file are the file's own."""
    above = line
    while above and lines[above - 1].startswith("#"):
        above -= 1
    return above or line
