"""Slots of a copied schedule: the papers of a session, each below its room or with its byline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from site_gen.conference import SessionKind
from site_gen.ingest.reading.entries.entries import Titles, is_title, paper_record, read_entry
from site_gen.ingest.reading.people.names import is_dotted_byline, is_person
from site_gen.ingest.reading.texts.lines import SourceLine, in_brackets, line_fact, room_of
from site_gen.ingest.reading.times.days import match_times, read_time
from site_gen.ingest.records import Document, Fact, SlotRecord
from site_gen.problems import ProblemLog

_WITH_SLOTS: frozenset[SessionKind] = frozenset(["oral", "poster"])
_ONE_EVENT: frozenset[SessionKind] = frozenset(
    ["invited-talk", "tutorial", "panel", "break", "social", "registration"]
)


def split_slots(
    lines: Sequence[SourceLine], kind: SessionKind
) -> tuple[list[SourceLine], list[list[SourceLine]]]:
    """The lines of the session itself, and those of each of its slots."""
    rooms = [i for i, line in enumerate(lines) if room_of(line.text) is not None]
    if (
        len(rooms) > 1
        or (rooms and kind == "oral")
        or (rooms and kind == "poster" and _has_text(lines, rooms[0]))
    ):
        return _move_heads(_cut(lines, rooms))
    if rooms or kind in _ONE_EVENT:
        return list(lines), []
    starts = [start for i in range(len(lines)) if (start := _entry_start(lines, i)) is not None]
    if starts and (kind in _WITH_SLOTS or len(starts) > 1):
        return _cut(lines, starts)
    return list(lines), []


def slot_record(
    document: Document, lines: Sequence[SourceLine], titles: Titles, problems: ProblemLog
) -> SlotRecord:
    """The slot of some lines; without a paper where they tell only its room."""
    times = next((line for line in lines if _times(line) is not None), None)
    entry = read_entry([line for line in lines if line is not times], titles)
    first = entry.room or next((line for line in lines if line.text), lines[0])
    place = document.place_of(first)
    if entry.is_empty:
        problems.warning("empty-slot", "no paper stands in this slot", place, hint="it is kept, empty")
    paper = None if entry.is_empty else paper_record(document, entry, first, problems)
    start, end = _clock_facts(document, times)
    return SlotRecord(place=place, paper=paper, room=_room(document, entry.room), start=start, end=end)


def _room(document: Document, line: SourceLine | None) -> Fact[str] | None:
    room = room_of(line.text) if line else None
    return Fact(room, line_fact(document, line).place) if line and room else None


def _times(line: SourceLine) -> tuple[str, str | None] | None:
    """The times in a line such as "[ 09:00 - 09:15 ]"; None for other lines."""
    inside = in_brackets(line.text)
    match = match_times(inside) if inside else None
    return (match["start"].strip(), match["end"]) if match else None


def _clock_facts(document: Document, line: SourceLine | None) -> tuple[Fact[time] | None, Fact[time] | None]:
    times = _times(line) if line else None
    if line is None or times is None:
        return None, None
    place = document.place_of(line)
    try:
        start = Fact(read_time(times[0], times[1]), place)
        return start, Fact(read_time(times[1]), place) if times[1] else None
    except ValueError:
        return None, None


def _cut(
    lines: Sequence[SourceLine], starts: Sequence[int]
) -> tuple[list[SourceLine], list[list[SourceLine]]]:
    ends = [*starts[1:], len(lines)]
    return list(lines[: starts[0]]), [list(lines[a:b]) for a, b in zip(starts, ends, strict=True)]


def _move_heads(
    parts: tuple[list[SourceLine], list[list[SourceLine]]],
) -> tuple[list[SourceLine], list[list[SourceLine]]]:
    """Where title and byline stand above a paper's room, move them to their slot."""
    head, slots = parts
    if not _trailing_head(head):
        return parts
    before = head
    for slot in slots:
        moved = _trailing_head(before)
        if moved:
            slot[1:1] = before[-moved:]
            del before[-moved:]
        before = slot
    return head, slots


def _trailing_head(lines: Sequence[SourceLine]) -> int:
    """How many lines at the end are the byline, and the title, of the paper that follows."""
    filled = [i for i, line in enumerate(lines) if line.text]
    if not filled:
        return 0
    last = lines[filled[-1]].text
    has_title = (
        len(filled) > 1 and is_title(lines[filled[-2]].text) and room_of(lines[filled[-2]].text) is None
    )
    if is_dotted_byline(last) or (is_person(last) and has_title):
        return len(lines) - (filled[-2] if has_title else filled[-1])
    return 0


def _entry_start(lines: Sequence[SourceLine], index: int) -> int | None:
    """Where the paper begins whose byline is this line: at its title, where one stands above it."""
    text = lines[index].text
    if not text or not (is_dotted_byline(text) or is_person(text)):
        return None
    above = index - 1
    while above >= 0 and index - above < 3 and not lines[above].text:
        above -= 1
    has_title = above >= 0 and is_title(lines[above].text) and not is_dotted_byline(lines[above].text)
    if is_dotted_byline(text):
        return above if has_title else index
    return above if has_title and not is_person(lines[above].text) else None


def _has_text(lines: Sequence[SourceLine], index: int) -> bool:
    return any(line.text for line in lines[index + 1 :])
