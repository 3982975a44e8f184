"""Hours without minutes in intervals that join others: "9:15 - 10 Owls", "10 - 10:45 Nests"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.values import dataclass

_TIMED = re.compile(
    r"(?P<mark>[*_#>•-]{0,4} ?)(?P<start>\d{1,2}(?:[:.]\d\d)?)"
    r"(?:(?P<dash>\s?[-–—]\s?)(?P<end>\d{1,2}(?:[:.]\d\d)?))?(?=\s+[^\W\d]|\s*$)"
)
_DASHED = re.compile(r"[*_#>•-]{0,4} ?\d{1,2}[:.]\d\d\s?[-–—]\s?[^\W\d]")  # "9:15 - Owls"
_LAST = 23  # hour of a day


@dataclass(frozen=True, slots=True)
class _Timed:
    """A line that begins with a time, and where that is in its day, in minutes; without an end, None."""

    index: int
    match: re.Match[str]
    start: int
    end: int | None


def with_whole_hours(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines; an hour in an interval has minutes where the interval joins the one above or below it.

    Others stay: "9:15 - 10 Ways to sing" may be a time and a title, as they all are where a dash stands
    between other times and titles.
    """
    timed = [each for index, line in enumerate(lines) if (each := _timed(index, line.text))]
    bare = [each for each in timed if each.end is not None and _is_bare(each.match)]
    has_minutes = any(each.start % 60 or (each.end or 0) % 60 for each in timed)
    if not (bare and has_minutes) or any(_DASHED.match(line.text) for line in lines):
        return list(lines)
    joined = {
        index
        for above, below in pairwise(timed)
        if above.end == below.start
        for index in (above.index, below.index)
    }
    found = list(lines)
    for each in bare:
        if each.index in joined and each.end is not None and each.start < each.end:
            match, text = each.match, lines[each.index].text
            times = f"{match['mark']}{_whole(match['start'])}{match['dash']}{_whole(match['end'])}"
            found[each.index] = replace(lines[each.index], text=f"{times}{text[match.end() :]}")
    return found


def _timed(index: int, text: str) -> _Timed | None:
    match = _TIMED.match(text) if text[:8].strip("*_#>•- ")[:1].isdigit() else None
    if match is None or (match["end"] is None and match["start"].isdigit()):
        return None
    start, end = _minutes(match["start"]), _minutes(match["end"]) if match["end"] else None
    return _Timed(index, match, start, end)


def _is_bare(match: re.Match[str]) -> bool:
    hours = [int(each) for each in (match["start"], match["end"]) if each.isdigit()]
    return bool(hours) and max(hours) <= _LAST


def _minutes(time: str) -> int:
    hour, _, minute = time.replace(".", ":").partition(":")
    return 60 * int(hour) + int(minute or 0)


def _whole(time: str) -> str:
    return f"{time}:00" if time.isdigit() else time
