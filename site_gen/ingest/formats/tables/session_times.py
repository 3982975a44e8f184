"""When a session of a programme begins and ends, and which times are those of its slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from site_gen.ingest.formats.tables.programme_row import ProgrammeRow
from site_gen.ingest.formats.tables.row_ends import End
from site_gen.ingest.reading.times.moments import is_night
from site_gen.ingest.records import Fact, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.text.suggestions import listed


def times_of(
    head: ProgrammeRow, rows: Sequence[ProgrammeRow]
) -> tuple[Fact[time] | None, End | None, list[SlotRecord]]:
    """Start and end of a session, and its slots: times that all rows share are the session's own.

    So are those of the first row alone, and a range in it that goes on past the start of the second. Where
    a cell is wrong nobody knows which those are.
    """
    slots = [row.slot for row in rows if row.slot]
    if any(row.when.has_wrong_time for row in [head, *rows]):
        return None, None, slots
    starts, ends = [row.when.start for row in rows], [row.when.end for row in rows]
    start = head.when.session_start or (None if head.slot else head.when.start)
    end = head.when.session_end or (None if head.slot or _is_of_first(head, rows) else head.when.end)
    if start is None and len(rows) > 1 and starts[0] and not any(starts[1:]):
        return starts[0], end or ends[0], slots
    are_shared = len({fact.value if fact else None for fact in starts}) == 1
    are_shared = are_shared and not (end and any(own and own.at.value != end.at.value for own in ends))
    if are_shared and (start is None or (starts and starts[0] and starts[0].value == start.value)):
        return start or (starts[0] if starts else None), end or (ends[0] if ends else None), slots
    if start is None and _is_span(starts, ends):
        start, end, ends[0] = starts[0], end or ends[0], None
    timed = [
        replace(slot, start=own, end=until.at if until else None, end_later=until.later if until else 0)
        for slot, own, until in zip(slots, starts, ends, strict=True)
    ]
    known = [own for own in starts if own]
    first = min(known, key=lambda fact: fact.value) if len(known) == len(starts) and known else None
    return start or first, end or _last_end(starts, ends), timed


def report_without_times(sessions: Sequence[SessionRecord], problems: ProblemLog) -> None:
    """Warn of the sessions of talks that have no time where others of their table have one."""
    without = [each for each in sessions if each.title and each.slots and not (each.start or each.status)]
    if not without or not any(each.start for each in sessions):
        return
    first = listed([f"'{each.title.value}'" for each in without if each.title])
    have = "session has" if len(without) == 1 else "sessions have"
    what = f"{len(without)} {have} no time, unlike the others: {first}"
    hint = "write it into the row; a cell that is to hold for several rows must be merged over all of them"
    problems.warning("no-time", what, without[0].place, hint)


def _is_of_first(head: ProgrammeRow, rows: Sequence[ProgrammeRow]) -> bool:
    """Whether the row that only names a session has the times of the first of several talks in it."""
    first, own = (rows[0].when if len(rows) > 1 else None), head.when
    if first is None or not (first.start and first.end and own.start and own.end):
        return False
    is_same = (first.start.value, first.end.at.value) == (own.start.value, own.end.at.value)
    last = rows[-1].when.start
    return is_same and last is not None and last.value >= own.end.at.value


def _is_span(starts: Sequence[Fact[time] | None], ends: Sequence[End | None]) -> bool:
    """Whether the times of the first row are those of the session: the second begins before they end."""
    second = next((start for start in starts[1:] if start), None)
    start, end = next(iter(starts), None), next(iter(ends), None)
    if start is None or end is None or second is None:
        return False
    return start.value <= second.value and (end.later > 0 or second.value < end.at.value)


def _last_end(starts: Sequence[Fact[time] | None], ends: Sequence[End | None]) -> End | None:
    """The end of the slot that begins last, where all say when they begin, or the last of all ends."""
    if all(starts) and starts:
        return max(zip(starts, ends, strict=True), key=lambda each: each[0].value if each[0] else time())[1]
    known = [end for end in ends if end]
    return max(known, key=lambda end: (end.later, end.at.value)) if known and all(ends) else None


def days_later(start: Fact[time] | None, end: End | None) -> int:
    """By how many days a session ends later: as its rows say, or as its times show."""
    if start is None or end is None:
        return 0
    return end.later or int(is_night(start.value, end.at.value))
