"""A programme as a table: one row a slot or a session, with day, times, room, chair, and paper or talk."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from site_gen.ingest.formats.tables.blank_cells import BlankCells
from site_gen.ingest.formats.tables.pause_cells import with_pauses_as_titles
from site_gen.ingest.formats.tables.programme_row import People, ProgrammeRow, kind_of_all
from site_gen.ingest.formats.tables.programme_rows import RowReader, with_parted_rows
from site_gen.ingest.formats.tables.room_cells import says_what, titled_by_rooms, without_foreign_rooms
from site_gen.ingest.formats.tables.session_times import days_later, report_without_times, times_of
from site_gen.ingest.reading.columns.column_names import SHEET_FIELDS
from site_gen.ingest.reading.tables.likely_fields import columns_not_taken
from site_gen.ingest.reading.tables.nested_talks import with_talks_inside
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.paper_tables import SURE, is_programme, required_layout, table_header
from site_gen.ingest.reading.tables.programme_status import is_decided
from site_gen.ingest.reading.tables.table import read_table
from site_gen.ingest.reading.times.afternoons import with_afternoons
from site_gen.ingest.reading.times.session_days import on_day_of_sheet
from site_gen.ingest.records import (
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
from site_gen.values import replace


@dataclass(slots=True)
class _Draft:
    """A session and the rows that belong to it; the first row names it. `named` only name its people."""

    head: ProgrammeRow
    day: Fact[PartialDay] | None
    rows: list[ProgrammeRow] = field(default_factory=list)
    named: list[ProgrammeRow] = field(default_factory=list)

    @property
    def is_timed(self) -> bool:
        """Whether a row says a time or a day; where only moments say days, none is that of the row above."""
        times = (row.when for row in (self.head, *self.rows))
        return any(each.day or each.start or each.session_start for each in times)

    def has_people_in(self, row: ProgrammeRow) -> bool:
        """Whether a row that only names people names those of this session, and is none of its own."""
        start, own = row.when.start, self.head.when.start
        return bool(self.rows) or start is None or (own is not None and start.value == own.value)

    @property
    def is_empty(self) -> bool:
        """Whether it is a heading that nothing stands below."""
        return self.head.is_heading and not (self.rows or self.head.when.start)

    def takes(self, row: ProgrammeRow) -> bool:
        """Whether a slot's row may belong to this session of its title: no room, start or id is another."""
        room, own_room = row.room, self.head.room
        start, own_start = row.when.session_start, self.head.when.session_start
        return row.is_part or not (
            (row.own_id and self.head.own_id and row.own_id.value != self.head.own_id.value)
            or (room and own_room and fold(room.value) != fold(own_room.value))
            or (start and own_start and start.value != own_start.value)
        )


_Titled = tuple[str, PartialDay | None]


@dataclass(slots=True)
class _Drafts:
    """The sessions so far, and those of a title on a day."""

    all: list[_Draft] = field(default_factory=list)
    titled: dict[_Titled, list[_Draft]] = field(default_factory=lambda: defaultdict(list))

    def add(self, draft: _Draft) -> None:
        """Take in one more."""
        self.all.append(draft)
        self.titled[_titled(draft.head, draft.day)].append(draft)

    def of(self, row: ProgrammeRow, day: Fact[PartialDay] | None) -> _Draft | None:
        """The last session that a row of a day belongs to: the one above where its day is none."""
        if not (row.slot or row.only_names_people):
            return None
        if row.when.has_wrong_day:
            near = [each for each in self.all[-1:] if not row.title or _title(each.head) == _title(row)]
        else:
            near = self.titled.get(_titled(row, day), []) if row.title else self.all
        may_be = (each for each in reversed(near) if row.slot or each.has_people_in(row))
        return next((each for each in may_be if row.title is None or each.takes(row)), None)


def _title(row: ProgrammeRow) -> str:
    return fold(row.title.value) if row.title else ""


def _titled(row: ProgrammeRow, day: Fact[PartialDay] | None) -> _Titled:
    return _title(row), day.value if day else None


