"""The leaves of the build graph: parts of the model, each of which notes for itself what is read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from site_gen.graph.nodes import ABSENT, Nodes


class Leaves(Protocol):
    """A part of the model that notes for itself what is read of it."""

    def digests(self, wanted: Callable[[str], int | None]) -> Iterator[tuple[int, bytes]]:
        """The digest of every leaf that is wanted, with its number."""

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

    def digests(self, nodes: Nodes, is_asked: Callable[[int], bool]) -> Iterator[tuple[int, bytes]]:
        """The digest of every leaf that is a node and that is asked for, with its number."""

        def wanted(name: str) -> int | None:
            number = nodes.numbers.get(name)
            return number if number is not None and is_asked(number) else None

        for leaves in self._leaves.values():
            yield from leaves.digests(wanted)

    def changes(self, before: Parts, nodes: Nodes) -> dict[int, bytes]:
        """The digest of every leaf that may be another one than in the model of these nodes."""
        found: dict[int, bytes] = {}
        for name, leaves in before._leaves.items():
            for number, digest in leaves.noted_leaves(lambda number: not nodes.digests[number]):
                nodes.digests[number] = digest
            if name in self._leaves:
                found.update(self._leaves[name].changed_leaves(leaves))
            else:  # where it comes again its leaves are new ones
                gone = [number for number, _ in leaves.noted_leaves(lambda _: True)]
                found.update(dict.fromkeys(gone, ABSENT))
                for number in gone:
                    nodes.forget(number)
        return found
