"""The look-ups of a series: what pages and exports ask of its people and editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from site_gen.conference import (
    Award,
    Change,
    Conference,
    Paper,
    ProsePage,
    Room,
    Series,
    Session,
    Slot,
    Track,
)
from site_gen.conference.people import People
from site_gen.conference.spans import begin_of, programme_day, span_of
from site_gen.problems import Locate
from site_gen.site.rooms import one_spelling, rooms_of
from site_gen.text import sort_key
from site_gen.text.zones import order

T = TypeVar("T")

_DAY = timedelta(days=1)
_MOMENT = timedelta(minutes=1)
_LONGEST = timedelta(days=31)  # what goes on for longer is a wrong year, or on no single day of it


@dataclass(frozen=True, slots=True)
class Appearance:
    """A slot in which a paper appears; `position` counts from 1."""

    session: Session
    slot: Slot
    position: int


@dataclass(frozen=True, slots=True)
class Edition:
    """A conference with the look-ups that pages and exports need.

    `papers` are ordered by title, those without one last. `days` are those of the programme: on which
    something begins, or goes on from the days before. A night belongs to the evening before it until
    the edition's `day_change`.
    `changes` are those that are approved, as in the content file.
    `sessions` is ordered by day and start; a session without a start follows the one before it in
    the content file. `on_day[None]` are sessions without a date; `still_on` are those of earlier
    days that are not over when a day begins.
    """

    conference: Conference
    papers: Mapping[str, Paper]
    sessions: Mapping[str, Session]
    days: tuple[date, ...]
    on_day: Mapping[date | None, tuple[Session, ...]]
    still_on: Mapping[date, tuple[Session, ...]]
    appearances: Mapping[str, tuple[Appearance, ...]]
    awards: Mapping[str, tuple[Award, ...]]
    parts: Mapping[str, tuple[Session, ...]]
    rooms: Mapping[str, Room]
    tracks: Mapping[str, Track]
    changes: tuple[Change, ...]

    def room(self, room: str) -> Room:
        """The room of this id, which there is."""
        return next(each for each in self.rooms.values() if each.id == room)

    def day_of(self, session: Session) -> date | None:
        """The day of the programme that a session is on; None where no source gives its date."""
        day = session.date
        return programme_day(day, session.start, self.conference.day_change) if day else None

    def in_room(self, room: Room) -> list[Session]:
        """The sessions that are in a room, or that have a slot in it."""
        return [
            session
            for session in self.sessions.values()
            if room.name in (session.room, *(slot.room for slot in session.slots))
        ]

    def of_track(self, track: str) -> list[Session]:
        """The sessions of a track."""
        return [session for session in self.sessions.values() if session.track == track]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The series with its people and, newest first, its editions; `locate` tells the file of an entity."""

    series: Series
    people: People
    editions: Mapping[str, Edition]
    locate: Locate

    def time_zone(self, edition: str) -> str | None:
        """The zone of an edition, else of the series; None where its times are floating."""
        return self.editions[edition].conference.time_zone or self.series.time_zone

    def prose_page(self, edition: str, page: str) -> ProsePage:
        """A page of the organisers' words that there is; edition "" is for one of the series."""
        pages = self.editions[edition].conference.pages if edition else self.series.pages
        return next(each for each in pages if each.id == page)


def catalogue(series: Series, people: People, locate: Locate) -> Catalogue:
    """Make the look-ups of a series."""
    conferences = sorted(series.conferences, key=lambda each: (each.year or 0, each.id), reverse=True)
    editions = {each.id: _edition(each, each.time_zone or series.time_zone) for each in conferences}
    return Catalogue(series, people, editions, locate)


def _edition(conference: Conference, time_zone: str | None) -> Edition:
    conference = one_spelling(conference)
    papers = sorted(
        conference.papers, key=lambda paper: (paper.title is None, sort_key(paper.title or paper.id))
    )
    on_day = _by_day(conference, time_zone)
    ordered = [session for day in sorted(on_day, key=_day_order) for session in on_day[day]]
    still_on = _still_on(ordered, conference.day_change)
    return Edition(
        conference=conference,
        papers={paper.id: paper for paper in papers},
        sessions={session.id: session for session in ordered},
        days=_days(conference, on_day, still_on),
        on_day=on_day,
        still_on=still_on,
        appearances=_appearances(ordered),
        awards=_grouped((paper, award) for award in conference.awards for paper in award.papers),
        parts=_grouped((session.part_of, session) for session in ordered if session.part_of),
        rooms=rooms_of(conference),
        tracks={track.id: track for track in conference.tracks},
        changes=tuple(change for change in conference.changes if not change.draft),
    )


def _by_day(conference: Conference, time_zone: str | None) -> dict[date | None, tuple[Session, ...]]:
    days: dict[date | None, list[tuple[datetime, Session]]] = defaultdict(list)
    for session in conference.sessions:
        day = session.date and programme_day(session.date, session.start, conference.day_change)
        start = days[day][-1][0] if days[day] else datetime.min
        if session.start:
            zone = time_zone if session.date else None
            start = order(session.date or date.min, session.start, zone)
        days[day].append((start, session))
    return {
        day: tuple(session for _, session in sorted(timed, key=lambda pair: pair[0]))
        for day, timed in days.items()
    }


def _still_on(sessions: Sequence[Session], day_change: time | None) -> dict[date, tuple[Session, ...]]:
    """For each day the sessions of earlier ones that are not over when it begins."""
    found: dict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        span = span_of(session)
        if span.day is None or span.last_day is None or span.last_day <= span.day:
            continue
        ends = span.ends or begin_of(span.last_day, day_change) + _MOMENT  # sometime on its last day
        day = programme_day(span.day, span.start, day_change) + _DAY
        while begin_of(day, day_change) < ends and day - span.day < _LONGEST:
            found[day].append(session)
            day += _DAY
    return {day: tuple(held) for day, held in sorted(found.items())}


def _days(
    conference: Conference,
    on_day: Mapping[date | None, Sequence[Session]],
    still_on: Mapping[date, Sequence[Session]],
) -> tuple[date, ...]:
    """The days of the programme. The night after the last one makes no further day of it."""
    last = conference.last_day
    days = {day for day in on_day if day}
    days |= {day for day, held in still_on.items() if day <= last} if last else set()
    days |= {day for day, held in still_on.items() if any(_lasts_a_day(each) for each in held)}
    return tuple(sorted(days))


def _lasts_a_day(session: Session) -> bool:
    span = span_of(session)
    if span.begins and span.ends:
        return span.ends - span.begins >= _DAY
    return span.day != span.last_day


def _day_order(day: date | None) -> date:
    return day or date.max


def _appearances(sessions: Sequence[Session]) -> dict[str, tuple[Appearance, ...]]:
    return _grouped(
        (slot.paper, Appearance(session, slot, position))
        for session in sessions
        for position, slot in enumerate(session.slots, start=1)
        if slot.paper
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
