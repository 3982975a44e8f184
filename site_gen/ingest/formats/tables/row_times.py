"""When a row of a programme takes place: what its cells, and the names of its columns, say of that."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property, partial
from typing import TypeVar

from site_gen.ingest.formats.tables.decimal_cells import decimals_in
from site_gen.ingest.formats.tables.row_ends import Begin, End, day_of, first_of, own_end, range_end
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.table import Row
from site_gen.ingest.reading.times.decimal_hours import DecimalHours, with_minutes
from site_gen.ingest.reading.times.lengths import read_length, unit_in
from site_gen.ingest.reading.times.moments import days_between
from site_gen.ingest.reading.times.printed_zones import without_zone_in_name, zone_in
from site_gen.ingest.reading.times.programme_times import (
    DayOrder,
    Times,
    cell_times,
    day_order,
    is_moment,
    read_dated,
    read_start,
    read_times,
)
from site_gen.ingest.records import Fact, PartialDay
from site_gen.problems import Place

_ORDERS: tuple[tuple[str, DayOrder], ...] = (
    (r"\bm{1,2}[/-]d{1,2}\b", "month first"),
    (r"\b[dtj]{1,2}[/-]m{1,2}\b", "day first"),
)
_DAY = "write it as 2026-08-29"

_CLOCKS = ("start", "end", "time", "session_start", "session_end", "session_time")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTimes:
    """When a row takes place, and its session; of days without times `days_later` tells the last.

    What a wrong cell should say no other row says in its place.
    """

    day: Fact[PartialDay] | None = None
    start: Fact[time] | None = None
    end: End | None = None
    days_later: int = 0
    session_start: Fact[time] | None = None
    session_end: End | None = None
    zone: Fact[str] | None = None
    has_wrong_day: bool = False
    has_wrong_time: bool = False

    def with_other(self, other: RowTimes) -> RowTimes:
        """What two cells say together: one the day, the other the times."""
        return replace(self if self.start else other, day=self.day or other.day)


NEVER = RowTimes()


@dataclass
class TimeReader:
    """Reads the times of the rows of one programme; a cell that says no day or time is a problem."""

    rows: PaperRows
    _wrong: set[str] = field(default_factory=set)  # the fields of a row whose cells say no time

    @cached_property
    def _of_day(self) -> tuple[str, ...]:
        """The fields that say the day: moments do where neither a column nor headings are of days."""
        table = self.rows.table
        has_days = table.headings or table.layout.columns.has("date")
        return ("date",) if has_days else ("start", "session_start", "time", "session_time")

    @cached_property
    def _decimals(self) -> DecimalHours:
        return decimals_in(self.rows, _CLOCKS)

    @cached_property
    def order(self) -> DayOrder:
        """Which of two numbers is the day: as the name of a column says ("MM/DD/YYYY"), or its cells show."""
        table = self.rows.table
        named = " ".join(table.layout.header.cells).lower()
        for written, order in _ORDERS:
            if re.search(written, named):
                return order
        names = ("date", "end_date", "start", "end", "time", "session_start", "session_end")
        return day_order(
            cell.text for row in table.rows for name in names for cell in table.fields(row, name)
        )

    def read(self, row: Row) -> RowTimes:
        """When a row takes place."""
        self._wrong.clear()  # several rows may stand in one line
        starts, ends = self._starts(row, "start"), self._times(row, "end")
        both, dated = self._starts(row, "time"), self._day(row)
        session_starts, session_ends = self._starts(row, "session_start"), self._times(row, "session_end")
        of_session = self._starts(row, "session_time")
        start = first_of(_start, starts, both, dated)
        zone = first_of(_zone, starts, session_starts, both, of_session, dated) or self._zone(row)
        day = first_of(_moment_day, starts, session_starts)
        day = day or self._stated_day(dated, starts, session_starts, both, of_session)
        begin = Begin(day, zone, self._read(row, "end_date", read_dated, "bad-day", _DAY))
        return RowTimes(
            day=day,
            start=start,
            end=self._end(begin, ends, starts, both, dated) or self._after(row, start),
            days_later=begin.days_later,
            session_start=first_of(_start, session_starts, of_session),
            session_end=self._end(begin, session_ends, of_session),
            zone=zone,
            has_wrong_day=day is None and self._is_wrong(*self._of_day),
            has_wrong_time=self._is_wrong(*_CLOCKS),
        )

    def _is_wrong(self, *names: str) -> bool:
        return any(name in self._wrong for name in names)

    def of_heading(self, printed: str, place: Place) -> RowTimes:
        """The day and times of a heading between rows; `printed` is empty where it has none."""
        if not printed:
            return NEVER
        try:
            times = Fact(read_times(printed, self.order), place)
        except ValueError:
            times = Fact(read_dated(printed, self.order), place)
        return RowTimes(day=first_of(day_of, times), start=first_of(_start, times), end=range_end(times))

    def _after(self, row: Row, start: Fact[time] | None) -> End | None:
        """The end by the length that a row says; None where it says none."""
        cell = self.rows.table.field(row, "duration")
        if cell is None or start is None:
            return None
        layout, place = self.rows.table.layout, self.rows.table.place(cell.line)
        name = layout.header.cells[layout.columns.of_field["duration"][0]]
        try:
            length = read_length(cell.text, unit_in(name))
        except ValueError as error:
            self.rows.problems.error("bad-duration", str(error), place)
            return None
        end = datetime.combine(date.min, start.value) + length
        return End(Fact(end.time(), place), (end.date() - date.min).days)

    def _zone(self, row: Row) -> Fact[str] | None:
        """The zone that a column of zones says, or the name of a column of times: "Start (UTC)"."""
        cell = self.rows.table.field(row, "zone")
        found = zone_in(cell.text) if cell else None
        if cell and found:
            return Fact(found, self.rows.table.place(cell.line))
        return self._zone_of_header

    @cached_property
    def _zone_of_header(self) -> Fact[str] | None:
        layout = self.rows.table.layout
        for name in ("start", "time", "session_start", "session_time", "date"):
            for index in layout.columns.of_field.get(name, ()):
                zone = without_zone_in_name(layout.header.cells[index])[1]
                if zone:
                    return Fact(zone, self.rows.table.place(layout.header.line))
        return None

    def _stated_day(self, dated: Fact[Times] | None, *cells: Fact[Times] | None) -> Fact[PartialDay] | None:
        """The day of a column of days, which no moment of the row contradicts, else that of the moment."""
        day, of_moment = first_of(day_of, dated), first_of(day_of, *cells)
        if day and of_moment and days_between(day, of_moment):
            what = f"the row says {_shown(day.value)} and {_shown(of_moment.value)}"
            self.rows.problems.error("bad-day", what, of_moment.place, "leave one of the two days out")
            self._wrong.add(self._of_day[0])
            return None
        return day or of_moment

    def _end(self, begin: Begin, ends: Fact[Times] | None, *ranges: Fact[Times] | None) -> End | None:
        """The end that a cell of its own says, maybe of a later day, or one that says a range."""
        end = own_end(begin, ends) if ends else range_end(*ranges)
        if end is None or end.later >= 0:
            return end
        what = "the end is on a day before that of the start"
        self.rows.problems.warning("ends-before-start", what, end.at.place, "the end is left out")
        return None

    @cached_property
    def _counts_days(self) -> bool:
        """Whether the column of days has the numbers from 1 on and nothing else: they count the days."""
        table = self.rows.table
        numbers = {cell.text.strip() for row in table.rows for cell in table.fields(row, "date")}
        return bool(numbers) and numbers == {str(number) for number in range(1, len(numbers) + 1)}

    def _day(self, row: Row) -> Fact[Times] | None:
        cell = self.rows.table.field(row, "date") if self._counts_days else None
        if cell:
            return Fact(Times(day=PartialDay(0, 0, count=int(cell.text))), self.rows.table.place(cell.line))
        ends = self._times(row, "end") if self._has_clocks else None
        is_midnight = ends is not None and ends.value.start not in (None, time())
        return self._read(row, "date", partial(read_dated, has_midnight=is_midnight), "bad-day", _DAY)

    @cached_property
    def _has_clocks(self) -> bool:
        """Whether days stand with their times, as what is called a start date may have: 00:00 is one then."""
        table = self.rows.table
        return any(is_moment(cell.text) for row in table.rows for cell in table.fields(row, "date"))

    def _starts(self, row: Row, name: str) -> Fact[Times] | None:
        return self._read(row, name, read_start, "bad-time", "write it as 08:45")

    def _times(self, row: Row, name: str) -> Fact[Times] | None:
        return self._read(row, name, cell_times, "bad-time", "write it as 08:45")

    def _read(
        self, row: Row, name: str, of: Callable[[str, DayOrder], Times], code: str, hint: str
    ) -> Fact[Times] | None:
        """What the cell of a field says of when; None, after noting it, where it says nothing of that."""
        cell = self.rows.table.field(row, name)
        if cell is None:
            return None
        place = self.rows.table.place(cell.line)
        try:
            text = with_minutes(cell.text, self._decimals) if name in _CLOCKS else cell.text
            return Fact(of(text, self.order), place)
        except ValueError as error:
            what = self.rows.private.without_addresses(str(error), "…")
            self.rows.problems.error(code, what, place, hint)
            self._wrong.add(name)
            return None


def _start(times: Times) -> time | None:
    return times.start


def _zone(times: Times) -> str | None:
    return times.zone


def _moment_day(times: Times) -> PartialDay | None:
    """The day of a moment in a zone: no other column tells it better."""
    return times.day if times.zone else None


def _shown(day: PartialDay) -> str:
    """A day in numbers, as a problem shows it."""
    return f"{day.year}-{day.month:02}-{day.day:02}" if day.year else f"{day.day}.{day.month}."
