"""The build graph in .plenary/: as a whole, and what has changed since in a small file beside it."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from site_gen.graph.nodes import Kept, readers_of
from site_gen.graph.store import load_cache, load_values, save_cache, save_values, seal_of

_Change: TypeAlias = tuple[int, tuple[Any, ...]]
"""A node by number, and what it is in each column."""

_FEW = 8  # an eighth
_PORTION = 8192  # nodes


class KeptGraph:
    """The graph of a project between its builds; `code` tells who can read it."""

    def __init__(self, project: Path, code: str) -> None:
        """Nothing is read yet."""
        self._file = project / ".plenary" / "graph"
        self._changes = self._file.with_name("graph-changes")
        self._code = code
        self._whole = 0  # nodes of the whole that is there

    def load(self) -> Kept | None:
        """The graph of the last build; None where there is none that can be believed."""
        values = load_values(self._file, self._code)
        if values is None:
            return None
        (parts, numbered), *portions = values
        columns: tuple[list[Any], ...] = tuple([] for _ in Kept._fields[:6])
        while portions:  # they go as they are taken over
            for column, portion in zip(columns, portions.pop(0), strict=True):
                column += portion
        whole = Kept._make([*columns, parts, numbered, []])
        self._whole = len(whole.names)
        kept: tuple[list[_Change], dict[str, bytes]] | None = load_cache(self._changes, self._code_of_changes)
        changes, parts = kept or ((), whole.parts)
        for number, node in changes:
            for column, value in zip(whole.columns, node, strict=True):
                column[number : number + 1] = [value]
        return whole._replace(parts=parts, touched=[number for number, _ in changes])

    def save(self, kept: Kept) -> None:
        """Keep a graph: where few nodes are others than in the whole one that is there, only these."""
        touched, columns = kept.touched, kept.columns
        if touched is not None and len(touched) * _FEW < self._whole:
            changes = [(number, tuple(column[number] for column in columns)) for number in touched]
            save_cache(self._changes, self._code_of_changes, (changes, kept.parts))
        else:
            of_nodes = (*columns, readers_of(kept.reads))
            portions = (
                [column[start : start + _PORTION] for column in of_nodes]
                for start in range(0, len(kept.names), _PORTION)
            )
            save_values(self._file, self._code, chain([(kept.parts, kept.numbered)], portions))
            self._changes.unlink(missing_ok=True)

    @property
    def _code_of_changes(self) -> str:
        return f"{self._code} {seal_of(self._file)}"
