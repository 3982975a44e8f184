"""Times of a schedule's sessions: what is printed as facts, or a problem at its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.days import When, read_time
from site_gen.ingest.reading.times.moments import is_night
from site_gen.ingest.reading.titles.session_headings import Heading
from site_gen.ingest.records import Document, Fact
from site_gen.problems import ProblemLog

_HALF = re.compile(r"[ap]\.?\s?m|noon|midnight", re.IGNORECASE)


def times_of(
    document: Document, line: SourceLine, when: When, problems: ProblemLog
) -> tuple[Fact[time] | None, Fact[time] | None]:
    """Start and end; an end before the start is an error, unless it is after midnight."""
    start = _time(document, line, when.start, when.end, problems)
    end = _time(document, line, when.end, None, problems)
    if start is None or end is None or end.value >= start.value or is_night(start.value, end.value):
        return start, end
    if _is_past_noon(when, start.value, end.value):
        return start, Fact(end.value.replace(hour=end.value.hour + 12), end.place)
    what = f"'{when.start} - {when.end}' ends before it starts"
    problems.error("ends-before-start", what, start.place, hint="mend the time in the document")
    return start, None


def report_cut_halves(document: Document, headings: Sequence[Heading], problems: ProblemLog) -> None:
    """Report a time without "a.m." or "p.m." on a page where all others have it: "02:15 p.m." cut."""
    timed = [(heading, heading.when) for heading in headings if heading.when and heading.when.start]
    bare = [(heading, when) for heading, when in timed if not _HALF.search(f"{when.start} {when.end}")]
    if len(bare) == len(timed):
        return
    bare = [(heading, when) for heading, when in bare if not _is_morning_range(when)]
    if 2 * len(bare) > len(timed) - len(bare) or any(_is_afternoon(when) for _, when in bare):
        return
    for heading, when in bare:
        place = document.place(heading.line.number, heading.when_column)
        what = f"the time '{when.start}' is cut: the others have a.m. or p.m."
        problems.error("bad-time", what, place, hint="write a.m. or p.m. after it")


def _is_past_noon(when: When, start: time, end: time) -> bool:
    """Whether a range without a.m. and p.m. goes over noon: "11:30 - 1:00"."""
    is_bare = not _HALF.search(f"{when.start} {when.end}")
    return is_bare and time(7) <= start < time(13) and time(1) <= end < time(7)


def _is_morning_range(when: When) -> bool:
    """Whether both ends of a range are bare and before noon: so it was written, not cut."""
    match = re.fullmatch(r"(\d{1,2})[:.]\d\d", when.start or "")
    return match is not None and when.end is not None and 7 <= int(match[1]) <= 12


def _is_afternoon(when: When) -> bool:
    return any(re.match(r"1[3-9]|2\d|00", text) for text in (when.start, when.end) if text)


def _time(
    document: Document, line: SourceLine, printed: str | None, other: str | None, problems: ProblemLog
) -> Fact[time] | None:
    if printed is None:
        return None
    place = document.place_of(line)
    try:
        return Fact(read_time(printed.strip(), other), place)
    except ValueError as error:
        problems.error("bad-time", str(error), place, hint="times are written as 07:00 a.m., noon or 19:00")
        return None
