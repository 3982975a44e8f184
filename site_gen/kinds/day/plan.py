"""Where the sessions of a day stand in its grid: a column for each room, rows as high as their time is long.

What runs alone, whatever its room, is a band over all columns; so is what lasts most of the day, above all
else. Rows are true to time where sessions stand side by side; where there are only bands, each of these is
one line, and where nothing is on, the rows are cut short.

A place is written as what it adds up to, in powers of two: "c2 c1 r4 w1 h1" is the third column, the
fourth row, one column wide and one row high. So a few rules of the style sheet place any number of rooms
and times, and no page has a style of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import accumulate, pairwise
from typing import Literal

from site_gen.conference import Session
from site_gen.kinds.day.times import HEAD, ROW, Held, heads_of, held_of, standing_parts
from site_gen.site import Edition
from site_gen.values import dataclass

_LINE = 3  # rows that one line of text takes
_TWO_LINES = 4  # what bands that share the width may need: a title, and how much it holds

Beside = Literal["", "band", "elsewhere"]


@dataclass(frozen=True, slots=True)
class RoomColumn:
    """A room at the head of its columns: more than one where sessions share it at the same time."""

    name: str
    at: str


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The grid of a day: the places of its sessions by their ids, and of the times before them.

    `bands` are the ids of those that stand across all columns, `elsewhere` of those whose column does not
    say their room; without any `rooms` there are only bands. What has no time stands below the rest, one
    after the other.
    """

    rooms: tuple[RoomColumn, ...]
    bands: frozenset[str]
    elsewhere: frozenset[str]
    sessions: Mapping[str, str]
    _times: Mapping[str, str]
    _above: frozenset[str]

    def beside(self, session: str) -> Beside:
        """Whether a session stands in no column of its room."""
        return "band" if session in self.bands else "elsewhere" if session in self.elsewhere else ""

    def time_of(self, sessions: Iterable[Session]) -> str:
        """The place of the time at which these begin: beside them, or where none of them has a time of
        its own, above all others."""
        held = [each.id for each in sessions]
        return self._times[next((own for own in held if own not in self._above), held[0])]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that a session takes: from `first`, counted from 1, up to but not including `end`."""

    first: int
    end: int


def day_plan(
    edition: Edition,
    day: date,
    sessions: Sequence[Session],
    parts: Mapping[str, Sequence[Session]],
    zone: str | None,
    elsewhere: str,
) -> DayPlan:
    """The grid of these sessions of a day, and inside them of their parts; `zone` is an IANA name, None
    where times are floating; `elsewhere` heads the column of what is in no room, or in one that has no
    column."""
    wholes = {each.part_of for each in edition.sessions.values()}
    held = held_of(sessions, wholes, day, zone)
    long = [each for each in held if each.lasts_long]
    beside = _side_by_side([each for each in held if not each.lasts_long])
    alone = [each for each in held if each not in beside and each not in long]
    rows = _stacked(long, first=1)
    inner = {each: standing_parts(each, parts.get(each.session.id, ()), day, zone) for each in beside}
    rows |= _timed([*beside, *alone], beside, inner, first=1 + _LINE * len(long))
    of_parts = {
        part.session.id: rows.pop(part.session.id) for its_parts in inner.values() for part in its_parts
    }
    rows |= _below(sessions, rows)
    lanes = {name: _lanes(found) for name, found in _by_room(edition, beside).items()}
    widths = {name: max(of.values()) for name, of in lanes.items()}
    groups = _groups(alone)
    whole = max([1, sum(widths.values()), *(max(group.values()) for group in groups)])
    places: dict[str, str] = {each.id: _place(1, whole, rows[each.id]) for each in sessions}
    rooms: list[RoomColumn] = []
    column = 1
    columns: dict[str, list[int]] = {}
    for name, of in lanes.items():
        rooms.append(RoomColumn(name or elsewhere, _sums(c=column, w=widths[name], h=1)))
        for own, lane in of.items():
            columns.setdefault(own, []).append(column + lane - 1)
        column += widths[name]
    places |= {own: _place(*_side(held), rows[own]) for own, held in columns.items()}
    places |= {
        part.session.id: _inside(of_parts[part.session.id], rows[each.session.id])
        for each, its_parts in inner.items()
        for part in its_parts
    }
    for group in groups:
        places |= _shared(group, whole, rows)
    bands = frozenset(rows) - {each.session.id for each in beside}
    above = frozenset(each.session.id for each in long)
    return DayPlan(
        rooms=tuple(rooms),
        bands=bands,
        elsewhere=frozenset(lanes.get(None, ())),
        sessions=places,
        _times=_times(rows, whole),
        _above=above,
    )


def _side(columns: Sequence[int]) -> tuple[int, int]:
    """The first column of a session and how many it takes: all of its rooms that stand side by side."""
    is_one = list(columns) == [*range(columns[0], columns[0] + len(columns))]
    return columns[0], len(columns) if is_one else 1


def _side_by_side(held: Sequence[Held]) -> list[Held]:
    """The sessions that need columns: at their time there are others that one cannot attend as well."""
    choices = [each for each in held if not each.is_for_all]
    beside = [each for each in choices if any(each.meets(other) for other in choices)]
    while more := [each for each in held if each not in beside and any(each.meets(at) for at in beside)]:
        beside += more
    return sorted(beside, key=held.index)


def _stacked(held: Iterable[Held], first: int) -> dict[str, _Rows]:
    """A line for each, one below the other."""
    return {
        each.session.id: _Rows(row, row + _LINE)
        for each, row in zip(held, range(first, 1 << 30, _LINE), strict=False)
    }


def _timed(
    held: Sequence[Held], beside: Sequence[Held], inner: Mapping[Held, Sequence[Held]], first: int
) -> dict[str, _Rows]:
    """The rows of these sessions and of the parts inside them by the times between their beginnings and ends.

    What begins with a first part has its title above that, and so at that time all parts begin below it.
    """
    parts = [part for each in inner.values() for part in each]
    times = sorted({time for each in [*held, *parts] for time in (each.start, each.end)})
    heads = heads_of(inner)
    heights = [
        (HEAD if start in heads else 0) + _height(start, end, held, beside) for start, end in pairwise(times)
    ]
    lines = dict(zip(times, accumulate(heights, initial=first), strict=True)) if times else {}
    below = {part.start: HEAD for part in parts if part.start in heads}
    return {each.session.id: _Rows(lines[each.start], lines[each.end]) for each in held} | {
        part.session.id: _Rows(lines[part.start] + below.get(part.start, 0), lines[part.end])
        for part in parts
    }


def _height(start: datetime, end: datetime, held: Sequence[Held], beside: Sequence[Held]) -> int:
    on = [each for each in held if each.start < end and start < each.end]
    if any(each in beside for each in on):
        return max(1, round((end - start) / ROW))
    if len(on) > 1 and any(each.holds for each in on):
        return _TWO_LINES
    return _LINE if on else 1


def _by_room(edition: Edition, beside: Sequence[Held]) -> dict[str | None, list[Held]]:
    """The sessions in columns by their rooms, in the edition's order. A room in which there are only
    breaks and the like has no column: they are in none, which comes last. A session of several rooms is in
    the column of each."""
    with_column = {room for each in beside if not each.is_for_all for room in each.session.rooms}
    found: dict[str | None, list[Held]] = {name: [] for name in edition.rooms if name in with_column}
    elsewhere: list[Held] = []
    for each in sorted(beside, key=lambda held: held.start):
        rooms = [room for room in each.session.rooms if room in with_column]
        for held in [found.setdefault(room, []) for room in rooms] or [elsewhere]:
            held.append(each)
    return found | ({None: elsewhere} if elsewhere else {})


def _lanes(held: Iterable[Held]) -> dict[str, int]:
    """The lane of each session of a room, from 1: beside those that are not over when it begins."""
    lanes: dict[str, int] = {}
    free_from: list[datetime] = []
    for each in held:
        lane = next((at for at, end in enumerate(free_from) if end <= each.start), len(free_from))
        free_from[lane : lane + 1] = [each.end]
        lanes[each.session.id] = lane + 1
    return lanes


def _groups(alone: Iterable[Held]) -> list[dict[str, int]]:
    """The bands that share some of their time, each with its lane: lunch beside the posters."""
    groups: list[list[Held]] = []
    for each in sorted(alone, key=lambda held: held.start):
        if groups and any(each.meets(other) for other in groups[-1]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return [_lanes(group) for group in groups]


def _shared(group: Mapping[str, int], whole: int, rows: Mapping[str, _Rows]) -> dict[str, str]:
    """The places of bands that share all columns."""
    number = max(group.values())
    edges = [whole * lane // number for lane in range(number + 1)]
    return {
        own: _place(edges[lane - 1] + 1, edges[lane] - edges[lane - 1], rows[own])
        for own, lane in group.items()
    }


def _below(sessions: Sequence[Session], rows: Mapping[str, _Rows]) -> dict[str, _Rows]:
    """The rows of the sessions without a start, below all others."""
    first = max((taken.end for taken in rows.values()), default=1)
    untimed = [session.id for session in sessions if session.id not in rows]
    return {own: _Rows(row, row + _LINE) for row, own in enumerate(untimed, start=first)}


def _times(rows: Mapping[str, _Rows], whole: int) -> dict[str, str]:
    """The place of the time before each session, as high as the next one is away."""
    firsts = sorted({taken.first for taken in rows.values()})
    following = dict(pairwise(firsts))
    return {
        own: _sums(
            r=taken.first, w=whole + 1, h=following.get(taken.first, taken.first + _LINE) - taken.first
        )
        for own, taken in rows.items()
    }


def _place(column: int, width: int, rows: _Rows) -> str:
    return _sums(c=column, w=width, r=rows.first, h=rows.end - rows.first)


def _inside(part: _Rows, whole: _Rows) -> str:
    """The place of a part in its whole, whose rows are counted from 0."""
    return _sums(w=1, r=part.first - whole.first, h=part.end - part.first)


def _sums(**numbers: int) -> str:
    """Numbers as what they add up to, each with its letter: "c2 c1 r4"."""
    return " ".join(
        f"{letter}{1 << bit}"
        for letter, number in numbers.items()
        for bit in reversed(range(number.bit_length()))
        if number >> bit & 1
    )
