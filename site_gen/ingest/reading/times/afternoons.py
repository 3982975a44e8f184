"""Times without a.m. or p.m. on a page of twelve hours: "1:30 - 3:00" after lunch is in the afternoon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from site_gen.ingest.records import Document, Fact, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog

_HALF = re.compile(r"\d\s?[ap]\.?\s?m\b|noon|midnight", re.IGNORECASE)
_FIRST, _NOON = 7, 12  # no conference begins before seven in the morning


def with_afternoons(
    document: Document, sessions: Sequence[SessionRecord], problems: ProblemLog
) -> tuple[SessionRecord, ...]:
    """The sessions with each bare time from 1:00 to 6:59 in the afternoon, where no time is past noon's 12.

    The first such time is reported, for the page does not say it.
    """
    lines = document.text.split("\n")
    starts = [session.start for session in sessions if session.start]
    bare = [start for start in starts if not _HALF.search(_line(lines, start))]
    early = [start for start in bare if 0 < start.value.hour < _FIRST]
    if (
        not early
        or len(bare) < len(starts)
        or any(start.value.hour > _NOON or start.value.hour == 0 for start in bare)
    ):
        return tuple(sessions)
    first = early[0]
    what = f"{first.value:%H:%M} has no a.m. or p.m.: read as {_later(first).value:%H:%M}, and so are others"
    problems.warning("afternoon", what, first.place, "write p.m. after it, or 24 hours")
    return tuple(map(_shifted, sessions))


def _line(lines: Sequence[str], fact: Fact[time]) -> str:
    return lines[fact.place.line - 1] if fact.place.line <= len(lines) else ""


def _shifted(session: SessionRecord) -> SessionRecord:
    start = _later(session.start) if session.start else None
    slots = tuple(_shifted_slot(slot) for slot in session.slots)
    return replace(session, start=start, end=_end(session, start), slots=slots)


def _shifted_slot(slot: SlotRecord) -> SlotRecord:
    start = _later(slot.start) if slot.start else None
    return replace(slot, start=start, end=_end(slot, start))


def _end(of: SessionRecord | SlotRecord, start: Fact[time] | None) -> Fact[time] | None:
    """An end, in the afternoon where it would be before the start; one of a later day is told by that."""
    end = of.end
    if end is None or of.end_later or start is None or end.value > start.value or end.value.hour >= _NOON:
        return end
    return Fact(end.value.replace(hour=end.value.hour + _NOON), end.place)


def _later(fact: Fact[time]) -> Fact[time]:
    if not 0 < fact.value.hour < _FIRST:
        return fact
    return Fact(fact.value.replace(hour=fact.value.hour + _NOON), fact.place)
