"""When a row of a programme ends, by a cell of its own or one that says a range."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import TypeVar

from site_gen.ingest.reading.times.moments import Moment, days_between, in_zone
from site_gen.ingest.reading.times.programme_times import Times
from site_gen.ingest.records import Fact, PartialDay

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class End:
    """When something ends: at a time, `later` days after the day on which it begins."""

    at: Fact[time]
    later: int = 0


@dataclass(frozen=True, slots=True)
class Begin:
    """The day on which a row begins, the zone of its times, and what a column of last days says."""

    day: Fact[PartialDay] | None
    zone: Fact[str] | None
    dated: Fact[Times] | None

    @property
    def last(self) -> Fact[PartialDay] | None:
        """The last day."""
        return first_of(day_of, self.dated)

    @property
    def days_later(self) -> int:
        """By how many days the last day is later."""
        return max(days_between(self.day, self.last), 0)


def first_of(of: Callable[[Times], T | None], *cells: Fact[Times] | None) -> Fact[T] | None:
    """The first part of this sort that a cell says."""
    for cell in cells:
        if cell and (part := of(cell.value)) is not None:
            return Fact(part, cell.place)
    return None


def day_of(times: Times) -> PartialDay | None:
    """The day that a cell says."""
    return times.day


def own_end(begin: Begin, ends: Fact[Times]) -> End:
    """The end of a cell of its own; one in another zone than the start is converted."""
    day, clock = ends.value.day, ends.value.start
    assert clock is not None
    on = day.in_year(day.year) if day and day.year else None
    if begin.zone and ends.value.zone and on and begin.zone.value != ends.value.zone:
        local = in_zone(Moment(on, clock, ends.value.zone), begin.zone.value)
        day, clock = local.partial, local.clock or clock
    last = Fact(day, ends.place) if day else begin.last
    return End(Fact(clock, ends.place), days_between(begin.day, last))


def range_end(*ranges: Fact[Times] | None) -> End | None:
    """The end of the first cell that says a range."""
    for cell in ranges:
        if cell and cell.value.end is not None:
            days = (Fact(day, cell.place) if day else None for day in (cell.value.day, cell.value.end_day))
            return End(Fact(cell.value.end, cell.place), days_between(*days))
    return None
