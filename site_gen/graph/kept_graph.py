"""The build graph in .plenary/: as a whole, and what has changed since in a small file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

from site_gen.graph.nodes import Kept
from site_gen.graph.store import load_cache, save_cache, seal_of

_Columns: TypeAlias = tuple[list[Any], ...]
"""Names, reads, digests, calls and values of all nodes."""

_Change: TypeAlias = tuple[int, tuple[Any, ...]]
"""A node by number, and what it is in each column."""

_FEW = 8  # an eighth


class KeptGraph:
    """The graph of a project between its builds; `code` tells who can read it."""

    def __init__(self, project: Path, code: str) -> None:
        """Nothing is read yet."""
        self._file = project / ".plenary" / "graph"
        self._changes = self._file.with_name("graph-changes")
        self._code = code
        self._whole: _Columns = ()

    def load(self) -> Kept | None:
        """The graph of the last build; None where there is none that can be believed."""
        whole: Kept | None = load_cache(self._file, self._code)
        if whole is None:
            return None
        columns = _columns(whole)
        self._whole = tuple(column.copy() for column in columns)
        changes: list[_Change] = load_cache(self._changes, self._code_of_changes) or []
        for number, node in changes:
            for column, value in zip(columns, node, strict=True):
                column[number : number + 1] = [value]
        return whole

    def save(self, kept: Kept) -> None:
        """Keep a graph: where few nodes are others than in the whole one that is there, only these."""
        columns = _columns(kept)
        before = len(self._whole[0]) if self._whole else 0
        changes = self._changed(columns) if 0 < before <= len(columns[0]) else None
        if changes is not None and len(changes) * _FEW < before:
            save_cache(self._changes, self._code_of_changes, changes)
        else:
            save_cache(self._file, self._code, kept)
            self._changes.unlink(missing_ok=True)

    @property
    def _code_of_changes(self) -> str:
        return f"{self._code} {seal_of(self._file)}"

    def _changed(self, columns: _Columns) -> list[_Change]:
        """The nodes that are others than in the whole graph, and those that came behind them."""
        found = []
        before = zip(*self._whole, strict=True)
        for number, node in enumerate(zip(*columns, strict=True)):
            was = next(before, None)
            if node != was:
                found.append((number, node))
        return found


def _columns(kept: Kept) -> _Columns:
    names, reads, digests, calls, values, _ = kept
    return names, reads, digests, calls, values
