"""The nodes of the build graph, by number: what each is called, what it read, and what it was."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

Reads: TypeAlias = tuple[int, ...]

Key: TypeAlias = tuple[Any, ...]

Kept: TypeAlias = tuple[
    list[str], list[Reads | None], list[bytes], list[bytes], list[str | bytes | None], int
]
"""The nodes as they are stored: names, reads (None for a leaf), digests, calls of queries, kept values;
and how many they were when they were last numbered anew."""

Node: TypeAlias = tuple[int, Reads, bytes, bytes, str | bytes | None]
"""A node that was made, for another process: number, reads, digest, call, kept text or value."""

Worth: TypeAlias = Literal["digest", "text", "value", ""]
"""What is kept of a value: its digest, itself where it is a text or takes long to make, or nothing."""

_FEW = 8  # an eighth

ABSENT = b"absent"
"""The digest of a leaf that is not there."""


class Nodes:
    """All nodes. A digest is empty for what is made without one; a call for what is no query's value."""

    def __init__(self, kept: Kept | None = None) -> None:
        """The nodes as they were stored; none without."""
        nothing: Kept = ([], [], [], [], [], 0)
        self.names, self.reads, self.digests, self._calls, self.texts, self._numbered = kept or nothing
        self.numbers = {name: number for number, name in enumerate(self.names) if name}
        self._keys: dict[int, tuple[str, Key]] = {}

    def leaf(self, name: str) -> int:
        """The number of a leaf."""
        return self._number(name, None)

    def made(self, name: str) -> int:
        """The number of something made."""
        return self._number(name, ())

    def value(self, query: str, key: Key) -> int:
        """The number of a query's value for a key."""
        number = self._number(f"{query}{key!r}", ())
        self._keys[number] = (query, key)
        return number

    def keep(self, number: int, value: Any, worth: Worth) -> None:
        """Keep a value as far as it is worth that."""
        if worth == "text":
            self.texts[number] = value
        elif worth == "value":
            self.texts[number] = pickle.dumps(value)

    def value_of(self, number: int) -> Any:
        """The value that is kept."""
        kept = self.texts[number]
        return pickle.loads(kept) if isinstance(kept, bytes) else kept

    def call(self, number: int) -> tuple[str, Key] | None:
        """The query, by name, and the key whose value it is; None where a change cannot end there."""
        if not self.digests[number]:
            return None
        known = self._keys.get(number)
        if known is None and self._calls[number]:
            known = self._keys[number] = pickle.loads(self._calls[number])
        return known

    def forget(self, number: int) -> None:
        """Know a node no more: it is made anew under another number."""
        self.numbers.pop(self.names[number], None)
        self.names[number], self.texts[number] = "", None

    def plain(self, number: int) -> Node:
        """A node for another process."""
        call = self._calls[number]
        if not call and self.digests[number] and number in self._keys:
            call = self._calls[number] = pickle.dumps(self._keys[number])
        return number, self.reads[number] or (), self.digests[number], call, self.texts[number]

    def take(self, number: int, node: Node, numbers: Mapping[int, int]) -> None:
        """Take over a node of another process, whose numbers are these here."""
        _, reads, self.digests[number], self._calls[number], self.texts[number] = node
        self.reads[number] = tuple(numbers.get(read, read) for read in reads)

    def kept(self, roots: Iterable[int]) -> Kept:
        """What is to be stored: these nodes and all that they read, numbered so that reads come first.

        Few new ones are stored behind the others, with what nobody reads any more.
        """
        if (len(self.names) - self._numbered) * _FEW < self._numbered:
            calls = [self.plain(number)[3] for number in range(len(self.names))]
            return self.names, self.reads, self.digests, calls, self.texts, self._numbered
        order: dict[int, int] = {}
        for root in roots:
            self._collect(root, order)
        found = [self.plain(number) for number in order]
        return (
            [self.names[number] for number in order],
            [self._renumbered(number, order) for number in order],
            [digest for _, _, digest, _, _ in found],
            [call for _, _, _, call, _ in found],
            [text for _, _, _, _, text in found],
            len(order),
        )

    def _collect(self, number: int, order: dict[int, int]) -> None:
        for read in self.reads[number] or ():
            if read not in order:
                self._collect(read, order)
        order.setdefault(number, len(order))

    def _renumbered(self, number: int, order: Mapping[int, int]) -> Reads | None:
        reads = self.reads[number]
        return None if reads is None else tuple(map(order.__getitem__, reads))

    def _number(self, name: str, reads: Reads | None) -> int:
        number = self.numbers.get(name)
        if number is None:
            number = self.numbers[name] = len(self.names)
            self.names.append(name)
            self.reads.append(reads)
            self.digests.append(b"")
            self._calls.append(b"")
            self.texts.append(None)
        return number


def digest_of(value: object) -> bytes:
    """The digest of a value of frozen parts: equal where all that it holds is written alike, nowhere else."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=16).digest()
