"""Workbooks of spreadsheet programs (.xlsx, .ods, .xls): every visible sheet as delimited text.

A line of that text is a row of the sheet, unless cells beside times have several lines. In a list a cell
that goes over several rows holds for each of them; in a grid one that goes over several columns stands in
each.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from io import BytesIO
from pathlib import PurePosixPath

from site_gen.ingest.reading.files.wrapped_cells import is_broken_text, widths_of_texts
from site_gen.ingest.reading.tables.merged_cells import Merged, Rows, as_csv, fill
from site_gen.ingest.reading.tables.paper_tables import table_header
from site_gen.ingest.reading.texts.archives import is_bomb
from site_gen.ingest.reading.times.typed_times import typed_times
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.text import squeeze
from site_gen.values import dataclass
from site_gen.workers import WorkerFailed, apart

_SUFFIXES = frozenset([".xlsx", ".xlsm", ".xls", ".ods"])
_LARGEST = 200_000_000  # bytes that a workbook may unfold to
_MOST_CELLS = 1_000_000
_MEMORY = 450_000_000  # bytes that its reader may take
_BROKEN, _LARGE = "its reader ended without an answer", "too large"
_NONE = "save the workbook as CSV (UTF-8), or write ignore: yes for it into content/sources.yaml"


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
    if not find_spec("python_calamine"):
        hint = "run: make site    (with pip: pip install 'plenary[sheets]'); or save it as CSV (UTF-8)"
        raise Stop(ExitStatus.ENVIRONMENT, f"what reads {path} is not installed", hint)
    is_large = _is_too_large(content)
    try:
        held = [] if is_large else apart(lambda: _cells_of(content), _MEMORY)
    except WorkerFailed:
        held = _BROKEN
    if is_large or held == _LARGE:
        problems.error("workbook", "this workbook is too large to be read", Place(path), _NONE)
        return []
    if isinstance(held, str):
        problems.error("workbook", f"this workbook cannot be read: {held}", Place(path), _NONE)
        return []
    before = len(problems.errors)
    found = [Sheet(squeeze(name), text) for name, cells, merged in held if (text := _text(cells, merged))]
    if not found and len(problems.errors) == before:
        problems.error("no-records", "no records found: no visible sheet holds anything", Place(path), _NONE)
    return found


def _cells_of(content: bytes) -> list[tuple[str, Rows, Sequence[Merged]]] | str:
    """The name, the cells and the merged cells of each visible sheet; a text that says why there are none."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum  # late: few need it

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
        sheets: list[tuple[str, Rows, Sequence[Merged]]] = []
        cells = 0
        for name in shown:
            sheet = book.get_sheet_by_name(name)
            cells += (sheet.total_height + 1) * (sheet.total_width + 1)
            if cells > _MOST_CELLS:
                return _LARGE
            held = sheet.to_python(skip_empty_area=False)
            widths = widths_of_texts(held)
            rows = [[*map(_written, row, widths)] for row in held]
            sheets.append((name, rows, tuple(sheet.merged_cell_ranges or ())))
    except (CalamineError, OSError, ValueError) as error:
        return squeeze(str(error))
    return sheets


def _is_too_large(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            return sum(each.file_size for each in members) > _LARGEST or any(map(is_bomb, members))
    except zipfile.BadZipFile:  # .xls is none; what else is none is told by its reader
        return len(content) > _LARGEST


def _written(cell: object, width: int) -> str:
    """A cell as somebody would type it; of several lines if they are several things, and no broken text."""
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
            return f"{cell.hour}:{cell.minute:02}"  # with no nought: a clock of 12 hours shows 1:30 too
        case timedelta():
            minutes = round(cell.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
    lines = [line for each in str(cell).split("\n") if (line := squeeze(each))]
    goes_on = any(line[:1].islower() for line in lines[1:])  # "A Map", "of Barns"
    is_one = goes_on or is_broken_text(str(cell), width)
    return (" " if is_one else "\n").join(lines)


def _on_one_line(cell: str) -> str:
    """A cell of a list on one line: short lines are values, others a text."""
    are_values = ";" not in cell and all(len(line) < 60 for line in cell.split("\n"))
    return cell.replace("\n", " ; " if are_values else " ")


def _text(rows: Rows, merged: Sequence[Merged]) -> str:
    """The sheet as delimited text; empty where no cell holds anything."""
    if not any(map(any, rows)):
        return ""
    flat = [[*map(_on_one_line, row)] for row in rows]
    is_list = bool(table_header(as_csv(flat)))
    held = rows if not is_list and _are_timed(rows) else flat
    fill(held, merged, is_list=is_list)
    return as_csv(held)


def _are_timed(rows: Rows) -> bool:
    """Whether rows begin with times, as those of a grid do: what stands beside them is no single value."""
    return sum(any(map(typed_times, row[:2])) for row in rows) > 1
