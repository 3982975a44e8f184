"""Rows whose end stands beside their start with nothing between: the columns "Start" and "End" of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.times.days import read_time

_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[apAP]\.?[mM]\.?)?"
_TIMED = re.compile(rf"(?:[^\W\d_]{{2,9}}\.?,?[ \t]+)?(?={_CLOCK})")  # "Sat 10:30"
_BESIDE = re.compile(rf"(?P<start>{_CLOCK})[ \t]+(?P<end>{_CLOCK})(?=[ \t]+\S)")
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
