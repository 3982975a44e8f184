"""Programmes of headings with day and time below: "Session 1: Soups", "Mon 9 June, 9:00–10:30, Room 7".

They are read as programmes in lines, in which the time stands before the heading and the day above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time

from site_gen.ingest.formats.programmes.programme_lines import read_programme
from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.tables.delimited import Delimited
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine, ends_sentence, source_lines
from site_gen.ingest.reading.times.days import When, find_when, read_time
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_SURE, _SURE_OF_LABELS, _SURE_OF_TIMES = 55, 97, 98  # a format with marks of its own is surer
_FEWEST = 2  # sessions
_MOST_INSIDE = 3  # times inside the interval for each one that is outside
_LONGEST = 120  # characters of a heading, and of a line that says when it is
_LABEL = re.compile(
    r"(?:date(?: and time)?|time|when|day|datum|zeit|wann|quand|horaire|fecha|hora)\s*:\s+", re.I
)

_COLON = re.compile(r"(?<=\w):(?=\s+\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m))")  # "Monday, June 2, 2025: 10:30 AM"

Lines = Sequence[SourceLine]


def recognise(text: str) -> int:
    """How surely a text is such a programme: headings with their moments below, and lines between them."""
    document = Document("", text[:200_000])
    lines = [line for line in source_lines(document) if line.text]
    moments = _moments(lines)
    is_labelled = any(_LABEL.match(lines[each].text) for each in moments)
    if moments and not is_labelled and _hold_times(lines, moments):
        return _SURE_OF_TIMES
    has_others = len(lines) >= 3 * len(moments)
    if len(moments) < _FEWEST or not has_others or not _are_headings(lines, moments):
        return 0
    return _SURE_OF_LABELS if all(_LABEL.match(lines[each].text) for each in moments) else _SURE


def _moments(lines: Lines) -> dict[int, When]:
    """The lines that are a day with a time and at most a room behind it, by their positions."""
    found: dict[int, When] = {}
    for position, line in enumerate(lines):
        when = find_when(_COLON.sub("", _LABEL.sub("", line.text))) if 8 < len(line.text) < _LONGEST else None
        if position and when and when.day and when.start and when.begin == 0:
            found[position] = when
    return found


def _hold_times(lines: Lines, moments: dict[int, When]) -> bool:
    """Whether nearly all lines that are a time alone, of talks, lie in the interval of the moment above."""
    if not all(_clock(when.start) and _clock(when.end) for when in moments.values()):
        return False
    talks = list(_talk_times(lines, moments))
    inside = sum(is_inside for _, is_inside in talks)
    is_first = min(moments) == 1 or not any(is_time(line.text) for line in lines[: min(moments)])
    is_most = inside >= max(_FEWEST, _MOST_INSIDE * (len(talks) - inside))
    return is_most and is_first and all(_may_be_heading(lines[each - 1].text) for each in moments)


def _talk_times(lines: Lines, moments: dict[int, When]) -> Iterator[tuple[SourceLine, bool]]:
    """The lines below moments that are a time alone, each with whether it is in the interval above it."""
    ends = [*list(moments)[1:], len(lines) + 1]
    for (position, when), end in zip(moments.items(), ends, strict=True):
        begin, last = _clock(when.start), _clock(when.end)
        for line in lines[position + 1 : end - 1]:
            if is_time(line.text) and not find_when(line.text):
                time = _clock(line.text)
                yield line, bool(begin and last and time and begin <= time < last)


def _clock(printed: str | None) -> time | None:
    """A printed time; None where it is none."""
    try:
        return read_time(printed) if printed else None
    except ValueError:
        return None


def _are_headings(lines: Lines, moments: dict[int, When]) -> bool:
    """Whether above each moment stands a heading, at least half of them called as sessions are."""
    above = [lines[position - 1].text for position in moments]
    return all(map(_may_be_heading, above)) and 2 * sum(map(is_section, above)) >= len(above)


def _may_be_heading(text: str) -> bool:
    """Whether a line can be the title of a session: neither long, nor a sentence, nor behind a label."""
    return len(text) < _LONGEST and not ends_sentence(text) and label_of(SourceLine(1, text)) is None


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with what stands below it, as in any programme in lines."""
    lines = [line for line in source_lines(document) if line.text]
    moments = _moments(lines)
    for line, is_inside in _talk_times(lines, moments) if moments and _hold_times(lines, moments) else ():
        if not is_inside:
            what = "this time is outside the session above it: what begins then is read as another session"
            problems.warning(
                "outside-session", what, document.place_of(line), "mend the time, or its session"
            )
    rows = list(_rows(lines, moments))
    text = "\n".join(line.text for line in rows)
    numbers = tuple(line.number for line in rows)
    typed = Delimited(document.path, text, document.precedence, document.columns, numbers)
    return replace(read_programme(typed, problems, DATED_SESSIONS), document=document)


def _rows(lines: Lines, moments: dict[int, When]) -> Iterator[SourceLine]:
    """The lines with day, time and room of each session where a programme in lines has them."""
    day = ""
    for position, line in enumerate(lines):
        when = moments.get(position + 1)
        if position in moments:
            continue
        if when is None:
            yield line
            continue
        below = lines[position + 1]
        if when.printed_day != day:
            day = when.printed_day
            yield replace(below, text=day)
        times = f"{when.start}–{when.end}" if when.end else str(when.start)
        yield replace(line, text=f"{times} {line.text.lstrip('#*_ ').rstrip('*_ ')}")
        if when.after:
            yield replace(below, text=f"Room: {when.after}")


DATED_SESSIONS = SourceFormat(
    name="dated-sessions", title="sessions with their days and times below", recognise=recognise, read=read,
    surest=_SURE_OF_TIMES, shape="programme",
)  # fmt: skip
