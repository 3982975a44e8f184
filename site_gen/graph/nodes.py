"""The nodes of the build graph, by number: what each is called, what it read, and what it was."""

from __future__ import annotations

import hashlib
import pickle
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from site_gen.graph.columns import Column, Numbers, Spilled

Reads: TypeAlias = tuple[int, ...]
"""What something read, in that order."""

Key: TypeAlias = tuple[Any, ...]

Node: TypeAlias = tuple[int, bytes, bytes, bytes, str | bytes | None]
"""A node that was made, for another process: number, reads, digest, key, cached text or value."""

Delta: TypeAlias = tuple[int, int, list[tuple[str, bool]], list[Node]]
"""What a process noted since it said so last: which process, its first own number, the names from there on
and whether each is a leaf's, and what it made."""

Worth: TypeAlias = Literal["digest", "text", "stored", "value", ""]
"""What is cached of a value: its digest, itself where it is a text or takes long to make, or nothing.
A text does not stay in memory, nor does what is stored in a first build."""

_FEW = 8  # an eighth

_WORN = 4  # times what is in use

ABSENT = b"absent"
"""The digest of a leaf that is not there."""


Columns: TypeAlias = tuple[
    Column[str], Column[bytes | None], Column[bytes], Column[bytes], Column[str | bytes | None]
]


class CachedGraph(NamedTuple):
    """The nodes as they are stored, by number: names, what each read (None for a leaf), digests, keys of
    queries, cached values.

    `readers` tells who read each, of the first nodes as they were when all was stored; `numbered` how many
    there were when they were last numbered anew; `parts` the digests of parts of the model. `touched` are
    those that are others than in the whole that was stored; None where all may be. `numbers` are those of
    names, `leaves` of the leaves in each part that were stored first; None where nobody looked yet.
    """

    columns: Columns
    readers: Column[bytes]
    parts: dict[str, bytes]
    numbered: int
    touched: list[int] | None
    numbers: Numbers | None = None
    leaves: dict[str, bytes] | None = None

    def put(self, number: int, node: tuple[Any, ...]) -> None:
        """Take a node over that changed later, or that came behind the others."""
        columns: tuple[Column[Any], ...] = self.columns
        names, numbers = columns[0], self.numbers or Numbers(columns[0])
        for column, value in zip(columns, node, strict=True):
            column.put(number, value)
        if names[number] and numbers.get(names[number]) != number:
            numbers.put(number)


