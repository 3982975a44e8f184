"""A table in a file: a value is taken out when somebody asks for it, and what is set stays beside it."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path
from tempfile import mkstemp
from typing import Any, Generic, TypeAlias, TypeVar
from zlib import crc32

from site_gen.graph.store import Section

Plain: TypeAlias = str | bytes | None
V = TypeVar("V", bound=Plain)

_PORTION = 4096  # values that are written at once
_LONG = 200  # characters or bytes
_PIECE = 1 << 18  # bytes
_TEXT = ord("s")
_NOTHING = Section(b"", 0, 0)


class Column(Generic[V]):
    """A column: its values by number, from 0."""

    __slots__ = ("_added", "_bounds", "_count", "_held", "_set")

    def __init__(
        self, added: Iterable[V] = (), held: Section = _NOTHING, lengths: Section = _NOTHING
    ) -> None:
        """Values in memory, behind those that are `held` in a file, each of one of the `lengths`."""
        self._held = held.whole
        self._bounds = [*accumulate(array("I", lengths.taken_out), initial=held.start)]
        self._count = len(self._bounds) - 1
        self._set: dict[int, V] = {}
        self._added = [*added]

    def __len__(self) -> int:
        return self._count + len(self._added)

    def __getitem__(self, number: int) -> V:
        if number >= self._count:
            return self._added[number - self._count]
        if number in self._set:
            return self._set[number]
        start, end = self._bounds[number], self._bounds[number + 1]
        if start == end:
            return None  # type: ignore[return-value]  # it is one of the values, then
        held: Any = self._held[start + 1 : end]
        taken_out: V = held.decode("utf-8", "surrogatepass") if self._held[start] == _TEXT else held
        return taken_out

    def __setitem__(self, number: int, value: V) -> None:
        if number >= self._count:
            self._added[number - self._count] = value
        else:
            self._set[number] = value

    def __iter__(self) -> Iterator[V]:
        return map(self.__getitem__, range(len(self)))

    def holds(self, number: int) -> bool:
        """Whether there is a value, which is not taken out for that."""
        if number < self._count and number not in self._set:
            return self._bounds[number] < self._bounds[number + 1]
        return self[number] is not None

    def put(self, number: int, value: V) -> None:
        """Set a value, or add it at the end."""
        if number == len(self):
            self._added.append(value)
        else:
            self[number] = value

    def append(self, value: V) -> None:
        """Add a value at the end."""
        self._added.append(value)

    def is_held(self, number: int, written: bytes) -> bool:
        """Whether the file has this value, as it is written there."""
        return self._held[self._bounds[number] : self._bounds[number + 1]] == written


class Numbers:
    """The numbers of names: of those in a file by a table of places there, of others beside it."""

    def __init__(self, names: Column[str], places: Section = _NOTHING) -> None:
        """Names in memory are looked at now, those in a file when somebody asks."""
        self._names, self._places = names, array("I", places.taken_out)
        self._others: dict[str, int | None] = {}
        if not self._places:
            self._others = {name: number for number, name in enumerate(names) if name}

    def get(self, name: str) -> int | None:
        """The number of a name; None where nothing is called so."""
        if name in self._others or not self._places:
            return self._others.get(name)
        written, most = _written(name), len(self._places) - 1
        place = crc32(written) & most
        while number := self._places[place]:
            if self._names.is_held(number - 1, written):
                return number - 1
            place = (place + 1) & most
        return None

    def put(self, name: str, number: int | None) -> None:
        """Call a number so; with None nothing is."""
        self._others[name] = number


def places_of(names: Column[str]) -> bytes:
    """The table of the places of names; an empty one is none."""
    most = (1 << (2 * len(names)).bit_length()) - 1  # half of the places or more stay free
    places = array("I", bytes(4 * (most + 1)))
    for at, name in enumerate(names):
        if name:
            place = crc32(_written(name)) & most
            while places[place]:
                place = (place + 1) & most
            places[place] = at + 1
    return places.tobytes()


class Spilled(Column[V]):
    """A column of which long values lie in a file that ends with the process, until all are stored."""

    __slots__ = ("_file", "_owner", "_spilled", "_waiting")

    def __init__(self, folder: Path) -> None:
        """No values yet; another process keeps its own in memory."""
        super().__init__()
        self._file, name = mkstemp(dir=folder)
        Path(name).unlink()  # it is there as long as it is open
        self._owner, self._spilled, self._waiting = os.getpid(), 0, bytearray()

    def __getitem__(self, number: int) -> V:
        value: Any = super().__getitem__(number)
        if isinstance(value, tuple):
            start, length, is_text = value
            waits = start - self._spilled
            held = os.pread(self._file, length, start) if waits < 0 else self._waiting[waits : waits + length]
            value = held.decode("utf-8", "surrogatepass") if is_text else bytes(held)
        found: V = value
        return found

    def __setitem__(self, number: int, value: V) -> None:
        held: Any = value
        if value is not None and len(value) > _LONG and os.getpid() == self._owner:
            body = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
            held = self._spilled + len(self._waiting), len(body), isinstance(value, str)
            self._waiting += body
            if len(self._waiting) > _PIECE:
                self._spill()
        super().__setitem__(number, held)

    def __del__(self) -> None:
        os.close(self._file)

    def _spill(self) -> None:
        while self._waiting:
            written = os.pwrite(self._file, self._waiting, self._spilled)
            del self._waiting[:written]
            self._spilled += written


def sections_of(values: Iterable[Plain]) -> Iterator[Iterator[bytes]]:
    """A column as it lies in a file: what it holds, and how long each value is."""
    lengths = array("I")

    def held() -> Iterator[bytes]:
        left = map(_written, values)
        while portion := [*islice(left, _PORTION)]:
            lengths.extend(map(len, portion))
            yield b"".join(portion)

    yield held()
    yield iter([lengths.tobytes()])


def _written(value: Plain) -> bytes:
    if value is None:
        return b""
    return b"s" + value.encode("utf-8", "surrogatepass") if isinstance(value, str) else b"b" + value
