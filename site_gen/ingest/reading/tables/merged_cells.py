"""Cells that go over several rows or columns: what each of the cells below and beside them holds."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

Rows = list[list[str]]
Merged = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged one: row and column from 0."""

CONTINUED = "^^"
"""What stands in a grid below a cell that goes on there, as MultiMarkdown writes it."""


def fill(rows: Rows, merged: Sequence[Merged], *, is_list: bool) -> None:
    """Fill merged cells: in a list what goes over several rows holds for each; in a grid it goes on there.

    What goes over several columns of a list is what its first one says, and nothing in the others.
    """
    for first, last in merged:
        for row, column in _cells(rows, first, last):
            if column == first[1] if is_list else column or row == first[0]:
                is_below = row > first[0] and not is_list
                rows[row][column] = (
                    CONTINUED if is_below and rows[first[0]][first[1]] else rows[first[0]][first[1]]
                )


def _cells(rows: Rows, first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Those of the cells from one to another that the rows have."""
    for row in range(first[0], min(last[0] + 1, len(rows))):
        for column in range(first[1], min(last[1] + 1, len(rows[row]))):
            yield row, column


def as_csv(rows: Rows) -> str:
    """Rows as delimited text."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
