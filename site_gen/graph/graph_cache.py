"""The build graph in .plenary/: as a whole, and what has changed since in a small file beside it."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from site_gen.graph.columns import Column, Numbers, Plain, Spilled, sections_of, written_of
from site_gen.graph.nodes import CachedGraph, leaves_of, readers_of
from site_gen.graph.store import load_cache, open_sections, save_cache, save_sections, seal_of

_Change: TypeAlias = tuple[int, tuple[Plain, ...]]
"""A node by number, and what it is in each column."""

_FEW = 8  # an eighth


class GraphCache:
    """The graph of a project between its builds; `code` tells who can read it."""

    def __init__(self, project: Path, code: str) -> None:
        """Nothing is read yet."""
        self._file = project / ".plenary" / "graph"
        self._changes = self._file.with_name("graph-changes")
        self._code = code
        self._whole = 0  # nodes of the whole that is there

    def load(self) -> CachedGraph | None:
        """The graph of the last build; None where there is none that can be believed."""
        found = open_sections(self._file, self._code)
        if found is None:
            return None
        head, places, *held = found
        parts, numbered, leaves = marshal.loads(head.taken_out)
        columns = [Column[Any]((), held[at], held[at + 1]) for at in range(0, len(held), 2)]
        names, reads, digests, keys, texts, readers = columns
        of_nodes = names, reads, digests, keys, texts
        whole = CachedGraph(of_nodes, readers, parts, numbered, [], Numbers(names, places), leaves)
        self._whole = len(readers)
        cached: tuple[list[_Change], dict[str, bytes]] | None = load_cache(
            self._changes, self._code_of_changes
        )
        changes, parts = cached or ((), parts)
        for number, node in changes:
            whole.put(number, node)
        return whole._replace(parts=parts, touched=[number for number, _ in changes])

    def begun(self) -> CachedGraph:
        """A graph to begin with, of which nothing is known."""
        self._file.parent.mkdir(exist_ok=True)
        columns: list[Column[Any]] = [Spilled[Any](self._file.parent) for _ in range(5)]
        names, reads, digests, keys, texts = columns
        return CachedGraph((names, reads, digests, keys, texts), Column(), {}, 0, [])

    def save(self, cached: CachedGraph) -> None:
        """Keep a graph: where few nodes are others than in the whole one that is there, only these."""
        touched, columns = cached.touched, cached.columns
        if touched is not None and len(touched) * _FEW < self._whole:
            changes = [(number, tuple(column[number] for column in columns)) for number in touched]
            save_cache(self._changes, self._code_of_changes, (changes, cached.parts))
        else:
            save_sections(self._file, self._code, _sections(cached))
            self._changes.unlink(missing_ok=True)

    @property
    def _code_of_changes(self) -> str:
        return f"{self._code} {seal_of(self._file)}"


def _sections(cached: CachedGraph) -> Iterator[Iterable[bytes]]:
    columns: tuple[Column[Any], ...] = cached.columns
    names, reads, *_ = columns
    yield [marshal.dumps((cached.parts, cached.numbered, leaves_of(names, reads)))]
    yield [(cached.numbers or Numbers(names)).places]
    for column in columns:
        yield from sections_of(column.written())
    yield from sections_of(map(written_of, readers_of(reads)))
