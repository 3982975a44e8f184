"""Days as printed become dates: with the edition's year, and held against the printed weekday."""

from __future__ import annotations

from datetime import date

from site_gen.conference.scalars import FIRST_YEAR, LAST_YEAR
from site_gen.ingest.records import Fact, PartialDay
from site_gen.problems import ProblemLog

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_of(fact: Fact[PartialDay], year: int | None, problems: ProblemLog) -> date | None:
    """The date of a printed day; None where its year is not known or the calendar has no such day."""
    day = fact.value
    used = day.year or year
    if used is None:
        what = "a day without a year, and the year of the edition is not known"
        problems.warning("no-year", what, fact.place, "write year: in the edition's conference.yaml")
        return None
    found = day.in_year(used)
    if found is None:
        is_year = FIRST_YEAR <= used <= LAST_YEAR
        what = (
            f"{used} has no day {day.day} of month {day.month}" if is_year else f"no conference is in {used}"
        )
        problems.error("no-such-day", what, fact.place)
    elif day.weekday not in (None, found.weekday()):
        _report_contradiction(fact, found, problems)
        return None
    return found


def _report_contradiction(fact: Fact[PartialDay], found: date, problems: ProblemLog) -> None:
    printed = WEEKDAYS[fact.value.weekday or 0]
    written = f"{found.day} {found:%B} {found.year}"
    source = "as the document says" if fact.value.year else "the year of the edition"
    problems.error(
        "weekday-contradiction",
        f"{written} is not a {printed}",
        fact.place,
        f"{written} is a {WEEKDAYS[found.weekday()]} ({found.year} is {source})",
    )
