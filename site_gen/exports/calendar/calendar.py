"""Calendars to subscribe to (RFC 5545, RFC 7986): of an edition, day, session, room, track and person.

A calendar lies beside the page that it is of. It holds sessions; a session without a start is stood for by
its slots that have one, else by its days if it says that it lasts for several. The calendar of a session
holds both, that of a room also the slots that are in it while their session is not, and that of a person the
slots of their papers and talks; unless content asks for all exports, only people with a role in a session or
slot (chair, speaker…) have one. Nothing without a time is in a calendar, and one that would be empty, which
RFC 5545 does not allow, is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import fields

from site_gen.cards.roles import people_with_role
from site_gen.exports.calendar.vevent import vevent
from site_gen.exports.calendar.vtimezone import vtimezone
from site_gen.graph.queries import query, resource, table
from site_gen.markup.characters import plain_line
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.events import Event, SessionEvents, identity, session_events
from site_gen.site.subjects import EditionOf, PersonOf, ScheduleOf, SessionOf
from site_gen.text.zones import is_offset
from site_gen.writers.icalendar import component, line, text
from site_gen.writers.links import uri

_REFRESH = "PT1H"

_EventPlace = tuple[str, str, int]
"""Where an event is said: the edition, the session, and the place of its slot from 0; -1 for the session."""


def _files(site: Site) -> Iterator[Naming]:
    calendars = frozenset(_calendars(site))
    for page in site.pages:
        if page.subject in calendars:
            yield page.subject, _route(site, page.subject)


def _body(site: Site, subject: Subject) -> bytes:
    places = _calendars(site)[subject]
    events = [_event(site, *place) for place in places]
    return component(
        "VCALENDAR",
        line("VERSION", "2.0"),
        line("PRODID", "-//Plenary//Plenary//EN"),
        line("CALSCALE", "GREGORIAN"),
        *_properties(site, subject),
        *_time_zones(site, events),
        *(_vevent(site, *place) for place in places),
    ).encode()


def _properties(site: Site, subject: Subject) -> Iterator[str]:
    name = text(_name(site, subject))
    yield line("UID", str(identity(site.catalogue.series, "calendar", *_path(site, subject))))
    yield line("NAME", name)
    yield line("X-WR-CALNAME", name)
    yield line("REFRESH-INTERVAL;VALUE=DURATION", _REFRESH)
    yield line("X-PUBLISHED-TTL", _REFRESH)
    if site.base_url:
        yield line("URL", uri(site.base_url + site.address(subject)))
        yield line("SOURCE;VALUE=URI", uri(site.base_url + site.file_address(CALENDAR, subject)))


def _name(site: Site, subject: Subject) -> str:
    """The title of the page that a calendar is of, and the whole that it is a part of."""
    series, editions = site.catalogue.series.title, site.catalogue.editions
    whole = editions[subject.edition].conference.title if subject.edition else series
    title = site.view(subject).about.title
    return plain_line(title if title == whole else f"{title} · {whole}")


def _time_zones(site: Site, events: list[Event]) -> Iterator[str]:
    """Each zone that the events are in, for the years that they are in."""
    years: dict[str, list[int]] = defaultdict(list)
    for event in events:
        zone = site.catalogue.time_zone(event.edition)
        if zone and not is_offset(zone):
            years[zone] += [event.day.year, (event.span.last_day or event.day).year]
    for zone in sorted(years):
        yield vtimezone(zone, min(years[zone]), max(years[zone]))


@table
def _calendars(site: Site) -> dict[Subject, tuple[_EventPlace, ...]]:
    """The events of each calendar, by what it is of."""
    contents, has_no_calendar = site.catalogue, _mere_authors(site)
    found: dict[Subject, dict[_EventPlace, None]] = defaultdict(dict)
    for edition_id, edition in contents.editions.items():
        for session in edition.sessions.values():
            events = _events(site, edition_id, session.id)
            for kind in site.kinds.values():
                for subject, event in kind.events(contents, edition, events):
                    if not has_no_calendar(subject):
                        slot = -1 if event.slot is None else event.position
                        found[subject][edition_id, session.id, slot] = None
    return {subject: tuple(places) for subject, places in found.items()}


@query
def _vevent(site: Site, edition: str, session: str, slot: int) -> str:
    """An event as it is written once, however many calendars hold it."""
    return vevent(site, _event(site, edition, session, slot))


def _event(site: Site, edition: str, session: str, slot: int) -> Event:
    events = _events(site, edition, session)
    event = (events.whole or events.days) if slot < 0 else events.slots[slot]
    assert event  # its place is that of an event
    return event


@resource
def _events(site: Site, edition: str, session: str) -> SessionEvents:
    return session_events(site.catalogue, edition, site.catalogue.editions[edition].sessions[session])


def _mere_authors(site: Site) -> Callable[[Subject], bool]:
    """Tells people who only wrote papers, who have no calendar, unless content asks for all exports."""
    if site.catalogue.series.exports == "all":
        return lambda _: False
    others = frozenset(people_with_role(site))
    return lambda subject: isinstance(subject, PersonOf) and subject.person not in others


def _route(site: Site, subject: Subject) -> str:
    """The route of a calendar, beside the page that it is of."""
    name = subject.session if isinstance(subject, SessionOf) else "calendar"
    return f"{site.address(subject)}{name}.ics"


def _path(site: Site, subject: Subject) -> tuple[str, ...]:
    """What tells a calendar from the others, for good."""
    ids = (str(getattr(subject, field.name)) for field in fields(subject))
    return site.kind_of(subject).name, *ids


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
