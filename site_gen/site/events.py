"""What takes place at a time of its own: the events of calendars and schedules, and their identities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from uuid import UUID, uuid5

from site_gen.conference import Series, Session, Slot, Status
from site_gen.conference.programme import CALLED_OFF
from site_gen.conference.spans import Span, programme_day, span_of
from site_gen.site.catalogue import Catalogue, Edition
from site_gen.text import fold
from site_gen.values import dataclass

_PLENARY = UUID("6f4b2f6e-1c0a-5d5e-9a53-0d2f7c1b8e44")

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Event:
    """A session with a day and a start, or of whole days, or a `slot` that has a start of its own.

    `series` and `path` are what its `guid` is made of. `position` is the slot's place in the session,
    from 0. `listed` is the day of the programme that it is on.
    """

    edition: str
    session: Session
    listed: date
    day: date
    start: time
    series: UUID
    path: tuple[str, ...]
    slot: Slot | None = None
    position: int = 0

    @property
    def guid(self) -> UUID:
        """It stays as long as the title of the series, the id of the edition and that of the session, and
        for a slot its paper's id or its title; the address of the site does not matter."""
        return _identity(self.series, self.path)

    @property
    def source_id(self) -> str | None:
        """The id that the system it came from calls it by; None where none did."""
        return self.slot.guid if self.slot else self.session.guid

    @property
    def uid(self) -> str:
        """The id of the event in calendars: what its source calls it, so that reminders and stars stay."""
        return self.source_id or str(self.guid)

    @property
    def end(self) -> time | None:
        """None where no source gives it."""
        return self.slot.end if self.slot else self.session.end

    @property
    def span(self) -> Span:
        """When it takes place."""
        return span_of(self.session, self.slot)

    @property
    def room(self) -> str | None:
        """The name of the room; a slot is in the session's where it names none."""
        return (self.slot and self.slot.room) or self.session.room

    @property
    def status(self) -> Status:
        """The slot's status, unless the session has one that says more."""
        if self.slot and (self.session.status == "scheduled" or self.slot.status in CALLED_OFF):
            return self.slot.status
        return self.session.status


@dataclass(frozen=True, slots=True)
class SessionEvents:
    """The events of a session: `whole` is the session itself, None where it has no time.

    `slots` has a place for each slot of the session: None where the slot has no start of its own, and
    where nothing is known of what happens in it. `days` is a session of whole days, from one to another.
    """

    session: Session
    whole: Event | None
    slots: tuple[Event | None, ...]
    days: Event | None = None

    @property
    def timed_slots(self) -> tuple[Event, ...]:
        """The slots with a time of their own, in the session's order."""
        return tuple(event for event in self.slots if event)

    @property
    def main(self) -> tuple[Event, ...]:
        """What stands for the session among many: itself, else its slots with a time."""
        return (self.whole,) if self.whole else self.timed_slots

    @property
    def in_calendars(self) -> tuple[Event, ...]:
        """What stands for the session in a calendar of many: as above, else its whole days."""
        return self.main or ((self.days,) if self.days else ())

    @property
    def all(self) -> tuple[Event, ...]:
        """The session and its slots, as far as they have a time; else its whole days."""
        return (self.whole, *self.timed_slots) if self.whole else self.in_calendars

    def of_slot(self, position: int) -> Event | None:
        """When a slot takes place, as near as it is known."""
        return self.slots[position] or self.whole


def identity(series: Series, *path: str) -> UUID:
    """The UUID (version 5, RFC 9562) of something in a series: the same in every export and build."""
    return _identity(_namespace(series), path)


def _namespace(series: Series) -> UUID:
    return uuid5(_PLENARY, fold(series.title))


def _identity(series: UUID, path: tuple[str, ...]) -> UUID:
    return uuid5(series, "/".join(path))


def schedule_guid(event: Event) -> str:
    """The id of an event in schedules, which must be a UUID: that of its source, as written, if it is one."""
    return uuid_of(event.source_id, event.guid)


def uuid_of(source_id: str | None, made: UUID) -> str:
    """The id of a source, as written, if it is a UUID; else the one that is made."""
    return source_id if source_id and _UUID.fullmatch(source_id) else str(made)


def edition_events(contents: Catalogue, edition_id: str) -> Iterator[SessionEvents]:
    """The events of an edition, session after session in the programme's order, untimed ones too."""
    for session in contents.editions[edition_id].sessions.values():
        yield session_events(contents, edition_id, session)


def sessions_without_time(edition: Edition) -> tuple[Session, ...]:
    """The sessions that no schedule can hold: no source gives their day or a start."""
    return tuple(session for session in edition.sessions.values() if not _is_timed(session))


def untimed(edition: Edition) -> int:
    """How many sessions calendars leave out."""
    return len(sessions_without_time(edition))


def _is_timed(session: Session) -> bool:
    return session.date is not None and (session.start is not None or any(map(_has_start, session.slots)))


def _has_start(slot: Slot) -> bool:
    return slot.start is not None and not slot.is_empty


def session_events(contents: Catalogue, edition: str, session: Session) -> SessionEvents:
    """The events of a session of an edition."""
    path, series = (edition, "sessions", session.id), _namespace(contents.series)
    day_change = contents.editions[edition].conference.day_change

    def event(path: tuple[str, ...], slot: Slot | None = None, position: int = 0) -> Event | None:
        span = span_of(session, slot)
        if span.day is None or span.start is None or (slot and slot.is_empty):
            return None
        listed = programme_day(span.day, span.start, day_change)
        return Event(edition, session, listed, span.day, span.start, series, path, slot, position)

    days = None
    if session.date and session.end_date and not (session.start or session.end):
        days = Event(edition, session, session.date, session.date, time(), series, path)
    named = enumerate(zip(session.slots, slot_names(session), strict=True))
    return SessionEvents(
        session,
        event(path),
        tuple(event((*path, "slots", name), slot, at) for at, (slot, name) in named),
        days,
    )


def slot_names(session: Session) -> Iterator[str]:
    """What tells a slot from its neighbours, wherever it is moved; what comes again is counted."""
    seen: Counter[str] = Counter()
    for slot in session.slots:
        name = slot.paper or fold(slot.title or "")
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}#{seen[name]}"
