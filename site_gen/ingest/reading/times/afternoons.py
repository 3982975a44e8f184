"""Times without a.m. or p.m. on a page of twelve hours: "1:30 - 3:00" after lunch is in the afternoon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import pairwise

from site_gen.ingest.record_changes import each_changed
from site_gen.ingest.records import Document, Fact, PartialDay, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.values import replace

_HALF = re.compile(r"\d\s?[ap]\.?\s?m\b|\bnoon|\bmidnight", re.IGNORECASE)
_FIRST, _NOON = 7, 12  # no conference begins before seven in the morning
_FEWEST = 3  # starts of a day whose order tells something


def with_afternoons(
    document: Document, sessions: Sequence[SessionRecord], problems: ProblemLog
) -> tuple[SessionRecord, ...]:
    """The sessions with each bare time from 1:00 to 6:59 in the afternoon, where no time is past noon's 12.

    So it is on the whole page, or on a day that is in order only so; the end of a morning's session is by
    itself ("12–1"). The first such time is reported, for the page does not say it.
    """
    lines = document.text.split("\n")
    days = _days_in_order_past_noon(lines, sessions)
    is_whole = _is_of_twelve_hours(lines, sessions)
    found = [
        _shifted(each) if is_whole or _day(each) in days else _with_ends(lines, each) for each in sessions
    ]
    found = _with_evenings(lines, found, set(map(_day, sessions)) if is_whole else days)
    first = next(_changed(sessions, found), None)
    if first:
        before, after = first
        what = f"{before.value:%H:%M} has no a.m. or p.m.: read as {after.value:%H:%M}, and so are others"
        problems.warning("afternoon", what, before.place, "write p.m. after it, or 24 hours")
    return tuple(found)


def _is_of_twelve_hours(lines: Sequence[str], sessions: Sequence[SessionRecord]) -> bool:
    """Whether no time at all tells its half of the day or is past noon's 12, and some must be past it."""
    starts = [session.start for session in sessions if session.start]
    if any(_HALF.search(_line(lines, start)) for start in starts):
        return False
    hours = [start.value.hour for start in starts]
    return any(map(_is_early, hours)) and not any(hour > _NOON or hour == 0 for hour in hours)


def _days_in_order_past_noon(
    lines: Sequence[str], sessions: Sequence[SessionRecord]
) -> set[PartialDay | None]:
    """The days whose starts are in order, all or room by room, only if the bare ones are past noon."""
    days: dict[PartialDay | None, list[Fact[time]]] = defaultdict(list)
    rooms: dict[tuple[PartialDay | None, str], list[Fact[time]]] = defaultdict(list)
    for session in sessions:
        if session.start:
            days[_day(session)].append(session.start)
            rooms[_day(session), session.room.value if session.room else ""].append(session.start)

    def shows_noon(starts: Sequence[Fact[time]]) -> bool:
        return not _are_in_order(starts) and _are_in_order([_later(each) for each in starts])

    def are_sure(day: PartialDay | None) -> bool:
        early = [each for each in days[day] if _is_early(each.value.hour)]
        held = [starts for (of, _), starts in rooms.items() if of == day and any(map(early.count, starts))]
        is_bare = all(_is_bare(lines, each) for each in early)
        return bool(early) and is_bare and (shows_noon(days[day]) or all(map(shows_noon, held)))

    return {day for day in days if are_sure(day)}


def _with_evenings(
    lines: Sequence[str], sessions: list[SessionRecord], days: set[PartialDay | None]
) -> list[SessionRecord]:
    """The sessions, where the last one of an afternoon whose bare time is before all of its day is at night.

    "7:00 Dinner" stands below "5:00 - 6:45"; a day whose others are not in order tells nothing, nor does
    one of 24 hours where the last is no dinner or reception.
    """
    found = list(sessions)
    for day in dict.fromkeys(map(_day, sessions)):
        of_day = [(at, each.start) for at, each in enumerate(sessions) if _day(each) == day and each.start]
        starts = [start for _, start in of_day]
        if len(starts) < _FEWEST or not _are_in_order(starts[:-1]):
            continue
        at, last = of_day[-1]
        is_first = last.value < starts[0].value and _FIRST <= last.value.hour < _NOON
        kind = sessions[at].kind
        is_meant = day in days or (kind is not None and kind.value == "social")
        if is_first and is_meant and starts[-2].value.hour > _NOON and _is_bare(lines, last):
            start = Fact(last.value.replace(hour=last.value.hour + _NOON), last.place)
            found[at] = replace(sessions[at], start=start, end=_end(sessions[at], start))
    return found


def _are_in_order(starts: Sequence[Fact[time]]) -> bool:
    return all(one.value <= other.value for one, other in pairwise(starts))


def _day(session: SessionRecord) -> PartialDay | None:
    return session.day.value if session.day else None


def _line(lines: Sequence[str], fact: Fact[time]) -> str:
    return lines[fact.place.line - 1] if fact.place.line <= len(lines) else ""


def _is_bare(lines: Sequence[str], fact: Fact[time]) -> bool:
    """Whether no half of the day stands beside a time, nor a nought before it, as in clocks of 24 hours."""
    line = _line(lines, fact)
    return not _HALF.search(line) and not re.search(rf"(?<!\d)0{fact.value.hour}(?!\d)", line)


def _is_early(hour: int) -> bool:
    return 0 < hour < _FIRST


def _shifted(session: SessionRecord) -> SessionRecord:
    start = _later(session.start) if session.start else None
    slots = tuple(_shifted_slot(slot) for slot in session.slots)
    return replace(session, start=start, end=_end(session, start), slots=slots)


def _shifted_slot(slot: SlotRecord) -> SlotRecord:
    start = _later(slot.start) if slot.start else None
    return replace(slot, start=start, end=_end(slot, start))


def _with_ends(lines: Sequence[str], session: SessionRecord) -> SessionRecord:
    """A session whose own end, and those of its slots, are past noon where "12–1" says so."""

    def slot(record: SlotRecord) -> SlotRecord:
        return replace(record, end=_end_past_noon(lines, record))

    slots = each_changed(slot, session.slots)
    return replace(session, end=_end_past_noon(lines, session), slots=slots)


def _end_past_noon(lines: Sequence[str], of: SessionRecord | SlotRecord) -> Fact[time] | None:
    start, end = of.start, of.end
    if start is None or end is None or not _FIRST <= start.value.hour <= _NOON:
        return end
    return _end(of, start) if _is_early(end.value.hour) and _is_bare(lines, end) else end


def _end(of: SessionRecord | SlotRecord, start: Fact[time] | None) -> Fact[time] | None:
    """An end, in the afternoon where it would be before the start; one of a later day is told by that."""
    end = of.end
    if end is None or of.end_later or start is None or end.value > start.value or end.value.hour >= _NOON:
        return end
    return Fact(end.value.replace(hour=end.value.hour + _NOON), end.place)


def _later(fact: Fact[time]) -> Fact[time]:
    if not _is_early(fact.value.hour):
        return fact
    return Fact(fact.value.replace(hour=fact.value.hour + _NOON), fact.place)


def _changed(
    before: Sequence[SessionRecord], after: Sequence[SessionRecord]
) -> Iterator[tuple[Fact[time], Fact[time]]]:
    """Each time that became another one."""
    for was, now in zip(_times(before), _times(after), strict=True):
        if was and now and was != now:
            yield was, now


def _times(sessions: Sequence[SessionRecord]) -> Iterator[Fact[time] | None]:
    for session in sessions:
        yield from (session.start, session.end)
        yield from (each for slot in session.slots for each in (slot.start, slot.end))
