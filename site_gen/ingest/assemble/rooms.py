"""The rooms of an edition in the order in which a source lists them, with what it says of the way to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_gen.conference import Room
from site_gen.conference.room_ids import room_id
from site_gen.ingest.assemble.held import Held
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.records import Fact, Reading
from site_gen.text import fold, slug


def assemble_rooms(
    readings: Sequence[Reading], held: Held, precedence: Precedence
) -> Fact[tuple[Room, ...]] | None:
    """The rooms that sources list, then all others that a session is in.

    None where no source lists any, unless names of two make one address: then it stands who has it.
    """
    listed = precedence.listed(each.conference.rooms for each in readings)
    named = list(_named(readings))
    before = list(dict.fromkeys(room for each in held.conference.sessions for room in each.every_room))
    if "rooms" in held.closed or not (
        listed or _share_an_address([*before, *(each.value for each in named)])
    ):
        return None
    rooms = {fold(room.name): room for fact in reversed(listed) for room in reversed(fact.value)}
    rooms = dict(reversed(rooms.items()))
    for name in (*(each.value for each in named), *before):
        rooms.setdefault(fold(name), Room(id="", name=name))
    ids = _known_ids(held.conference.rooms, before)
    taken = set(ids.values())
    found = []
    for key, room in rooms.items():
        free = room.id if room.id not in taken else ""
        own = ids.get(key) or free or room_id(room.name, taken)
        taken.add(own)
        found.append(replace(room, id=own))
    return Fact(tuple(found), (listed or named)[0].place) if listed or named else None


def _known_ids(rooms: Iterable[Room], named: Iterable[str]) -> dict[str, str]:
    """The ids of the rooms of content, by their names: those that only sessions name have some too."""
    ids = {fold(room.name): room.id for room in rooms}
    taken = set(ids.values())
    for name in named:
        if fold(name) not in ids and slug(name):
            ids[fold(name)] = room_id(name, taken)
            taken.add(ids[fold(name)])
    return ids


def _share_an_address(names: Iterable[str]) -> bool:
    """Whether two rooms have names of one slug, so that it must be written down who has it."""
    of_slug: dict[str, str] = {}
    return any(of_slug.setdefault(slug(name), fold(name)) != fold(name) for name in names if slug(name))


def _named(readings: Iterable[Reading]) -> Iterable[Fact[str]]:
    for reading in readings:
        for session in reading.sessions:
            rooms = (session.room, *(slot.room for slot in session.slots))
            yield from (room for room in rooms if room)
            if others := session.other_rooms:
                yield from (Fact(name, others.place) for name in others.value)
