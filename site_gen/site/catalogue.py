"""The look-ups of a series: what pages and exports ask of its people and editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any, TypeVar, cast

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
    Volume,
)
from site_gen.conference.papers import in_volumes
from site_gen.conference.people import People
from site_gen.conference.spans import begin_of, programme_day, span_of
from site_gen.graph.notes import Graph
from site_gen.graph.tables import Fields, Small, Table, raw
from site_gen.locale.collation import Order
from site_gen.problems import Locate
from site_gen.site.papers import papers_of
from site_gen.site.rooms import one_spelling, rooms_of
from site_gen.text import sort_key
from site_gen.text.zones import order
from site_gen.values import dataclass

K = TypeVar("K")
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


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """A conference with the look-ups that pages and exports need.

    `papers` are ordered by title, those without one last. `days` are those of the programme: on which
    something begins, or goes on from the days before. A night belongs to the evening before it until
    the edition's `day_change`.
    `changes` are those that are approved, as in the content file.
    `sessions` is ordered by day and start; a session without a start follows the one before it in
    the content file. `accepted` counts the papers that were not withdrawn, `filmed` those with a video.
    `on_day[None]` are sessions without a date; `still_on` are those of earlier
    days that are not over when a day begins.
    """

    conference: Conference
    papers: Mapping[str, Paper]
    accepted: int
    filmed: int
    sessions: Mapping[str, Session]
    days: tuple[date, ...]
    on_day: Mapping[date | None, tuple[Session, ...]]
    still_on: Mapping[date, tuple[Session, ...]]
    appearances: Mapping[str, tuple[Appearance, ...]]
    awards: Mapping[str, tuple[Award, ...]]
    parts: Mapping[str, tuple[Session, ...]]
    held_in: Mapping[str, tuple[Session, ...]]
    on_track: Mapping[str, tuple[Session, ...]]
    room_names: Mapping[str, str]
    rooms: Mapping[str, Room]
    tracks: Mapping[str, Track]
    volumes: Mapping[str, Volume]
    in_volume: Mapping[str, tuple[str, ...]]
    changes: tuple[Change, ...]

    def room(self, room: str) -> Room:
        """The room of this id, which there is."""
        return self.rooms[self.room_names[room]]

    def access_of(self, session: Session) -> tuple[str, ...]:
        """Who can follow a session, by what is done for that and by its rooms, each once."""
        of_rooms = (self.rooms[room].access for room in session.rooms if room in self.rooms)
        return tuple(dict.fromkeys(chain(session.access, *of_rooms)))

    def day_of(self, session: Session) -> date | None:
        """The day of the programme that a session is on; None where no source gives its date."""
        day = session.date
        return programme_day(day, session.start, self.conference.day_change) if day else None

    def in_room(self, room: Room) -> tuple[Session, ...]:
        """The sessions that are in a room, or that have a slot in it."""
        return self.held_in.get(room.name, ())

    def of_track(self, track: str) -> tuple[Session, ...]:
        """The sessions of a track."""
        return self.on_track.get(track, ())


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The series with its people and, newest first, its editions; `locate` tells the file of an entity.

    Whatever is read of it here is noted in the `graph`, by part: an entity of a table, a field of the series
    or of a conference. `declared` are the ids of those that authors.yaml tells of.
    """

    series: Series
    people: People
    editions: Mapping[str, Edition]
    locate: Locate
    declared: Mapping[str, bool]
    graph: Graph

    def at(self, base_url: str) -> Catalogue:
        """The same, published at another address."""
        series = Fields(self.graph, "series", replace(raw(self.series), base_url=base_url))
        return replace(self, series=cast(Series, series))

    def time_zone(self, edition: str) -> str | None:
        """The zone of an edition, else of the series; None where its times are floating."""
        return self.editions[edition].conference.time_zone or self.series.time_zone

    def prose_page(self, edition: str, page: str) -> ProsePage:
        """A page of the organisers' words that there is; edition "" is for one of the series."""
        pages = self.editions[edition].conference.pages if edition else self.series.pages
        return next(each for each in pages if each.id == page)


