"""VEVENT: a session, or a slot with a start of its own (RFC 5545, section 3.6.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from site_gen.cards.linked_data import stream_of
from site_gen.cards.session_kinds import kind_name
from site_gen.conference import Change, Conference
from site_gen.conference.programme import CALLED_OFF
from site_gen.markup.characters import plain_line
from site_gen.site import Site
from site_gen.site.events import Event
from site_gen.text.zones import instant, is_offset
from site_gen.writers.event_texts import (
    event_details,
    event_note,
    event_title,
    plain_paragraphs,
)
from site_gen.writers.icalendar import component, line, text
from site_gen.writers.links import absolute_links, event_address, uri

# Hundreds of posters would stand in the calendar of each of their authors.
_MOST_SLOTS = 30
_STATES = {"scheduled": 0, "moved": 1, "late": 1, "cancelled": 2, "withdrawn": 2}


def vevent(site: Site, event: Event) -> str:
    """The event, the same in every calendar that holds it.

    DTSTAMP is the first day of the edition, else the event's own, at midnight UTC: no clock is read.
    SEQUENCE grows with its status and with every change that is told of the event. Without an end there
    is no DTEND.
    """
    edition = site.catalogue.editions[event.edition]
    first = edition.conference.first_day or event.day
    return component(
        "VEVENT",
        line("UID", text(event.uid)),
        line("DTSTAMP", f"{first:%Y%m%d}T000000Z"),
        line("SEQUENCE", str(revision(event, edition.conference))),
        line("STATUS", "CANCELLED" if event.status in CALLED_OFF else "CONFIRMED"),
        *_span(event, site.catalogue.time_zone(event.edition)),
        line("SUMMARY", text(event_title(site, event))),
        *_optional("LOCATION", _location(event, edition.conference)),
        *_optional("DESCRIPTION", _description(site, event)),
        line("CATEGORIES", ",".join(text(each) for each in _categories(site, event))),
        *_url(site, event),
        *_conference(event, edition.conference),
    )


def revision(event: Event, conference: Conference) -> int:
    """Its SEQUENCE: 1 for what moved, 2 for what was called off, and 3 for each change that is told of it.

    So it grows whenever a change is told with a new status, whatever that was before.
    """
    reported = sum(_is_about(change, event) for change in conference.changes)
    return 3 * reported + _STATES[event.status]


def _is_about(change: Change, event: Event) -> bool:
    if change.draft or change.session != event.session.id:
        return False
    return event.slot is None or change.paper in (None, event.slot.paper)


def _span(event: Event, zone: str | None) -> Iterator[str]:
    """Local times with their TZID; in UTC where a time of the event names its offset.

    RFC 5545 has no way to say the second of two equal local times but in UTC. An end that names one
    beside a floating start, or the other way round, cannot be told and is left out. Whole days end before
    the day after their last.
    """
    if event.slot is None and event.session.start is None:
        yield line("DTSTART;VALUE=DATE", f"{event.day:%Y%m%d}")
        yield line("DTEND;VALUE=DATE", f"{(event.span.last_day or event.day) + timedelta(days=1):%Y%m%d}")
        return
    start = instant(event.day, event.start, zone)
    last_day = event.span.last_day or event.day
    end = instant(last_day, event.end, zone) if event.end else None
    if end and (start.tzinfo is None) != (end.tzinfo is None):
        end = None
    offsets_named = any(clock and clock.tzinfo for clock in (event.start, event.end))
    in_utc = start.tzinfo is not None and (zone is None or is_offset(zone) or offsets_named)
    yield _moment("DTSTART", start, zone, in_utc=in_utc)
    if end and end > start:
        yield _moment("DTEND", end, zone, in_utc=in_utc)


def _moment(name: str, moment: datetime, zone: str | None, *, in_utc: bool) -> str:
    if in_utc:
        return line(name, f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    return line(f"{name};TZID={zone}" if zone else name, f"{moment:%Y%m%dT%H%M%S}")


def _location(event: Event, conference: Conference) -> str:
    """Where it is; what is online alone claims no venue."""
    parts = [event.room, *(event.session.other_rooms if event.slot is None else ())]
    if (event.session.attendance or conference.attendance) != "online":
        parts += [conference.venue, conference.address, conference.location]
    return ", ".join(plain_line(part) for part in parts if part)


def _description(site: Site, event: Event) -> str:
    described = event.slot or event.session
    links = (f"{link.label}: {link.url}" for link in absolute_links(site.locale, described.links))
    parts = (
        event_note(site, event),
        plain_paragraphs(described.description),
        event_details(site, event, _MOST_SLOTS),
        "\n".join(links),
    )
    return "\n\n".join(part for part in parts if part)


def _categories(site: Site, event: Event) -> Iterator[str]:
    yield plain_line(kind_name(site.locale, event.session))
    track = site.catalogue.editions[event.edition].tracks.get(event.session.track or "")
    if track:
        yield plain_line(track.name)


def _url(site: Site, event: Event) -> Iterator[str]:
    address = event_address(site, event)
    if address:
        yield line("URL", address)


def _conference(event: Event, conference: Conference) -> Iterator[str]:
    """Where one takes part from afar (RFC 7986, section 5.11)."""
    if (event.session.attendance or conference.attendance) in ("online", "hybrid"):
        stream = stream_of(
            [*(event.slot.links if event.slot else ()), *event.session.links, *conference.links]
        )
        if stream:
            yield line("CONFERENCE;VALUE=URI;FEATURE=VIDEO", uri(stream))


def _optional(name: str, value: str) -> Iterator[str]:
    if value:
        yield line(name, text(value))
