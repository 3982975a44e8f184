"""The days of an event as proceedings print them: "May 26-27", "30 November - 2 December", beside a year."""

from __future__ import annotations

import re
from datetime import date

from site_gen.ingest.reading.times.days import MONTHS
from site_gen.ingest.records import Fact

_MONTH, _DAY = r"([A-Za-z]{3,9})\.?", r"(\d{1,2})(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|to|and|&)\s*"
_FORMS = (
    re.compile(rf"(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?:{_TO}(?:(?P<n>{_MONTH})\s+)?(?P<e>{_DAY}))?"),
    re.compile(rf"(?P<d>{_DAY})(?:\s+(?P<m>{_MONTH}))?{_TO}(?P<e>{_DAY})\s+(?P<n>{_MONTH})"),
)


def days_of(month: Fact[str] | None, year: Fact[str] | None) -> tuple[Fact[date] | None, Fact[date] | None]:
    """The first and the last day; nothing where only a month is told, or what is no day."""
    if month is None or year is None or not year.value.isdecimal():
        return None, None
    found = next((match for form in _FORMS if (match := form.fullmatch(month.value.strip(" .,")))), None)
    if found is None:
        return None, None
    first_month, last_month = found["m"] or found["n"], found["n"] or found["m"]
    first = _day(year.value, first_month, found["d"])
    last = _day(year.value, last_month, found["e"] or found["d"])
    if first is None or last is None or last < first:
        return None, None
    return Fact(first, month.place), Fact(last, month.place)


def _day(year: str, month: str, day: str) -> date | None:
    digits = re.sub(r"\D", "", day)
    try:
        return date(int(year), MONTHS.index(month[:3].lower()) + 1, int(digits))
    except ValueError:
        return None
