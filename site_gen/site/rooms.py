"""The rooms of an edition: each with one spelling and an address of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_gen.conference import Conference, Room, Session
from site_gen.conference.room_ids import room_id
from site_gen.text import fold, slug


def one_spelling(conference: Conference) -> Conference:
    """The conference with every room called as it is listed, or as it is named first.

    Names that fold to the same ("Hall A", "hall  a", "Straße", "Strasse") are one room.
    """
    first: dict[str, str] = {}
    for name in (*(room.name for room in conference.rooms), *_named(conference)):
        first.setdefault(fold(name), name)
    if all(first[fold(name)] == name for name in _named(conference)):
        return conference
    return replace(conference, sessions=tuple(_respelled(session, first) for session in conference.sessions))


def rooms_of(conference: Conference) -> dict[str, Room]:
    """The rooms by name: those of the conference file, then those that only sessions name.

    The first of several names with one slug ("Hall A", "Hall-A") has it as its id, each other one
    gets letters behind it, which follow from its name alone.
    """
    rooms = {room.name: room for room in conference.rooms}
    taken = {room.id for room in conference.rooms}
    for name in _named(conference):
        if name not in rooms and slug(name):
            rooms[name] = Room(id=room_id(name, taken), name=name)
            taken.add(rooms[name].id)
    return rooms


def _named(conference: Conference) -> Iterator[str]:
    return (name for session in conference.sessions for name in session.every_room)


def _respelled(session: Session, first: dict[str, str]) -> Session:
    slots = tuple(replace(slot, room=first[fold(slot.room)]) if slot.room else slot for slot in session.slots)
    room = first[fold(session.room)] if session.room else None
    others = tuple(first[fold(name)] for name in session.other_rooms)
    return replace(session, room=room, other_rooms=others, slots=slots)
