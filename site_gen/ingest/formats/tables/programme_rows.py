"""Rows of a programme: what each says of its session, and the slot that it fills in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from site_gen.conference import SessionKind
from site_gen.conference.programme import SESSION_KINDS
from site_gen.ingest.formats.tables.paper_numbers import numbered_slots
from site_gen.ingest.formats.tables.programme_headings import OF_PAPERS, HeadingReader
from site_gen.ingest.formats.tables.programme_row import People, ProgrammeRow
from site_gen.ingest.formats.tables.programme_sections import without_chairs
from site_gen.ingest.formats.tables.programme_talks import Talks
from site_gen.ingest.formats.tables.row_times import TimeReader
from site_gen.ingest.reading.columns.column_values import PARTS, WHOLES
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.metadata.rooms import location_of
from site_gen.ingest.reading.tables.cell_lists import lines_of, papers_of, slots_of
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.paper_tables import report_none_accepted
from site_gen.ingest.reading.tables.parted_rows import parted_rows
from site_gen.ingest.reading.tables.programme_status import (
    is_decided,
    is_service,
    report_unknown,
    says_break,
    status_of,
)
from site_gen.ingest.reading.tables.session_cells import Held, Papers, SessionCell, session_cells
from site_gen.ingest.reading.tables.table import Row, Table
from site_gen.ingest.reading.tables.unread_times import report_unread_times
from site_gen.ingest.reading.texts.rich_text import without_tags
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of, kind_of_words
from site_gen.ingest.records import Fact, PaperRecord, SlotRecord
from site_gen.text import fold
from site_gen.values import replace

_OF_TALKS = ("authors", "last", "order", "level")
_OF_MOMENT = ("session", "date", "start", "session_start", "time", "room")
_CLOCKS = ("start", "session_start", "time", "session_time")
_SEVERAL = re.compile(r"(?:s|[ae]ge|i)$")  # the end of a name that says that a cell holds several
_MOST_OF_ONE = 2  # lines of a cell with one paper: its title, and who gives it


def with_parted_rows(table: Table) -> Table:
    """The table with a row for each session of a cell; the others have its moment and room alone."""
    of_field = table.layout.columns.of_field
    kept = {index for name in _OF_MOMENT for index in of_field.get(name, ()) if name != "session"}
    return replace(table, rows=tuple(parted_rows(table.rows, of_field.get("session", ()), kept)))


@dataclass
class RowReader:
    """Reads the rows of one programme; a cell that says no day or time is a problem.

    `whole` is the title of the last session that was no part of another.
    """

    rows: PaperRows
    talks: Talks = field(init=False)
    times: TimeReader = field(init=False)
    whole: Fact[str] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.talks = Talks(self.rows)
        self.times = TimeReader(self.rows)

    @cached_property
    def is_decided(self) -> bool:
        """Whether the programme says which of its entries are accepted."""
        return self.rows.has_decisions and is_decided(self.rows)

    @property
    def _has_sessions(self) -> bool:
        """Whether a column names the sessions."""
        return self.rows.table.layout.columns.has("session")

    @cached_property
    def _are_sessions(self) -> bool:
        """Whether each row is a session: no column is of talks, and none says more of another's session."""
        table = self.rows.table
        columns, cells = table.layout.columns, table.layout.header.cells
        numbers = {column_name(cells[index]) for index in columns.of_field.get("number", ())}
        if any(map(columns.has, (*_OF_TALKS, *OF_PAPERS))) or columns.of_author or numbers - {"id"}:
            return False
        moments = [[table.field(row, name) for name in _OF_MOMENT] for row in table.rows]
        told = {tuple(cell and fold(cell.text) for cell in moment) for moment in moments}
        return len(told) == len(moments)

    def read(self) -> list[ProgrammeRow]:
        """The rows that are to be published, in their order, and those that stand above others."""
        headings, rows = HeadingReader(self.rows, self.talks, self.times), self.rows
        if not rows.table.layout.columns.has_any(_CLOCKS):
            report_unread_times(rows.table, rows.problems)
        if not self.is_decided:
            report_unknown(rows)
        found: list[ProgrammeRow] = list(headings.all)
        for row in rows.table.rows:
            status = status_of(rows, row, decided=self.is_decided)
            if status is None:
                rows.private.count(f"{rows.verdict(row)} rows")
                continue
            rows.count_others(row)
            found += [each.with_outcome(status, rows) for each in self._rows(row, headings.above(row))]
        if not found:
            report_none_accepted(rows)
        return sorted(found, key=lambda each: each.row.line) if headings.all else found

    def _rows(self, row: Row, above: Fact[str] | None) -> list[ProgrammeRow]:
        """What a row says; once for each paper where it lists several, by their numbers or in lines."""
        read = self._row(row, above)
        numbered = numbered_slots(self.rows, row, has_sessions=self._has_sessions)
        slots = numbered or (self._listed_slots(row, read) if read.title else ())
        return [replace(read, slot=slot) for slot in slots] or [read]

    def _listed_slots(self, row: Row, read: ProgrammeRow) -> tuple[SlotRecord, ...]:
        """The slots of papers that stand in lines of a cell of their own, or below the session's title."""
        held = self._held(row)
        papers = self._listed.get(row) or (held[1] if held else ())
        kind = read.kind.value if read.kind else "other"
        return slots_of(self.rows.table.document, papers, kind, self.rows.private, self.rows.problems)

    @cached_property
    def _listed(self) -> Mapping[Row, Papers]:
        """The papers of the cells that hold several, in the column of papers or talks."""
        table = self.rows.table
        name = next((each for each in OF_PAPERS if table.layout.columns.has(each)), None)
        if name is None or not self._has_sessions:
            return {}
        cells = {row: cell for row in table.rows if (cell := table.field(row, name))}
        printed = column_name(table.layout.header.cells[table.layout.columns.of_field[name][0]])
        lines = list(map(lines_of, cells.values()))
        papers = papers_of(lines, are_several=_SEVERAL.search(printed) is not None)
        for listed, found in zip(lines, papers, strict=True):
            if len(listed) > _MOST_OF_ONE and not found:
                what = "the lines of this cell are not told apart as papers"
                hint = "write a paper a line, with its authors in brackets: Fast Locks (Ann Lee, Bob Roe)"
                self.rows.problems.error("unread-entry", what, table.place(listed[0].number), hint)
        return dict(zip(cells, papers, strict=True))

    @cached_property
    def _sessions(self) -> Held:
        """What stands in the cells of the column of sessions."""
        cells = (self.rows.table.field(row, "session") for row in self.rows.table.rows)
        return session_cells((cell for cell in cells if cell and cell.text.strip()), PrivateValues())

    def _held(self, row: Row) -> tuple[SessionCell, Papers] | None:
        """The session of a row with what stands below its title in its cell; None where nothing does."""
        cell = self.rows.table.field(row, "session")
        return self._sessions.get(cell) if cell and "\n" in cell.text.strip() else None

    def _chairs(self, row: Row) -> Fact[People] | None:
        return self.talks.people(row, ("chair", "organiser"))

    def _people_of(self, row: Row) -> Fact[People] | None:
        """Who stands in the cell of the session, above its papers."""
        held = self._held(row)
        people = tuple(held[0].people) if held else ()
        return Fact(people, self.rows.table.place(row.line)) if people else None

    def _named(self, row: Row, above: Fact[str] | None) -> tuple[Fact[str] | None, bool]:
        """The session of a row, and whether it is a slot in it: without a column for sessions each is one."""
        if held := self._held(row):
            text = without_tags(held[0].title if held[1] else held[0].whole)
            return self.rows.private.line(text, self.rows.table.place(held[0].line)), True
        session = self.rows.line(row, "session")
        if self._has_sessions and (session or not is_service(self.rows, row)):
            return session, not self._are_sessions
        own = self.rows.line(row, "title") or self.talks.talk_of(row).title
        is_apart = own and (kind_of_words(own.value) in PAUSES or is_service(self.rows, row))
        is_slot = above is not None and not is_apart
        return (above, True) if is_slot else (own, False)

    def _is_part(self, row: Row) -> bool:
        """Whether a row says of itself that it is a part of the session above it."""
        level = self.rows.table.field(row, "level") or self.rows.table.field(row, "kind")
        return level is not None and fold(level.text) in PARTS

    def _part(self, row: Row) -> ProgrammeRow:
        """A row that is a talk of the session above it, or a paper where it names authors."""
        rows, place = self.rows, self.rows.table.place(row.line)
        title, authors = rows.line(row, "session") or rows.line(row, "title"), rows.authors(row)
        text = rows.paragraphs(row, "abstract") or rows.paragraphs(row, "session_description")
        paper = PaperRecord(place=place, title=title, authors=authors, abstract=text) if authors else None
        slot = SlotRecord(
            place=place,
            paper=paper,
            title=None if paper else title,
            people=self.talks.people(row, ("speaker", "panelist")),
            description=None if paper else text,
        )
        room = location_of(rows.line(row, "room")).room
        when = self.times.read(row)
        return ProgrammeRow(row=row, title=self.whole, room=room, when=when, slot=slot, is_part=True)

    def _row(self, row: Row, above: Fact[str] | None) -> ProgrammeRow:
        if self.whole and self._is_part(row):
            return self._part(row)
        rows = self.rows
        named, is_slot = self._named(row, above)
        bare, chairs = without_chairs(named.value) if named else ("", "")
        title = Fact(bare, named.place) if named else None
        self.whole = title
        kind = self._kind(row, title)
        title = title or self._title_of_kind(row, kind)
        location, when = location_of(rows.line(row, "room")), self.times.read(row)
        has_slot = is_slot or rows.authors(row) is not None
        slot = _unless_again(self.talks.slot(row, kind, title), title) if has_slot else None
        if slot and not (title or is_slot or self._has_sessions):  # somebody speaks, of what is not known yet
            title = slot.title
        return ProgrammeRow(
            row=row,
            title=title,
            kind=kind,
            called=self.rows.line(row, "kind"),
            type=self._type(row, title),
            room=location.room,
            links=location.links,
            track=rows.line(row, "track"),
            own_id=self._own_id(row),
            order=self._place_in_session(row),
            when=when,
            description=rows.paragraphs(row, "session_description") or self._text_of_session(row),
            chairs=self._chairs(row) or self.talks.named(chairs, row.line, "chair") or self._people_of(row),
            people=self.talks.people(row, ("speaker", "panelist"))
            or (self.talks.of_session(row) if is_slot and self._has_sessions else None)
            or (None if is_slot else self.talks.named(self.talks.talk_of(row).people, row.line, "speaker")),
            slot=slot,
            note=rows.line(row, "note"),
            only_names_people=self.talks.only_names_people(row),
        )

    def _text_of_session(self, row: Row) -> Fact[str] | None:
        """The text in a row that names a session and nothing in it: it is of the session."""
        is_own = self._has_sessions and self.talks.is_of_session(row)
        return self.rows.paragraphs(row, "abstract") if is_own else None

    def _kind(self, row: Row, title: Fact[str] | None) -> Fact[SessionKind] | None:
        fact = self.rows.line(row, "kind")
        if fact:
            kind = kind_of(fact.value)
            return Fact(kind if kind != "other" else kind_of_words(fact.value), fact.place)
        of_title = kind_of_words(title.value) if title else "other"
        if title and of_title == "other" and says_break(self.rows, row):
            return Fact("break", title.place)
        return Fact(of_title, title.place) if title and of_title != "other" else None

    def _type(self, row: Row, title: Fact[str] | None) -> Fact[str] | None:
        """What the kind of a row is called, where that names none of ours and is not its title."""
        given = self.rows.line(row, "kind")
        if given is None or kind_of(given.value) != "other" or kind_of_words(given.value) != "other":
            return None
        return (
            None
            if fold(given.value) in (*SESSION_KINDS, *WHOLES) or (title and title.value == given.value)
            else given
        )

    def _title_of_kind(self, row: Row, kind: Fact[SessionKind] | None) -> Fact[str] | None:
        """The kind as a title where it says more, as "Welcome Coffee" does, and the row has no other."""
        stated = self.rows.line(row, "kind")
        is_bare = kind is None or kind.value == "other" or kind.value not in PAUSES
        return None if stated is None or is_bare or kind_of(stated.value) != "other" else stated

    def _own_id(self, row: Row) -> Fact[str] | None:
        """What the document calls the session; a number beside a title of a row may be that of a paper."""
        own = self.rows.line(row, "session_id")
        return own or (
            None if self._has_sessions and not self._are_sessions else self.rows.line(row, "number")
        )

    def _place_in_session(self, row: Row) -> int | None:
        cell = self.rows.table.field(row, "order")
        return int(cell.text) if cell and re.fullmatch(r"\s*\d{1,4}\s*", cell.text) else None


def _unless_again(slot: SlotRecord | None, session: Fact[str] | None) -> SlotRecord | None:
    """A slot; None where all that it says is the title of its session once more: one cell went over both."""
    is_again = slot and slot.title and session and fold(slot.title.value) == fold(session.value)
    if slot is None or not is_again:
        return slot
    bare = SlotRecord(place=slot.place, paper=slot.paper, title=slot.title, whole=slot.whole)
    says_more = slot.paper and replace(slot.paper, title=None) != PaperRecord(
        place=slot.paper.place, is_mention=slot.paper.is_mention
    )
    return slot if says_more or slot != bare else None
