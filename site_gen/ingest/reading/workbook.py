"""Workbooks of spreadsheet programs (.xlsx, .ods, .xls): every visible sheet as delimited text.

A line of that text is a row of the sheet. In a list a cell that goes over several rows holds for each of
them; in a grid one that goes over several columns stands in each.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from pathlib import PurePosixPath

from site_gen.ingest.reading.paper_tables import table_header
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.text import squeeze

_SUFFIXES = frozenset([".xlsx", ".xlsm", ".xls", ".ods"])
_LARGEST = 200_000_000  # bytes that a workbook may unfold to
_NONE = "save the workbook as CSV (UTF-8), or write ignore: yes for it into content/sources.yaml"

Rows = list[list[str]]
Merged = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged one: row and column from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that holds anything."""

    name: str
    text: str


def is_workbook(path: str) -> bool:
    """Whether a file is a workbook by its name."""
    return PurePosixPath(path).suffix.lower() in _SUFFIXES


def sheets_of(content: bytes, path: str, problems: ProblemLog) -> list[Sheet]:
    """The sheets of a workbook, after telling what is wrong. Raises Stop where nothing can read workbooks."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum  # late: few need it
    except ImportError:
        hint = "run: make site    (with pip: pip install 'plenary[sheets]'); or save it as CSV (UTF-8)"
        raise Stop(ExitStatus.ENVIRONMENT, f"what reads {path} is not installed", hint) from None
    if _is_too_large(content):
        problems.error("workbook", "this workbook is too large to be read", Place(path), _NONE)
        return []
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
        sheets = [(name, book.get_sheet_by_name(name)) for name in shown]
        held = [
            (name, sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or ())
            for name, sheet in sheets
        ]
    except (CalamineError, OSError, ValueError) as error:
        problems.error("workbook", f"this workbook cannot be read: {squeeze(str(error))}", Place(path), _NONE)
        return []
    before = len(problems.errors)
    found = [
        Sheet(squeeze(name), text)
        for name, cells, merged in held
        if (text := _text([[_written(cell) for cell in row] for row in cells], merged, path, name, problems))
    ]
    if not found and len(problems.errors) == before:
        problems.error("no-records", "no records found: no visible sheet holds anything", Place(path), _NONE)
    return found


def _is_too_large(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return sum(each.file_size for each in archive.infolist()) > _LARGEST
    except zipfile.BadZipFile:  # .xls is none; what else is none is told by its reader
        return len(content) > _LARGEST


def _written(cell: object) -> str:
    """A cell as somebody would type it, on one line."""
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
        case time():
            return cell.strftime("%H:%M")
        case timedelta():
            minutes = round(cell.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
    return squeeze(str(cell).replace("\n", " ; ") if _is_list(str(cell)) else str(cell))


def _is_list(text: str) -> bool:
    """Whether the lines of a cell are several things, and not one text that is broken."""
    return "\n" in text.strip() and ";" not in text and all(len(line) < 60 for line in text.split("\n"))


def _text(rows: Rows, merged: Sequence[Merged], path: str, name: str, problems: ProblemLog) -> str:
    """The sheet as delimited text; empty where no cell holds anything, or after telling what is wrong."""
    if not any(map(any, rows)):
        return ""
    if table_header(_csv(rows)):
        for first, last in merged:
            _fill(rows, first, (last[0], first[1]))
    else:
        for first, last in merged:
            if first[1] and last[0] > first[0] and rows[first[0]][first[1]]:
                what = f"a cell of '{name}' goes on over several rows, and no header says what they are"
                problems.error("workbook", what, Place(path, first[0] + 1), "undo that; or name the columns")
                return ""
            _fill(rows, first, (first[0], last[1]) if first[1] else first)
    return _csv(rows)


def _fill(rows: Rows, first: tuple[int, int], last: tuple[int, int]) -> None:
    """What the first of merged cells holds, in all of them."""
    for row, column in _cells(first, last):
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = rows[first[0]][first[1]]


def _cells(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    return ((row, column) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1))


def _csv(rows: Rows) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
