"""Headings of days behind what is on: "# Workshops, 9 July 2031", right above the first time of that day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.programmes.typed_rows import row_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.records import Document, Fact, PartialDay

_TITLED = re.compile(r"(?P<mark>#+|[*_]{2})?\s*[^\W\d_][^,\t|]{2,50},\s+(?P<day>[^\t|]{4,30}?)[*_#\s]*")
_NEAR = 14  # days from another heading


def with_titled_days(
    document: Document, lines: Sequence[SourceLine], days: Mapping[int, Fact[PartialDay]]
) -> Mapping[int, Fact[PartialDay]]:
    """The headings of days, and lines right above a time or a table that end in a day.

    Without marks such a line stands alone, and its day is near one that a heading says.
    """
    known = [each.value for each in days.values()]
    filled = [line for line in lines if line.text]
    found = dict(days)
    for above, line, below in zip([None, *filled], filled, filled[1:], strict=False):
        match = _TITLED.fullmatch(line.text) if line.number not in days and "," in line.text else None
        day = typed_day(match["day"]) if match else None
        if match is None or day is None or not (day.day and day.month):
            continue
        is_alone = above is not None and above.number < line.number - 1 < below.number - 2
        is_marked = match["mark"] or (is_alone and any(_are_near(day, each) for each in known))
        if is_marked and (row_of(below) or is_time(below.text) or below.text.startswith("|")):
            found[line.number] = Fact(day, document.place_of(line))
    return found


def _are_near(day: PartialDay, other: PartialDay) -> bool:
    """Whether two days of a programme can be of one event: the same year, a few days apart."""
    if not other.month or (day.year and other.year and day.year != other.year):
        return False
    apart = 31 * (day.month - other.month) + day.day - other.day
    return 0 < abs(apart) <= _NEAR
