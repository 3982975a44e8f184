"""The leaves of the build graph: parts of the model, each of which notes for itself what is read of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Protocol

from site_gen.graph.nodes import ABSENT, Nodes, part_of


class Leaves(Protocol):
    """A part of the model that notes for itself what is read of it."""

    def digests(self, wanted: Callable[[str], int | None]) -> Iterator[tuple[int, bytes]]:
        """The digest of every leaf that is wanted, with its number."""

    def digest(self) -> bytes:
        """The digest of the whole part; empty where it would take as long as that of every leaf."""

    def noted_leaves(self, is_wanted: Callable[[int], bool]) -> Iterator[tuple[int, bytes]]:
        """The same for those that were read here, by number."""

    def changed_leaves(self, before: Any) -> Iterator[tuple[int, bytes]]:
        """The digest of what may be another one than in `before`, of the same name; its numbers are ours."""


class Parts:
    """The parts of a model, by name."""

    def __init__(self) -> None:
        """None yet."""
        self._leaves: dict[str, Leaves] = {}

    def join(self, name: str, leaves: Leaves) -> None:
        """Take a part in, in the place of what had its name."""
        self._leaves[name] = leaves

    def news(self, nodes: Nodes) -> dict[int, bytes]:
        """The digest of every leaf that may be another one than when these nodes were stored; the digests of
        whole parts become those of this model."""
        before, nodes.parts = nodes.parts, {name: part.digest() for name, part in self._leaves.items()}
        stand = {name for name, digest in nodes.parts.items() if digest and before.get(name) == digest}
        others = {part: leaves for part, leaves in nodes.leaves().items() if part not in stand}
        return self._digests(nodes, others)

    def mark(self, nodes: Nodes) -> None:
        """Note what every leaf is that was read for the first time."""
        if not nodes.parts:
            nodes.parts = {name: part.digest() for name, part in self._leaves.items()}
        leaves: defaultdict[str, list[int]] = defaultdict(list)
        for each in nodes.without_digest():
            leaves[part_of(nodes.names[each])].append(each)
        for number, digest in self._digests(nodes, leaves).items():
            nodes.mark(number, digest)

    def _digests(self, nodes: Nodes, leaves: Mapping[str, Iterable[int]]) -> dict[int, bytes]:
        found = dict.fromkeys(chain.from_iterable(leaves.values()), ABSENT)

        def wanted(name: str) -> int | None:
            number = nodes.numbers.get(name)
            return number if number in found else None

        for part in leaves.keys() & self._leaves.keys():
            found.update(self._leaves[part].digests(wanted))
        return found

    def changes(self, before: Parts, nodes: Nodes) -> dict[int, bytes]:
        """The digest of every leaf that may be another one than in the model of these nodes."""
        found: dict[int, bytes] = {}
        for name, leaves in before._leaves.items():
            for number, digest in leaves.noted_leaves(lambda number: not nodes.digests[number]):
                nodes.mark(number, digest)
            if name in self._leaves:
                found.update(self._leaves[name].changed_leaves(leaves))
            else:  # where it comes again its leaves are new ones
                gone = [number for number, _ in leaves.noted_leaves(lambda _: True)]
                found.update(dict.fromkeys(gone, ABSENT))
                for number in gone:
                    nodes.forget(number)
        return found
