"""Rows of a programme: what each says of its session, and the slot that it fills in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import TypeVar

from site_gen.conference import SessionKind
from site_gen.ingest.formats.tables.programme_row import End, ProgrammeRow
from site_gen.ingest.formats.tables.programme_sections import section_heading
from site_gen.ingest.formats.tables.programme_talks import NUMBER, Talks
from site_gen.ingest.reading.moments import days_between
from site_gen.ingest.reading.paper_rows import PaperRows
from site_gen.ingest.reading.programme_status import is_decided, status_of
from site_gen.ingest.reading.programme_times import (
    DayOrder,
    Times,
    day_order,
    read_dated,
    read_day,
    read_length,
    read_times,
)
from site_gen.ingest.reading.rooms import location_of
from site_gen.ingest.reading.session_headings import kind_of, kind_of_words
from site_gen.ingest.reading.table import Cell, Row
from site_gen.ingest.records import Fact, PaperRecord, PartialDay, SlotRecord

_BETWEEN_TALKS: tuple[SessionKind, ...] = ("break", "social", "registration")

_LISTED = re.compile(r"[\s,;|]+")

T = TypeVar("T")


@dataclass
class RowReader:
    """Reads the rows of one programme; a cell that says no day or time is a problem."""

    rows: PaperRows
    talks: Talks = field(init=False)

    def __post_init__(self) -> None:
        self.talks = Talks(self.rows)

    @cached_property
    def is_decided(self) -> bool:
        """Whether the programme says which of its entries are accepted."""
        return self.rows.has_decisions and is_decided(self.rows)

    @property
    def _has_sessions(self) -> bool:
        """Whether a column names the sessions."""
        return self.rows.table.layout.columns.has("session")

    @cached_property
    def _order(self) -> DayOrder:
        """Which of two numbers is the day."""
        table = self.rows.table
        names = ("date", "start", "end")
        return day_order(
            cell.text for row in table.rows for name in names for cell in table.fields(row, name)
        )

    def read(self) -> list[ProgrammeRow]:
        """The rows that are to be published, in their order, and those that stand above others."""
        sections, rows = self._sections(), self.rows
        if rows.table.headings:
            rows.private.pass_over("headings between rows", len(rows.table.headings))
        found: list[ProgrammeRow] = list(sections)
        for row in rows.table.rows:
            status = status_of(rows, row, decided=self.is_decided)
            if status is None:
                rows.private.count(f"{rows.verdict(row)} rows")
                continue
            rows.count_others(row)
            above = next((each for each in reversed(sections) if each.row.line < row.line), None)
            found += [each.marked(status) for each in self._rows(row, above.title if above else None)]
        return sorted(found, key=lambda each: each.row.line) if sections else found

    def _sections(self) -> list[ProgrammeRow]:
        """The rows above others that name a day or, where no column does, a session; others are counted."""
        found = []
        for row in self.rows.table.headings:
            cell = row.cell(next(index for index, cell in enumerate(row.cells) if cell.strip()))
            section = self._section(row, cell)
            if section:
                found.append(section)
                self.rows.private.pass_over("headings between rows", -1)
        return found

    def _rows(self, row: Row, above: Fact[str] | None) -> list[ProgrammeRow]:
        """What a row says; once for each paper where it lists several by their numbers."""
        read = self._row(row, above)
        cell = self.rows.table.field(row, "paper")
        numbers = _LISTED.split(cell.text.strip()) if cell else []
        if cell is None or len(numbers) < 2 or not all(map(NUMBER.fullmatch, numbers)):
            return [read]
        place = self.rows.table.place(cell.line)
        papers = [PaperRecord(place=place, submission=Fact(n, place), is_mention=True) for n in numbers]
        return [replace(read, slot=SlotRecord(place=place, paper=paper)) for paper in papers]

    def _section(self, row: Row, cell: Cell) -> ProgrammeRow | None:
        place = self.rows.table.place(cell.line)
        try:
            return ProgrammeRow(row=row, day=Fact(read_day(cell.text, self._order), place), is_heading=True)
        except ValueError:
            pass
        heading = section_heading(self.rows.private.without_addresses(cell.text))
        if self._has_sessions or not heading.title:
            return None
        times = Fact(read_times(heading.times, self._order) if heading.times else Times(), place)
        title, kind = Fact(heading.title, place), kind_of_words(heading.title)
        return ProgrammeRow(
            row=row,
            title=title,
            kind=Fact(kind, place) if kind != "other" else None,
            start=_first(_start, times),
            end=_end_of(None, None, times),
            chairs=self.talks.named(heading.chairs, cell.line, "chair"),
            is_heading=True,
        )

    def _named(self, row: Row, above: Fact[str] | None) -> tuple[Fact[str] | None, bool]:
        """The session of a row, and whether it is a slot in it: without a column for sessions each is one."""
        if self._has_sessions:
            return self.rows.line(row, "session"), True
        own = self.rows.line(row, "title") or self.talks.said(row).title
        is_slot = above is not None and not (own and kind_of_words(own.value) in _BETWEEN_TALKS)
        return (above, True) if is_slot else (own, False)

    def _row(self, row: Row, above: Fact[str] | None) -> ProgrammeRow:
        rows = self.rows
        title, is_slot = self._named(row, above)
        kind = self._kind(row, title)
        starts, ends = self._times(row, "start"), self._times(row, "end")
        both, dated = self._times(row, "time"), self._day(row)
        session_starts, session_ends = self._times(row, "session_start"), self._times(row, "session_end")
        of_session = self._times(row, "session_time")
        location = location_of(rows.line(row, "room"))
        start = _first(_start, starts, both, dated)
        day = _first(_moment_day, starts, session_starts) or _first(_day, dated, starts, session_starts)
        return ProgrammeRow(
            row=row,
            title=title,
            kind=kind,
            room=location.room,
            links=location.links,
            track=rows.line(row, "track"),
            own_id=self._own_id(row),
            order=self._place_in_session(row),
            zone=_first(lambda times: times.zone, starts, session_starts, both),
            day=day,
            start=start,
            end=_end_of(day, ends, starts, both, dated) or self._after(row, start),
            session_start=_first(_start, session_starts, of_session),
            session_end=_end_of(day, session_ends, of_session),
            description=rows.paragraphs(row, "session_description"),
            chairs=self.talks.people(row, ("chair", "organiser")),
            people=self.talks.people(row, ("speaker", "panelist"))
            or (None if is_slot else self.talks.named(self.talks.said(row).people, row.line, "speaker")),
            slot=self.talks.slot(row, kind) if is_slot or rows.authors(row) else None,
            note=rows.line(row, "note"),
        )

    def _kind(self, row: Row, title: Fact[str] | None) -> Fact[SessionKind] | None:
        fact = self.rows.line(row, "kind")
        if fact:
            kind = kind_of(fact.value)
            return Fact(kind if kind != "other" else kind_of_words(fact.value), fact.place)
        of_title = kind_of_words(title.value) if title else "other"
        return Fact(of_title, title.place) if title and of_title != "other" else None

    def _own_id(self, row: Row) -> Fact[str] | None:
        """What the document calls the session; a number beside a title of a row may be that of a paper."""
        own = self.rows.line(row, "session_id")
        return own or (self.rows.line(row, "number") if not self._has_sessions else None)

    def _after(self, row: Row, start: Fact[time] | None) -> End | None:
        """The end by the length that a row says; None where it says none."""
        cell = self.rows.table.field(row, "duration")
        length = read_length(cell.text) if cell and start else None
        if cell is None or start is None or length is None:
            return None
        end = datetime.combine(date.min, start.value) + length
        return End(Fact(end.time(), self.rows.table.place(cell.line)), (end.date() - date.min).days)

    def _place_in_session(self, row: Row) -> int | None:
        cell = self.rows.table.field(row, "order")
        return int(cell.text) if cell and re.fullmatch(r"\s*\d{1,4}\s*", cell.text) else None

    def _day(self, row: Row) -> Fact[Times] | None:
        return self._read(row, "date", read_dated, "bad-day", "write it as 2026-08-29")

    def _times(self, row: Row, name: str) -> Fact[Times] | None:
        return self._read(row, name, read_times, "bad-time", "write it as 08:45")

    def _read(
        self, row: Row, name: str, of: Callable[[str, DayOrder], Times], code: str, hint: str
    ) -> Fact[Times] | None:
        """What the cell of a field says of when; None, after noting it, where it says nothing of that."""
        cell = self.rows.table.field(row, name)
        if cell is None:
            return None
        place = self.rows.table.place(cell.line)
        try:
            return Fact(of(cell.text, self._order), place)
        except ValueError as error:
            what = self.rows.private.without_addresses(str(error), "…")
            self.rows.problems.error(code, what, place, hint)
            return None


def _first(of: Callable[[Times], T | None], *cells: Fact[Times] | None) -> Fact[T] | None:
    """The first part of this sort that a cell says."""
    for cell in cells:
        if cell and (part := of(cell.value)) is not None:
            return Fact(part, cell.place)
    return None


def _end_of(
    day: Fact[PartialDay] | None, ends: Fact[Times] | None, *ranges: Fact[Times] | None
) -> End | None:
    """The end that a cell of its own says, maybe of a later day than `day`, or one that says a range."""
    own, printed = _first(_start, ends), _first(_end, *ranges)
    if own:
        return End(own, max(days_between(day, _first(_day, ends)), 0))
    return End(printed) if printed else None


def _start(times: Times) -> time | None:
    return times.start


def _end(times: Times) -> time | None:
    return times.end


def _day(times: Times) -> PartialDay | None:
    return times.day


def _moment_day(times: Times) -> PartialDay | None:
    """The day of a moment in a zone: no other column tells it better."""
    return times.day if times.zone else None
