"""What the schedules for apps hold: which events, and the number of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from site_gen.conference.programme import CALLED_OFF
from site_gen.site.catalogue import Catalogue, Edition
from site_gen.site.events import Event, SessionEvents, edition_events

_NUMBERS = 2**31 - 1


def has_schedule(contents: Catalogue, edition: Edition) -> bool:
    """Whether an edition can have a schedule: with a time zone, for no offset is guessed, and an event.

    Where all was called off it keeps an empty one: apps that have subscribed to it would else fail, and show
    what they had.
    """
    edition_id = edition.conference.id
    return bool(contents.time_zone(edition_id)) and any(_all_events(contents, edition_id))


def scheduled_events(contents: Catalogue, edition: str) -> Iterator[Event]:
    """The events of an edition's schedule, without what was called off.

    An event is a session; where every slot of a session has a start of its own, its slots are the events.
    """
    return (event for event in _all_events(contents, edition) if event.status not in CALLED_OFF)


def days_of_events(contents: Catalogue, edition: str) -> list[date]:
    """The days of all events, of those that were called off too."""
    return sorted({event.listed for event in _all_events(contents, edition)})


def _all_events(contents: Catalogue, edition: str) -> Iterator[Event]:
    return (event for session in edition_events(contents, edition) for event in _events_of(session))


def event_numbers(events: Iterable[Event]) -> dict[UUID, int]:
    """The number of each event of a schedule, by its guid."""
    given = {each.guid: None if each.slot else each.session.number for each in events}
    return numbered(given, given)


def numbered(guids: Iterable[UUID], given: Mapping[UUID, int | None] | None = None) -> dict[UUID, int]:
    """A number for each guid: the given one, else made of it alone unless two make the same.

    All are below 2³¹, for readers of old.
    """
    numbers: dict[UUID, int] = {}
    taken: set[int] = set()
    for guid, number in sorted((given or {}).items()):
        if number and number < 2**31 and number not in taken:
            numbers[guid] = number
            taken.add(number)
    for guid in sorted(set(guids) - numbers.keys()):
        number = number_of(guid)
        while number in taken:
            number = number % _NUMBERS + 1
        taken.add(number)
        numbers[guid] = number
    return numbers


def number_of(guid: UUID) -> int:
    """The number that a guid makes."""
    return guid.int % _NUMBERS + 1


def _events_of(session: SessionEvents) -> tuple[Event, ...]:
    filled = sum(not slot.is_empty for slot in session.session.slots)
    if session.whole and len(session.timed_slots) < filled:
        return session.main
    return session.timed_slots or session.main
