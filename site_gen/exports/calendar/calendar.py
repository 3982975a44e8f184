"""Calendars to subscribe to (RFC 5545, RFC 7986): of an edition, day, session, room, track and person.

A calendar lies beside the page that it is of. It holds sessions; a session without a start is stood for by
its slots that have one. The calendar of a session holds both, that of a room also the slots that are in it
while their session is not, and that of a person the slots of their papers and talks; unless content asks for
all exports, only people with a role in a session or slot (chair, speaker…) have one. Nothing without a time
is in a calendar, and one that would be empty, which RFC 5545 does not allow, is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from site_gen.cards.events import Event, SessionEvents, edition_events, identity
from site_gen.cards.times import day_moment
from site_gen.conference import Authorship, Participant
from site_gen.conference.people import People
from site_gen.exports.calendar.vevent import vevent
from site_gen.exports.calendar.vtimezone import vtimezone
from site_gen.graph.queries import query
from site_gen.site import Catalogue, Edition, Export, Naming, Site, Subject
from site_gen.site.subjects import DayOf, EditionOf, PersonOf, RoomOf, ScheduleOf, SessionOf, TrackOf
from site_gen.writers.event_texts import plain_line, session_title
from site_gen.writers.icalendar import component, line, text
from site_gen.writers.links import uri

_REFRESH = "PT1H"

_Calendars = Mapping[Subject, list[Event]]
"""The events of each calendar, by what it is of."""


def _files(site: Site) -> Iterator[Naming]:
    contents = site.catalogue
    sources = {page.subject: page.source for page in site.pages}
    for subject in _calendars(contents):
        if subject in sources:  # a session may name a track that is not there, which is reported elsewhere
            yield subject, _route(site, subject), sources[subject]


def _body(site: Site, subject: Subject) -> bytes:
    calendars = _written(site)
    events = calendars.events[subject]
    return component(
        "VCALENDAR",
        line("VERSION", "2.0"),
        line("PRODID", "-//Plenary//Plenary//EN"),
        line("CALSCALE", "GREGORIAN"),
        *_properties(site, subject),
        *_time_zones(site, events),
        *(calendars.vevent(event) for event in events),
    ).encode()


def _properties(site: Site, subject: Subject) -> Iterator[str]:
    name = text(_name(site, subject, _written(site).events[subject][0]))
    yield line("UID", str(identity(site.catalogue.series, "calendar", *_path(subject))))
    yield line("NAME", name)
    yield line("X-WR-CALNAME", name)
    yield line("REFRESH-INTERVAL;VALUE=DURATION", _REFRESH)
    yield line("X-PUBLISHED-TTL", _REFRESH)
    if site.base_url:
        yield line("URL", uri(site.base_url + site.address(subject)))
        yield line("SOURCE;VALUE=URI", uri(site.base_url + site.file_address(CALENDAR.name, subject)))


def _name(site: Site, subject: Subject, event: Event) -> str:
    contents = site.catalogue
    if isinstance(subject, PersonOf):
        name, whole = contents.people.authors[subject.person].name, contents.series.title
    else:
        name, whole = _part_name(site, subject, event), contents.editions[subject.edition].conference.title
    return plain_line(f"{name} · {whole}" if name else whole)


def _part_name(site: Site, subject: Subject, event: Event) -> str:
    """The name of the part of an edition that a calendar is of; empty for all of it."""
    edition = site.catalogue.editions[subject.edition]
    match subject:
        case DayOf(_, day):
            return day_moment(site.locale, day).text
        case SessionOf():
            return session_title(site, event)
        case RoomOf(_, room):
            return edition.room(room).name
        case TrackOf(_, track):
            return edition.tracks[track].name
    return ""


def _time_zones(site: Site, events: list[Event]) -> Iterator[str]:
    """Each zone that the events are in, for the years that they are in."""
    years: dict[str, list[int]] = defaultdict(list)
    for event in events:
        zone = site.catalogue.time_zone(event.edition)
        if zone:
            years[zone] += [event.day.year, (event.span.last_day or event.day).year]
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


@query
def _written(site: Site) -> _Written:
    return _Written(site)


def _calendars(contents: Catalogue) -> _Calendars:
    found: dict[Subject, dict[UUID, Event]] = defaultdict(dict)
    for edition_id, edition in contents.editions.items():
        for session in edition_events(contents, edition_id):
            for key, event in _places(edition, session):
                found[key][event.guid] = event
            for author, event in _parts(contents.people, edition, session):
                found[PersonOf(author)][event.guid] = event
    wanted = found.keys() if contents.series.exports == "all" else found.keys() - _authors_only(contents)
    return {subject: list(events.values()) for subject, events in found.items() if subject in wanted}


def _authors_only(contents: Catalogue) -> set[Subject]:
    """Those who wrote papers, and have no role in any session or slot."""
    with_role = {
        contents.people.id_of(participant)
        for edition in contents.editions.values()
        for session in edition.sessions.values()
        for participant in (*session.people, *(each for slot in session.slots for each in slot.people))
    }
    return {PersonOf(author) for author in contents.people.papers if author not in with_role}


def _places(edition: Edition, session: SessionEvents) -> Iterator[tuple[Subject, Event]]:
    """Where a session is looked for: in its edition, its day, itself, its track and its rooms."""
    edition_id, track = edition.conference.id, session.session.track
    for event in session.main:
        yield EditionOf(edition_id), event
        for day in (event.listed, *_days_after(edition, event)):
            yield DayOf(edition_id, day), event
        if track:
            yield TrackOf(edition_id, track), event
    for event in session.all:
        yield SessionOf(edition_id, session.session.id), event
    for room, event in _rooms(session):
        if room in edition.rooms:
            yield RoomOf(edition_id, edition.rooms[room].id), event


def _days_after(edition: Edition, event: Event) -> Iterator[date]:
    """The later days of the programme on which an event is not over."""
    if event.slot is None and event.span.last_day != event.day:
        yield from (day for day, held in edition.still_on.items() if event.session in held)


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


def _route(site: Site, subject: Subject) -> str:
    """The route of a calendar, beside the page that it is of."""
    name = subject.session if isinstance(subject, SessionOf) else "calendar"
    return f"{site.address(subject)}{name}.ics"


def _path(subject: Subject) -> tuple[str, ...]:
    """What tells a calendar from the others, for good."""
    match subject:
        case DayOf(edition, day):
            return "day", edition, day.isoformat()
        case SessionOf(edition, entity):
            return "session", edition, entity
        case RoomOf(edition, entity):
            return "room", edition, entity
        case TrackOf(edition, entity):
            return "track", edition, entity
        case PersonOf(person):
            return "author", person
    return "edition", subject.edition


def with_schedule(subject: Subject) -> Subject:
    """Whose calendar the page of a subject names: that of a schedule is of its edition."""
    return EditionOf(subject.edition) if isinstance(subject, ScheduleOf) else subject


CALENDAR = Export(
    name="calendar",
    files=_files,
    body=_body,
    media_type="text/calendar",
    specification="https://www.rfc-editor.org/rfc/rfc5545",
    of_page=with_schedule,
    is_archived=True,
)
