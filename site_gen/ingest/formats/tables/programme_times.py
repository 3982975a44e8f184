"""Days and times in the cells of a programme: "2026-08-29", "29.8.2026", "9:00–10:30", "2026-08-29 09:00"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from site_gen.ingest.reading.days import find_when, match_times, read_time
from site_gen.ingest.reading.moments import read_moment
from site_gen.ingest.records import PartialDay
from site_gen.text import squeeze

DayOrder = Literal["day first", "month first", "unknown"]

_POINTS = re.compile(r"(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d\d))?")
_SLASHES = re.compile(r"(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d\d))?")
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
    pairs = [(int(match[1]), int(match[2])) for cell in cells if (match := _SLASHES.match(cell.strip()))]
    if any(first > 12 for first, _ in pairs):
        return "day first"
    if any(second > 12 for _, second in pairs):
        return "month first"
    firsts, seconds = ({pair[0] for pair in pairs}, {pair[1] for pair in pairs})
    if len(firsts) == 1 and len(seconds) > 1:
        return "month first"
    return "day first" if len(seconds) == 1 and len(firsts) > 1 else "unknown"


def read_day(printed: str, order: DayOrder) -> PartialDay:
    """The day that a cell says. Raises ValueError where it says none, or may be meant in two ways."""
    text = squeeze(printed)
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        return _day(int(match[3]), int(match[2]), match[1])
    match = _POINTS.fullmatch(text)
    if match:
        return _day(int(match[1]), int(match[2]), match[3])
    match = _SLASHES.fullmatch(text)
    if match:
        first, second = int(match[1]), int(match[2])
        if order == "unknown" and first != second:
            raise ValueError(f"'{text}' may be the {first}th or the {second}th")
        return _day(second, first, match[3]) if order == "month first" else _day(first, second, match[3])
    when = find_when(text)
    if when is None or when.begin or when.day is None:
        raise ValueError(f"'{text}' is not a day")
    return when.day


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
    match = match_times(text[before.end() :] if before else text)
    if match is None:
        raise ValueError(f"'{text}' is not a time")
    end = match["end"]
    return Times(
        day=read_day(before[1], order) if before else None,
        start=read_time(match["start"].strip(), end),
        end=read_time(end.strip()) if end else None,
    )


def _day(day: int, month: int, year: str | None) -> PartialDay:
    number = int(year) + (2000 if len(year) == 2 else 0) if year else None
    try:
        date(number or 2000, month, day)
    except ValueError:
        raise ValueError(f"there is no day {day} of month {month}") from None
    return PartialDay(day, month, number)
