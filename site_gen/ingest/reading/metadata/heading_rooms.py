"""The room of all that is on a day, behind the day in its heading: "Monday, 1 September 2031, Room 5"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.texts.lines import source_lines
from site_gen.ingest.reading.times.day_headings import heading_when
from site_gen.ingest.records import Fact, Reading, SessionRecord


def with_heading_rooms(reading: Reading) -> Reading:
    """A reading of lines whose sessions are in the room behind their day, where none has a room."""
    is_placed = any(each.room or any(slot.room for slot in each.slots) for each in reading.sessions)
    if not reading.sessions or not reading.format.is_of_lines or is_placed:
        return reading
    document = reading.document
    found: list[tuple[int, Fact[str] | None]] = []
    for line in source_lines(document):
        if line.text and (when := heading_when(line.text)):
            room = when.after.strip(" ()[]*_")
            found.append((line.number, Fact(room, document.place_of(line)) if names_room(room) else None))
    if not any(room for _, room in found):
        return reading
    numbers = [number for number, _ in found]

    def placed(session: SessionRecord) -> SessionRecord:
        at = bisect_left(numbers, session.place.line)
        return replace(session, room=found[at - 1][1]) if at else session

    return replace(reading, sessions=tuple(map(placed, reading.sessions)))
