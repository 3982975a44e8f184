"""The month of headings as "MONDAY 27", told by a line that says when all is: "27-31 January 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.records import PartialDay, SessionRecord

_TH, _TO = r"(?:st|nd|rd|th|\.)?", r"\s*(?:-|–|—|to|bis|au|al)\s*"
_FIRST, _LAST = rf"(?P<first>\d{{1,2}}){_TH}", rf"(?P<last>\d{{1,2}}){_TH}"
_MONTH, _YEAR = r"(?P<month>[^\W\d_]{3,10})\.?", r"(?:,?\s+(?P<year>20\d\d))?"
_SPANS = (
    re.compile(rf"\b{_FIRST}{_TO}{_LAST}\s+(?:de\s+)?{_MONTH}{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_FIRST}{_TO}{_LAST}{_YEAR}", re.IGNORECASE),
)
_LONGEST = 200

Span = tuple[int, int, int, int | None]
"""The first and the last day of an event, its month and its year."""


def with_page_month(
    sessions: Sequence[SessionRecord], lines: Iterable[SourceLine]
) -> tuple[SessionRecord, ...]:
    """The sessions, days without a month in the only one of which the page names days that hold them all."""
    days = {each.day.value for each in sessions if each.day and _is_number(each.day.value)}
    spans = {span for line in lines for span in _spans(line.text)} if days else set()
    if len(spans) != 1:
        return tuple(sessions)
    ((first, last, month, year),) = spans
    if not all(first <= day.day <= last for day in days):
        return tuple(sessions)
    return tuple(
        replace(each, day=replace(each.day, value=replace(each.day.value, month=month, year=year)))
        if each.day and _is_number(each.day.value) else each
        for each in sessions
    )  # fmt: skip


def _is_number(day: PartialDay) -> bool:
    return bool(day.day) and not day.month


def _spans(text: str) -> Iterator[Span]:
    for pattern in _SPANS if len(text) < _LONGEST else ():
        for match in pattern.finditer(text):
            day = typed_day(f"{match['first']} {match['month']}")
            if day and day.month and int(match["first"]) < int(match["last"]) <= 31:
                yield day.day, int(match["last"]), day.month, int(match["year"]) if match["year"] else None
