"""Ends of rows that stand beside their starts with nothing between, or are told by lengths behind titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.days import read_time

_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[apAP]\.?[mM]\.?)?"
_TIMED = re.compile(rf"(?:[^\W\d_]{{2,9}}\.?,?[ \t]+)?(?={_CLOCK})")  # "Sat 10:30"
_BESIDE = re.compile(rf"(?P<start>{_CLOCK})[ \t]+(?P<end>{_CLOCK})(?=[ \t]+\S)")
_LENGTH = re.compile(
    rf"(?P<start>{_CLOCK})(?P<end>\s?[-–—]\s?{_CLOCK})?(?P<title>\W.*\S)"
    r"\s*\((?P<minutes>\d{1,3}) ?min(?:ute)?s?\.?\)"
)
_BEGIN = re.compile(r"[-*+•#> ]*\(?")
_FEWEST_LENGTHS = 2
_FEWEST = 3
_NEARLY = 0.8  # of the rows that begin with a time


def with_ends_beside(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, "11:00 11:05 Opening" as "11:00 - 11:05 Opening" where nearly all rows begin so."""
    timed = {line.number: match.end() for line in lines if (match := _TIMED.match(line.text))}
    pairs = {
        line.number: match
        for line in lines
        if line.number in timed
        and (match := _BESIDE.match(line.text, timed[line.number]))
        and _is_span(match)
    }
    if len(pairs) < _FEWEST or len(pairs) < _NEARLY * len(timed):
        return list(lines)
    return [
        replace(line, text=f"{match['start']} - {match['end']}{line.text[match.end() :]}")
        if (match := pairs.get(line.number))
        else line
        for line in lines
    ]


def _is_span(match: re.Match[str]) -> bool:
    try:
        return read_time(match["start"], match["end"]) < read_time(match["end"])
    except ValueError:
        return False


def with_ends_told(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, "9:00 Opening (15 min)" as "9:00 - 9:15 Opening" where several are so long."""
    told = {line.number: found for line in lines if line.text.endswith(")") and (found := _told(line.text))}
    if len(told) < _FEWEST_LENGTHS:
        return list(lines)
    return [replace(line, text=told.get(line.number, line.text)) for line in lines]


def _told(text: str) -> str:
    """A row with its end in place of its length; empty where it has none, or another end."""
    begin = _BEGIN.match(text)
    match = _LENGTH.fullmatch(text, begin.end() if begin else 0)
    try:
        start = read_time(match["start"]) if match else None
        stated = read_time(match["end"].strip(" -–—")) if match and match["end"] else None
    except ValueError:
        return ""
    if match is None or start is None:
        return ""
    minutes = 60 * start.hour + start.minute + int(match["minutes"])
    if minutes >= 24 * 60 or (stated and 60 * stated.hour + stated.minute != minutes):
        return ""
    end = match["end"] or f" - {minutes // 60}:{minutes % 60:02}"
    return f"{text[: match.start()]}{match['start']}{end}{match['title']}"
