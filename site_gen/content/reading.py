"""YAML text → plain values: every scalar as text, every mistake with its place.

Events are read instead of a ready tree: the library's own composer recurses on nested input until
the process dies, keeps the last of duplicate keys and guesses types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from site_gen.content.plain import Plain, Step
from site_gen.content.syntax import report_syntax, shown_line
from site_gen.problems import Place, ProblemLog

DEEPEST = 20
_MOST_REPEATED = 100_000  # values that stand for others in one text

# Characters that turn the direction of the text after them.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# No page, feed or calendar may hold these.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

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
    tree = read_yaml_tree(text, file, problems)
    return tree.value if tree else None


def read_yaml_tree(
    text: str, file: str, problems: ProblemLog, kind: type[YamlTree] | None = None
) -> YamlTree | None:
    """A YAML text with the places of what it holds; None for a wrong one, after telling why."""
    try:
        tree = (kind or YamlTree)(text)
    except _Wrong as wrong:
        place = Place(file, wrong.line, wrong.column)
        problems.error(wrong.code, str(wrong), place, wrong.hint, shown_line(text.splitlines(), wrong.line))
    except yaml.MarkedYAMLError as error:
        report_syntax(error, text, file, problems)
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        what = "a control character is not allowed in YAML"
        problems.error(
            "yaml-syntax", what, Place(file, line, column), excerpt=shown_line(text.splitlines(), line)
        )
    else:
        for line, column, character in tree.turning:
            report_turning(character, Place(file, line, column), problems)
        for line, column, character in tree.controls[:1]:
            what = f"the control character U+{ord(character):04X} is read as a space, wherever one stands"
            problems.warning("control-character", what, Place(file, line, column))
        return tree
    return None


def report_turning(character: str, place: Place, problems: ProblemLog) -> None:
    """Warn of a character that turns the direction of the text after it."""
    what = f"U+{ord(character):04X} turns the direction of the text after it"
    problems.warning("turning-text", what, place)


def position(text: str, steps: Sequence[Step]) -> tuple[int, int]:
    """The line and column (from 1) of what `steps` lead to; as far as they lead, (0, 0) at worst.

    A step is a key, a position in a list, or the `id` of an item of a list.
    """
    tree = read_tree(text)
    return tree.position(steps) if tree else (0, 0)


def read_tree(text: str) -> YamlTree | None:
    """A YAML text with the places of what it holds; None for a wrong one."""
    try:
        return YamlTree(text)
    except (_Wrong, yaml.YAMLError):
        return None


class YamlTree:
    """A plain value, built from events on a stack of its own, with the places of what it holds."""

    def __init__(self, text: str) -> None:
        self.turning: list[tuple[int, int, str]] = []
        self.controls: list[tuple[int, int, str]] = []
        self._marks: dict[tuple[int, Step], Any] = {}
        self._numbers: dict[int, dict[str, int]] = {}
        root: list[Plain] = []
        self._stack = [_Frame(root)]
        for event in yaml.parse(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader):
            if root and isinstance(event, yaml.DocumentStartEvent):
                raise _Wrong("yaml-documents", "a second document is not allowed", event.start_mark)
            self._take(event)
        self.value: Plain = root[0] if root else None

    def _take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                _refuse_features(event)
                if found := TURNING.search(event.value):
                    self.turning.append((*_numbers(event.start_mark), found[0]))
                value = scalar_value(event)
                self._put(event, value)
                self._anchor(event, value)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                _refuse_features(event)
                container: Plain = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                self._put(event, container)
                self._anchor(event, container)
                self._stack.append(_Frame(container))
                if len(self._stack) > DEEPEST:
                    raise _Wrong("too-deep", f"nested more than {DEEPEST} levels deep", event.start_mark)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._close(event, self._stack.pop().container)
            case yaml.AliasEvent():
                self._put(event, self._alias(event))

    def _anchor(self, event: Any, _value: Plain) -> None:
        """Note the name that a value is given; nothing of ours has one."""
        if event.anchor:
            what = f"an anchor (&{event.anchor}) is not allowed"
            raise _Wrong("yaml-alias", what, event.start_mark, _QUOTE)

    def _alias(self, event: Any) -> Plain:
        """The value that a name stands for."""
        raise _Wrong("yaml-alias", f"an alias (*{event.anchor}) is not allowed", event.start_mark, _QUOTE)

    def _close(self, event: Any, container: Plain) -> None:
        """End a container."""

    def _put(self, event: Any, value: Plain) -> None:
        frame = self._stack[-1]
        step = frame.put(event, value)
        if step is not None:
            self._marks.setdefault((id(frame.container), step), event.start_mark)

    def mark(self, container: Plain, step: Step) -> tuple[int, int]:
        """The line and column of a key or an element of a container of this tree; (0, 0) for none."""
        found = self._marks.get((id(container), step))
        return _numbers(found) if found else (0, 0)

    def position(self, steps: Sequence[Step]) -> tuple[int, int]:
        """The line and column of what steps lead to, as far as they lead."""
        value = self.value
        found = (1, 1) if value else (0, 0)
        for step in steps:
            if isinstance(value, list) and isinstance(step, str):
                step = self._numbers_of(value).get(step, -1)
            if mark := self._marks.get((id(value), step)):
                found = _numbers(mark)
            try:
                value = value[step]  # type: ignore[index]  # any mismatch ends the walk
            except (KeyError, IndexError, TypeError):
                break
        return found

    def _numbers_of(self, items: Sequence[Plain]) -> Mapping[str, int]:
        """Where in a list the item of each id stands first."""
        numbers = self._numbers.get(id(items))
        if numbers is None:
            numbers = self._numbers[id(items)] = {}
            for number, item in enumerate(items):
                if isinstance(item, dict) and isinstance(own := item.get("id"), str):
                    numbers.setdefault(own, number)
        return numbers


class SourceTree(YamlTree):
    """The value of a YAML text of somebody else: an alias is what it stands for, "<<" takes its keys over.

    A control character in it is read as a space.
    """

    def __init__(self, text: str) -> None:
        self._named: dict[str, Plain] = {}
        self._repeated = 0
        super().__init__(text)

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent) and (control := _CONTROL.search(event.value)):
            self.controls.append((*_numbers(event.start_mark), control[0]))
            event.value = _CONTROL.sub(" ", event.value).rstrip(" ")
        super()._take(event)

    def _anchor(self, event: Any, value: Plain) -> None:
        if event.anchor:
            self._named[event.anchor] = value

    def _alias(self, event: Any) -> Plain:
        value = self._named.get(event.anchor)
        is_open = any(frame.container is value for frame in self._stack)
        self._repeated += _MOST_REPEATED if is_open else _size(value)
        if event.anchor not in self._named or self._repeated >= _MOST_REPEATED:
            what = f"the alias *{event.anchor} stands for nothing, for itself, or for too much"
            raise _Wrong("yaml-alias", what, event.start_mark, _QUOTE)
        return value

    def _close(self, event: Any, container: Plain) -> None:
        merged = container.pop("<<", None) if isinstance(container, dict) else None
        for each in merged if isinstance(merged, list) else [merged]:
            if isinstance(each, dict) and isinstance(container, dict):
                for key in [key for key in each if key not in container]:
                    container[key] = each[key]
                    self._marks[id(container), key] = self._marks.get((id(each), key), event.start_mark)


def _size(value: Plain) -> int:
    """How many values are in one, itself too; at most as many as may be repeated."""
    open_values, count = [value], 0
    while open_values and count < _MOST_REPEATED:
        each, count = open_values.pop(), count + 1
        open_values += each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
    return count


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
    if control := _CONTROL.search(value):
        what = f"the control character U+{ord(control[0]):04X} is not allowed"
        raise _Wrong("control-character", what, event.start_mark)
    return value if event.style == "|" or "\n" not in value else re.sub(r"\n+", "\n\n", value)


_QUOTE = "write the value out; a text that begins with & * or ! stands in quotes"


def _refuse_features(event: Any) -> None:
    if event.tag and event.tag != "!":
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        raise _Wrong("yaml-tag", f"a tag ({tag}) is not allowed", event.start_mark, _QUOTE)


def _numbers(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
