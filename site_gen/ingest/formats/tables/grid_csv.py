"""A programme as a grid: times down, rooms or days across, in each cell what takes place there and then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from site_gen.conference import Participant
from site_gen.conference.scalars import read_paragraphs
from site_gen.ingest.formats.tables.grid_heads import (
    GridColumn,
    columns_below,
    day_of,
    grid_rows,
    heads_of,
    times_of,
)
from site_gen.ingest.reading.columns.column_values import says
from site_gen.ingest.reading.columns.columns import column_name, is_column_name, is_time_column
from site_gen.ingest.reading.columns.private_values import ADDRESS_TAKEN_OUT, PrivateValues
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.tables.cell_lists import papers_of, slots_of
from site_gen.ingest.reading.tables.likely_fields import are_names
from site_gen.ingest.reading.tables.merged_cells import CONTINUED
from site_gen.ingest.reading.tables.paper_tables import table_header
from site_gen.ingest.reading.tables.parted_rows import joined_rows, parted_rows
from site_gen.ingest.reading.tables.session_cells import Held, Papers, SessionCell, people_of, session_cells
from site_gen.ingest.reading.tables.table import HEAD, Cell, Row
from site_gen.ingest.reading.times.afternoons import with_afternoons
from site_gen.ingest.reading.times.programme_times import Times
from site_gen.ingest.reading.times.session_days import on_day_of_sheet, printed_year
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of_words
from site_gen.ingest.records import Document, Fact, PartialDay, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_SURE, _LIKELY = 98, 91
_MOST_LINES, _HALF = 20, 0.5  # of a cell; of the rows are as wide as the widest
_FEWEST_TIMES, _NAMED_COLUMNS = 2, 3  # times; cells of a header that name columns of another table
_FEW_NAMED = 0.2  # of the cells with a line below their title
_PEOPLE_AT_END = re.compile(r"\s*\(([^()]{3,200})\)\s*$")


def recognise(text: str) -> int:
    """How surely a text is such a grid: most rows begin with a time, and no column has a known name."""
    head = text[:HEAD]
    if table_header(text) or head.lstrip()[:1] in ("{", "<", "[", "@"):
        return 0
    rows = list(_whole_rows(grid_rows(Document("", head), ProblemLog())))
    heads = heads_of(rows)
    below = [row for row in rows if heads and row.line > heads[-1].line and not row.is_blank]
    timed = [row for row in below if times_of(row) and len(row.cells) > 1]
    others = [row for row in below if not times_of(row)]
    is_grid = bool(heads) and len(timed) >= max(_FEWEST_TIMES, len(others) + 1)
    if not is_grid or not _are_clocks(heads, timed) or _says_who(timed) or _names_fields(heads):
        return 0
    widths = [len(row.cells) for row in (*heads, *timed)]
    whole = widths.count(max(widths)) / len(widths)  # behind the last cell a row has no tabs
    is_sure = whole == 1 or ("\t" in head and whole >= _HALF)
    return _SURE if is_sure and max(widths) >= _NAMED_COLUMNS else _LIKELY


def _names_fields(heads: Sequence[Row]) -> bool:
    """Whether the last column is "Location" or another field of a programme: no room or day is called so."""
    return is_column_name(column_name(heads[-1].cells[-1]))


def _are_clocks(heads: Sequence[Row], timed: Sequence[Row]) -> bool:
    """Whether the first cells are times, as their head says or they show, and no numbers of rows."""
    return is_time_column(heads[-1].cells[0]) or any(not row.cells[0].strip().isdecimal() for row in timed)


def _says_who(timed: Sequence[Row]) -> bool:
    """Whether a column names people and nothing else: it is of those who speak, not of a room or a day."""
    columns = [[row.text(index) for row in timed] for index in range(1, len(timed[0].cells))]
    filled = [[cell for cell in cells if cell.strip()] for cells in columns]
    return len(columns) > 1 and any(len(cells) > 1 and all(map(are_names, cells)) for cells in filled)


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every cell; the same text in all columns is one session."""
    rows = grid_rows(document, problems)
    heads = heads_of(rows)
    for row in rows:
        if any(cell.count("\n") > _MOST_LINES for cell in row.cells):
            what = "this row cannot be read: its quotes do not close where the cell ends"
            problems.error("broken-row", what, document.place(row.line), 'a quote in a cell is written ""')
    grid = _Grid(document, problems)
    found = grid.sessions(heads, _whole_rows(rows)) if heads else ()
    sessions = with_afternoons(document, on_day_of_sheet(document, found), problems)
    return Reading(
        document=document,
        format=GRID_CSV,
        sessions=sessions,
        edition=printed_year(sessions),
        not_imported=grid.private.counts,
        not_taken=grid.private.not_taken,
    )


