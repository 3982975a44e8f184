"""A programme as a table: one row a slot or a session, with day, times, room, chair, and paper or talk."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from site_gen.ingest.formats.tables.programme_row import People, ProgrammeRow
from site_gen.ingest.formats.tables.programme_rows import RowReader
from site_gen.ingest.reading.columns import FIELDS, PROGRAMME_FIELDS
from site_gen.ingest.reading.paper_rows import PaperRows
from site_gen.ingest.reading.paper_tables import SURE, is_programme, report_no_header, table_header
from site_gen.ingest.reading.programme_status import is_decided
from site_gen.ingest.reading.table import Table, find_layout, read_table, unknown_columns
from site_gen.ingest.records import (
    OTHER_COLUMNS,
    Document,
    Fact,
    PartialDay,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog
from site_gen.text import fold

_FIELDS = {**FIELDS, **PROGRAMME_FIELDS}


@dataclass(slots=True)
class _Draft:
    """A session and the rows that belong to it; the first row names it."""

    head: ProgrammeRow
    day: Fact[PartialDay] | None
    rows: list[ProgrammeRow] = field(default_factory=list)

    def takes(self, row: ProgrammeRow, day: Fact[PartialDay] | None) -> bool:
        """Whether a slot's row belongs here: same day and title, and the same room where it names one."""
        if row.title is None:
            return True
        title = self.head.title.value if self.head.title else ""
        same_room = not (row.room and self.head.room) or fold(row.room.value) == fold(self.head.room.value)
        same_day = (day.value if day else None) == (self.day.value if self.day else None)
        return fold(row.title.value) == fold(title) and same_day and same_room


