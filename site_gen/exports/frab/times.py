"""When the events of a schedule begin and how long they last; their format demands a duration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone

from site_gen.conference.spans import Span, begin_of, span_of
from site_gen.site.events import Event
from site_gen.text.zones import instant, zone
from site_gen.values import dataclass

_WITHOUT_A_CLUE = timedelta(hours=1)


_Starts = dict[tuple[date, str, str], list[datetime]]
"""When something begins, by its place: a day and a room, or a session."""


@dataclass(frozen=True, slots=True)
class Timed:
    """An event with its start and duration; `end` is None where no source gives it."""

    event: Event
    start: datetime
    end: datetime | None
    duration: timedelta


def timed(events: Iterable[Event], zone_name: str, day_change: time | None) -> list[Timed]:
    """The events by start.

    Where no source gives an end, an event lasts until the next one in its room on that day (a slot no
    longer than its session; where no room is named, slots follow each other), else an hour. No such
    event lasts beyond the day, which changes at `day_change`.
    """
    ordered = sorted(events, key=lambda event: (_start(event, zone_name), str(event.guid)))
    starts: _Starts = defaultdict(list)
    for event in ordered:
        starts[_place(event)].append(_start(event, zone_name))
    return [_timed(event, starts, zone_name, day_change) for event in ordered]


def day_begin(day: date, zone_name: str, day_change: time | None) -> datetime:
    """When a day of the programme begins: at midnight, or when the day changes."""
    return _offset_only(begin_of(day, day_change).replace(tzinfo=zone(zone_name)))


def _timed(event: Event, starts: _Starts, zone_name: str, day_change: time | None) -> Timed:
    start = _start(event, zone_name)
    end = _end(event.span, zone_name)
    if end and end > start:
        return Timed(event, start, end, end - start)
    ends = [each for each in starts[_place(event)] if each > start]
    session_end = _end(span_of(event.session), zone_name) if event.slot else None
    if session_end and session_end > start:
        ends.append(session_end)
    day_end = day_begin(event.listed + timedelta(days=1), zone_name, day_change)
    until = min([*ends, day_end]) if ends else min(start + _WITHOUT_A_CLUE, day_end)
    return Timed(event, start, None, until - start)


def _place(event: Event) -> tuple[date, str, str]:
    """Where one event ends when the next begins: a room; without one only the session is known."""
    return event.listed, event.room or "", "" if event.room else event.session.id


def _start(event: Event, zone_name: str) -> datetime:
    return _offset_only(instant(event.day, event.start, zone_name).astimezone(zone(zone_name)))


def _end(span: Span, zone_name: str) -> datetime | None:
    if span.end is None or span.last_day is None:
        return None
    return _offset_only(instant(span.last_day, span.end, zone_name).astimezone(zone(zone_name)))


def _offset_only(local: datetime) -> datetime:
    """The same with a fixed offset: Python subtracts two times of one zone as if clocks never changed."""
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))
