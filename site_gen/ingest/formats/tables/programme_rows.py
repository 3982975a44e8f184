"""Rows of a programme: what each says of its session, and the slot that it fills in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import TypeVar

from site_gen.conference import Participant, Role, SessionKind
from site_gen.conference.programme import slots_hold
from site_gen.ingest.formats.tables.programme_row import People, ProgrammeRow
from site_gen.ingest.formats.tables.programme_times import (
    DayOrder,
    Times,
    day_order,
    read_dated,
    read_day,
    read_length,
    read_times,
)
from site_gen.ingest.reading.author_lists import split_authors
from site_gen.ingest.reading.paper_rows import PaperRows
from site_gen.ingest.reading.programme_status import is_decided, status_of
from site_gen.ingest.reading.rooms import location_of
from site_gen.ingest.reading.session_headings import kind_of, kind_of_words
from site_gen.ingest.reading.table import Row
from site_gen.ingest.records import Fact, PaperRecord, PartialDay, SlotRecord
from site_gen.text import squeeze

_ROLES: tuple[tuple[str, Role], ...] = (
    ("chair", "chair"),
    ("speaker", "speaker"),
    ("panelist", "panelist"),
    ("organiser", "organiser"),
)
_NUMBER = re.compile(r"#?\s*(?:[A-Za-z]{1,3}[- ]?)?\d{1,6}")

_LISTED = re.compile(r"[\s,;|]+")

T = TypeVar("T")


@dataclass
class RowReader:
    """Reads the rows of one programme; a cell that says no day or time is a problem."""

    rows: PaperRows

    @cached_property
    def is_decided(self) -> bool:
        """Whether the programme says which of its entries are accepted."""
        return self.rows.has_decisions and is_decided(self.rows)

    @property
    def _title_field(self) -> str:
        """The field that names the session: without a column for sessions each row is one."""
        return next(name for name in ("session", "title", "talk") if self.rows.table.layout.columns.has(name))

    @property
    def _order(self) -> DayOrder:
        table = self.rows.table
        names = ("date", "start", "end")
        return day_order(
            cell.text for row in table.rows for name in names for cell in table.fields(row, name)
        )

    def read(self) -> list[ProgrammeRow]:
        """The rows that are to be published, in their order."""
        order, title_field = self._order, self._title_field
        rows = self.rows
        if rows.table.headings:
            rows.private.pass_over("headings between rows", len(rows.table.headings))
        read: list[ProgrammeRow] = []
        for row in rows.table.rows:
            status = status_of(rows, row, decided=self.is_decided)
            if status is None:
                rows.private.count(f"{rows.verdict(row)} rows")
                continue
            rows.count_others(row)
            read += [each.marked(status) for each in self._rows(row, order, title_field)]
        return read

    def days_between(self) -> list[Fact[PartialDay]]:
        """The days that stand as headings between the rows."""
        found = []
        for row in self.rows.table.headings:
            index = next(index for index, cell in enumerate(row.cells) if cell.strip())
            cell = row.cell(index)
            try:
                day = read_day(cell.text, self._order)
            except ValueError:
                continue
            found.append(Fact(day, self.rows.table.place(cell.line)))
            self.rows.private.pass_over("headings between rows", -1)
        return found

    def _rows(self, row: Row, order: DayOrder, title_field: str) -> list[ProgrammeRow]:
        """What a row says; once for each paper where it lists several by their numbers."""
        read = self._row(row, order, title_field)
        cell = self.rows.table.field(row, "paper")
        numbers = _LISTED.split(cell.text.strip()) if cell else []
        if cell is None or len(numbers) < 2 or not all(map(_NUMBER.fullmatch, numbers)):
            return [read]
        place = self.rows.table.place(cell.line)
        papers = [PaperRecord(place=place, submission=Fact(n, place), is_mention=True) for n in numbers]
        return [replace(read, slot=SlotRecord(place=place, paper=paper)) for paper in papers]

    def _row(self, row: Row, order: DayOrder, title_field: str) -> ProgrammeRow:
        rows = self.rows
        title = rows.line(row, title_field)
        kind = self._kind(row, title)
        starts, ends = self._times(row, "start", order), self._times(row, "end", order)
        both, dated = self._times(row, "time", order), self._day(row, order)
        of_session = self._times(row, "session_time", order)
        location = location_of(rows.line(row, "room"))
        start = (
            _part(starts, lambda times: times.start)
            or _part(both, lambda times: times.start)
            or _part(dated, lambda times: times.start)
        )
        end = (
            _part(ends, lambda times: times.start)
            or _part(starts, lambda times: times.end)
            or _part(both, lambda times: times.end)
            or _part(dated, lambda times: times.end)
            or self._after(row, start)
        )
        return ProgrammeRow(
            row=row,
            title=title,
            kind=kind,
            room=location.room,
            links=location.links,
            track=rows.line(row, "track"),
            own_id=self._own_id(row, title_field),
            order=self._place_in_session(row),
            zone=self._zone(row, order),
            day=(
                _moment_day(starts)
                or _moment_day(self._times(row, "session_start", order))
                or _part(dated, lambda times: times.day)
                or _part(starts, lambda times: times.day)
                or _part(self._times(row, "session_start", order), lambda times: times.day)
            ),
            start=start,
            end=end,
            session_start=_part(self._times(row, "session_start", order), lambda times: times.start)
            or _part(of_session, lambda times: times.start),
            session_end=_part(self._times(row, "session_end", order), lambda times: times.start)
            or _part(of_session, lambda times: times.end),
            description=rows.paragraphs(row, "session_description"),
            chairs=self._people(row, ("chair", "organiser")),
            people=self._people(row, ("speaker", "panelist")),
            slot=self._slot(row, kind) if title_field == "session" or rows.authors(row) else None,
        )

    def _kind(self, row: Row, title: Fact[str] | None) -> Fact[SessionKind] | None:
        fact = self.rows.line(row, "kind")
        if fact:
            kind = kind_of(fact.value)
            return Fact(kind if kind != "other" else kind_of_words(fact.value), fact.place)
        of_title = kind_of_words(title.value) if title else "other"
        return Fact(of_title, title.place) if title and of_title != "other" else None

    def _own_id(self, row: Row, title_field: str) -> Fact[str] | None:
        """What the document calls the session; a number beside a title of a row may be that of a paper."""
        own = self.rows.line(row, "session_id")
        return own or (self.rows.line(row, "number") if title_field != "session" else None)

    def _after(self, row: Row, start: Fact[time] | None) -> Fact[time] | None:
        """The end by the length that a row says; None where it says none, or ends on another day."""
        cell = self.rows.table.field(row, "duration")
        length = read_length(cell.text) if cell and start else None
        if cell is None or start is None or length is None:
            return None
        end = datetime.combine(date.min, start.value) + length
        return Fact(end.time(), self.rows.table.place(cell.line)) if end.date() == date.min else None

    def _zone(self, row: Row, order: DayOrder) -> Fact[str] | None:
        """The zone of the times of a row; None where they name none."""
        for name in ("start", "session_start", "time"):
            if zone := _part(self._times(row, name, order), lambda times: times.zone):
                return zone
        return None

    def _place_in_session(self, row: Row) -> int | None:
        cell = self.rows.table.field(row, "order")
        return int(cell.text) if cell and re.fullmatch(r"\s*\d{1,4}\s*", cell.text) else None

    def _day(self, row: Row, order: DayOrder) -> Fact[Times] | None:
        cell = self.rows.table.field(row, "date")
        if cell is None:
            return None
        place = self.rows.table.place(cell.line)
        try:
            return Fact(read_dated(cell.text, order), place)
        except ValueError as error:
            what = self.rows.private.without_addresses(str(error), "…")
            self.rows.problems.error("bad-day", what, place, "write it as 2026-08-29")
            return None

    def _times(self, row: Row, name: str, order: DayOrder) -> Fact[Times] | None:
        cell = self.rows.table.field(row, name)
        if cell is None:
            return None
        place = self.rows.table.place(cell.line)
        try:
            return Fact(read_times(cell.text, order), place)
        except ValueError as error:
            what = self.rows.private.without_addresses(str(error), "…")
            self.rows.problems.error("bad-time", what, place, "write it as 08:45")
            return None

    def _people(self, row: Row, names: tuple[str, ...]) -> Fact[People] | None:
        people: list[tuple[Participant, int]] = []
        for name, role in _ROLES:
            for cell in self.rows.table.fields(row, name) if name in names else ():
                for printed in split_authors(cell.text, cell.line, self.rows.private):
                    if printed.name:
                        affiliation = next(iter(printed.affiliations), None)
                        person = Participant(name=printed.name, role=role, affiliation=affiliation)
                        people.append((person, printed.line))
        if not people:
            return None
        return Fact(tuple(person for person, _ in people), self.rows.table.place(people[0][1]))

    def _slot(self, row: Row, kind: Fact[SessionKind] | None) -> SlotRecord | None:
        paper = self._paper(row)
        talk = self.rows.line(row, "talk")
        if paper is None and talk is None:
            return None
        is_talk = talk is not None or (kind is not None and slots_hold(kind.value) == "talks")
        title = talk or (paper.title if paper else None)
        speakers = self._people(row, ("speaker", "panelist"))
        if is_talk and paper and paper.authors and not speakers:
            named = tuple(Participant(name=each.name) for each in paper.authors.value if each.name)
            speakers = Fact(named, paper.authors.place)
        return SlotRecord(
            place=self.rows.table.place(row.line),
            paper=None if is_talk and not (paper and paper.submission) else paper,
            title=title if is_talk or (paper and paper.is_mention) else None,
            board=self.rows.line(row, "board"),
            people=speakers,
            description=paper.abstract if paper and is_talk else None,
        )

    def _paper(self, row: Row) -> PaperRecord | None:
        """The paper that a row names, by number, title or both; a mention where nothing else is told."""
        record = self.rows.record(row)
        record = replace(record, title=record.title or self.rows.line(row, "talk"))
        named = self.rows.line(row, "paper")
        if named and _NUMBER.fullmatch(named.value):
            number = Fact(squeeze(named.value.lstrip("#")), named.place)
            record = replace(record, submission=record.submission or number)
        elif named and not record.title:
            record = replace(record, title=named)
        if not (record.title or record.submission):
            return None
        return replace(record, is_mention=not (record.title and (record.authors or record.abstract)))


def _moment_day(times: Fact[Times] | None) -> Fact[PartialDay] | None:
    """The day of a moment in a zone: no other column tells it better."""
    return _part(times, lambda times: times.day) if times and times.value.zone else None


def _part(fact: Fact[Times] | None, of: Callable[[Times], T | None]) -> Fact[T] | None:
    value = of(fact.value) if fact else None
    return Fact(value, fact.place) if fact and value is not None else None