def recognise(text: str) -> int:
    """How surely a text is a table that tells when what is."""
    header = table_header(text)
    return SURE if header and header.is_programme else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the sessions in the order of their first rows."""
    layout = find_layout(document.text, _FIELDS, is_programme, document.columns or {})
    for what, hint in unknown_columns(document, layout, _FIELDS):
        problems.error("unknown-column", what, document.place(1), hint)
    if layout is None:
        report_no_header(document, problems)
        return Reading(document=document, format=PROGRAMME_CSV)
    rows = PaperRows(read_table(document, layout, problems), problems)
    sessions = sessions_of(rows)
    return Reading(
        document=document,
        format=PROGRAMME_CSV,
        sessions=sessions,
        not_imported=rows.private.counts,
        not_taken=rows.private.not_taken,
        has_decisions=rows.has_decisions and is_decided(rows),
    )


def sessions_of(rows: PaperRows) -> tuple[SessionRecord, ...]:
    """The sessions of the rows of a programme."""
    rows.table = _without_foreign_rooms(rows.table)
    reader = RowReader(rows)
    return tuple(_session(rows, draft) for draft in _drafts(reader.read(), reader.days_between()))


def _without_foreign_rooms(table: Table) -> Table:
    """The table without its rooms where the talks of one session, counted through, lie in several."""
    columns = table.layout.columns
    if not columns.has("room", "order", "session"):
        return table
    talks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in table.rows:
        cells = [table.field(row, name) for name in ("session", "order", "room")]
        session, order, room = (cell.text if cell else "" for cell in cells)
        talks[fold(session)].append((order, fold(room)))
    counted = [each for each in talks.values() if len({order for order, _ in each}) == len(each)]
    if not any(len({room for _, room in each if room}) > 1 for each in counted):
        return table
    kept = {field: held for field, held in columns.of_field.items() if field != "room"}
    others = {**columns.others, **dict.fromkeys(columns.of_field["room"], OTHER_COLUMNS)}
    return replace(
        table, layout=replace(table.layout, columns=replace(columns, of_field=kept, others=others))
    )


def _drafts(rows: Sequence[ProgrammeRow], days: Sequence[Fact[PartialDay]]) -> list[_Draft]:
    """The sessions; a blank day is the day above, a slot without a session belongs to the one above."""
    drafts: list[_Draft] = []
    day: Fact[PartialDay] | None = None
    above = list(days)
    for row in rows:
        while above and above[0].place.line < row.row.line:
            day = above.pop(0)
        day = row.day or day
        taken = next((each for each in reversed(drafts) if row.slot and each.takes(row, day)), None)
        if taken is None:
            taken = _Draft(row, row.day if row.is_off else day)
            drafts.append(taken)
        if row.slot:
            taken.rows.append(row)
    return drafts


def _session(rows: PaperRows, draft: _Draft) -> SessionRecord:
    head = draft.head
    start, end, slots = _times(draft)
    chairs = next((row.chairs for row in [head, *draft.rows] if row.chairs), None)
    is_number = head.own_id is not None and re.fullmatch(r"[1-9]\d{0,8}", head.own_id.value)
    return SessionRecord(
        place=rows.table.place(head.row.line),
        kind=head.kind,
        title=head.title,
        track=head.track,
        status=head.status,
        guid=None if is_number else head.own_id,
        number=Fact(int(head.own_id.value), head.own_id.place) if head.own_id and is_number else None,
        day=draft.day,
        start=start,
        end=end,
        zone=head.zone,
        room=head.room,
        links=Fact(head.links, rows.table.place(head.row.line)) if head.links else None,
        people=_people(chairs, None if head.slot else head.people),
        description=head.description or (None if head.slot else rows.paragraphs(head.row, "abstract")),
        slots=tuple(
            _in_room(slot, row, head) for slot, row in _in_place(zip(slots, draft.rows, strict=True))
        ),
    )


def _in_place(slots: Iterable[tuple[SlotRecord, ProgrammeRow]]) -> list[tuple[SlotRecord, ProgrammeRow]]:
    """The slots in the order that numbers give them; as the rows stand where any has none."""
    listed = list(slots)
    if any(row.order is None for _, row in listed):
        return listed
    return sorted(listed, key=lambda each: each[1].order or 0)


def _times(draft: _Draft) -> tuple[Fact[time] | None, Fact[time] | None, list[SlotRecord]]:
    """Start and end of a session, and its slots: times that all rows share are the session's own."""
    head, rows = draft.head, draft.rows
    slots = [row.slot for row in rows if row.slot]
    starts, ends = [row.start for row in rows], [row.end for row in rows]
    start = head.session_start or (None if head.slot else head.start)
    end = head.session_end or (None if head.slot else head.end)
    are_shared = len({fact.value if fact else None for fact in starts}) == 1
    if are_shared and (start is None or (starts and starts[0] and starts[0].value == start.value)):
        return start or (starts[0] if starts else None), end or (ends[0] if ends else None), slots
    timed = [
        replace(slot, start=own, end=own_end) for slot, own, own_end in zip(slots, starts, ends, strict=True)
    ]
    first, last = _in_order(starts)[:1], _in_order(ends)[-1:]
    return start or next(iter(first), None), end or next(iter(last), None), timed


def _in_order(facts: Sequence[Fact[time] | None]) -> list[Fact[time]]:
    """The times of slots from the first to the last; none where a slot has none."""
    known = [fact for fact in facts if fact]
    return sorted(known, key=lambda fact: fact.value) if len(known) == len(facts) else []


def _people(chairs: Fact[People] | None, others: Fact[People] | None) -> Fact[People] | None:
    if chairs and others:
        return Fact(chairs.value + others.value, chairs.place)
    return chairs or others


def _in_room(slot: SlotRecord, row: ProgrammeRow, head: ProgrammeRow) -> SlotRecord:
    differs = row.room and head.room and fold(row.room.value) != fold(head.room.value)
    return replace(slot, room=row.room) if differs or (row.room and not head.room) else slot


PROGRAMME_CSV = SourceFormat(name="programme-csv", title="programme CSV", recognise=recognise, read=read)
