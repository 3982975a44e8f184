"""Intervals beside the titles of talks: "14:00–15:00: Why Owls Turn", "Nests (Talk 2: 11.00 - 12.30)"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from site_gen.ingest.reading.texts.lines import lacks_bracket
from site_gen.ingest.reading.texts.marked_text import around
from site_gen.ingest.reading.times.days import has_digit, read_time
from site_gen.ingest.reading.times.lone_times import lone_time
from site_gen.ingest.record_changes import renamed, with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord

_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?"
_INTERVAL = rf"(?P<start>{_CLOCK})\s*(?:-{{1,3}}|–|—)\s*(?P<end>{_CLOCK})"
_BEFORE = re.compile(rf"[(\[]?{_INTERVAL}[)\]]?\s*[:|,–—-]?\s+(?=\S)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?<=\S)(?:\s*(?P<open>\()\s*|[\s,:]+){_INTERVAL}\s*(?(open)\)|\)?)$", re.IGNORECASE)

_END = 300  # characters of a title, among which times at its end begin


def has_times(title: str) -> bool:
    """Whether a title begins or ends with an interval of times."""
    return _times_of(title) is not None


def _times_of(title: str) -> re.Match[str] | None:
    if not has_digit(title):
        return None
    return _BEFORE.match(title) or _BEHIND.search(title, max(0, len(title) - _END))


def without_title_times(reading: Reading) -> Reading:
    """A reading in which what takes place is called without its times, which are its own where it has none.

    A title with other times than those that are told stays, and the gate tells it.
    """
    return with_changed_records(reading, slot=_slot, session=_session)


def _slot(slot: SlotRecord) -> SlotRecord:
    found = _parted(slot.called, slot.start, slot.end)
    if found is None:
        return slot
    bare, start, end = found
    return replace(renamed(slot, bare), start=start, end=end)


def _session(session: SessionRecord) -> SessionRecord:
    found = _parted(session.title, session.start, session.end)
    return replace(session, title=found[0], start=found[1], end=found[2]) if found else session


def _parted(
    title: Fact[str] | None, start: Fact[time] | None, end: Fact[time] | None
) -> tuple[Fact[str], Fact[time], Fact[time]] | None:
    """A title without its times, and these; None where it has none, or others than are told."""
    match = _times_of(title.value) if title else None
    times = lone_time(f"{match['start']} - {match['end']}") if match else None
    if title is None or match is None or times is None or times[1] is None:
        return None
    try:
        begin, finish = read_time(*times), read_time(times[1])
    except ValueError:
        return None
    if (start and start.value != begin) or (end and end.value != finish):
        return None
    rest = around(match)
    rest += ")" if lacks_bracket(rest) else ""  # "Nests (Talk 2: 11.00 - 12.30)"
    return Fact(rest, title.place), Fact(begin, title.place), Fact(finish, title.place)
