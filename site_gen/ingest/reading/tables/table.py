"""Delimited text as rows: which sign parts the cells, where the header is, on which line each cell begins."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import accumulate, islice

from site_gen.ingest.reading.columns.column_values import says
from site_gen.ingest.reading.columns.columns import Columns, columns_of, with_named_events
from site_gen.ingest.reading.tables.ditto_cells import may_hold_ditto, without_ditto
from site_gen.ingest.reading.tables.table_sections import begins_below, headings, is_header_again
from site_gen.ingest.records import Document
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted, squeeze
from site_gen.values import dataclass

_DELIMITERS = (",", ";", "\t", "|")
_HEAD_ROWS = 12  # a header stands in one of these; above it may be the name of the conference
HEAD = 60_000  # characters in which the header is looked for
_WIDEST = 300  # cells of a header
_TABS_OF_ROW = 3  # in a line of a list: a number, a title and its authors stand between two
_QUOTED_CELLS = re.compile(r'"[^"]*+(?:""[^"]*+)*+"(?:[,;\t]"[^"]*+(?:""[^"]*+)*+")++')
# One such sign before what a spreadsheet would take for a formula guards it; a quoted one was guarded too.
_GUARD = re.compile(r"'(?='*[=+\-@＝＋－＠\t\r])")

Fields = Mapping[str, tuple[str, ...]]
IsTable = Callable[[Columns], bool]


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and the line on which it begins."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the line on which it begins. `lines` are those of the cells, if they are not all on that one.

    No cell has a guard against formulas.
    """

    line: int
    cells: tuple[str, ...]
    lines: tuple[int, ...] = ()

    def cell(self, index: int) -> Cell:
        """A cell; an empty one where the row is too short."""
        if index >= len(self.cells):
            return Cell("", self.line)
        return Cell(self.cells[index], self.lines[index] if self.lines else self.line)

    def text(self, index: int) -> str:
        """The text of a cell; empty where the row is too short."""
        return self.cells[index] if index < len(self.cells) else ""

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def is_apart(self) -> bool:
        """Whether the row is none of the table's: blank, or the line by which HotCRP parts groups."""
        return self.is_blank or (len(self.cells) == 1 and self.cells[0].startswith("#"))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is a table: the sign between cells, the header, its columns."""

    delimiter: str
    header: Row
    columns: Columns

    def named(self, *names: str) -> bool:
        """Whether the header has columns of exactly these names."""
        printed = {cell.strip() for cell in self.header.cells}
        return printed.issuperset(names)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a document below its header; blank ones are left out. `headings` stand between them.

    `asked` are the fields that a reader asked for until now.
    """

    document: Document
    layout: Layout
    rows: tuple[Row, ...]
    headings: tuple[Row, ...] = ()
    asked: set[str] = field(default_factory=set, compare=False)

    def place(self, line: int) -> Place:
        """The place of a line."""
        return self.document.place(line)

    def field(self, row: Row, name: str) -> Cell | None:
        """The first filled cell of a field; None where the row has none."""
        self.asked.add(name)
        for index in self.layout.columns.of_field.get(name, ()):
            if says(row.text(index)):
                return row.cell(index)
        return None

    def fields(self, row: Row, name: str) -> list[Cell]:
        """The filled cells of a field that has several columns."""
        self.asked.add(name)
        cells = (row.cell(index) for index in self.layout.columns.of_field.get(name, ()))
        return [cell for cell in cells if says(cell.text)]

    def unread(self) -> Iterator[tuple[str, int]]:
        """The columns of known fields that no reader asked for, and how many cells they fill."""
        for name, indices in self.layout.columns.of_field.items():
            for index in indices if name not in self.asked else ():
                filled = sum(index < len(row.cells) and says(row.cells[index]) for row in self.rows)
                if filled:
                    yield self.layout.header.cells[index], filled


def find_layout(
    text: str, fields: Fields, is_table: IsTable, mapped: Mapping[str, str] | None = None
) -> Layout | None:
    """How a text is a table of such columns; None where it is none."""
    if text.lstrip()[:1] in ("{", "<"):
        return None
    found = [
        layout
        for delimiter in _DELIMITERS
        if (layout := _layout(text[:HEAD], delimiter, fields, is_table, mapped or {}))
    ]
    return max(found, key=lambda layout: len(layout.header.cells), default=None)


def _layout(
    head: str, delimiter: str, fields: Fields, is_table: IsTable, mapped: Mapping[str, str]
) -> Layout | None:
    rows = list(islice(_rows(head, delimiter, strict=False), _HEAD_ROWS))
    for position, row in enumerate(rows):
        if not 2 <= len(row.cells) <= _WIDEST:
            continue
        under = [other for other in rows[position + 1 :] if not other.is_apart and other.cells != row.cells]
        columns = columns_of(row.cells, mapped, fields, [other.cells for other in under])
        columns = with_named_events(columns, row.cells)
        below = next(iter(under), None)
        if below and len(below.cells) > 1 and is_table(columns):
            return Layout(delimiter, row, columns)
    return None


def is_headless(text: str) -> bool:
    """Whether every line of a text is a row of a table: its cells in quotes, or as many between tabs."""
    lines = [line for line in text.split("\n") if line.strip()]
    if all(_QUOTED_CELLS.fullmatch(line) for line in lines):
        return True
    tabs = {line.count("\t") for line in lines}
    return len(tabs) == 1 and tabs.pop() >= _TABS_OF_ROW


