"""Cells of a sheet that hold one text each, broken where a line of some width is full."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_FEWEST, _SHARE = 3, 0.7  # cells of several lines in a column, and of them those that are broken so
_NARROWEST = 40  # characters of a line


def widths_of_texts(rows: Sequence[Sequence[object]]) -> list[int]:
    """For each column the width at which its texts are broken; 0 where cells of several lines are lists."""
    columns = range(max(map(len, rows), default=0))
    return [_width([row[at] for row in rows if at < len(row)]) for at in columns]


def _width(cells: Sequence[object]) -> int:
    several = [lines for cell in cells if isinstance(cell, str) and len(lines := _lines(cell)) > 1]
    widest = max((len(line) for lines in several for line in lines), default=0)
    full = sum(_are_full(lines, widest) for lines in several)
    is_wrapped = len(several) >= _FEWEST and widest >= _NARROWEST and full >= _SHARE * len(several)
    return widest if is_wrapped else 0


def is_broken_text(cell: str, width: int) -> bool:
    """Whether the lines of a cell are one text that is broken at that width, and not several things."""
    return width > 0 and _are_full(_lines(cell), width)


def _are_full(lines: Sequence[str], width: int) -> bool:
    """Whether the first word of no line but the first would have fitted into the line above it."""
    return all(len(line) + 1 + len((below.split() or [""])[0]) > width for line, below in pairwise(lines))


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.strip().splitlines()]
