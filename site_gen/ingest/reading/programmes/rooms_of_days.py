"""The room of a whole day, behind or below its heading: "Monday 12 July, Room 101", "3 juin – Salle B"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from itertools import pairwise

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.programmes.timed_blocks import time_of
from site_gen.ingest.reading.programmes.typed_rows import Row, row_of
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.times.days import read_time
from site_gen.ingest.reading.titles.session_headings import PAUSES, is_section
from site_gen.ingest.records import Document, Fact, PartialDay, SessionRecord
from site_gen.problems import Place
from site_gen.values import replace

_BEHIND = re.compile(r"\d.*(?:,|\s[–—-]|\()\s*(?P<room>[^\d\W][^,()–—]{2,50})\)?[*_]*$")
_IN = re.compile(r"^(?:in|im|at|en|dans)(?: (?:the|la|der|dem))? ")
_FEWEST = 2  # rooms that head rows
_LONGEST = 40  # characters of a room in a line of its own


def parted_rooms(
    lines: Sequence[SourceLine], days: Mapping[int, Fact[PartialDay]]
) -> tuple[list[SourceLine], list[SourceLine]]:
    """The lines without those rooms that each head a run of rows, and these rooms."""
    rooms = [line for line in lines if _is_room(line) and line.number not in days]
    above_rows = [
        line for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if row_of(below) and not row_of(line) and line.text and line.number not in days
        and (not above.text or line.number > above.number + 1 or above.number in days)
    ]  # fmt: skip
    if any(line in rooms for line in above_rows):
        rooms += _like_rooms(lines, above_rows, days)
    heads = [line for line in above_rows if line in rooms]
    if len({line.text for line in heads}) < _FEWEST or len(heads) < len(rooms):
        return list(lines), []
    return [line for line in lines if line not in heads], heads


def _like_rooms(
    lines: Sequence[SourceLine], heads: Sequence[SourceLine], days: Mapping[int, Fact[PartialDay]]
) -> list[SourceLine]:
    """The other lines above rows, where the times of a day begin anew below each: "Main Stage"."""
    likely: list[SourceLine] = []
    last, is_new = None, True
    head = None
    for line in lines:
        row = row_of(line)
        if line.number in days:
            is_new, head = True, None
        elif line in heads:
            head = line
        elif row and (begin := _begin(row)) is not None:
            goes_back = is_new or (last is not None and begin <= last)
            if head and not goes_back:
                return []
            likely += [head] if head and not _is_room(head) else []
            last, is_new, head = begin, False, None
    return [
        line for line in likely if len(line.text) < _LONGEST and not (label_of(line) or is_section(line.text))
    ]


def _begin(row: Row) -> time | None:
    try:
        return read_time(row.start.strip(), row.end)
    except ValueError:
        return None


def with_rooms_of_days(
    document: Document,
    sessions: Iterable[SessionRecord],
    lines: Sequence[SourceLine],
    days: Mapping[int, Fact[PartialDay]],
    heads: Sequence[SourceLine],
) -> tuple[SessionRecord, ...]:
    """The sessions, those without a room in that above their rows, or of their day; no pause is in that."""
    rooms: dict[Place, Fact[str]] = {}
    are_below_days = all(above.number in days for above, line in pairwise(lines) if _is_room(line))
    for line, below in pairwise(lines):
        day = days.get(line.number)
        if day is None or day.place != document.place_of(line):
            continue
        match = _BEHIND.search(line.text)
        own = _IN.sub("", match["room"].strip(" *_")) if match else ""
        if names_room(own):
            rooms[day.place] = Fact(own, day.place)
        elif (
            (label := label_of(replace(below, text=plain(below.text))))
            and label[0] == "room"
            and names_room(label[1].text)
        ):
            rooms[day.place] = Fact(label[1].text, document.place_of(label[1]))
        elif are_below_days and _is_room(below):
            rooms[day.place] = _room(document, below)
    edges: dict[int, SourceLine | None] = {**dict.fromkeys(days), **{line.number: line for line in heads}}
    numbers = sorted(edges)

    def placed(session: SessionRecord) -> SessionRecord:
        at = bisect_right(numbers, session.place.line) - 1
        head = edges[numbers[at]] if at >= 0 else None
        is_pause = session.kind is not None and session.kind.value in PAUSES
        if session.room is not None or any(slot.room for slot in session.slots):
            return session
        room = rooms.get(session.day.place) if session.day and not is_pause else None
        return replace(session, room=_room(document, head) if head else room) if head or room else session

    return tuple(map(placed, sessions))


def _room(document: Document, line: SourceLine) -> Fact[str]:
    return Fact(line.text.strip("*_# "), document.place_of(line))


def _is_room(line: SourceLine) -> bool:
    """Whether a line is the name of a room and nothing else."""
    return (
        len(line.text) < _LONGEST
        and names_room(line.text)
        and not (time_of(line) or row_of(line) or label_of(line))
    )
