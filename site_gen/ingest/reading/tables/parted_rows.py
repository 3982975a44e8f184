"""Rows of a programme with a cell that holds several sessions, and rows whose cells go on in those below."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from site_gen.ingest.reading.tables.table import Cell, Row
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.text import fold

_NUMBERED = re.compile(r"\W*(?P<label>[^\W\d]+(?: [^\W\d]+)?)s? #?(?:\d|[IVX]+\b|[A-Z]\d?\b)")


def parted_rows(rows: Sequence[Row], columns: Collection[int], kept: Collection[int]) -> list[Row]:
    """The rows, each once for every session that its cells hold: "Opening", and below it "Session 1: Owls".

    Sessions begin with a label as the first line of another cell has it. `kept` are the columns that hold
    for all sessions of a row: when it is, and where. What else it says is of the last one.
    """
    firsts = {row.text(index).strip().partition("\n")[0] for row in rows for index in columns}
    labels = set(filter(None, map(_label, firsts)))
    return [part for row in rows for part in _parts(row, columns, kept, labels)]


def _label(line: str) -> str:
    """The words before the number of a session; empty where a line heads none."""
    match = _NUMBERED.match(line)
    return fold(match["label"]) if match and is_section(line.strip(" *_-•")) else ""


def _parts(row: Row, columns: Collection[int], kept: Collection[int], labels: set[str]) -> Iterator[Row]:
    held = {index: _sessions(row.cell(index), labels) for index in columns}
    number = max(map(len, held.values()), default=1)
    if number == 1:
        yield row
        return
    for part in range(number):
        is_last = part == number - 1
        cells = [
            (held[index][part] if part < len(held[index]) else Cell("", row.line))
            if index in held
            else (row.cell(index) if index in kept or is_last else Cell("", row.line))
            for index in range(len(row.cells))
        ]
        yield replace(row, cells=tuple(each.text for each in cells), lines=tuple(each.line for each in cells))


def _sessions(cell: Cell, labels: set[str]) -> list[Cell]:
    """The sessions of a cell, each with its lines."""
    found: list[Cell] = []
    for line, text in enumerate(cell.text.split("\n"), start=cell.line):
        if found and not (_label(text) in labels and any(found[-1].text.split("\n"))):
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{text}")
        else:
            found.append(Cell(text, line))
    return found


def joined_rows(rows: Sequence[Row], is_head: Callable[[Row], bool]) -> list[Row]:
    """Rows with those below them whose first cell is blank: what stands there goes on in these columns.

    `is_head` holds for a row that others go on below. A cell has its words in the lines of the document.
    """
    found: list[Row] = []
    for row in rows:
        if found and is_head(found[-1]) and not row.is_blank and not row.text(0).strip():
            found[-1] = _joined(found[-1], row)
        else:
            found.append(row)
    return found


def _joined(above: Row, row: Row) -> Row:
    width = max(len(above.cells), len(row.cells))
    cells = [_below(above.cell(index), row.cell(index)) for index in range(width)]
    return replace(above, cells=tuple(each.text for each in cells), lines=tuple(each.line for each in cells))


def _below(above: Cell, cell: Cell) -> Cell:
    if not above.text.strip() or not cell.text.strip():
        return above if above.text.strip() else cell
    lines = max(1, cell.line - above.line - above.text.count("\n"))
    return replace(above, text=above.text + "\n" * lines + cell.text)
