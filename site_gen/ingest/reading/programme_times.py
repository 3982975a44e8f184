"""Days and times in the cells of a programme: "2026-08-29", "29.8.2026", "9:00–10:30", "2026-08-29 09:00"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Literal

from site_gen.ingest.reading.days import find_when, match_times, read_time
from site_gen.ingest.reading.moments import read_moment
from site_gen.ingest.reading.typed_days import typed_day, without_weekday
from site_gen.ingest.reading.typed_times import typed_times
from site_gen.ingest.records import PartialDay
from site_gen.text import squeeze

DayOrder = Literal["day first", "month first", "unknown"]

_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d\d))?")
_SLASHES = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,?\s+)?(\d{1,2})(?:/(\d{1,2})(?:/(\d{4}|\d\d))?|-(\d{1,2})-(\d{4}))"
)
_NO_POINT_AT_END = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_DAY_BEFORE_TIME = re.compile(r"(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d))[T ]\s*(?=\d)")
_SECONDS = re.compile(r"(\d{1,2}:\d\d):\d\d(?:\.\d+)?(?:[+-]\d\d:\d\d)?")

_MINUTES = re.compile(r"(?P<minutes>\d{1,3})(?:\.0+)?\s?(?:m|min\.?|mins|minutes?|')?")
_HOURS = re.compile(
    r"(?P<hours>\d{1,2})\s?(?:h|hrs?|hours?|:)\s?(?:(?P<minutes>\d{1,2})\s?(?:m|min\.?|mins|minutes?)?)?(?::00)?"
)


@dataclass(frozen=True, slots=True)
class Times:
    """What a cell says of when: each part is None where it does not."""

    day: PartialDay | None = None
    start: time | None = None
    end: time | None = None
    zone: str | None = None


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


def read_day(printed: str, order: DayOrder) -> PartialDay:
    """The day that a cell says. Raises ValueError where it says none.

    Of "4/5" the edition's own days must tell which is the month, where no cell of the column does.
    """
    text = squeeze(printed)
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        return _day(int(match[3]), int(match[2]), match[1])
    if day := typed_day(text):
        return day
    weekday, bare = without_weekday(text)
    found = _in_numbers(bare, order)
    if found:
        return replace(found, weekday=weekday)
    when = find_when(text)
    if when is None or when.begin or when.day is None:
        raise ValueError(f"'{text}' is not a day")
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


def read_dated(printed: str, order: DayOrder) -> Times:
    """The day that a cell says, with the time behind it. Raises ValueError where it says no day."""
    moment = read_moment(printed)
    if moment and moment.clock:
        return Times(moment.partial, moment.clock, zone=moment.zone)
    text = _SECONDS.sub(r"\1", squeeze(printed))
    before = _DAY_BEFORE_TIME.match(text)
    if before and match_times(text[before.end() :]):
        return read_times(printed, order)
    when = find_when(text)
    if when and when.begin == 0 and when.day and when.start and not when.after:
        return Times(when.day, read_time(when.start, when.end), read_time(when.end) if when.end else None)
    return Times(day=read_day(printed, order))


def read_length(printed: str) -> timedelta | None:
    """The length that a cell says: minutes, "0:20", "1h 30min"; None where it says none."""
    text = squeeze(printed).lower()
    match = _MINUTES.fullmatch(text) or _HOURS.fullmatch(text)
    if match is None:
        return None
    parts = match.groupdict()
    length = timedelta(hours=int(parts.get("hours") or 0), minutes=int(parts.get("minutes") or 0))
    return length if timedelta() < length < timedelta(days=1) else None


def read_times(printed: str, order: DayOrder) -> Times:
    """The times that a cell says, with the day before them. Raises ValueError where it says none."""
    moment = read_moment(printed)
    if moment and moment.clock:
        return Times(moment.partial, moment.clock, zone=moment.zone)
    text = _SECONDS.sub(r"\1", squeeze(printed))
    before = _DAY_BEFORE_TIME.match(text)
    clock = text[before.end() :] if before else text
    day = read_day(before[1], order) if before else None
    if typed := typed_times(clock):
        start, end = typed
        return Times(day, _time(start, end), _time(end) if end else None)
    match = match_times(clock)
    if match is None:
        raise ValueError(f"'{text}' is not a time")
    end = match["end"]
    return Times(day, _time(match["start"].strip(), end), _time(end.strip()) if end else None)


def _time(written: str, end: str | None = None) -> time:
    return time() if written == "24:00" else read_time(written, end)


def _day(day: int, month: int, year: str | None) -> PartialDay:
    number = int(year) + (2000 if len(year) == 2 else 0) if year else None
    try:
        date(number or 2000, month, day)
    except ValueError:
        raise ValueError(f"there is no day {day} of month {month}") from None
    return PartialDay(day, month, number)