def recognise(text: str) -> int:
    """How surely a text is a table that tells when what is."""
    header = table_header(text)
    return SURE if header and header.is_programme else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the sessions in the order of their first rows."""
    reading = read_rows(document, problems)
    reading = replace(reading, sessions=on_day_of_sheet(document, reading.sessions))
    sessions = with_afternoons(document, reading.sessions, problems)
    return replace(reading, sessions=with_talks_inside(sessions))


def read_rows(document: Document, problems: ProblemLog) -> Reading:
    """Read the sessions with their times as printed: "1:30" may be in the afternoon."""
    layout = required_layout(document, SHEET_FIELDS, is_programme, problems)
    if layout is None:
        return Reading(document=document, format=PROGRAMME_CSV)
    rows = PaperRows(read_table(document, layout, problems), problems)
    sessions = sessions_of(rows)
    rows.leave_unread()
    return Reading(
        document=document,
        format=PROGRAMME_CSV,
        sessions=sessions,
        not_imported=rows.private.counts,
        not_taken=rows.private.not_taken,
        has_decisions=rows.has_decisions and is_decided(rows),
        unknown_columns=columns_not_taken(rows.table, SHEET_FIELDS),
    )


def sessions_of(rows: PaperRows) -> tuple[SessionRecord, ...]:
    """The sessions of the rows of a programme."""
    rows.table = with_parted_rows(with_pauses_as_titles(without_foreign_rooms(rows.table)))
    drafts = _drafts(RowReader(rows).read())
    if not (rows.table.headings or rows.table.layout.columns.has("date")):
        drafts = [draft if draft.is_timed else replace(draft, day=None) for draft in drafts]
    for draft in drafts:
        if draft.is_empty:
            rows.pass_over(draft.head.row)
    drafts = [draft for draft in drafts if not draft.is_empty]
    sessions = [_session(rows, draft) for draft in drafts]
    report_without_times(
        [
            session
            for session, draft in zip(sessions, drafts, strict=True)
            if not any(row.when.has_wrong_time for row in (draft.head, *draft.rows))
        ],
        rows.problems,
    )
    meaningful = tuple(session for session in titled_by_rooms(sessions) if says_what(session))
    if len(meaningful) < len(sessions):
        rows.private.pass_over("times of which nothing is told", len(sessions) - len(meaningful))
    return meaningful


def _drafts(rows: Sequence[ProgrammeRow]) -> list[_Draft]:
    """The sessions; a blank day is the day above, a slot without a session belongs to the one above."""
    drafts, blanks = _Drafts(), BlankCells.of(rows)
    day: Fact[PartialDay] | None = None
    for row in rows:
        if blanks.place_nowhere(row):
            drafts.add(_Draft(row, None, [row] if row.slot else []))
            continue
        day = row.when.day or (None if row.when.has_wrong_day else day)
        if row.is_heading and row.title is None:
            continue
        taken = drafts.of(row, day)
        if taken and not row.slot:
            taken.named.append(row)
            continue
        if taken is None:
            taken = _Draft(_beside(row, day, drafts.all), row.when.day if row.is_off else day)
            drafts.add(taken)
        if row.slot:
            taken.rows.append(row)
    return drafts.all


def _beside(row: ProgrammeRow, day: Fact[PartialDay] | None, drafts: Sequence[_Draft]) -> ProgrammeRow:
    """The first row of a session, with the times of the session above where that is in another room.

    The cell of the times stands for both: in the sheet it was one cell.
    """
    above = drafts[-1] if drafts else None
    if row.is_heading or row.when.has_wrong_time or row.when.start or row.when.session_start:
        return row
    if above is None or not (row.room and above.head.room):
        return row
    if not above.head.when.session_start and any(each.when.start for each in above.rows[1:]):
        return row  # a talk between them has a time of its own: no cell stands for both
    is_beside = above.day == day and fold(row.room.value) != fold(above.head.room.value)
    start, end, _ = times_of(above.head, above.rows)
    if not (is_beside and start):
        return row
    return replace(row, when=replace(row.when, session_start=start, session_end=end))


def _session(rows: PaperRows, draft: _Draft) -> SessionRecord:
    head = draft.head
    start, end, slots = times_of(draft.head, draft.rows)
    chairs = next((row.chairs for row in [head, *draft.rows] if row.chairs), None)
    kind = kind_of_all(head, draft.rows)
    is_number = head.own_id is not None and re.fullmatch(r"0|[1-9]\d{0,8}", head.own_id.value)
    number = int(head.own_id.value) if head.own_id and is_number else 0  # none is counted from nought
    return SessionRecord(
        place=rows.table.place(head.row.line),
        kind=kind,
        type=None if head.slot else head.type,
        title=head.title,
        track=_track(rows, draft),
        status=head.status,
        guid=None if is_number else head.own_id,
        number=Fact(number, head.own_id.place) if head.own_id and number else None,
        day=draft.day,
        start=start,
        end=end.at if end else None,
        end_later=days_later(start, end) if start or end else head.when.days_later,
        zone=head.when.zone,
        room=head.room,
        links=Fact(head.links, rows.table.place(head.row.line)) if head.links else None,
        people=_people(chairs, None if head.slot else head.people, *draft.named),
        description=head.description or (None if head.slot else rows.paragraphs(head.row, "abstract")),
        note=None if head.slot else head.note,
        slots=tuple(
            _in_room(replace(slot, type=row.type_in(kind)), row, head)
            for slot, row in _in_place(zip(slots, draft.rows, strict=True))
        ),
    )


def _track(rows: PaperRows, draft: _Draft) -> Fact[str] | None:
    """The track that the rows of a session name; None, after a warning, where they name several."""
    tracks = {fold(row.track.value): row.track for row in reversed([draft.head, *draft.rows]) if row.track}
    if len(tracks) < 2:
        return next(iter(tracks.values()), None)
    named = ", ".join(f"'{fact.value}'" for fact in reversed(tracks.values()))
    what = f"the rows of this session name several tracks ({named}): it is given none"
    hint = "a track is one of sessions: make a session of each, or call the column by another name"
    rows.problems.warning("several-tracks", what, rows.table.place(draft.head.row.line), hint)
    return None


def _in_place(slots: Iterable[tuple[SlotRecord, ProgrammeRow]]) -> list[tuple[SlotRecord, ProgrammeRow]]:
    """The slots in the order that numbers give them; as the rows stand where any has none."""
    listed = list(slots)
    if any(row.order is None for _, row in listed):
        return listed
    return sorted(listed, key=lambda each: each[1].order or 0)


def _people(
    chairs: Fact[People] | None, others: Fact[People] | None, *named: ProgrammeRow
) -> Fact[People] | None:
    facts = [chairs, others, *(fact for row in named for fact in (row.chairs, row.people))]
    people = tuple(dict.fromkeys(each for fact in facts if fact for each in fact.value))
    return Fact(people, next(fact.place for fact in facts if fact)) if people else None


def _in_room(slot: SlotRecord, row: ProgrammeRow, head: ProgrammeRow) -> SlotRecord:
    differs = row.room and head.room and fold(row.room.value) != fold(head.room.value)
    return replace(slot, room=row.room) if differs or (row.room and not head.room) else slot


PROGRAMME_CSV = SourceFormat(name="programme-csv", title="programme CSV", recognise=recognise, read=read)
