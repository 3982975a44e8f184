"""A room of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Catalogue, Edition, Kind
from site_gen.site.events import Event, SessionEvents
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import RoomOf, ScheduleOf, SessionOf


def _events(_contents: Catalogue, edition: Edition, session: SessionEvents) -> Iterator[tuple[RoomOf, Event]]:
    for room, event in _rooms(session):
        if room in edition.rooms:
            yield RoomOf(edition.conference.id, edition.rooms[room].id), event


def _rooms(session: SessionEvents) -> Iterator[tuple[str, Event]]:
    """What stands for a session in its rooms; a slot in another room is there by itself."""
    for event in session.in_calendars:
        rooms = session.session.rooms if event.slot is None else (event.room,)
        yield from ((room, event) for room in rooms if room)
    for position, slot in enumerate(session.session.slots):
        of_slot = session.of_slot(position)
        if of_slot and slot.room and slot.room != session.session.room:
            yield slot.room, of_slot


def _gathers(contents: Catalogue, subject: RoomOf) -> Iterator[SessionOf]:
    edition = contents.editions[subject.edition]
    return subject.with_sessions(session.id for session in edition.in_room(edition.room(subject.room)))


ROOM = Kind(
    name="room",
    subject=RoomOf,
    package=__package__,
    subjects=each_of_editions(RoomOf, lambda edition: edition.room_names),
    route=lambda subject: f"{subject.edition}/rooms/{subject.room}/",
    events=_events,
    template="room.html",
    markdown="room.md",
    section=lambda _, subject: ScheduleOf(subject.edition),
    ids=lambda _, subject: (subject.room, f"{subject.edition}/{subject.room}"),
    titles=lambda contents, subject: (contents.editions[subject.edition].room(subject.room).name,),
    gathers=_gathers,
    written=lambda subject: ("rooms", subject.edition, subject.room),
    is_one_of_many=True,
    edition_names=("rooms",),
)
