"""Moments as files for programs write them: "2025-12-05T16:30:00-08:00", "2020-04-29T11:00:00+00:00"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from site_gen.ingest.records import Fact, PartialDay
from site_gen.problems import Place

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?P<zone> ?(?:Z|UTC)|[+-]\d\d:?\d\d)?)?"
)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, its time of day, and the zone in which both are told; what is not told is None."""

    day: date
    clock: time | None = None
    zone: str | None = None

    @property
    def partial(self) -> PartialDay:
        """The day as records hold it."""
        return PartialDay(self.day.day, self.day.month, self.day.year)


@dataclass(frozen=True, slots=True)
class Span:
    """When something takes place; an end before the start is on the day after."""

    day: Fact[PartialDay] | None = None
    start: Fact[time] | None = None
    end: Fact[time] | None = None
    zone: Fact[str] | None = None


def read_moment(text: str) -> Moment | None:
    """The moment that a text in the form of ISO 8601 tells; None where it tells none."""
    match = _ISO.fullmatch(text.strip())
    try:
        day = date.fromisoformat(match[1]) if match else None
        clock = time.fromisoformat(match[2]) if match and match[2] else None
    except ValueError:
        return None
    return Moment(day, clock, _zone((match and match["zone"]) or "")) if day else None


def _zone(printed: str) -> str | None:
    """The name of a zone, or an offset as "+02:00"."""
    text = printed.strip()
    if text in ("Z", "UTC", "+00:00", "-00:00", "+0000"):
        return "UTC"
    return f"{text[:3]}:{text[-2:]}" if text else None


def span(start: Moment | None, end: Moment | None, place: Place) -> Span:
    """The span between two moments; without an end where that is more than a day later, or before."""
    if start is None:
        return Span()
    day = Fact(start.partial, place)
    if start.clock is None:
        return Span(day)
    zone = Fact(start.zone, place) if start.zone else None
    is_near = end is not None and _is_within_a_day(start, end)
    until = Fact(end.clock, place) if end and end.clock and is_near else None
    return Span(day, Fact(start.clock, place), until, zone)


def _is_within_a_day(start: Moment, end: Moment) -> bool:
    if start.clock is None or end.clock is None or start.zone != end.zone:
        return False
    length = datetime.combine(end.day, end.clock) - datetime.combine(start.day, start.clock)
    return timedelta(0) < length < _DAY
