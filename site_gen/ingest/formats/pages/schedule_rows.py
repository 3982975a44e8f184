"""Rows of a schedule that begin with a time: "09:00 - 10:00 Keynote: Ann Bee", "9 AM | Oral | Room A"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.texts.lines import SourceLine, ends_sentence
from site_gen.ingest.reading.times.days import When, leading_when, match_times
from site_gen.ingest.reading.titles.session_headings import Heading, day_line, heading_of, is_label

_GAP = re.compile(r"\s*(?:[|:–—-]\s*)?")
_COLUMN = re.compile(r"\s*[|\t]\s*")
_ROOM_AT_END = re.compile(r"\s*(?:\[\s*+([^\[\]]{1,80}?)\s*+\]|\s@\s++(\S.{0,80}))$")
_PLACE = re.compile(r"\b(?:hall|room|ballroom|theat(?:er|re)|auditorium|foyer|building|level|floor)\b", re.I)


def find_row(line: SourceLine) -> Heading | None:
    """The heading that a line is which begins with a time; None for other lines.

    After a day and a time may also stand a room alone: there the kind must be told.
    """
    found = leading_when(line.text)
    if found is None:
        return None
    when, end = found
    gap = _GAP.match(line.text, end)
    start = gap.end() if gap else end
    heading = _row(line, when, start) if start > end else None
    if heading and when.printed_day and not heading.is_prefixed and not _names_kind(heading, line.text):
        return None
    return heading


def are_rows(lines: Sequence[SourceLine]) -> bool:
    """Whether a text is rows below days, and at most a line more, as one that says the zone."""
    filled = [line for line in lines if line.text]
    days = sum(day_line(line.text) is not None for line in filled)
    rows = sum(find_row(line) is not None for line in filled)
    return days > 0 and rows > 1 and len(filled) - days - rows <= 1


def row_below(time_line: SourceLine, line: SourceLine) -> Heading | None:
    """The heading in a line below one that is nothing but a time; None where it cannot be one."""
    found = match_times(time_line.text)
    if not found:
        return None
    when = When(0, None, "", found["start"].strip(), found["end"])
    heading = _row(line, when, 0)
    return replace(heading, when_column=line.column) if heading else None


def holds_time(text: str) -> bool:
    """Whether a line begins with a time and is no sentence: it should be a heading."""
    found = leading_when(text) if len(text) < 200 else None
    if match_times(text):
        return True
    if found is None or (ends_sentence(text) and len(text.split()) > 6):
        return False
    rest = text[found[1] :].strip(" \t|:–—-,@")
    return bool(rest) and not rest[0].islower() and rest[0] not in "()" and not found[0].printed_day


def _row(line: SourceLine, when: When, start: int) -> Heading | None:
    columns = _COLUMN.split(line.text[start:])
    text, room = _without_room(columns[0])
    people = next((cell for cell in columns[1:] if are_people(cell)), None)
    room = next((cell for cell in columns[1:] if cell and cell != people), room)
    if not is_label(text) or text[0].islower() or not re.search(r"[^\W\d_]{2}", text) or len(columns) > 4:
        return None
    heading = heading_of(line, start, text, replace(when, after=room or ""))
    below = SourceLine(line.number, people, line.column + line.text.index(people)) if people else None
    return replace(
        heading, line=line, before=None, below=below, is_prefixed=heading.is_prefixed or below is not None
    )


def _without_room(text: str) -> tuple[str, str | None]:
    match = _ROOM_AT_END.search(text)
    return (text[: match.start()].rstrip(), match[1] or match[2]) if match else (text, None)


def _names_kind(heading: Heading, text: str) -> bool:
    return "|" in text or (heading.kind != "other" and not _PLACE.search(heading.title.text))
