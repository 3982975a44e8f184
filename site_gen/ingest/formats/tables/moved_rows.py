"""Where the words of a status say that an entry has moved to: "moved to River Room", "verlegt in den Saal 2".

A room of the table is taken. Anything else that the cells of the row do not say is told: nobody knows whether
they show the old place or the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import time

from site_gen.ingest.formats.tables.row_times import RowTimes
from site_gen.ingest.reading.columns.private_values import REMARK
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.programme_status import status_in
from site_gen.ingest.reading.tables.table import Cell, Row
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.records import Fact, PartialDay
from site_gen.text import fold, squeeze

_TO = re.compile(
    r"(?:.*?\s)?(?:to|into|nach|in|auf|vers|en|au|dans|para|a|al|alla|nella|nel)\s+"
    r"(?:(?:the|den|die|das|der|room|raum|la|le|el|il|sala|salle)\s+)?(?P<target>\S.*)"
)
_MOST_WORDS = 12  # of the name of a room
_CLOCK = re.compile(r"\b(\d{1,2})\s?[:.h]\s?([0-5]\d)\b")
_AT = re.compile(r"\b(?:at|um|a las?|alle|às)\s*$")


def moved_to(rows: PaperRows, row: Row, when: RowTimes) -> Fact[str] | None:
    """The room of the table to which a row has moved by its words; None, told where its cells differ."""
    for cell, target in _targets(rows, row):
        place = rows.table.place(cell.line)
        if room := _room_in(rows.rooms, target):
            return Fact(room, place)
        is_stated = not _CLOCK.search(target) and target.strip(" .") in _other_cells(rows, row)
        if not (is_stated or _agree(target, when)):
            words = rows.private.without_addresses(squeeze(cell.text), "…")
            what = f"'{words}', and no cell of the row says that"
            hint = "write day, time and room as they are now into their cells"
            rows.problems.warning("moved-where", what, place, hint)
    return None


def _room_in(rooms: Mapping[str, str], target: str) -> str | None:
    """The room with the longest name that some words begin with; None where they begin with none."""
    words = target.split()[:_MOST_WORDS]
    names = (" ".join(words[:end]).rstrip(",.;:!") for end in range(len(words), 0, -1))
    return next((rooms[name] for name in names if name in rooms), None)


def _targets(rows: PaperRows, row: Row) -> Iterator[tuple[Cell, str]]:
    """The cells of a row that say to what it has moved, and what they say behind that, folded."""
    for cell in _status_cells(rows, row):
        match = _TO.fullmatch(fold(squeeze(cell.text)))
        if match and status_in(cell.text) == "moved":
            yield cell, match["target"]


def _status_cells(rows: PaperRows, row: Row) -> Iterator[Cell]:
    yield from rows.table.fields(row, "decision")
    remarks = (index for index, kind in rows.table.layout.columns.others.items() if kind == REMARK)
    yield from (cell for index in remarks if (cell := row.cell(index)).text.strip())


def _other_cells(rows: PaperRows, row: Row) -> str:
    status_texts = {cell.text for cell in _status_cells(rows, row)}
    return fold(" | ".join(text for text in row.cells if text not in status_texts))


def _agree(target: str, when: RowTimes) -> bool:
    """Whether the day and the times of a row are those to which it has moved; nothing else is said."""
    clocks = [time(int(hour) % 24, int(minute)) for hour, minute in _CLOCK.findall(target)]
    starts = [each.value for each in (when.start, when.session_start) if each]
    day_text = _AT.sub("", _CLOCK.sub("", target).strip(" ,.–-"))
    day = typed_day(day_text) if day_text else None
    is_day = not day_text or (day is not None and when.day is not None and _is_same(day, when.day.value))
    return is_day and bool(clocks or day_text) and (not clocks or clocks[0] in starts)


def _is_same(stated: PartialDay, day: PartialDay) -> bool:
    """Whether two days as printed can be one."""
    weekday = day.weekday
    if weekday is None and day.year and (on := day.in_year(day.year)):
        weekday = on.weekday()
    if stated.day and day.day:
        return (stated.day, stated.month) == (day.day, day.month)
    return None not in (stated.weekday, weekday) and stated.weekday == weekday
