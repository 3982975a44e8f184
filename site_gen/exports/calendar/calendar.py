"""Calendars to subscribe to (RFC 5545, RFC 7986): of an edition, day, session, room, track and author.

A calendar lies beside the page that it is of and has the key of that page after "calendar". It holds
sessions; a session without a start is stood for by its slots that have one. The calendar of a session
holds both, that of a room also the slots that are in it while their session is not, and that of an
author the slots of their papers and talks. Nothing without a time is in one, and a calendar that would
be empty, which RFC 5545 does not allow, is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from uuid import UUID

from site_gen.cards.events import Event, SessionEvents, edition_events, identity
from site_gen.cards.times import day_moment
from site_gen.conference import Authorship, Participant
from site_gen.conference.people import People
from site_gen.exports.calendar.vevent import vevent
from site_gen.exports.calendar.vtimezone import vtimezone
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Export, Key, Site
from site_gen.writers.event_texts import plain_line, session_title
from site_gen.writers.icalendar import component, line, text
from site_gen.writers.links import uri

_REFRESH = "PT1H"

_Calendars = Mapping[Key, list[Event]]
"""The events of each calendar, by the key of its page."""


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for key in _calendars(contents):
        yield ("calendar", *key), _route(key), _place(contents, key)


def _body(site: Site, key: Key) -> bytes:
    page = key[1:]
    calendars = _written(site)
    events = calendars.events[page]
    return component(
        "VCALENDAR",
        line("VERSION", "2.0"),
        line("PRODID", "-//Plenary//Plenary//EN"),
        line("CALSCALE", "GREGORIAN"),
        *_properties(site, key),
        *_time_zones(site, events),
        *(calendars.vevent(event) for event in events),
    ).encode()


def _properties(site: Site, key: Key) -> Iterator[str]:
    page = key[1:]
    name = text(_name(site, page, _written(site).events[page][0]))
    yield line("UID", str(identity(site.catalogue.series, *key)))
    yield line("NAME", name)
    yield line("X-WR-CALNAME", name)
    yield line("REFRESH-INTERVAL;VALUE=DURATION", _REFRESH)
    yield line("X-PUBLISHED-TTL", _REFRESH)
    if site.base_url:
        yield line("URL", uri(site.base_url + site.address(*page)))
        yield line("SOURCE;VALUE=URI", uri(site.base_url + site.address(*key)))


def _name(site: Site, page: Key, event: Event) -> str:
    contents = site.catalogue
    if page[0] == "author":
        name, whole = contents.people.authors[page[1]].name, contents.series.title
    else:
        name, whole = _part_name(site, page, event), contents.editions[page[1]].conference.title
    return plain_line(f"{name} · {whole}" if name else whole)


def _part_name(site: Site, page: Key, event: Event) -> str:
    """The name of the part of an edition that a calendar is of; empty for all of it."""
    edition = site.catalogue.editions[page[1]]
    match page[0]:
        case "day":
            return day_moment(site.locale, event.day).text
        case "session":
            return session_title(site, event)
        case "room":
            return edition.room(page[2]).name
        case "track":
            return edition.tracks[page[2]].name
    return ""


def _time_zones(site: Site, events: list[Event]) -> Iterator[str]:
    """Each zone that the events are in, for the years that they are in."""
    years: dict[str, list[int]] = defaultdict(list)
    for event in events:
        zone = site.catalogue.time_zone(event.edition)
        if zone:
            years[zone].append(event.day.year)
    for zone in sorted(years):
        yield vtimezone(zone, min(years[zone]), max(years[zone]))


class _Written:
    """The calendars of a site; each event is written once, however many calendars hold it."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._vevents: dict[UUID, str] = {}
        self.events = _calendars(site.catalogue)

    def vevent(self, event: Event) -> str:
        made = self._vevents.get(event.guid)
        if made is None:
            made = self._vevents[event.guid] = vevent(self._site, event)
        return made


@lru_cache(maxsize=1)
def _written(site: Site) -> _Written:
    return _Written(site)


def _calendars(contents: Catalogue) -> _Calendars:
    found: dict[Key, dict[UUID, Event]] = defaultdict(dict)
    for edition_id, edition in contents.editions.items():
        for session in edition_events(contents, edition_id):
            for key, event in _places(edition, session):
                found[key][event.guid] = event
            for author, event in _parts(contents.people, edition, session):
                found["author", author][event.guid] = event
    return {key: list(events.values()) for key, events in found.items()}


def _places(edition: Edition, session: SessionEvents) -> Iterator[tuple[Key, Event]]:
    """Where a session is looked for: in its edition, its day, itself, its track and its rooms."""
    edition_id, track = edition.conference.id, session.session.track
    for event in session.main:
        yield ("edition", edition_id), event
        yield ("day", edition_id, event.day.isoformat()), event
        if track:
            yield ("track", edition_id, track), event
    for event in session.all:
        yield ("session", edition_id, session.session.id), event
    for room, event in _rooms(session):
        if room in edition.rooms:
            yield ("room", edition_id, edition.rooms[room].id), event


def _rooms(session: SessionEvents) -> Iterator[tuple[str, Event]]:
    """What stands for a session in its rooms; a slot in another room is there by itself."""
    for event in session.main:
        if event.room:
            yield event.room, event
    for position, slot in enumerate(session.session.slots):
        of_slot = session.of_slot(position)
        if of_slot and slot.room and slot.room != session.session.room:
            yield slot.room, of_slot


def _parts(people: People, edition: Edition, session: SessionEvents) -> Iterator[tuple[str, Event]]:
    """Who takes part in what: in the session, or in a slot with its paper or talk."""
    for participant in session.session.people:
        yield from ((who, event) for event in session.main if (who := people.id_of(participant)))
    for position, slot in enumerate(session.session.slots):
        event = session.of_slot(position)
        if event:
            # Files are named of wrong content too: a slot may have a paper that nobody has.
            paper = edition.papers.get(slot.paper or "")
            named: Iterable[Participant | Authorship] = (*slot.people, *(paper.authors if paper else ()))
            yield from ((who, event) for each in named if (who := people.id_of(each)))


def _route(page: Key) -> str:
    """The route of the calendar of a page, beside the page."""
    match page:
        case ("edition", edition):
            return f"{edition}/calendar.ics"
        case ("day", edition, day):
            return f"{edition}/schedule/{day}/calendar.ics"
        case ("session", edition, session):
            return f"{edition}/sessions/{session}/{session}.ics"
        case ("author", author):
            return f"authors/{author}/calendar.ics"
    kind, edition, entity = page
    return f"{edition}/{kind}s/{entity}/calendar.ics"


def _place(contents: Catalogue, page: Key) -> Place:
    """The content file that asked for a calendar."""
    if page[0] in ("edition", "day"):
        return contents.locate("conference", page[1])
    if page[0] == "author":
        return contents.locate("authors", "", page[1])
    return contents.locate(f"{page[0]}s", page[1], page[2])


CALENDAR = Export(
    name="calendar",
    files=_files,
    body=_body,
    title="Calendars",
    description="The programme for calendar apps: of editions, days, sessions, rooms, tracks and people.",
    media_type="text/calendar",
)
