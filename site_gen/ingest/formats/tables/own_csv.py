"""`papers.csv` and `sessions.csv` as this program writes them: a table of an edition for spreadsheets.

A paper's id, which sessions name it by, is its number here. Several values in a cell are parted by "; ",
the affiliations of one author by " | "; in a value "\\" stands before such a sign or "\\" of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import chain, repeat
from typing import TypeVar, get_args

from site_gen.conference import Attendance, Authorship, Link, Participant, SessionKind, Status, Volume
from site_gen.conference.identifiers import Doi
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.programme import SessionAccess
from site_gen.conference.scalars import read_clock, read_day, read_paragraphs, read_url
from site_gen.ingest.reading.columns.columns import Columns
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.metadata.content_ids import RELS, ROLES, STATUSES
from site_gen.ingest.reading.metadata.identifiers import identifier_fact
from site_gen.ingest.reading.metadata.languages import language_fact
from site_gen.ingest.reading.metadata.licences import licence_of
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.reading.tables.table import Cell, Layout, Row, Table, read_table
from site_gen.ingest.reading.times.moments import days_between
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    PaperStatus,
    PartialDay,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

T = TypeVar("T")

_PAPERS = "id,url,title,authors,author_ids,abstract,"
_SESSIONS = "id,url,title,kind,"
_VALUES = {separator: re.compile(rf"((?:\\.|[^{separator}])*){separator}", re.DOTALL) for separator in "|;"}
_ESCAPED = re.compile(r"\\([\\|;])")


def recognise(text: str) -> int:
    """How surely a text is one of these tables: their first columns are always the same."""
    return 99 if text.startswith((_PAPERS, _SESSIONS)) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every row: a paper that was withdrawn, or a session that was called off, stays marked."""
    names = tuple(document.text.partition("\n")[0].split(","))
    columns = Columns({name: (index,) for index, name in enumerate(names)})
    rows = _Rows(read_table(document, Layout(",", Row(1, names), columns), problems), problems)
    is_papers = document.text.startswith(_PAPERS)
    return Reading(
        document=document,
        format=OWN_CSV,
        papers=tuple(paper for row in rows.table.rows for paper in rows.papers(row)) if is_papers else (),
        volumes=tuple(rows.volumes(rows.table.rows)) if is_papers else (),
        sessions=() if is_papers else tuple(map(rows.session, rows.table.rows)),
        not_imported=rows.private.counts,
        has_decisions=is_papers,
    )


