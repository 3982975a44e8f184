"""Grid tables of reStructuredText, whose cells may go over several rows and columns, as rows between bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from site_gen.ingest.reading.files.page_tables import PageTable
from site_gen.values import dataclass

_ACROSS, _DOWN = frozenset("+-="), frozenset("+|")
_MOST_CORNERS = 4_000  # of a table; what is larger stays as it stands
_LINE = re.compile(r"\| |[-*+] |\(?\w{1,2}[.)] ")  # what begins a line of its own in a cell
_BREAK = "<br>"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell by its edges: the lines and columns of the signs around it, and its text."""

    top: int
    left: int
    bottom: int
    right: int
    text: str


def grid_lines(lines: Sequence[str]) -> list[str] | None:
    """A grid table as rows between bars; None where its edges do not meet."""
    grid = dedent("\n".join(line.rstrip() for line in lines)).split("\n")
    width = max(map(len, grid))
    grid = _ruled([line.ljust(width) for line in grid])
    cells = list(_cells(grid)) if sum(line.count("+") for line in grid) <= _MOST_CORNERS else []
    held = sum((each.bottom - each.top) * (each.right - each.left) for each in cells)
    if any(" | " in each.text for each in cells):  # an edge that stands beside its place
        return None
    if not cells or held != (len(grid) - 1) * (width - 1):  # they must fill it, and none lies over another
        return None
    tops, lefts = sorted({each.top for each in cells}), sorted({each.left for each in cells})
    table = PageTable()
    for top in tops:
        table.begin_row((top, 0))
        for cell in sorted((each for each in cells if each.top == top), key=lambda each: each.left):
            across = sum(cell.left <= left < cell.right for left in lefts)
            down = sum(cell.top <= each < cell.bottom for each in tops)
            table.add(cell.text, {"colspan": str(across), "rowspan": str(down)})
    return ["", *(text for text, _ in table.lines())]


def _ruled(grid: list[str]) -> list[str]:
    """A grid; one as programs print it, with no rules but at its head and end, with one below each line."""
    rules = [at for at, line in enumerate(grid) if set(line) <= _ACROSS]
    rows = grid[rules[1] + 1 : -1] if len(rules) == 3 and rules[1] == rules[0] + 2 else []
    first = slice(1, grid[0].find("+", 1))  # a line in which this cell is blank belongs to the row above
    if len(rows) < 2 or not all(line[first].strip() for line in rows):
        return grid
    return [*grid[: rules[1] + 1], *(line for row in rows for line in (row, grid[-1]))]


def _cells(grid: Sequence[str]) -> Iterator[_Cell]:
    """The cells of a grid: of each corner the least rectangle whose edges are whole."""
    for top, line in enumerate(grid[:-1]):
        for left in (at for at, sign in enumerate(line[:-1]) if sign == "+"):
            cell = _cell(grid, top, left)
            if cell:
                yield cell


def _cell(grid: Sequence[str], top: int, left: int) -> _Cell | None:
    for right in _corners(grid[top], left, _ACROSS):
        column = "".join(line[right] for line in grid)
        for bottom in _corners(column, top, _DOWN):
            is_left = all(line[left] in _DOWN for line in grid[top : bottom + 1])
            if is_left and set(grid[bottom][left : right + 1]) <= _ACROSS:
                inside = [line[left + 1 : right] for line in grid[top + 1 : bottom]]
                return _Cell(top, left, bottom, right, _text(inside))
    return None


def _corners(line: str, begin: int, signs: frozenset[str]) -> Iterator[int]:
    """Where an edge that begins at a corner has further ones."""
    for at in range(begin + 1, len(line)):
        if line[at] not in signs:
            return
        if line[at] == "+":
            yield at


def _text(inside: Sequence[str]) -> str:
    """The text of a cell: a blank line, an item and a line of a line block begin a line."""
    found = [""]
    for line in (each.strip() for each in inside):
        if not line or _LINE.match(line):
            found.append("")
        found[-1] = f"{found[-1]} {line.removeprefix('| ')}".strip()
    return _BREAK.join(filter(None, found))
