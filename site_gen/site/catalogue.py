"""The look-ups of a series: what pages and exports ask of its people and editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
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
from site_gen.problems import Locate
from site_gen.text import slug, sort_key
from site_gen.text.zones import order

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A slot in which a paper appears; `position` counts from 1."""

    session: Session
    slot: Slot
    position: int


@dataclass(frozen=True, slots=True)
class Edition:
    """A conference with the look-ups that pages and exports need.

    `papers` are ordered by title, those without one last. `days` are those of the programme.
    `changes` are those that are approved, as in the content file.
    `sessions` is ordered by day and start; a session without a start follows the one before it in
    the content file. `on_day[None]` are sessions without a date.
    """

    conference: Conference
    papers: Mapping[str, Paper]
    sessions: Mapping[str, Session]
    days: tuple[date, ...]
    on_day: Mapping[date | None, tuple[Session, ...]]
    appearances: Mapping[str, tuple[Appearance, ...]]
    awards: Mapping[str, tuple[Award, ...]]
    parts: Mapping[str, tuple[Session, ...]]
    rooms: Mapping[str, Room]
    tracks: Mapping[str, Track]
    changes: tuple[Change, ...]

    def room(self, room: str) -> Room:
        """The room of this id, which there is."""
        return next(each for each in self.rooms.values() if each.id == room)

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
    papers = sorted(
        conference.papers, key=lambda paper: (paper.title is None, sort_key(paper.title or paper.id))
    )
    on_day = _by_day(conference.sessions, time_zone)
    ordered = [session for day in sorted(on_day, key=_day_order) for session in on_day[day]]
    return Edition(
        conference=conference,
        papers={paper.id: paper for paper in papers},
        sessions={session.id: session for session in ordered},
        days=tuple(sorted(day for day in on_day if day)),
        on_day=on_day,
        appearances=_appearances(ordered),
        awards=_grouped((paper, award) for award in conference.awards for paper in award.papers),
        parts=_grouped((session.part_of, session) for session in ordered if session.part_of),
        rooms=_rooms(conference),
        tracks={track.id: track for track in conference.tracks},
        changes=tuple(change for change in conference.changes if not change.draft),
    )


def _by_day(sessions: Sequence[Session], time_zone: str | None) -> dict[date | None, tuple[Session, ...]]:
    days: dict[date | None, list[tuple[datetime, Session]]] = defaultdict(list)
    for session in sessions:
        start = days[session.date][-1][0] if days[session.date] else datetime.min
        if session.start:
            zone = time_zone if session.date else None
            start = order(session.date or date.min, session.start, zone)
        days[session.date].append((start, session))
    return {
        day: tuple(session for _, session in sorted(timed, key=lambda pair: pair[0]))
        for day, timed in days.items()
    }


def _day_order(day: date | None) -> date:
    return day or date.max


def _appearances(sessions: Sequence[Session]) -> dict[str, tuple[Appearance, ...]]:
    return _grouped(
        (slot.paper, Appearance(session, slot, position))
        for session in sessions
        for position, slot in enumerate(session.slots, start=1)
        if slot.paper
    )


def _rooms(conference: Conference) -> dict[str, Room]:
    """The rooms by name: those of the conference file, then those that only sessions name."""
    rooms = {room.name: room for room in conference.rooms}
    for session in conference.sessions:
        for name in (session.room, *(slot.room for slot in session.slots)):
            if name and name not in rooms and slug(name):
                rooms[name] = Room(id=slug(name), name=name)
    return rooms


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
