"""Moments as files for programs write them: "2025-12-05T16:30:00-08:00", "2020-04-29T11:00:00+00:00"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from site_gen.ingest.reading.times.days import MONTHS
from site_gen.ingest.records import Fact, PartialDay, SessionRecord, SlotRecord
from site_gen.problems import Place
from site_gen.text.zones import instant, is_zone, zone
from site_gen.values import dataclass

_ISO = re.compile(
    r"(?P<date>\d{4}-\d{1,2}-\d{1,2})(?:[T _](?P<time>\d{1,2}:\d\d)(?::\d\d(?:\.\d{1,9})?)?"
    r"(?P<zone> ?(?:Z|UTC|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))?)?"
)
# As a script prints them: "Fri Mar 10 2023 12:00:00 GMT+0900 (Japan Standard Time)".
_SCRIPTED = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d\d) (?P<year>\d{4}) (?P<time>\d\d:\d\d):\d\d "
    r"GMT(?P<zone>[+-](?:0\d|1[0-4])[0-5]\d)(?: \([^()]*\))?"
)
_RANGE = re.compile(r"[\d-]+ \d{1,2}:\d\d-\d\d:\d\d")
_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?=\d\d|Z|$)(?:\d\d)?")
_EVENING, _MORNING = time(16), time(10)
_LEAP_YEAR = 2000  # has every day that is printed without a year


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
    """When something takes place; the end is `end_later` days after the day."""

    day: Fact[PartialDay] | None = None
    start: Fact[time] | None = None
    end: Fact[time] | None = None
    end_later: int = 0
    zone: Fact[str] | None = None

    def in_zone(self, other: Fact[str] | None) -> Span:
        """The same span on the clocks of another zone; as it is where its day or either zone is not known."""
        stated = self.day.value if self.day else None
        day = stated.in_year(stated.year) if stated and stated.year and not stated.is_either else None
        if not (self.day and day and self.start and self.zone and other and is_zone(other.value)):
            return self
        if self.zone.value == other.value or not is_zone(self.zone.value):
            return self
        start = in_zone(Moment(day, self.start.value, self.zone.value), other.value)
        ends = Moment(day + timedelta(self.end_later), self.end.value, self.zone.value) if self.end else None
        return span(start, in_zone(ends, other.value) if ends else None, self.day.place)


def read_moment(text: str) -> Moment | None:
    """The moment that a text in the form of ISO 8601 tells; None where it tells none."""
    written = _SCRIPTED.sub(_as_iso, text.strip()) if " GMT" in text else text.strip()
    match = _ISO.fullmatch(_COMPACT.sub(r"\1-\2-\3T\4:\5", written))
    try:
        day = date(*map(int, match["date"].split("-"))) if match else None
        clock = time.fromisoformat(match["time"].zfill(5)) if match and match["time"] else None
        if match and clock and _RANGE.fullmatch(text.strip()) and f"{clock:%H:%M}" < text.strip()[-5:]:
            return None  # "2026-05-04 09:00-10:30" has no offset, but an end
    except ValueError:
        return None
    return Moment(day, clock, _zone((match and match["zone"]) or "")) if day else None


def _as_iso(match: re.Match[str]) -> str:
    """A moment as a script prints it, in the form of ISO 8601; what names no month stays as it is."""
    if match["month"].lower() not in MONTHS:
        return match[0]
    month = MONTHS.index(match["month"].lower()) + 1
    return f"{match['year']}-{month:02}-{match['day']}T{match['time']}{match['zone']}"


def _zone(printed: str) -> str | None:
    """The name of a zone, or an offset as "+02:00"."""
    text = printed.strip()
    if text in ("Z", "UTC", "+00:00", "-00:00", "+0000", "+00"):
        return "UTC"
    return f"{text[:3]}:{text[3:].strip(':') or '00'}" if text else None


def span(start: Moment | None, end: Moment | None, place: Place) -> Span:
    """The span between two moments, without an end that is not after the start.

    Of days without times the end is the last of them.
    """
    if start is None:
        return Span()
    day, later = Fact(start.partial, place), (end.day - start.day).days if end else 0
    if start.clock is None:
        return Span(day, end_later=max(later, 0))
    zone = Fact(start.zone, place) if start.zone else None
    begun = Fact(start.clock, place)
    if end is None or end.clock is None or not _is_later(start, end):
        return Span(day, begun, zone=zone)
    end = in_zone(end, start.zone)
    return Span(day, begun, Fact(end.clock or time(), place), (end.day - start.day).days, zone)


def session_at(session: SessionRecord, when: Span) -> SessionRecord:
    """A session with its times."""
    return replace(
        session,
        day=when.day,
        start=when.start,
        end=when.end,
        end_later=when.end_later,
        zone=when.zone,
    )


def slot_at(slot: SlotRecord, when: Span, day: Fact[PartialDay] | None) -> SlotRecord:
    """A slot with its times, in a session of this day."""
    later = days_between(day, when.day)
    return replace(slot, start=when.start, end=when.end, later=later, end_later=when.end_later)


def days_between(first: Fact[PartialDay] | None, last: Fact[PartialDay] | None) -> int:
    """By how many days one day is after another; 0 where either is not known, or may be another day."""
    if first is None or last is None or first.value.is_either or last.value.is_either:
        return 0
    year = first.value.year or last.value.year or _LEAP_YEAR
    begins, ends = first.value.in_year(year), last.value.in_year(year)
    return (ends - begins).days if begins and ends else 0


def is_night(start: time, end: time) -> bool:
    """Whether times that a document prints as a range go on past midnight: from evening to morning."""
    return end < start and start >= _EVENING and end <= _MORNING


def _is_later(start: Moment, end: Moment) -> bool:
    """Whether an end is after its start. Two zones, one of them unknown, cannot be compared."""
    assert start.clock and end.clock
    if start.zone == end.zone:
        return datetime.combine(start.day, start.clock) < datetime.combine(end.day, end.clock)
    if not (start.zone and end.zone and is_zone(start.zone) and is_zone(end.zone)):
        return False
    return instant(start.day, start.clock, start.zone) < instant(end.day, end.clock, end.zone)


def in_zone(moment: Moment, zone_name: str | None) -> Moment:
    """A moment on the clocks of another zone; as it is where either is not known."""
    if moment.clock is None or zone_name is None or zone_name == moment.zone:
        return moment
    if not (is_zone(zone_name) and (moment.zone is None or is_zone(moment.zone))):
        return moment
    local = instant(moment.day, moment.clock, moment.zone).astimezone(zone(zone_name))
    return Moment(local.date(), local.time(), zone_name)
