"""Rows between the entries of a programme that are headings: of a day, or of the session of what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from site_gen.ingest.formats.tables.programme_row import People, ProgrammeRow
from site_gen.ingest.formats.tables.programme_sections import section_heading
from site_gen.ingest.formats.tables.programme_talks import ROLES, Talks
from site_gen.ingest.formats.tables.row_times import RowTimes, TimeReader
from site_gen.ingest.reading.metadata.rooms import location_of
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.table import Cell, Row
from site_gen.ingest.reading.tables.table_sections import heading_cell, says_of_session, says_when
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.programme_times import read_day
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Fact
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

OF_PAPERS = ("paper", "talk", "talk_speaker", "title")  # the columns that name what is in a session


@dataclass
class HeadingReader:
    """Reads the rows of one programme that stand above others."""

    rows: PaperRows
    talks: Talks
    times: TimeReader

    @cached_property
    def all(self) -> list[ProgrammeRow]:
        """The rows above others that name a day or, where no column does, a session; others are named."""
        found = []
        for row in self.rows.table.headings:
            section = self._section(row)
            if section:
                found.append(section)
            else:
                self.rows.pass_over(row)
        return found

    @cached_property
    def _unreported(self) -> TimeReader:
        return TimeReader(PaperRows(self.rows.table, ProblemLog()))

    def above(self, row: Row) -> Fact[str] | None:
        """The session whose heading a row stands below, unless it has ended when the row begins."""
        found = next((one for one in reversed(self.all) if one.row.line < row.line), None)
        return found.title if found and not self._is_over(found, row) else None

    def _is_over(self, section: ProgrammeRow, row: Row) -> bool:
        end = section.when.end
        if end is None or end.later:
            return False
        when, day = self._unreported.read(row), section.when.day
        is_later = when.start is not None and when.start.value >= end.at.value
        return is_later or (day is not None and when.day is not None and when.day.value != day.value)

    def _section(self, row: Row) -> ProgrammeRow | None:
        at = heading_cell(row.cells, self.rows.table.layout.columns)
        filled = [index for index, cell in enumerate(row.cells) if cell.strip()]
        columns = self.rows.table.layout.columns
        titled = (index for name in OF_PAPERS for index in columns.of_field.get(name, ()) if index in filled)
        cell = row.cell(next(titled, filled[0]) if at is None else at)
        place = self.rows.table.place(cell.line)
        try:
            day = Fact(read_day(cell.text, self.times.order), place)
            return ProgrammeRow(row=row, when=RowTimes(day=day), is_heading=True)
        except ValueError:
            pass
        heading = section_heading(self.rows.private.without_addresses(cell.text))
        if self.rows.table.layout.columns.has("session") or not heading.title:
            return None
        beside = [row.cell(index) for index in filled if row.cell(index) != cell]
        when, chairs, room = self._beside(row, [each for each in beside if says_of_session(each.text)])
        when = self.times.read(row) if self._is_timed(row, cell) else when
        room = room or location_of(self.rows.line(row, "room")).room
        title, kind = Fact(heading.title, place), kind_of_words(heading.title)
        return ProgrammeRow(
            row=row,
            title=title,
            kind=Fact(kind, place) if kind != "other" else None,
            when=when or self.times.of_heading(heading.times, place),
            chairs=self.talks.named(heading.chairs, cell.line, "chair")
            or chairs
            or self.talks.people(row, ("chair", "organiser")),
            room=room,
            track=self.rows.line(row, "track"),
            is_heading=True,
        )

    def _is_timed(self, row: Row, title: Cell) -> bool:
        """Whether the columns of start and end say when the session of a heading is, and nothing else."""
        cells = [self.rows.table.field(row, name) for name in ("start", "end")]
        return all(each is not None and each != title and says_when(each.text) for each in cells)

    def _beside(
        self, row: Row, cells: Sequence[Cell]
    ) -> tuple[RowTimes | None, Fact[People] | None, Fact[str] | None]:
        """What the cells beside the title of a section say: when it is, who chairs it, and where."""
        when, chairs, room = None, None, None
        for cell in cells:
            label, place = (
                label_of(SourceLine(cell.line, squeeze(cell.text))),
                self.rows.table.place(cell.line),
            )
            if label is None:
                beside = self.times.of_heading(cell.text, place)
                when = when.with_other(beside) if when else beside
            elif label[0] == "room":
                room = Fact(label[1].text, place)
            else:
                chairs = self.talks.people(row, ROLES) or self.talks.named(label[1].text, cell.line, "chair")
        return when, chairs, room