def _whole_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, with those without a time that go on below others where all that stands there is understood.

    A row is there for each session of a cell.
    """
    joined = joined_rows(rows, lambda row: times_of(row) is not None)
    if len(joined) == len(rows) or len(joined) <= 1:
        return _parted(rows)
    parted = _parted(joined)
    cells = [cell for row in parted if times_of(row) for cell in _cells_of(row)]
    held = session_cells(cells, PrivateValues())
    whole = {cell.text for row in rows for cell in _cells_of(row)}
    is_clear = all(papers or not each.rest for cell, (each, papers) in held.items() if cell.text not in whole)
    return parted if is_clear else _parted(rows)


def _parted(rows: Sequence[Row]) -> Sequence[Row]:
    width = max((len(row.cells) for row in rows), default=0)
    first = 2 if _has_ends([row for row in rows if times_of(row)]) else 1
    return parted_rows(rows, range(first, width), range(first))


def _cells_of(row: Row) -> list[Cell]:
    """The cells of a row behind its time that say something."""
    return [cell for index in range(1, len(row.cells)) if _is_filled(cell := row.cell(index))]


def _has_ends(timed: Sequence[Row]) -> bool:
    """Whether the ends stand in a column of their own, behind that of the starts."""
    return bool(timed) and all(times_of(row, 1) for row in timed)


def _is_break(cell: Cell) -> bool:
    return kind_of_words(squeeze(cell.text)) == "break"


def _below(cell: SessionCell) -> str:
    return "\n".join(line.text for line in cell.rest)


def _is_plain(cell: SessionCell) -> bool:
    """Whether a title says nothing of the kind of its session: who speaks stands below "Keynote" anywhere."""
    return kind_of_words(squeeze(cell.title)) == "other"


def _is_filled(cell: Cell) -> bool:
    return says(cell.text) and cell.text.strip() != CONTINUED


@dataclass(frozen=True, slots=True)
class _Grid:
    """Reads the cells of one grid; counts what it leaves out."""

    document: Document
    problems: ProblemLog
    private: PrivateValues = field(default_factory=PrivateValues)

    def sessions(self, heads: Sequence[Row], rows: Sequence[Row]) -> tuple[SessionRecord, ...]:
        """The sessions of the rows below the heads, under the last day that a row names."""
        first = 2 if _has_ends([row for row in rows if row.line > heads[-1].line and times_of(row)]) else 1
        columns = columns_below(self.document, heads, rows, first, self.problems)
        above = (self._day_of(row) for row in rows if row.line < heads[0].line)
        day = next((each for each in (*map(self._corner, heads), *above) if each), None)
        held = self._held(rows, first)
        sessions: list[SessionRecord] = []
        last: dict[int, int] = {}  # the session in each column that may go on
        for row in rows:
            if row.line <= heads[-1].line or row.is_blank:
                continue
            times = times_of(row)
            if times:
                end = times_of(row, 1) if first == 2 else None
                times = replace(times, end=end.start) if end else times
                for column, session in self._row(row, times, columns, held, day):
                    last[column] = len(sessions)
                    sessions.append(session)
                for column in (each.index for each in columns if row.text(each.index) == CONTINUED):
                    if column in last:
                        sessions[last[column]] = self._until(sessions[last[column]], row, times)
            elif found := self._day_of(row):
                day = found
            elif is_time_column(row.cells[0]) and any(map(str.strip, row.cells[first:])):  # another table
                columns, last = columns_below(self.document, [row], (), first, self.problems), {}
            elif any(cell.strip() for cell in row.cells[1:]):
                what = f"'{squeeze(row.cells[0])[:40]}' is not a time"
                hint = "write it as 09:00-10:30, or a day in a row of its own"
                self.problems.error("bad-time", what, self.document.place(row.line), hint)
            else:
                self.private.pass_over("headings between rows", 1)
        return tuple(sessions)

    def _held(self, rows: Sequence[Row], first: int) -> Held:
        """What the cells of the grid hold: how the papers of one stand, those of all tell.

        "Fast Nests" below a title is nobody where nearly all others have a text there.
        """
        cells = (row.cell(index) for row in rows if times_of(row) for index in range(first, len(row.cells)))
        held = session_cells((cell for cell in cells if _is_filled(cell)), self.private)
        below = [each for each, papers in held.values() if each.rest and not papers and _is_plain(each)]
        named = [each for each in below if are_people(squeeze(_below(each)))]
        for each in named if len(named) <= _FEW_NAMED * len(below) else ():
            each.has_text = True
        self._report_hidden([each for each, papers in held.values() if each.rest and papers], below)
        return held

    def _report_hidden(self, listed: Sequence[SessionCell], below: Sequence[SessionCell]) -> None:
        """Report lines below a title that are another one with papers below it, as other cells list them."""
        rests = [each.rest for each in listed]
        for each in below if rests else ():
            if papers_of([*rests, each.rest[1:]], are_several=False)[-1][1:]:
                what = f"'{each.rest[0].text[:40]}' may be a session of its own, with papers below it"
                place = self.document.place(each.rest[0].number)
                hint = "begin it with 'Session 1:', as others, or give it a row of its own"
                self.problems.warning("unread-entry", what, place, hint)

    def _until(self, session: SessionRecord, row: Row, times: Times) -> SessionRecord:
        """A session that goes on in a row: it ends with that."""
        end = Fact(times.end, self.document.place(row.line)) if times.end else None
        return replace(session, end=end)

    def _corner(self, head: Row) -> Fact[PartialDay] | None:
        day = day_of(head.cells[0]) if head.cells[0].strip() else None
        return Fact(day, self.document.place(head.line)) if day else None

    def _day_of(self, row: Row) -> Fact[PartialDay] | None:
        filled = [cell for cell in row.cells if cell.strip()]
        day = day_of(filled[0]) if len({fold(cell) for cell in filled}) == 1 else None
        return Fact(day, self.document.place(row.line)) if day else None

    def _row(
        self,
        row: Row,
        times: Times,
        columns: Sequence[GridColumn],
        held: Held,
        day: Fact[PartialDay] | None,
    ) -> Iterator[tuple[int, SessionRecord]]:
        """The sessions that begin in a row, each with its column."""
        cells = [(column, row.cell(column.index)) for column in columns]
        filled = [(column, cell) for column, cell in cells if _is_filled(cell)]
        of_day: dict[PartialDay | None, list[tuple[GridColumn, Cell]]] = {}
        for column, cell in filled:
            of_day.setdefault(column.day.value if column.day else None, []).append((column, cell))
        for beside in of_day.values():
            if len(beside) > 1 and len({fold(cell.text) for _, cell in beside}) == 1:  # it is for all rooms
                column, cell = beside[0]
                beside = [(GridColumn(column.index, day=column.day), cell)]
            is_first_alone = [column for column, _ in beside] == columns[:1] and len(cells) > 1
            if is_first_alone and _is_break(beside[0][1]):  # the cell is the row's
                beside = [(GridColumn(columns[0].index, day=columns[0].day), beside[0][1])]
            for column, cell in beside:
                yield column.index, self._session(row, times, column, held[cell], column.day or day)

    def _session(
        self,
        row: Row,
        times: Times,
        column: GridColumn,
        held: tuple[SessionCell, Papers],
        day: Fact[PartialDay] | None,
    ) -> SessionRecord:
        cell, papers = held
        place, time_place = self.document.place(cell.line, column.index + 1), self.document.place(row.line)
        rest = "" if papers else _below(cell)
        title, people = self._people_apart(
            squeeze(self.private.without_addresses(cell.title, ADDRESS_TAKEN_OUT))
        )
        kind = kind_of_words(title)
        may_be_people = kind not in PAUSES and not people and not cell.has_text
        if may_be_people and rest.strip() and are_people(squeeze(rest)):
            people, rest = people_of(rest, self.private), ""
        people = (*cell.people, *people)
        text = read_paragraphs(self.private.without_addresses(rest, ADDRESS_TAKEN_OUT))
        return SessionRecord(
            place=place,
            kind=Fact(kind, place) if kind != "other" else None,
            title=Fact(title, place),
            day=Fact(times.day, time_place) if times.day else day,
            start=Fact(times.start, time_place) if times.start else None,
            end=Fact(times.end, time_place) if times.end else None,
            room=Fact(cell.room, place) if cell.room else column.room,
            track=column.track,
            people=Fact(people, place) if people else None,
            description=Fact(text, place) if text else None,
            slots=slots_of(self.document, papers, kind, self.private, self.problems),
        )

    def _people_apart(self, text: str) -> tuple[str, tuple[Participant, ...]]:
        """A title, and the people in brackets behind it."""
        match = _PEOPLE_AT_END.search(text)
        if match and match.start() and are_people(match[1]):
            return text[: match.start()], people_of(match[1], self.private)
        return text, ()


GRID_CSV = SourceFormat(name="grid-csv", title="programme grid", recognise=recognise, read=read)