class _Rows:
    """Reads the rows of one table."""

    def __init__(self, table: Table, problems: ProblemLog) -> None:
        self.table = table
        self._problems = problems
        self.private = PrivateValues()
        self._places = {self._text(row, "id"): table.place(row.line) for row in table.rows}

    def papers(self, row: Row) -> Iterator[PaperRecord]:
        """The paper of a row, and a record of it for each of its awards."""
        paper = self._paper(row)
        awards = zip(self._values(row, "awards"), self._values(row, "award_names"), strict=False)
        given = [
            replace(paper, award=Fact(name, paper.place), award_id=own)
            for own, name in awards
            if own and name
        ]
        yield from given or [paper]

    def _paper(self, row: Row) -> PaperRecord:
        """The paper of a row."""
        return PaperRecord(
            place=self.table.place(row.line),
            title=self._line(row, "title"),
            authors=self._authors(row),
            abstract=self._paragraphs(row, "abstract"),
            links=self._links(row),
            volume=self._line(row, "volume"),
            pages=identifier_fact(PageRange, self._line(row, "pages"), self._problems),
            doi=identifier_fact(Doi, self._line(row, "doi"), self._problems),
            keywords=self._words(row, "keywords"),
            licence=self._licence(row),
            language=language_fact(self._line(row, "language")),
            note=self._line(row, "note"),
            erratum=self._line(row, "erratum"),
            submission=self._line(row, "id"),
            status=self._paper_status(row),
            own_id=self._text(row, "id"),
        )

    def volumes(self, rows: Iterable[Row]) -> Iterator[Fact[Volume]]:
        """The volumes that papers are in, each where it is first told."""
        seen: set[str] = set()
        for row in rows:
            own, title = self._line(row, "volume"), self._line(row, "volume_title")
            if own and title and own.value not in seen:
                seen.add(own.value)
                yield Fact(Volume(id=own.value, title=title.value), own.place)

    def session(self, row: Row) -> SessionRecord:
        """The session of a row. Which slot comes first among papers and talks, the table does not say."""
        rooms = self._words(row, "room")
        return SessionRecord(
            place=self.table.place(row.line),
            kind=self._choice(row, "kind", get_args(SessionKind)),
            type=self._line(row, "type"),
            title=self._line(row, "title"),
            day=self._day(row, "date"),
            start=self._clock(row, "start"),
            end=self._clock(row, "end"),
            end_later=days_between(self._day(row, "date"), self._day(row, "end_date")),
            room=Fact(rooms.value[0], rooms.place) if rooms else None,
            other_rooms=Fact(rooms.value[1:], rooms.place) if rooms and rooms.value[1:] else None,
            access=self._choices(row, "access", get_args(SessionAccess)),
            attendance=self._choice(row, "attendance", get_args(Attendance)),
            people=self._people(row),
            description=self._paragraphs(row, "description"),
            links=self._links(row),
            language=language_fact(self._line(row, "language")),
            slots=(*self._papers(row), *self._talks(row)),
            track=self._line(row, "track_name") or self._line(row, "track"),
            part_of=self._places.get(self._text(row, "part_of")),
            status=self._status(row),
            note=self._line(row, "note"),
            own_id=self._text(row, "id"),
        )

    def _status(self, row: Row) -> Fact[Status] | None:
        fact = self._line(row, "status")
        found = STATUSES.get(fact.value, "scheduled") if fact else "scheduled"
        return Fact(found, fact.place) if fact and found != "scheduled" else None

    def _paper_status(self, row: Row) -> Fact[PaperStatus] | None:
        fact = self._line(row, "status")
        return Fact("withdrawn", fact.place) if fact and fact.value == "withdrawn" else None

    def _text(self, row: Row, name: str) -> str:
        fact = self._line(row, name)
        return fact.value if fact else ""

    def _line(self, row: Row, name: str) -> Fact[str] | None:
        cell = self.table.field(row, name)
        text = squeeze(cell.text) if cell else ""
        return Fact(text, self.table.place(cell.line)) if cell and text else None

    def _paragraphs(self, row: Row, name: str) -> Fact[str] | None:
        cell = self.table.field(row, name)
        text = read_paragraphs(cell.text) if cell else ""
        return Fact(text, self.table.place(cell.line)) if cell and text else None

    def _authors(self, row: Row) -> Fact[tuple[Authorship, ...]] | None:
        cell = self.table.field(row, "authors")
        missing = iter(self._values(row, "missing"))
        affiliations = chain(map(_affiliations, self._values(row, "affiliations")), repeat(()))
        names = [
            PrintedName(name or _others(next(missing, "")), cell.line if cell else 0, affiliations=each)
            for name, each in zip(self._values(row, "authors"), affiliations, strict=False)
        ]
        return authors_fact(self.table.document, names, self._problems) if names else None

    def _values(self, row: Row, name: str) -> list[str]:
        cell = self.table.field(row, name)
        return _values(cell.text) if cell else []

    def _licence(self, row: Row) -> Fact[str] | None:
        fact = self._line(row, "licence")
        licence = licence_of(fact.value) if fact else None
        return Fact(licence, fact.place) if fact and licence else None

    def _words(self, row: Row, name: str) -> Fact[tuple[str, ...]] | None:
        cell = self.table.field(row, name)
        words = tuple(filter(None, self._values(row, name)))
        return Fact(words, self.table.place(cell.line)) if cell and words else None

    def _links(self, row: Row) -> Fact[tuple[Link, ...]] | None:
        cells = [(rel, self.table.field(row, f"{rel}_url")) for rel in RELS.values()]
        links = [
            (Link(rel=rel, url=url), cell.line) for rel, cell in cells if cell for url in self._urls(cell)
        ]
        return Fact(tuple(link for link, _ in links), self.table.place(links[0][1])) if links else None

    def _urls(self, cell: Cell) -> Iterator[str]:
        for url in cell.text.split():
            try:
                yield read_url(url)
            except ValueError as error:
                place = self.table.place(cell.line)
                self._problems.warning("bad-address", str(error), place, "the link is left out")

    def _choices(self, row: Row, name: str, known: Sequence[T]) -> Fact[tuple[T, ...]] | None:
        cell, values = self.table.field(row, name), self._values(row, name)
        found = tuple(each for each in known if each in values)
        return Fact(found, self.table.place(cell.line)) if cell and found else None

    def _choice(self, row: Row, name: str, known: Sequence[T]) -> Fact[T] | None:
        found = self._choices(row, name, known)
        return Fact(found.value[0], found.place) if found else None

    def _day(self, row: Row, name: str) -> Fact[PartialDay] | None:
        cell = self.table.field(row, name)
        try:
            day: date | None = read_day(cell.text) if cell else None
        except ValueError as error:
            self._report(cell, "bad-day", str(error))
            return None
        return (
            Fact(PartialDay(day.day, day.month, day.year), self.table.place(cell.line))
            if cell and day
            else None
        )

    def _clock(self, row: Row, name: str) -> Fact[time] | None:
        cell = self.table.field(row, name)
        try:
            return Fact(read_clock(cell.text), self.table.place(cell.line)) if cell else None
        except ValueError as error:
            self._report(cell, "bad-time", str(error))
            return None

    def _report(self, cell: Cell | None, code: str, what: str) -> None:
        self._problems.error(code, what, self.table.place(cell.line if cell else 0))

    def _people(self, row: Row) -> Fact[tuple[Participant, ...]] | None:
        cells = [(role, self.table.field(row, f"{role}s")) for role in ROLES.values()]
        found = [
            (Participant(name=name, role=role), cell.line)
            for role, cell in cells
            if cell
            for name in _values(cell.text)
            if name
        ]
        return Fact(tuple(each for each, _ in found), self.table.place(found[0][1])) if found else None

    def _papers(self, row: Row) -> Iterator[SlotRecord]:
        """The papers of a session, which the table of papers tells of; each has a column of its own."""
        cell = self.table.field(row, "papers")
        for column, paper in enumerate(self._values(row, "papers"), start=1):
            place = self.table.document.place(cell.line if cell else 0, column)
            mention = PaperRecord(place=place, submission=Fact(paper, place), is_mention=True)
            yield SlotRecord(place=place, paper=mention)

    def _talks(self, row: Row) -> Iterator[SlotRecord]:
        cell = self.table.field(row, "talks")
        for title in self._values(row, "talks"):
            place = self.table.place(cell.line if cell else 0)
            yield SlotRecord(place=place, title=Fact(title, place))


def _others(missing: str) -> str:
    """What stands in a byline for all others; empty for one name that is missing."""
    return missing if missing == "others" else ""


def _affiliations(text: str) -> tuple[str, ...]:
    """Those of one author."""
    return tuple(each for each in _values(text, "|") if each)


def _values(text: str, separator: str = ";") -> list[str]:
    """The values in a cell, in order; an empty one is a name that is missing."""
    parts = _VALUES[separator].findall(f"{text}{separator}")
    return [squeeze(_ESCAPED.sub(r"\1", part)) for part in parts]


OWN_CSV = SourceFormat(
    name="own-csv", title="papers.csv or sessions.csv of a site like this", recognise=recognise, read=read,
    is_published=True, is_ordered=False, is_system=True, is_own=True,
)  # fmt: skip
