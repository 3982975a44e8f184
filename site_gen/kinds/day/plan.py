"""Where the sessions of a day stand in its grid: a column for each room, a row between each two times.

A place is written as what it adds up to, in powers of two: "c2 c1 r4 w1 h1" is the third column, the
fourth row, one column wide and one row high. So a few rules of the style sheet place any number of rooms
and times, and no page has a style of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_gen.conference import Session
from site_gen.conference.spans import span_of
from site_gen.site import Edition
from site_gen.text.zones import order


@dataclass(frozen=True, slots=True)
class RoomColumn:
    """A room at the head of its columns: more than one where sessions share it at the same time."""

    name: str
    at: str


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The grid of a day: the places of its sessions by their ids, and of the times before them.

    What has no time stands below the rest, one after the other.
    """

    rooms: tuple[RoomColumn, ...]
    columns: int
    sessions: Mapping[str, str]
    times: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that a session takes: from `first`, counted from 1, up to but not including `end`."""

    first: int
    end: int


def day_plan(edition: Edition, day: date, zone: str | None, no_room: str) -> DayPlan:
    """The grid of a day; `zone` is an IANA name, None where times are floating; `no_room` heads
    the column of what has no room.

    A session without an end takes one row. One without a room stands across all of them, or in a column
    of its own where it shares its time with others.
    """
    sessions = edition.on_day.get(day, ())
    rows = _rows(sessions, day, zone)
    lanes = {name: _lanes(found, rows) for name, found in _by_room(edition, sessions, rows).items()}
    widths = {name: max(of.values()) for name, of in lanes.items()}
    whole = max(1, sum(widths.values()))
    places: dict[str, str] = {}
    rooms: list[RoomColumn] = []
    column = 1
    for name, of in lanes.items():
        rooms.append(RoomColumn(name or no_room, _sums(c=column, w=widths[name], h=1)))
        places |= {own: _place(column + lane - 1, 1, rows[own]) for own, lane in of.items()}
        column += widths[name]
    rows |= _below(sessions, rows)
    places |= {each.id: _place(1, whole, rows[each.id]) for each in sessions if each.id not in places}
    times = {own: _sums(r=taken.first, w=whole + 1, h=1) for own, taken in rows.items()}
    return DayPlan(tuple(rooms), whole, places, times)


def _rows(sessions: Sequence[Session], day: date, zone: str | None) -> dict[str, _Rows]:
    """The rows of the sessions with a start: they lie between the starts and known ends of the day."""
    spans = {each.id: span_of(each) for each in sessions if each.start}
    starts = {own: order(of.day or day, of.start, zone) for own, of in spans.items() if of.start}
    known = {own: order(of.last_day or day, of.end, zone) for own, of in spans.items() if of.end}
    times = sorted({*starts.values(), *known.values()})
    lines = {line: number for number, line in enumerate(times, start=1)}
    firsts = {own: lines[start] for own, start in starts.items()}
    ends = {own: lines[end] for own, end in known.items()}
    return {own: _Rows(first, max(ends.get(own, 0), first + 1)) for own, first in firsts.items()}


def _by_room(
    edition: Edition, sessions: Sequence[Session], rows: Mapping[str, _Rows]
) -> dict[str | None, list[Session]]:
    """The sessions with a time by their rooms, in the edition's order; those across all rooms are in none."""
    busy = Counter(row for taken in rows.values() for row in range(taken.first, taken.end))
    found: dict[str | None, list[Session]] = {name: [] for name in edition.rooms}
    found |= {None: []}
    for session in sessions:
        taken = rows.get(session.id)
        if taken and (session.room or any(busy[row] > 1 for row in range(taken.first, taken.end))):
            found.setdefault(session.room, []).append(session)
    return {name: sorted(held, key=lambda each: rows[each.id].first) for name, held in found.items() if held}


def _lanes(sessions: Sequence[Session], rows: Mapping[str, _Rows]) -> dict[str, int]:
    """The lane of each session of a room, from 1: beside those that are not over when it begins."""
    lanes: dict[str, int] = {}
    free_from: list[int] = []
    for session in sessions:
        taken = rows[session.id]
        lane = next((each for each, row in enumerate(free_from) if row <= taken.first), len(free_from))
        free_from[lane : lane + 1] = [taken.end]
        lanes[session.id] = lane + 1
    return lanes


def _below(sessions: Sequence[Session], rows: Mapping[str, _Rows]) -> dict[str, _Rows]:
    """The rows of the sessions without a start, below all others."""
    first = max((taken.end for taken in rows.values()), default=1)
    untimed = [session.id for session in sessions if session.id not in rows]
    return {own: _Rows(row, row + 1) for row, own in enumerate(untimed, start=first)}


def _place(column: int, width: int, rows: _Rows) -> str:
    return _sums(c=column, w=width, r=rows.first, h=rows.end - rows.first)


def _sums(**numbers: int) -> str:
    """Numbers as what they add up to, each with its letter: "c2 c1 r4"."""
    return " ".join(
        f"{letter}{1 << bit}"
        for letter, number in numbers.items()
        for bit in reversed(range(number.bit_length()))
        if number >> bit & 1
    )
