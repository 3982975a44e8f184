"""YAML text → plain values: every scalar as text, every mistake with its place.

Events are read instead of a ready tree: the library's own composer recurses on nested input until
the process dies, keeps the last of duplicate keys and guesses types.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

from site_gen.problems import Place, ProblemLog

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Step: TypeAlias = "str | int"

DEEPEST = 20

if not hasattr(yaml, "CSafeLoader"):  # the pure Python loader is ten times slower
    raise ImportError("PyYAML lacks its C loader", name="yaml")


class _Wrong(Exception):
    """A mistake in a YAML text; line and column count from 1."""

    def __init__(self, code: str, what: str, mark: Any, hint: str = "") -> None:
        super().__init__(what)
        self.code = code
        self.line, self.column = mark.line + 1, mark.column + 1
        self.hint = hint


def read_yaml(text: str, file: str, problems: ProblemLog) -> Plain:
    """The value of a YAML text; None for an empty one, and for a wrong one, after telling why.

    Empty values and `~` are None; other scalars are text, whatever they look like.
    """
    try:
        return _Builder().build(text)
    except _Wrong as wrong:
        place = Place(file, wrong.line, wrong.column)
        problems.error(wrong.code, str(wrong), place, wrong.hint, _line(text, wrong.line))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what, hint = _syntax_message(error, text.splitlines()[line - 1 : line])
        problems.error("yaml-syntax", what, Place(file, line, column), hint, _line(text, line))
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        what = "a control character is not allowed in YAML"
        problems.error("yaml-syntax", what, Place(file, line, column), excerpt=_line(text, line))
    return None


def position(text: str, steps: Sequence[Step]) -> tuple[int, int]:
    """The line and column (from 1) of what `steps` lead to; as far as they lead, (0, 0) at worst.

    A step is a key, a position in a list, or the `id` of an item of a list.
    """
    builder, value = _marked(text)
    return builder.position(value, steps)


@lru_cache(maxsize=4)  # a plan asks for every session of one file in turn
def _marked(text: str) -> tuple[_Builder, Plain]:
    """The value of a YAML text and the builder that knows its marks; None where the text is wrong."""
    builder = _Builder(with_marks=True)
    try:
        return builder, builder.build(text)
    except (_Wrong, yaml.YAMLError):
        return builder, None


class _Builder:
    """Builds plain values from events, on a stack of its own."""

    def __init__(self, with_marks: bool = False) -> None:
        self._marks: dict[tuple[int, Step], tuple[int, int]] | None = {} if with_marks else None

    def build(self, text: str) -> Plain:
        events = iter(yaml.parse(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader))
        root: list[Plain] = []
        stack: list[_Frame] = [_Frame(root)]
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    _refuse_features(event)
                    self._put(stack[-1], event, scalar_value(event))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    _refuse_features(event)
                    container: Plain = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                    self._put(stack[-1], event, container)
                    stack.append(_Frame(container))
                    if len(stack) > DEEPEST:
                        raise _Wrong("too-deep", f"nested more than {DEEPEST} levels deep", event.start_mark)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    stack.pop()
                case yaml.AliasEvent():
                    what = f"an alias (*{event.anchor}) is not allowed"
                    raise _Wrong("yaml-alias", what, event.start_mark, "write the value out")
                case yaml.DocumentStartEvent() if root:
                    raise _Wrong("yaml-documents", "a second document is not allowed", event.start_mark)
        return root[0] if root else None

    def _put(self, frame: _Frame, event: Any, value: Plain) -> None:
        step = frame.put(event, value)
        if self._marks is not None and step is not None:
            mark = (event.start_mark.line + 1, event.start_mark.column + 1)
            self._marks.setdefault((id(frame.container), step), mark)

    def position(self, value: Plain, steps: Sequence[Step]) -> tuple[int, int]:
        assert self._marks is not None
        found = (1, 1) if value else (0, 0)
        for step in steps:
            if isinstance(value, list) and isinstance(step, str):
                step = next((i for i, item in enumerate(value) if _has_id(item, step)), -1)
            found = self._marks.get((id(value), step), found)
            try:
                value = value[step]  # type: ignore[index]  # any mismatch ends the walk
            except (KeyError, IndexError, TypeError):
                break
        return found


class _Frame:
    """A container being filled; in a mapping, keys and values come in turn."""

    def __init__(self, container: Plain) -> None:
        self.container = container
        self._key: str | None = None
        self._lines: dict[str, int] = {}

    def put(self, event: Any, value: Plain) -> Step | None:
        """Take the next value; returns its step, for a key the key itself."""
        if isinstance(self.container, list):
            self.container.append(value)
            return len(self.container) - 1
        assert isinstance(self.container, dict)
        if self._key is None:
            return self._take_key(event, value)
        key, self._key = self._key, None
        self.container[key] = value
        return None

    def _take_key(self, event: Any, value: Plain) -> str:
        if not isinstance(value, str):
            raise _Wrong("yaml-key", "a key must be a word", event.start_mark)
        if value in self._lines:
            what = f"the key '{value}' stands twice, first in line {self._lines[value]}"
            raise _Wrong("duplicate-key", what, event.start_mark)
        self._key, self._lines[value] = value, event.start_mark.line + 1
        return value


def scalar_value(event: Any) -> str | None:
    """The text of a scalar. Folding makes one line break of a blank line: it parts paragraphs."""
    value: str = event.value
    if not event.style and value in ("", "~"):
        return None
    return value if event.style == "|" or "\n" not in value else re.sub(r"\n+", "\n\n", value)


def _refuse_features(event: Any) -> None:
    if event.anchor:
        raise _Wrong("yaml-alias", f"an anchor (&{event.anchor}) is not allowed", event.start_mark)
    if event.tag and event.tag != "!":
        raise _Wrong("yaml-tag", f"a tag ({event.tag}) is not allowed", event.start_mark)


def _has_id(item: Plain, wanted: str) -> bool:
    return isinstance(item, dict) and item.get("id") == wanted


def _line(text: str, line: int) -> str:
    lines = text.splitlines()
    return lines[line - 1].strip()[:120] if 0 < line <= len(lines) else ""


def _syntax_message(error: yaml.MarkedYAMLError, line: list[str]) -> tuple[str, str]:
    what = str(error.problem or error.context or "not YAML")
    if any(each.startswith("\t") or " \t" in each for each in line):
        return "a tab cannot indent YAML", "use spaces"
    if "mapping values are not allowed" in what:
        return what, "put a text with ': ' into quotes"
    return what, ""