def widest_rows(text: str) -> list[Row]:
    """The rows of a text by the sign that parts most cells at its top; none where no sign parts any."""
    found = [
        list(_rows(text, delimiter, strict=False)) for delimiter in _DELIMITERS if delimiter in text[:HEAD]
    ]
    widths = [
        sum(len(row.cells) for row in rows[:_HEAD_ROWS]) / max(1, len(rows[:_HEAD_ROWS])) for rows in found
    ]
    rows = found[widths.index(max(widths))] if found else []
    filled = [len(row.cells) for row in rows[:_HEAD_ROWS] if not row.is_blank]
    wide = [
        count for count in filled if count > 1
    ]  # above them may stand the name of the conference, and the day
    return rows if 2 * len(wide) > len(filled) and sum(wide) > 2 * len(wide) else []


def read_table(document: Document, layout: Layout, problems: ProblemLog) -> Table:
    """The rows below the header; a row that has not as many cells is a problem and left out."""
    width = len(layout.header.cells)
    rows: list[Row] = []
    try:
        for row in _unquoted(document.text, layout) or _rows(document.text, layout.delimiter, strict=True):
            if row.line <= layout.header.line or row.is_apart:
                continue
            if is_header_again(row.cells, layout.header.cells):
                if rows and begins_below(rows[-1].cells):
                    _report_example(document, rows, problems)
                    rows.clear()
                continue
            if len(row.cells) == width or (len(row.cells) > width and Row(0, row.cells[width:]).is_blank):
                rows.append(row)
            else:
                report_ragged(document, row, width, problems)
    except _Unreadable as error:
        problems.error(
            "broken-row",
            "this row cannot be read: its quotes do not close where the cell ends",
            document.place(error.line),
            hint='a cell that holds quotes is written "like ""this"""',
        )
    apart = headings([row.cells for row in rows], layout.columns)
    return Table(
        document,
        layout,
        tuple(row for position, row in enumerate(rows) if position not in apart),
        tuple(row for position, row in enumerate(rows) if position in apart),
    )


def _report_example(document: Document, rows: Sequence[Row], problems: ProblemLog) -> None:
    """Report the rows by which a form shows how it is filled in."""
    what = f"{counted(len(rows) - 1, 'row')} above '{squeeze(' '.join(rows[-1].cells))[:60]}' are an example"
    hint = "where they take place, copy them below the header there"
    problems.warning("heading-row", f"{what}: they are left out", document.place(rows[0].line), hint)


def _unquoted(text: str, layout: Layout) -> list[Row]:
    """The rows of a text with tabs whose quotes are signs of the cells; none where quotes mean something.

    So they are where each line has the tabs of the header, but quotes that do not close where cells end.
    """
    if layout.delimiter != "\t" or '"' not in text:
        return []
    try:
        for _ in _rows(text, layout.delimiter, strict=True):
            pass
    except _Unreadable:
        lines = text.split("\n")
        tabs = len(layout.header.cells) - 1
        if all(line.count("\t") == tabs for line in lines[layout.header.line - 1 :] if line.strip()):
            return [
                Row(number, tuple(map(_unguarded, line.split("\t"))))
                for number, line in enumerate(lines, 1)
                if line.strip()
            ]
    return []


def report_ragged(document: Document, row: Row, width: int, problems: ProblemLog) -> None:
    """Report a row that has not as many cells as the header."""
    what = f"this row has {counted(len(row.cells), 'cell')}, the header {width}"
    hint = "put a cell that holds the separator or a line break in quotes"
    problems.error("ragged-row", what, document.place(row.line), hint)


class _Unreadable(Exception):
    """A row that breaks the rules of its quotes."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _rows(text: str, delimiter: str, strict: bool) -> Iterator[Row]:
    """The rows of a text, each with the line on which it begins."""
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=delimiter, strict=strict)
    line = 1
    try:
        for cells in without_ditto(reader) if may_hold_ditto(text) else reader:
            lines = _lines(line, cells) if reader.line_num > line else ()
            yield Row(line, tuple(map(_unguarded, cells)), lines)
            line = reader.line_num + 1
    except csv.Error:  # a quote that never closes makes a cell too long, or one that the text ends in
        if strict:
            raise _Unreadable(line) from None


def _lines(first: int, cells: Sequence[str]) -> tuple[int, ...]:
    return tuple(accumulate((cell.count("\n") for cell in cells[:-1]), initial=first))


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARD.match(cell) else cell


def unknown_columns(document: Document, layout: Layout | None, fields: Fields) -> Iterator[tuple[str, str]]:
    """What sources.yaml maps in vain: what is wrong, and a hint."""
    names: Sequence[str] = layout.header.cells if layout else ()
    printed = {name.strip().casefold() for name in names}
    for name, column in (document.columns or {}).items():
        if name not in fields:
            yield f"sources.yaml maps '{name}', which is no field", f"fields: {', '.join(fields)}"
        elif layout and column.strip().casefold() not in printed:
            yield (
                f"there is no column '{column}', which sources.yaml names",
                "a column's name stands in the header",
            )