class Nodes:
    """All nodes. A digest is empty for what is made without one; a key for what is no query's value."""

    def __init__(self, cached: CachedGraph | None = None) -> None:
        """The nodes as they were stored; none without."""
        cached = cached or CachedGraph(
            (Column(), Column(), Column(), Column(), Column()), Column(), {}, 0, []
        )
        self.names, self._reads, self.digests, self._keys, self.texts = self._columns = cached.columns
        self._readers, self.parts, self._numbered = cached.readers, cached.parts, cached.numbered
        self._touched = dict.fromkeys(range(len(self.names)) if cached.touched is None else cached.touched)
        self.numbers, self._leaves = cached.numbers or Numbers(self.names), cached.leaves
        self._forgotten = 0

    @property
    def _others(self) -> Iterable[int]:
        """Those that are others than in what was stored: all of a first build, which notes none for that."""
        return self._touched if self._numbered else range(len(self.names))

    def _touch(self, number: int) -> None:
        if self._numbered:
            self._touched[number] = None

    def leaf(self, name: str) -> int:
        """The number of a leaf."""
        return self._number(name, None)

    def made(self, name: str) -> int:
        """The number of something made."""
        return self._number(name, b"")

    def value(self, query: str, key: Key) -> int:
        """The number of a query's value for a key."""
        number = self._number(f"{query}{key!r}", b"")
        if not self._keys[number]:
            self._keys[number] = pickle.dumps(key)
        return number

    def reads(self, number: int) -> Sequence[int]:
        """What a node read, in that order."""
        return _unpacked(self._reads[number])

    def is_leaf(self, number: int) -> bool:
        """Whether a node is a part of the model."""
        return not self._reads.holds(number)

    def leaves(self) -> dict[str, list[int]]:
        """All leaves, in the parts that they are of."""
        if self._leaves is None:
            self._leaves = leaves_of(self.names, self._reads)
        touched = [number for number in self._others if self.is_leaf(number)]
        gone = {number for number in touched if not self.names[number]}
        found = {
            part: [number for number in _unpacked(leaves) if number not in gone]
            for part, leaves in self._leaves.items()
        }
        for number in touched:
            if number not in gone:
                found.setdefault(part_of(self.names[number]), []).append(number)
        return found

    def without_digest(self) -> Iterator[int]:
        """The leaves of which no digest is known, for they were read for the first time."""
        return (each for each in self._others if self.is_leaf(each) and not self.digests[each])

    def note(self, number: int, reads: Iterable[int], digest: bytes) -> None:
        """Note what a node read, and what it is."""
        packed = _packed(reads)
        if self._reads[number] != packed or self.digests[number] != digest:
            self._reads[number], self.digests[number] = packed, digest
            self._touch(number)

    def mark(self, number: int, digest: bytes) -> None:
        """Note what a leaf is."""
        self.digests[number] = digest
        self._touch(number)

    def keep(self, number: int, value: Any, worth: Worth) -> None:
        """Keep a value as far as it is worth that."""
        if worth in ("text", "stored", "value"):
            self.texts[number] = value if worth == "text" else pickle.dumps(value)
            self._touch(number)

    def stays(self, worth: Worth) -> bool:
        """Whether a value stays in memory beside what is cached of it."""
        return worth != "text" and (worth != "stored" or not isinstance(self.texts, Spilled))

    def drop(self, number: int) -> None:
        """Keep the value of a node no more."""
        if self.texts.holds(number):
            self.texts[number] = None
            self._touch(number)

    def value_of(self, number: int) -> Any:
        """The value that is cached."""
        cached = self.texts[number]
        return pickle.loads(cached) if isinstance(cached, bytes) else cached

    def call(self, number: int) -> tuple[str, Key] | None:
        """The query, by name, and the key whose value it is; None where a change cannot end there."""
        key = self._keys[number] if self.digests[number] else None
        return (self.names[number].partition("(")[0], pickle.loads(key)) if key else None

    def forget(self, number: int) -> None:
        """Know a node no more: it is made anew under another number."""
        if self.names[number]:
            self.names[number], self.texts[number] = "", None
            self._touch(number)
            self._forgotten += 1

    @property
    def is_worn(self) -> bool:
        """Whether most of them were forgotten."""
        return len(self.names) > _WORN * (len(self.names) - self._forgotten)

    def reached(self, changed: Iterable[int]) -> set[int]:
        """These, and what reads any of them at any remove."""
        since: defaultdict[int, list[int]] = defaultdict(list)
        for number in self._others:
            for read in self.reads(number):
                since[read].append(number)
        found = set(changed)
        waiting = list(found)
        while waiting:
            number = waiting.pop()
            readers = _unpacked(self._readers[number]) if number < len(self._readers) else ()
            new = [each for each in (*readers, *since.get(number, ())) if each not in found]
            found.update(new)
            waiting += new
        return found

    def plain(self, number: int) -> Node:
        """A node for another process."""
        return (
            number,
            self._reads[number] or b"",
            self.digests[number],
            self._keys[number],
            self.texts[number],
        )

    def take(self, number: int, node: Node, numbers: Mapping[int, int]) -> None:
        """Take over a node of another process, whose numbers are these here."""
        _, reads, digest, self._keys[number], self.texts[number] = node
        self.note(number, [numbers.get(read, read) for read in _unpacked(reads)], digest)

    def cached(self, roots: Iterable[int]) -> CachedGraph:
        """What is to be stored: these nodes and all that they read, numbered so that reads come first.

        The nodes of a first build stay as they are, for they are all in use. Few new ones are stored behind
        the others, with what nobody reads any more.
        """
        is_first = not self._numbered
        if is_first or (len(self.names) - self._numbered) * _FEW < self._numbered:
            return CachedGraph(
                self._columns, self._readers, self.parts, self._numbered or len(self.names),
                None if is_first else sorted(self._touched), self.numbers, self._leaves,
            )  # fmt: skip
        order: dict[int, int] = {}
        for root in roots:
            self._collect(root, order)
        found = [self.plain(number) for number in order]
        columns = (
            Column(self.names[number] for number in order),
            Column(self._renumbered(number, order) for number in order),
            Column(digest for _, _, digest, _, _ in found),
            Column(key for _, _, _, key, _ in found),
            Column(text for _, _, _, _, text in found),
        )
        return CachedGraph(columns, Column(), self.parts, len(order), None)

    def _collect(self, number: int, order: dict[int, int]) -> None:
        for read in self.reads(number):
            if read not in order:
                self._collect(read, order)
        order.setdefault(number, len(order))

    def _renumbered(self, number: int, order: Mapping[int, int]) -> bytes | None:
        return None if self.is_leaf(number) else _packed([order[read] for read in self.reads(number)])

    def _number(self, name: str, reads: bytes | None) -> int:
        number = self.numbers.get(name)
        if number is None:
            number = len(self.names)
            self.names.append(name)
            self.numbers.put(number)
            self._reads.append(reads)
            self.digests.append(b"")
            self._keys.append(b"")
            self.texts.append(None)
            self._touch(number)
        return number


def leaves_of(names: Column[str], reads: Column[bytes | None]) -> dict[str, bytes]:
    """The leaves in each part of the model."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number in range(len(names)):
        if not reads.holds(number) and (name := names[number]):
            found[part_of(name)].append(number)
    return {part: numbers.tobytes() for part, numbers in found.items()}


def part_of(leaf: str) -> str:
    """The name of the part that a leaf is in, which may have dots: v1.5/papers of "v1.5/papers['trees']"."""
    part, bracket, _ = leaf.partition("[")
    return part if bracket else part.rpartition(".")[0]


def readers_of(reads: Column[bytes | None]) -> Iterator[bytes]:
    """Who read each node, of what each read."""
    found = [array("I") for _ in range(len(reads))]
    for number, each in enumerate(reads):
        for read in _unpacked(each):
            found[read].append(number)
    return (each.tobytes() for each in found)


def _packed(reads: Iterable[int]) -> bytes:
    return array("I", reads).tobytes()


def _unpacked(reads: bytes | None) -> Sequence[int]:
    return memoryview(reads).cast("I") if reads else ()


def digest_of(value: object) -> bytes:
    """The digest of a value of frozen parts: equal where all that it holds is written alike, nowhere else."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()
