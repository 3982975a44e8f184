"""JSON with places: which line and column each object, and each of its values, begins at."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from site_gen.ingest.reading.texts.controls import without_controls
from site_gen.ingest.records import Document
from site_gen.problems import Place, ProblemLog
from site_gen.values import dataclass

Json: TypeAlias = "str | bool | list[Json] | dict[str, Json] | None"

# Every scalar is read as text, so that no number is changed.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
_SPACE = re.compile(r"[ \t\n]*")
_BETWEEN = re.compile(r"[ \t\n,;]*")  # values of a text: a script ends them
_SURROGATE = re.compile("[\ud800-\udfff]")
# What stands before a bracket is passed over; a string that never ends goes on to the end of the text.
_TO_BRACKET = re.compile(r'(?:[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+"?)*+([\[\]{}])', re.DOTALL)
_KEY = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"[ \t\n]*+:[ \t\n]*+', re.DOTALL)
_SCALAR = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[^\s,\]}]+', re.DOTALL)


class Broken(Exception):
    """Text that is no JSON; `offset` is where."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True)
class JsonText:
    """The text of a document, and where its lines begin."""

    document: Document

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.document.text))]

    def place(self, offset: int) -> Place:
        """The place of an offset."""
        line = bisect_right(self._starts, offset)
        return self.document.place(line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Behind what closes it, for each bracket that opens: found once, however deep the values lie."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        for match in _TO_BRACKET.finditer(self.document.text):
            if match[1] in "[{":
                opened.append(match.end() - 1)
            elif opened:
                ends[opened.pop()] = match.end()
        return ends

    def end(self, start: int) -> int:
        """Behind the value that begins at an offset, which was decoded before."""
        match = _SCALAR.match(self.document.text, start)
        return self._ends.get(start) or (match.end() if match else start)


@dataclass(frozen=True)
class JsonObject:
    """An object and where it begins in its text."""

    text: JsonText
    start: int
    members: Mapping[str, Json]

    @property
    def place(self) -> Place:
        """Where the object begins."""
        return self.text.place(self.start)

    def place_of(self, key: str) -> Place:
        """Where the value of a key begins; where the object does for a key that it has not."""
        return self.text.place(self.offsets[key]) if key in self.offsets else self.place

    def text_of(self, key: str) -> str:
        """The value of a key as plain text; empty where there is none."""
        return plain_text(self.members.get(key))

    @cached_property
    def offsets(self) -> Mapping[str, int]:
        """The offset of each value by its key."""
        source, found = self.text.document.text, {}
        position = _skip(source, self.start + 1)
        while source[position] != "}":
            match = _KEY.match(source, position)
            if match is None:
                raise Broken(position)
            key = match[1] if "\\" not in match[1] else str(_decode(source, position)[0])
            found[key] = match.end()
            position = _next(source, self.text.end(match.end()), "}")
        return found

    def object(self, key: str) -> JsonObject | None:
        """The object under a key; None where there is none."""
        value = self.members.get(key)
        return JsonObject(self.text, self.offsets[key], value) if isinstance(value, dict) else None

    @property
    def inner(self) -> list[JsonObject]:
        """The objects under its keys, in their order."""
        return [found for key in self.members if (found := self.object(key))]

    def objects(self, key: str) -> list[JsonObject]:
        """The objects of the list under a key; empty where there is none."""
        return list(self.each_object(key))

    def each_object(self, key: str) -> Iterator[JsonObject]:
        """The objects of the list under a key, one after the other."""
        values = listed(self.members.get(key))
        yield from _each_of_list(self.text, self.offsets[key], values) if values else ()


def _each_of_list(text: JsonText, offset: int, values: Sequence[Json]) -> Iterator[JsonObject]:
    """The objects of the list that begins at an offset, and of the lists in it: rows of a timetable."""
    position = _skip(text.document.text, offset + 1)
    for value in values:
        if isinstance(value, dict):
            yield JsonObject(text, position, value)
        elif isinstance(value, list) and value:
            yield from _each_of_list(text, position, value)
        position = _next(text.document.text, text.end(position), "]")


def read_objects(document: Document, key: str, problems: ProblemLog) -> list[JsonObject]:
    """The objects of a list, or of the list under a key, or the one object; broken JSON is a problem."""
    text = JsonText(document)
    try:
        return list(_objects(text, key))
    except Broken as error:
        is_comma = document.text[: error.offset].rstrip().endswith(",")
        what = (
            "this is no JSON: behind the last comma nothing follows"
            if is_comma and document.text[error.offset : error.offset + 1] in ("]", "}")
            else "this is no JSON: the text breaks off or a sign is missing here"
        )
        problems.error(
            "broken-json", what, text.place(error.offset), "mend it here, or export the file again"
        )
        return []


def _objects(text: JsonText, key: str) -> Iterator[JsonObject]:
    """The objects of a text: of its one value, or of each of several, as where every line is one."""
    source = text.document.text
    position = _skip(source, 0)
    while True:
        end = yield from _objects_of_one(text, position, key)
        position = _skip(source, end, _BETWEEN)
        if position == len(source):
            return
        if source[position] not in "[{":
            raise Broken(position)


def _objects_of_one(text: JsonText, start: int, key: str) -> Generator[JsonObject, None, int]:
    """The objects of the value that begins at an offset; it returns where that ends."""
    source = text.document.text
    if source[start : start + 1] != "{":
        return (yield from _objects_in(text, start))
    value, end = _decode(source, start)
    listed = next((offset for name, offset, _ in _members(source, start) if name == key), None)
    if listed is not None and source[listed : listed + 1] == "[":
        yield from _objects_in(text, listed)
    elif isinstance(value, dict):
        yield JsonObject(text, start, value)
    return end


def _objects_in(text: JsonText, start: int) -> Generator[JsonObject, None, int]:
    """The objects of a list; it returns where that ends."""
    for offset, value in _elements(text.document.text, start):
        if isinstance(value, dict):
            yield JsonObject(text, offset, value)
    return text.end(start)


def _elements(source: str, start: int) -> Iterator[tuple[int, Json]]:
    """The values of a list with their offsets."""
    if source[start : start + 1] != "[":
        raise Broken(start)
    position = _skip(source, start + 1)
    while source[position : position + 1] != "]":
        value, end = _decode(source, position)
        yield position, value
        position = _next(source, end, "]")


def _members(source: str, start: int) -> Iterator[tuple[str, int, Json]]:
    """The keys and values of an object, with the offset of each value."""
    position = _skip(source, start + 1)
    while source[position : position + 1] != "}":
        if source[position : position + 1] != '"':
            raise Broken(position)
        key, end = _decode(source, position)
        colon = _skip(source, end)
        if source[colon : colon + 1] != ":":
            raise Broken(colon)
        offset = _skip(source, colon + 1)
        value, end = _decode(source, offset)
        yield str(key), offset, value
        position = _next(source, end, "}")


def _next(source: str, end: int, closing: str) -> int:
    """Where the next element begins, or the bracket that closes."""
    position = _skip(source, end)
    if source[position : position + 1] == ",":
        return _skip(source, position + 1)
    if source[position : position + 1] != closing:
        raise Broken(position)
    return position


def _decode(source: str, start: int) -> tuple[Json, int]:
    try:
        return _DECODER.raw_decode(source, start)
    except json.JSONDecodeError as error:
        raise Broken(min(error.pos, len(source))) from None
    except RecursionError:
        raise Broken(start) from None


def _skip(source: str, position: int, between: re.Pattern[str] = _SPACE) -> int:
    match = between.match(source, position)
    return match.end() if match else position


def decoded(text: str) -> Json:
    """A value that stands inside a document of another format; None where it is none."""
    try:
        value: Json = _DECODER.decode(text)
    except (json.JSONDecodeError, RecursionError):
        return None
    return value


def listed(value: Json | None) -> list[Json]:
    """The values of a list; none of what is no list."""
    return value if isinstance(value, list) else []


def plain_text(value: Json | None) -> str:
    """A scalar, or the only one of a list, as text without halves of characters and controls; else empty."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        return ""
    return value if value.isprintable() else without_controls(_SURROGATE.sub("\ufffd", value))


def texts_in(value: Json) -> Iterator[str]:
    """Every text inside a value."""
    open_values: list[Json] = [value]
    while open_values:
        match open_values.pop():
            case str() as text:
                yield text
            case list() as values:
                open_values += values
            case dict() as members:
                open_values += members.values()
            case _:
                continue
