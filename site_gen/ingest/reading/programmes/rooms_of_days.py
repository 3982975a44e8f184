"""The room of a whole day, behind or below its heading: "Monday 12 July, Room 101", "3 juin – Salle B"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.programmes.timed_blocks import time_of
from site_gen.ingest.reading.programmes.typed_rows import row_of
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.titles.session_headings import PAUSES
from site_gen.ingest.records import Document, Fact, PartialDay, SessionRecord
from site_gen.problems import Place
from site_gen.values import replace

_BEHIND = re.compile(r"\d\s*(?:,|\s[–—-]|\()\s*(?P<room>[^\d\W][^,()–—]{2,50})\)?[*_]*$")
_LONGEST = 40  # characters of a room in a line of its own


def with_rooms_of_days(
    document: Document,
    sessions: Iterable[SessionRecord],
    lines: Sequence[SourceLine],
    days: Mapping[int, Fact[PartialDay]],
) -> tuple[SessionRecord, ...]:
    """The sessions, those without a room in that of their day; where a pause is, nobody says."""
    rooms: dict[Place, Fact[str]] = {}
    filled = [line for line in lines if line.text]
    for line, below in pairwise(filled):
        day = days.get(line.number)
        if day is None or day.place != document.place_of(line):
            continue
        match = _BEHIND.search(line.text)
        own = match["room"].strip() if match else ""
        if names_room(own):
            rooms[day.place] = Fact(own, day.place)
        elif (
            (label := label_of(replace(below, text=plain(below.text))))
            and label[0] == "room"
            and names_room(label[1].text)
        ):
            rooms[day.place] = Fact(label[1].text, document.place_of(label[1]))
        elif len(below.text) < _LONGEST and names_room(below.text) and not (time_of(below) or row_of(below)):
            rooms[day.place] = Fact(below.text.strip("*_# "), document.place_of(below))
    return tuple(_placed(each, rooms) for each in sessions) if rooms else tuple(sessions)


def _placed(session: SessionRecord, rooms: Mapping[Place, Fact[str]]) -> SessionRecord:
    room = rooms.get(session.day.place) if session.day else None
    is_pause = session.kind is not None and session.kind.value in PAUSES
    has_own = session.room is not None or any(slot.room for slot in session.slots)
    return session if room is None or is_pause or has_own else replace(session, room=room)
