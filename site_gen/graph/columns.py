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
_PIECE = 1 << 18  # bytes
_PIECES = 16  # that are looked at together
_FEWEST = 1 << 10  # places
_EMPTY = b"b"
_LENGTH = (1 << 32) - 1
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
        taken_out: V = _value_of(self._held[self._bounds[number] : self._bounds[number + 1]])
        return taken_out

    def __setitem__(self, number: int, value: V) -> None:
        if number >= self._count:
            self._added[number - self._count] = value
        else:
            self._set[number] = value

    def __iter__(self) -> Iterator[V]:
        return map(self.__getitem__, range(len(self)))

    def written(self) -> Iterator[bytes]:
        """The values as they are written in a file."""
        return map(written_of, self)

    def holds(self, number: int) -> bool:
        """Whether there is a value, which is not taken out for that."""
        if number < self._count and number not in self._set:
            return self._bounds[number] < self._bounds[number + 1]
        return self[number] is not None

    def put(self, number: int, value: V) -> None:
        """Set a value, or add it at the end."""
        if number == len(self):
            self.append(value)
        else:
            self[number] = value

    def append(self, value: V) -> None:
        """Add a value at the end."""
        self._added.append(value)

    def is_written(self, number: int, written: bytes) -> bool:
        """Whether this is how a value is written."""
        if number < self._count and number not in self._set:
            return self._held[self._bounds[number] : self._bounds[number + 1]] == written
        return written_of(self[number]) == written


class Spilled(Column[V]):
    """A column whose values lie in a file that ends with the process, until all are stored."""

    __slots__ = ("_file", "_owner", "_places", "_spilled", "_waiting")

    def __init__(self, folder: Path) -> None:
        """No values yet; another process keeps its own in memory."""
        super().__init__()
        self._file = -1  # if there is no room for one
        self._file, name = mkstemp(dir=folder)
        Path(name).unlink()  # it is there as long as it is open
        self._owner, self._spilled, self._waiting = os.getpid(), 0, bytearray(_EMPTY)
        self._places = array("Q")  # where each begins, before its length in 32 bits

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, number: int) -> V:
        taken_out: V = _value_of(self._written(number))
        return taken_out

    def __setitem__(self, number: int, value: V) -> None:
        self._places[number] = self._laid(value)

    def written(self) -> Iterator[bytes]:
        """The values as they are written in a file; quick where most lie near the one before."""
        pieces: dict[int, bytes] = {}
        for place in self._places:
            start, length = place >> 32, place & _LENGTH
            piece, at = divmod(start, _PIECE)
            if start >= self._spilled or at + length > _PIECE:
                yield self._taken(place)
                continue
            if piece not in pieces:
                if len(pieces) >= _PIECES:
                    pieces.clear()
                pieces[piece] = os.pread(self._file, _PIECE, piece * _PIECE)
            yield pieces[piece][at : at + length]

    def holds(self, number: int) -> bool:
        """Whether there is a value, which is not taken out for that."""
        return self._places[number] > 0

    def append(self, value: V) -> None:
        """Add a value at the end."""
        self._places.append(self._laid(value))

    def is_written(self, number: int, written: bytes) -> bool:
        """Whether this is how a value is written."""
        return self._places[number] & _LENGTH == len(written) and self._written(number) == written

    def _written(self, number: int) -> bytes:
        place = self._places[number]
        return self._taken(place) if place >= 1 << 32 else _EMPTY[:place]

    def _taken(self, place: int) -> bytes:
        start, length = place >> 32, place & _LENGTH
        waits = start - self._spilled
        if waits < 0:
            return os.pread(self._file, length, start)
        return bytes(self._waiting[waits : waits + length])

    def _laid(self, value: V) -> int:
        """Where a value lies from now on, and how long it is; what is empty lies at the beginning."""
        if not value and not isinstance(value, str):
            return 0 if value is None else len(_EMPTY)
        written, start = written_of(value), self._spilled + len(self._waiting)
        self._waiting += written
        if len(self._waiting) > _PIECE and os.getpid() == self._owner:
            self._spill()
        return (start << 32) + len(written)

    def _spill(self) -> None:
        while self._waiting:
            written = os.pwrite(self._file, self._waiting, self._spilled)
            del self._waiting[:written]
            self._spilled += written

    def __del__(self) -> None:
        if self._file >= 0:
            os.close(self._file)


class Numbers:
    """The numbers of names, by a table of places: half of them or more stay free."""

    def __init__(self, names: Column[str], places: Section = _NOTHING) -> None:
        """The names, and the table as it was stored; without one it is made."""
        self._names, self._places = names, array("I", places.taken_out)
        self._used = len(names)
        if not self._places:
            self._lay_out()

    def get(self, name: str) -> int | None:
        """The number of a name; None where nothing is called so."""
        written, most = written_of(name), len(self._places) - 1
        place = crc32(written) & most
        while number := self._places[place]:
            if self._names.is_written(number - 1, written):
                return number - 1
            place = (place + 1) & most
        return None

    def put(self, number: int) -> None:
        """Find a number by its name, too."""
        self._used += 1
        if 2 * self._used > len(self._places):
            self._lay_out()
        else:
            self._place(number, written_of(self._names[number]))

    @property
    def places(self) -> bytes:
        """The table, to be stored."""
        return self._places.tobytes()

    def _lay_out(self) -> None:
        self._used = len(self._names)
        size = max(_FEWEST, 1 << (2 * self._used).bit_length())
        self._places = array("I", bytes(4 * size))
        for number, written in enumerate(self._names.written()):
            if len(written) > 1:
                self._place(number, written)

    def _place(self, number: int, written: bytes) -> None:
        most = len(self._places) - 1
        place = crc32(written) & most
        while self._places[place]:
            place = (place + 1) & most
        self._places[place] = number + 1


class Marked:
    """The numbers that are marked: a byte for each of a million takes less than a set."""

    def __init__(self) -> None:
        """None yet."""
        self._marks = bytearray()

    def add(self, number: int) -> None:
        """Mark a number."""
        if number >= len(self._marks):
            self._marks.extend(bytes(number + 1 - len(self._marks)))
        self._marks[number] = 1

    def __contains__(self, number: int) -> bool:
        return number < len(self._marks) and self._marks[number] == 1

    def __bool__(self) -> bool:
        return bool(self._marks)


def sections_of(values: Iterable[bytes]) -> Iterator[Iterator[bytes]]:
    """A column of values as they are written: what it holds, and how long each value is."""
    lengths = array("I")

    def held() -> Iterator[bytes]:
        left = iter(values)
        while portion := [*islice(left, _PORTION)]:
            lengths.extend(map(len, portion))
            yield b"".join(portion)

    yield held()
    yield iter([lengths.tobytes()])


def written_of(value: Plain) -> bytes:
    """A value as it is written: nothing for None."""
    if value is None:
        return b""
    return b"s" + value.encode("utf-8", "surrogatepass") if isinstance(value, str) else b"b" + value


def _value_of(written: bytes) -> Any:
    if not written:
        return None
    value = written[1:]
    return value.decode("utf-8", "surrogatepass") if written[0] == _TEXT else value
