"""Days and times in the cells of a programme: "2026-08-29", "29.8.2026", "9:00–10:30", "2026-08-29 09:00"."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Literal

from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.times.days import find_when, has_digit, match_times, read_time
from site_gen.ingest.reading.times.moments import read_moment
from site_gen.ingest.reading.times.printed_zones import without_zone
from site_gen.ingest.reading.times.typed_days import typed_day, without_weekday
from site_gen.ingest.reading.times.typed_times import typed_times
from site_gen.ingest.records import PartialDay
from site_gen.text import squeeze
from site_gen.values import dataclass

DayOrder = Literal["day first", "month first", "unknown"]

_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d\d))?")
_SLASHES = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,?\s+)?(\d{1,2})(?:/(\d{1,2})(?:/(\d{4}|\d\d))?|-(\d{1,2})-(\d{4}))"
)
_NO_POINT_AT_END = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")
_COUNTED = re.compile(r"^(?:day|tag|jour|día|dia|giorno) \d{1,2} ?[,:–—-] ?(?=\S)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_SECONDS = re.compile(r"(\d{1,2}:\d\d):\d\d(?:\.\d+)?")
_ODD_SECONDS = re.compile(r"\d:\d\d:(?!00)\d\d")
_GAP = re.compile(r"\s*[,;|·@]\s*|\s+(?:(?:at|on|um|am|à|le|a las|el|alle|às|[-–])\s+)?|(?<=\d)T(?=\d)")
_BETWEEN = re.compile(
    r"\s+(?:-{1,2}|–|—|→|to|until|till|bis|au?|al|alle|até|hasta)\s+|\s*[–—→]\s*|(?<=\d)/(?=\d{4}-)|(?<=Z)/"
)
_CLOCK = re.compile(r"\d\s?[:.h]\s?\d\d|\d\s?[ap]\.?m\b|\d\s?(?:h|uhr|uur)\b|noon|midnight", re.IGNORECASE)
_AFTER_LAST = re.compile(r"(?:.*[\sT])?24[:.]?00\b")
_PART_OF_DAY = re.compile(r"0[.,]\d+")
_MIDNIGHT = re.compile(r"[T ]00:00:00(?:\.0+)?$")  # spreadsheets write days so
# What a spreadsheet counts days by, of this century: "47973" is 5 May 2031.
_SERIAL = re.compile(r"(?:3[7-9]|[4-6]\d)\d{3}")
_FIRST_OF_SHEETS = date(1899, 12, 30)
_LONGEST = 100  # characters of a cell that says when
_LONGEST_OF_ALL = 1000  # whatever spaces are in it
_MOST_SPACES = 6  # where no digit says when: "on Monday from noon to midnight"
_LONGEST_SPOKEN = 200  # with both days, zones and all else that programmes add: each of its gaps is tried


@dataclass(frozen=True, slots=True)
class Times:
    """What a cell says of when: each part is None where it does not."""

    day: PartialDay | None = None
    start: time | None = None
    end: time | None = None
    zone: str | None = None
    end_day: PartialDay | None = None


def day_order(cells: Iterable[str]) -> DayOrder:
    """Which stands first in "08/29/2026": told by the one that can be no month, in any cell of the column.

    Else by the one that is the same in all cells: the days of a conference differ, its month does not.
    """
    pairs = [
        (int(match[1]), int(match[2] or match[4]))
        for cell in cells
        if (match := _SLASHES.match(cell.strip()))
    ]
    if any(first > 12 for first, _ in pairs):
        return "day first"
    if any(second > 12 for _, second in pairs):
        return "month first"
    firsts, seconds = ({pair[0] for pair in pairs}, {pair[1] for pair in pairs})
    if len(firsts) == 1 and len(seconds) > 1:
        return "month first"
    return "day first" if len(seconds) == 1 and len(firsts) > 1 else "unknown"


_ANOTHER = re.compile(r"[-–—&+/]\s?\d{1,2}(?:st|nd|rd|th)?\b(?!\s?:)")  # "April 16-17"


def read_day(printed: str, order: DayOrder) -> PartialDay:
    """The day that a cell says. Raises ValueError where it says none.

    Of "4/5" the edition's own days must tell which is the month, where no cell of the column does.
    """
    text = _COUNTED.sub("", _plain(printed))
    weekday, bare = without_weekday(text)
    match = _YEAR_FIRST.fullmatch(bare)
    if match:
        return replace(_day(int(match[3]), int(match[2]), match[1]), weekday=weekday)
    if _SERIAL.fullmatch(text):
        day_of_sheet = _FIRST_OF_SHEETS + timedelta(days=int(text))
        return _day(day_of_sheet.day, day_of_sheet.month, str(day_of_sheet.year))
    if day := typed_day(text):
        return day
    found = _in_numbers(bare, order)
    if found:
        return replace(found, weekday=weekday)
    when = find_when(text)
    if when is None or when.begin or when.day is None:
        raise ValueError(f"'{text}' is not a day")
    if when.start is None and _ANOTHER.match(when.after):
        raise ValueError(f"'{text}' is not one day")
    return when.day


def _in_numbers(text: str, order: DayOrder) -> PartialDay | None:
    """The day of "7.12.", "7.12.2026", "7-12-2026" or "12/7"; None where it is none of these."""
    if match := _POINTS.fullmatch(text) or _NO_POINT_AT_END.fullmatch(text):
        return _day(int(match[1]), int(match[2]), match[3])
    match = _SLASHES.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[2] or match[4]), match[3] or match[5]
    if order == "month first" or second > 12:
        return _day(second, first, year)
    return replace(
        _day(first, second, year), is_either=order == "unknown" and first != second and first <= 12
    )


def read_dated(printed: str, order: DayOrder, has_midnight: bool = False) -> Times:
    """The day that a cell says, with the time behind it; midnight is none, unless `has_midnight`.

    Raises ValueError where it says no day.
    """
    try:
        times = _read(printed if has_midnight else _MIDNIGHT.sub("", printed), order)
    except ValueError:  # "29.08." looks like a time
        times = None
    return times if times and times.day else Times(day=read_day(printed, order))


def read_times(printed: str, order: DayOrder) -> Times:
    """The times that a cell says, with the day before them. Raises ValueError where it says none."""
    times = _read(printed, order)
    if times is None or times.start is None:
        raise ValueError(f"'{squeeze(printed)}' is not a time")
    return times


def read_start(printed: str, order: DayOrder) -> Times:
    """The times of a cell that says when something begins: 24:00 is of the next day, which is not said."""
    if _AFTER_LAST.match(printed):
        raise ValueError(f"'{squeeze(printed)}' begins when the day is over: 00:00 of the next day")
    return cell_times(printed, order)


def is_moment(printed: str) -> bool:
    """Whether a text says a day with its time, to the minute as programmes do, and not midnight."""
    if len(printed) > _LONGEST or not _CLOCK.search(printed) or _ODD_SECONDS.search(printed):
        return False
    try:
        times = _read(printed, "unknown")
    except ValueError:
        return False
    return times is not None and times.day is not None and times.start not in (None, time())


@recurring
def _read(printed: str, order: DayOrder) -> Times | None:
    """What a cell says of when; None where it says neither a day nor a time as far as is known."""
    if len(printed) > _LONGEST_OF_ALL or (printed.count(" ") > _MOST_SPACES and not has_digit(printed)):
        return None
    moment = read_moment(printed)
    if moment:
        return Times(moment.partial, moment.clock, zone=moment.zone)
    text, zone = without_zone(_plain(printed))
    text = _SECONDS.sub(r"\1", text)
    times = _one(text, order) or _span(text, order)
    return replace(times, zone=times.zone or zone) if times else None


def _plain(printed: str) -> str:
    """A cell without entities of a page ("May&nbsp;16"), or the sign of dates in notes ("@May 16")."""
    return squeeze(html.unescape(printed) if "&" in printed else printed).removeprefix("@")


def _span(text: str, order: DayOrder) -> Times | None:
    """The times of a text with a moment on both sides: "2026-08-29 23:00 – 2026-08-30 01:00"."""
    for match in _BETWEEN.finditer(text):
        first, last = (_moment(part, order) for part in (text[: match.start()], text[match.end() :]))
        if first and last:
            zone = first.zone or last.zone
            if first.zone and last.zone and first.zone != last.zone:
                return None
            return Times(first.day, first.start, last.start, zone, last.day)
    return None


def _moment(text: str, order: DayOrder) -> Times | None:
    """A day with one time; None where a text is not both."""
    moment = read_moment(text)
    if moment:
        return Times(moment.partial, moment.clock, zone=moment.zone) if moment.clock else None
    bare, zone = without_zone(text)
    times = _one(bare, order)
    return replace(times, zone=zone) if times and times.day and times.start and not times.end else None


def _one(text: str, order: DayOrder) -> Times | None:
    """Times alone, or with their day before or behind them."""
    if times := _clock(text):
        return times
    if len(text) > _LONGEST_SPOKEN or not _CLOCK.search(text):
        return None
    for gap in reversed(list(_GAP.finditer(text))):  # "2026 20h00" would be two times
        before, after = text[: gap.start()], text[gap.end() :]
        for day, clock in ((before, after), (after, before)):
            times = _clock(clock) if _CLOCK.search(clock) else None
            if times and (on := _day_or_none(day, order)):
                return replace(times, day=on)
    return None


def cell_times(text: str, order: DayOrder) -> Times:
    """The times of a cell, which a spreadsheet may hold as a part of the day: "0.375" is 9:00.

    Raises ValueError where it has none, and for "0.25", which may be 6:00 and 0:25.
    """
    if not _PART_OF_DAY.fullmatch(text.strip()):
        return read_times(text, order)
    minutes = 24 * 60 * float(text.strip().replace(",", "."))
    if abs(minutes - round(minutes)) > 0.01 or len(text.strip()) == len("0.25"):
        raise ValueError(f"'{text.strip()}' is not a time")
    return Times(None, time(round(minutes) // 60, round(minutes) % 60))


def _clock(text: str) -> Times | None:
    """The times of a text that is nothing but times."""
    if typed := typed_times(text):
        start, end = typed
        return Times(None, _time(start, end), _time(end) if end else None)
    match = match_times(text)
    if match is None:
        return None
    end = match["end"]
    return Times(None, _time(match["start"].strip(), end), _time(end.strip()) if end else None)


def _day_or_none(text: str, order: DayOrder) -> PartialDay | None:
    """The day of a text that is nothing but a day."""
    when = find_when(text)
    if when and (when.begin or when.start or when.after):
        return None
    try:
        return read_day(text, order)
    except ValueError:
        return None


def _time(written: str, end: str | None = None) -> time:
    return time() if written == "24:00" else read_time(written, end)


def _day(day: int, month: int, year: str | None) -> PartialDay:
    number = int(year) + (2000 if len(year) == 2 else 0) if year else None
    try:
        date(number or 2000, month, day)
    except ValueError:
        raise ValueError(f"there is no day {day} of month {month}") from None
    return PartialDay(day, month, number)
