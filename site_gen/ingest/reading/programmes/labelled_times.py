"""Pages that say when a session is behind a label below its title: "1A: Woods", "Time: Monday, 17 July:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.day_headings import heading_day
from site_gen.text import fold

_LABEL = re.compile(
    r"(?:(?:date|day)(?:\s*(?:and|&|/)\s*|\s+))?(?:time|when|zeit|horaire|horario|orario)\s*:\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[:,]?\s+")
_MOST = 2  # lines behind a label: the day, and the time


@dataclass(slots=True)
class _Labelled:
    """The positions of a session's title and of the line behind its time, with its day and time."""

    title: int
    end: int
    when: list[SourceLine]


def with_labelled_times(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a page, with each day and time that a label names above the title, as other pages have it.

    The word above each title ("Session") goes, where it is the same above all of several.
    """
    labelled = [each for at in range(1, len(lines)) if (each := _labelled(lines, at))]
    above = {fold(lines[each.title - 1].text) if each.title else "" for each in labelled}
    is_word = len(labelled) > 1 and len(above) == 1 and "" not in above
    found: list[SourceLine] = []
    begin = 0
    for each in labelled:
        found += lines[begin : each.title - is_word]
        found += [*each.when, lines[each.title]]
        begin = each.end
    return [*found, *lines[begin:]]


def _labelled(lines: Sequence[SourceLine], at: int) -> _Labelled | None:
    """The session whose day and time stand behind a label at a position; None where they do not."""
    label, title = _LABEL.match(lines[at].text), lines[at - 1]
    if label is None or label_of(title) or is_time(title.text) or heading_day(title.text):
        return None
    own = replace(lines[at], text=lines[at].text[label.end() :], column=lines[at].column + label.end())
    first = at if own.text else at + 1
    when: list[SourceLine] = []
    behind = [*([own] if own.text else []), *lines[at + 1 : first + _MOST]]
    for end, line in enumerate(behind, start=first + 1):
        when += _day_and_time(line)
        if not heading_day(when[0].text):
            return None  # a time alone may as well stand above its title
        if is_time(when[-1].text):
            return _Labelled(at - 1, end, when)
    return None


def _day_and_time(line: SourceLine) -> list[SourceLine]:
    """A line with a day and a time as two; any other as it is."""
    for match in _BETWEEN.finditer(line.text):
        day, time = line.text[: match.start()], line.text[match.end() :]
        if is_time(time) and heading_day(day):
            return [replace(line, text=day), replace(line, text=time, column=line.column + match.end())]
    return [replace(line, text=line.text.rstrip(": "))]
