"""What stands above the columns of a programme grid: rooms, tracks and days, in one row or in several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.formats.tables.decimal_cells import report_decimals
from site_gen.ingest.reading.columns.columns import is_column_name
from site_gen.ingest.reading.metadata.rooms import is_room_code, location_of, names_room
from site_gen.ingest.reading.tables.likely_fields import are_names
from site_gen.ingest.reading.tables.merged_cells import CONTINUED
from site_gen.ingest.reading.tables.table import Row, widest_rows
from site_gen.ingest.reading.times.decimal_hours import PROVEN, decimal_hours, with_minutes
from site_gen.ingest.reading.times.programme_times import Times, read_day, read_times
from site_gen.ingest.records import Document, Fact, PartialDay
from site_gen.problems import ProblemLog
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_HEADS = 6  # rows in which the header stands
_MOST_HEADS = 3
_OF_TIMES = 2  # columns that may hold times: starts, and ends behind them
_TRACK_WORD = r"(?:track|stream|strand|strang|filière|traccia|trilha)"
_TRACK = re.compile(rf"{_TRACK_WORD}\b.*|.*\b(?:track|stream)", re.I)
_TRACK_AND_ROOM = re.compile(  # "Track A (Room 1)"
    rf"(?P<track>{_TRACK_WORD}\b[^()\[\]]*?|[^()\[\]]*\b(?:track|stream))\s*[(\[](?P<room>[^()\[\]]+)[)\]]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """What stands above a column: a room, a track or a day, or nothing where its head is blank."""

    index: int
    room: Fact[str] | None = None
    day: Fact[PartialDay] | None = None
    track: Fact[str] | None = None


def grid_rows(document: Document, problems: ProblemLog) -> list[Row]:
    """The rows of a grid, with hours and minutes for decimals where its times prove what these mean.

    A warning names the first. Others stay as they are, and are no times.
    """
    rows = _with_rows_of_days(widest_rows(document.text))
    meaning = decimal_hours(cell for row in rows for cell in row.cells[:_OF_TIMES])
    if meaning not in PROVEN:
        return rows
    times = [[with_minutes(cell, meaning) for cell in row.cells[:_OF_TIMES]] for row in rows]
    found = [replace(row, cells=(*own, *row.cells[_OF_TIMES:])) for row, own in zip(rows, times, strict=True)]
    row, new = next(each for each in zip(rows, found, strict=True) if each[0] != each[1])
    printed, read = next(each for each in zip(row.cells, new.cells, strict=True) if each[0] != each[1])
    report_decimals(printed, read, document.place(row.line), problems)
    return found


def _with_rows_of_days(rows: list[Row]) -> list[Row]:
    """The rows with each day in one of its own above its times, where it stands in a column before these."""
    timed = [row for row in rows if times_of(row, 1)]
    days = [row.text(0) for row in timed if row.text(0).strip()]
    above = rows[: rows.index(timed[0])] if timed else []
    are_fields = any(is_column_name(cell) for row in above for cell in row.cells[2:])
    if len(timed) < 2 or not days or are_fields or any(day_of(day) is None for day in days):
        return rows
    found: list[Row] = []
    last = ""
    for row in rows:
        day = row.text(0).strip()
        if times_of(row, 1) and day and fold(day) != last:
            last = fold(day)
            found.append(Row(row.line, (day,)))
        found.append(replace(row, cells=row.cells[1:], lines=row.lines[1:]) if len(row.cells) > 1 else row)
    return found


def heads_of(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with the rooms or days: they stand above the first time, with more than a first cell."""
    first = next((position for position, row in enumerate(rows[: _HEADS + 1]) if times_of(row)), 0)
    heads: list[Row] = []
    for row in reversed(rows[:first]):
        named = {fold(cell) for cell in row.cells[1:] if cell.strip()}
        if named and not (heads and (is_alone(row) or len(heads) == _MOST_HEADS)):
            heads.insert(0, row)
        elif heads or first - rows.index(row) > _MOST_HEADS:
            break
    return tuple(heads)


def _head_of_rooms(heads: Sequence[Row]) -> Row:
    """The head with the rooms, by its words; else the lowest one that is of neither days nor tracks."""
    named = (row for row in heads if any(map(names_room, row.cells[1:])))
    others = [row for row in heads if not all(map(_is_no_room, row.cells[1:]))]
    return next(named, (others or heads)[-1])


def _is_no_room(text: str) -> bool:
    return not text.strip() or day_of(text) is not None or _TRACK.fullmatch(squeeze(text)) is not None


def is_alone(row: Row) -> bool:
    """Whether a row says one thing, in all cells that are filled: the day of the grid, or its title."""
    return len({fold(cell) for cell in row.cells if cell.strip() not in ("", CONTINUED)}) == 1


def columns_below(
    document: Document, heads: Sequence[Row], rows: Sequence[Row], first: int, problems: ProblemLog
) -> list[GridColumn]:
    """The columns from the `first`; rows above them that are no heads, but of several cells, are reported."""
    for row in rows:
        if row.line < heads[0].line and not row.is_blank and not is_alone(row):
            _report_unread(document, row, "nothing tells what this row above the grid is", problems)
    heads = _without_people(document, heads, problems)
    of_rooms = _head_of_rooms(heads)
    width = max(len(row.cells) for row in heads)
    return [_column(document, heads, of_rooms, index) for index in range(first, width)]


def _without_people(document: Document, heads: Sequence[Row], problems: ProblemLog) -> Sequence[Row]:
    """The heads that name no people: of which sessions they are the chairs, nothing says."""
    of_people = [row for row in heads if all(are_names(cell) for cell in row.cells[1:] if cell.strip())]
    if len(of_people) == len(heads):
        return heads
    for row in of_people:
        _report_unread(document, row, "this row of the head names people", problems)
    return [row for row in heads if row not in of_people]


def _report_unread(document: Document, row: Row, what: str, problems: ProblemLog) -> None:
    hint = "write it into the cells of its sessions, or take it out"
    problems.warning("unread-line", f"{what}: it is not read", document.place(row.line), hint)


def _column(document: Document, heads: Sequence[Row], of_rooms: Row, index: int) -> GridColumn:
    """What the heads above a column say; a cell of an upper one stands for the blank ones behind it."""
    column = GridColumn(index)
    for row in heads:
        cell = row.cell(index)
        if row is not heads[-1]:
            cells = (row.cell(before) for before in range(index, 0, -1))
            cell = next((each for each in cells if each.text.strip() not in ("", CONTINUED)), cell)
        place, text = document.place(cell.line), squeeze(cell.text)
        if not text:
            continue
        both = _TRACK_AND_ROOM.fullmatch(text)
        if found := day_of(text):
            column = replace(column, day=Fact(found, place))
        elif both and (names_room(both["room"]) or is_room_code(both["room"])):
            column = replace(column, track=Fact(both["track"], place), room=Fact(both["room"], place))
        elif row is not of_rooms or (_TRACK.fullmatch(text) and not names_room(text)):
            column = replace(column, track=Fact(text, place))
        else:
            column = replace(column, room=location_of(Fact(text, place)).room)
    return column


def times_of(row: Row, index: int = 0) -> Times | None:
    """The times in a cell of a row; None where it holds none."""
    try:
        return read_times(row.text(index), "unknown") if row.text(index).strip() else None
    except ValueError:
        return None


def day_of(text: str) -> PartialDay | None:
    """The day that a cell says; None where it says none."""
    try:
        return read_day(text, "unknown")
    except ValueError:
        return None
