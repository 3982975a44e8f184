"""The programme as frab and pretalx exchange it: what `schedule.xml` and `schedule.json` both say.

What was called off is left out, as frab does: readers tell their users what is gone. Texts are plain.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, field, replace
from datetime import date, timedelta
from itertools import groupby
from math import gcd

from site_gen.conference import Room, Track
from site_gen.exports.frab.events import ScheduleEvent, acronym, schedule_event
from site_gen.exports.frab.facts import schedule_facts
from site_gen.exports.frab.times import Timed, day_begin, timed
from site_gen.graph.queries import resource
from site_gen.markup.characters import plain_line
from site_gen.site import Edition, Site
from site_gen.site.events import identity, uuid_of
from site_gen.site.scheduled import days_of_events, event_numbers, scheduled_events
from site_gen.site.subjects import EditionOf
from site_gen.text.json_text import Json
from site_gen.values import dataclass
from site_gen.writers.links import uri


@dataclass(frozen=True, slots=True)
class ScheduleRoom:
    """A room; without a guid it is where events are put whose room no source gives."""

    name: str
    guid: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoomOfDay:
    """What takes place in a room on a day, by start."""

    room: ScheduleRoom
    events: tuple[ScheduleEvent, ...]


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """A day on which something begins, from one change of days to the next; `index` counts from 1."""

    index: int
    date: str
    start: str
    end: str
    rooms: tuple[RoomOfDay, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The schedule of an edition. `base_url` and `url` are None where the base URL is not known.

    `first_day` and `last_day` are those of the edition, else of the schedule, which must have some.
    `timeslot` is the widest grid on which all times lie. `facts` is what the format has no place for.
    `version` is a digest of everything else.
    """

    title: str
    acronym: str
    first_day: str
    last_day: str
    time_zone: str
    timeslot: str
    base_url: str | None
    url: str | None
    tracks: tuple[Track, ...]
    days: tuple[ScheduleDay, ...]
    facts: dict[str, Json] = field(default_factory=dict)
    version: str = ""

    @property
    def rooms(self) -> tuple[ScheduleRoom, ...]:
        """The rooms that events are in."""
        return tuple(dict.fromkeys(each.room for day in self.days for each in day.rooms))


@resource
def schedule_of(site: Site, edition_id: str) -> Schedule:
    """The schedule of one of the scheduled editions."""
    contents, edition = site.catalogue, site.catalogue.editions[edition_id]
    zone = contents.time_zone(edition_id) or ""
    events = timed(scheduled_events(contents, edition_id), zone, edition.conference.day_change)
    first, last = edition.conference.first_day, edition.conference.last_day
    days = tuple(_days(site, edition, events, zone)) or tuple(_empty_days(site, edition, zone))
    schedule = Schedule(
        title=plain_line(edition.conference.title),
        acronym=acronym(site, edition_id),
        first_day=first.isoformat() if first else days[0].date,
        last_day=last.isoformat() if last else days[-1].date,
        time_zone=zone,
        timeslot=_timeslot(events),
        base_url=uri(site.base_url) if site.base_url else None,
        url=uri(site.base_url + site.address(EditionOf(edition_id))) if site.base_url else None,
        tracks=tuple(replace(each, name=plain_line(each.name)) for each in edition.tracks.values()),
        days=days,
        facts=schedule_facts(site, edition, events),
    )
    return replace(schedule, version=_digest(schedule))


def slug_of(track: Track) -> str | None:
    """The id of a track where both schemas take it as a slug."""
    return track.id if re.fullmatch(r"[a-z][a-z0-9-]*[a-z0-9]", track.id) else None


def _days(site: Site, edition: Edition, events: Iterable[Timed], zone: str) -> Iterator[ScheduleDay]:
    ordered = sorted(events, key=lambda each: each.event.listed)
    numbers = event_numbers(each.event for each in ordered)
    rooms = _rooms(site, edition)
    for index, (day, found) in enumerate(groupby(ordered, key=lambda each: each.event.listed), start=1):
        placed: dict[ScheduleRoom, list[ScheduleEvent]] = {room: [] for room in rooms.values()}
        for each in found:
            room = rooms[plain_line(each.event.room or "")]
            placed[room].append(schedule_event(site, each, numbers[each.event.guid], room.name))
        held = tuple(RoomOfDay(room, tuple(events)) for room, events in placed.items() if events)
        yield _day(edition, zone, index, day, held)


def _empty_days(site: Site, edition: Edition, zone: str) -> Iterator[ScheduleDay]:
    """The days of an edition of which everything was called off."""
    days = days_of_events(site.catalogue, edition.conference.id)
    return (_day(edition, zone, index, day, ()) for index, day in enumerate(days, start=1))


def _day(edition: Edition, zone: str, index: int, day: date, rooms: tuple[RoomOfDay, ...]) -> ScheduleDay:
    change = edition.conference.day_change
    return ScheduleDay(
        index=index,
        date=day.isoformat(),
        start=day_begin(day, zone, change).isoformat(),
        end=day_begin(day + timedelta(days=1), zone, change).isoformat(),
        rooms=rooms,
    )


def _rooms(site: Site, edition: Edition) -> dict[str, ScheduleRoom]:
    """The rooms of an edition by their name as written, in its order; that of no name is the last."""
    names = [name for session in edition.sessions.values()
             for name in (session.room, *(slot.room for slot in session.slots)) if name]  # fmt: skip
    rooms = {plain_line(name): edition.rooms.get(name) for name in (*edition.rooms, *sorted(set(names)))}
    found = {name: _room(site, edition, name, room) for name, room in rooms.items() if name}
    return {**found, "": ScheduleRoom(site.locale.words.no_room)}


def _room(site: Site, edition: Edition, name: str, room: Room | None) -> ScheduleRoom:
    made = identity(site.catalogue.series, edition.conference.id, "rooms", room.id if room else name)
    return ScheduleRoom(
        name, uuid_of(room.guid if room else None, made), plain_line((room and room.note) or "")
    )


def _timeslot(events: Iterable[Timed]) -> str:
    minutes = 60
    for each in events:
        minutes = gcd(minutes, each.start.minute, int(each.duration.total_seconds()) // 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _digest(schedule: Schedule) -> str:
    return hashlib.sha256(json.dumps(asdict(schedule)).encode()).hexdigest()[:12]
