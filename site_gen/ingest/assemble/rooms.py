"""The rooms of an edition in the order in which a source lists them, with what it says of the way to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from site_gen.conference import Conference, Room
from site_gen.conference.room_ids import room_id
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.records import Fact, Reading
from site_gen.text import fold


@dataclass(frozen=True, slots=True)
class HeldRooms:
    """The rooms that content lists, and those that only its sessions name.

    `is_closed` where an editor wrote the list: nothing is added to it.
    """

    rooms: tuple[Room, ...] = ()
    named: tuple[str, ...] = ()
    is_closed: bool = False


def held_rooms(conference: Conference, is_closed: bool) -> HeldRooms:
    """The rooms that an edition has in content."""
    named = [
        room for each in conference.sessions for room in (each.room, *(slot.room for slot in each.slots))
    ]
    return HeldRooms(conference.rooms, tuple(dict.fromkeys(name for name in named if name)), is_closed)


def assemble_rooms(
    readings: Sequence[Reading], held: HeldRooms, precedence: Precedence
) -> Fact[tuple[Room, ...]] | None:
    """The rooms that sources list, then all others that a session is in; None where no source lists any."""
    listed = precedence.listed(each.conference.rooms for each in readings)
    if not listed or held.is_closed:
        return None
    rooms = {fold(room.name): room for fact in reversed(listed) for room in reversed(fact.value)}
    rooms = dict(reversed(rooms.items()))
    for name in (*_named(readings), *held.named):
        rooms.setdefault(fold(name), Room(id="", name=name))
    ids = {fold(room.name): room.id for room in held.rooms}
    taken = set(ids.values())
    found = []
    for key, room in rooms.items():
        own = ids.get(key) or room_id(room.name, taken)
        taken.add(own)
        found.append(replace(room, id=own))
    return Fact(tuple(found), listed[0].place)


def _named(readings: Iterable[Reading]) -> Iterable[str]:
    for reading in readings:
        for session in reading.sessions:
            rooms = (session.room, *(slot.room for slot in session.slots))
            yield from (room.value for room in rooms if room)
