"""Headings of days behind what is on: "# Workshops, 9 July 2031", right above the first time of that day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.programmes.typed_rows import row_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.records import Document, Fact, PartialDay

_TITLED = re.compile(r"(?:#+|[*_]{2})\s*(?P<title>[^\W\d_][^,\t|]{2,50}),\s+(?P<day>[^\t|]{4,30}?)[*_#\s]*")


def with_titled_days(
    document: Document, lines: Sequence[SourceLine], days: Mapping[int, Fact[PartialDay]]
) -> Mapping[int, Fact[PartialDay]]:
    """The headings of days, and marked lines right above a time that end in a day."""
    filled = [line for line in lines if line.text]
    found = dict(days)
    for line, below in pairwise(filled):
        match = _TITLED.fullmatch(line.text) if line.number not in days and "," in line.text else None
        day = typed_day(match["day"]) if match else None
        if day and day.day and day.month and (row_of(below) or is_time(below.text)):
            found[line.number] = Fact(day, document.place_of(line))
    return found