def catalogue(series: Series, people: People, locate: Locate, by: Order = sort_key) -> Catalogue:
    """Make the look-ups of a series, with a graph that notes what is read; `by` orders titles."""
    graph = Graph()
    conferences = sorted(series.conferences, key=lambda each: (each.year or 0, each.id), reverse=True)
    editions = {
        each.id: _edition(graph, each, each.time_zone or series.time_zone, by) for each in conferences
    }
    return Catalogue(
        series=cast(Series, Fields(graph, "series", series)),
        people=_people(graph, people),
        editions=Table(graph, "editions", {each: each for each in editions}, editions.__getitem__),
        locate=locate,
        declared=Small(graph, "declared", {author.id: True for author in series.authors}),
        graph=graph,
    )


def _people(graph: Graph, people: People) -> People:
    return People(
        authors=Table(graph, "people", people.authors),
        papers=Table(graph, "written", people.papers),
        ids=Table(graph, "names", people.ids),
        hidden=Small(graph, "hidden", dict.fromkeys(sorted(people.hidden), True)),
    )


def _edition(graph: Graph, conference: Conference, time_zone: str | None, by: Order) -> Edition:
    conference = one_spelling(conference)
    papers = sorted(conference.papers, key=lambda paper: (paper.title is None, by(paper.title or paper.id)))
    on_day = _by_day(conference, time_zone)
    conference = _with_last_day(conference, on_day)
    ordered = [session for day in sorted(on_day, key=_day_order) for session in on_day[day]]
    still_on = _still_on(ordered, conference.day_change)
    rooms = rooms_of(conference)

    def part(name: str, held: Mapping[K, Any], resolve: Callable[[Any], T] | None = None) -> Table[K, T]:
        return Table(graph, f"{conference.id}/{name}", held, resolve)

    sessions: Table[str, Session] = part("sessions", {session.id: session for session in ordered})

    def those(ids: Iterable[str]) -> tuple[Session, ...]:
        return tuple(map(sessions.__getitem__, ids))

    def listed(name: str, groups: Mapping[K, Iterable[Session]]) -> Table[K, tuple[Session, ...]]:
        return part(name, {key: [each.id for each in group] for key, group in groups.items()}, those)

    def appearances(places: Iterable[tuple[str, int]]) -> tuple[Appearance, ...]:
        found = ((sessions[session], position) for session, position in places)
        return tuple(Appearance(each, each.slots[position - 1], position) for each, position in found)

    edition = Edition(
        conference=cast(Conference, Fields(graph, f"{conference.id}/conference", conference)),
        papers=papers_of(graph, conference.id, papers),
        accepted=sum(paper.status != "withdrawn" for paper in papers),
        filmed=sum(any(link.rel == "video" for link in paper.links) for paper in papers),
        sessions=sessions,
        days=_days(conference, on_day, still_on),
        on_day=listed("on-day", on_day),
        still_on=listed("still-on", still_on),
        appearances=part("appearances", _appearances(ordered), appearances),
        awards=part(
            "awards", _grouped((paper, award) for award in conference.awards for paper in award.papers)
        ),
        parts=listed("parts", _grouped((each.part_of, each) for each in ordered if each.part_of)),
        held_in=listed("held-in", _grouped((name, each) for each in ordered for name in each.every_room)),
        on_track=listed("on-track", _grouped((each.track, each) for each in ordered if each.track)),
        room_names=part("room-names", {room.id: name for name, room in rooms.items()}),
        rooms=part("rooms", rooms),
        tracks=part("tracks", {track.id: track for track in conference.tracks}),
        volumes=part("volumes", {volume.id: volume for volume in conference.volumes}),
        in_volume=part("in-volume", _grouped(in_volumes(papers))),
        changes=tuple(change for change in conference.changes if not change.draft),
    )
    return cast(Edition, Fields(graph, f"{conference.id}/edition", edition))


def _with_last_day(conference: Conference, days: Iterable[date | None]) -> Conference:
    """A conference that says only when it begins lasts as long as its programme."""
    last = max(filter(None, days), default=None)
    if conference.first_day is None or conference.last_day or last is None or last < conference.first_day:
        return conference
    return replace(conference, last_day=last)


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


def _appearances(sessions: Sequence[Session]) -> dict[str, tuple[tuple[str, int], ...]]:
    """The sessions of each paper, by their ids, with the place of its slot, from 1."""
    return _grouped(
        (slot.paper, (session.id, position))
        for session in sessions
        for position, slot in enumerate(session.slots, start=1)
        if slot.paper
    )


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    groups: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
