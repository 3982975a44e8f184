"""Days that a document only half says – "Tuesday", "Day 2", "4/5" – told by the days of the edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from site_gen.conference import Conference
from site_gen.ingest.records import Fact, PartialDay, Reading, SessionRecord
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

_WEEK = 7


def with_edition_days(
    readings: Sequence[Reading], conference: Conference, problems: ProblemLog
) -> list[Reading]:
    """The readings with every day whole; one that the edition's days do not prove is a located problem."""
    days = _Days(conference.first_day, conference.last_day)
    return [_read(reading, days, problems) for reading in readings]


def _read(reading: Reading, days: _Days, problems: ProblemLog) -> Reading:
    known: dict[Fact[PartialDay], Fact[PartialDay] | None] = {}

    def whole(session: SessionRecord) -> SessionRecord:
        day = session.day
        if day is None or not is_half(day.value):
            return session
        if day not in known:  # a day above many rows is one problem
            known[day] = days.whole(day, problems)
        return replace(session, day=known[day])

    if not any(each.day and is_half(each.day.value) for each in reading.sessions):
        return reading
    return replace(reading, sessions=tuple(map(whole, reading.sessions)))


def is_half(day: PartialDay) -> bool:
    """Whether a day says nothing without the days of its edition."""
    return day.is_either or not (day.day and day.month)


@dataclass(frozen=True, slots=True)
class _Days:
    """The first and the last day of an edition, as far as content says them."""

    first: date | None
    last: date | None

    def whole(self, fact: Fact[PartialDay], problems: ProblemLog) -> Fact[PartialDay] | None:
        """The one day of the edition that a half day can be; a problem where it is none or several."""
        found = [each for each in self._near() if self._fits(each, fact.value)]
        inside = [each for each in found if self._is_inside(each)] or found
        if len(inside) == 1:
            day = inside[0]
            return Fact(PartialDay(day.day, day.month, day.year), fact.place)
        what = f"{_printed(fact.value)}: the days of the edition do not tell which day that is"
        hint = "write it as 2026-08-29, or first_day: and last_day: in the edition's conference.yaml"
        problems.error("bad-day", what, fact.place, hint)
        return None

    def _near(self) -> list[date]:
        """The days of the edition, and of the week from its first day: `last_day` may not be known yet."""
        if self.first is None:
            return []
        length = max(_WEEK, (self.last - self.first).days + 1 if self.last else 0)
        return [self.first + timedelta(days=number) for number in range(length)]

    def _is_inside(self, day: date) -> bool:
        return self.last is None or day <= self.last

    def _fits(self, day: date, given: PartialDay) -> bool:
        assert self.first
        if given.count is not None:
            return (day - self.first).days + 1 == given.count
        if given.year not in (None, day.year) or given.weekday not in (None, day.weekday()):
            return False
        if not given.month:
            return given.day in (0, day.day)
        return (day.day, day.month) in ((given.day, given.month), (given.month, given.day))


def _printed(day: PartialDay) -> str:
    if day.count is not None:
        return f"'day {day.count}'"
    if not day.month:
        return f"the {day.day}. of a month" if day.day else "a weekday without a date"
    return f"'{day.day}/{day.month}'"
