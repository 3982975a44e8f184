"""Rooms in brackets behind who speaks: "Owls, Ann Lee (R1)"; nobody works there where all stand like that."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Participant
from site_gen.ingest.reading.metadata.rooms import is_room_code
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

_FEWEST = 3  # people, of whom two are in one room


def with_rooms_behind_people(reading: Reading) -> Reading:
    """A reading in which such codes are rooms, where all who speak have one, and some have the same."""
    codes = [each.affiliation or "" for people in _speakers(reading) for each in people.value]
    are_rooms = len(codes) >= _FEWEST and 1 < len({*codes}) < len(codes) and all(map(is_room_code, codes))
    if reading.format.is_own or not are_rooms:
        return reading

    def session(record: SessionRecord) -> SessionRecord:
        found = _parted(record.people)
        return replace(record, people=found[0], room=record.room or found[1]) if found else record

    def slot(record: SlotRecord) -> SlotRecord:
        found = _parted(record.people)
        return replace(record, people=found[0], room=record.room or found[1]) if found else record

    return with_changed_records(reading, paper=lambda each: each, slot=slot, session=session)


def _speakers(reading: Reading) -> Iterator[Fact[tuple[Participant, ...]]]:
    for session in reading.sessions:
        yield from (people for people in (session.people, *(slot.people for slot in session.slots)) if people)


def _parted(
    people: Fact[tuple[Participant, ...]] | None,
) -> tuple[Fact[tuple[Participant, ...]], Fact[str]] | None:
    """People without what is a room, and the room; None where they are not in one."""
    rooms = {each.affiliation for each in people.value} if people else set()
    room = rooms.pop() if len(rooms) == 1 else None
    if people is None or room is None:
        return None
    bare = tuple(replace(each, affiliation=None) for each in people.value)
    return replace(people, value=bare), Fact(room, people.place)
