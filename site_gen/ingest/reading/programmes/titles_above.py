"""Programmes whose titles stand above their times: the title is put below, as in all others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine

_FEWEST = 3  # times


def with_titles_below(lines: Sequence[SourceLine], days: Collection[int]) -> list[SourceLine]:
    """The lines of a page, each title above a time below it, where they stand so.

    They do where nothing stands below the last time of a day, and something above the first one of each.
    """
    times = [at for at, line in enumerate(lines) if is_time(line.text)]
    if len(times) < _FEWEST or not _stand_above(lines, times, days):
        return list(lines)
    found = list(lines)
    for at in times:
        title = replace(lines[at - 1], text=lines[at - 1].text.removesuffix("."))
        found[at - 1], found[at] = found[at], title
    return found


def _stand_above(lines: Sequence[SourceLine], times: Sequence[int], days: Collection[int]) -> bool:
    above = [lines[at - 1] if at else None for at in times]
    are_titles = all(
        line and line.number not in days and not is_time(line.text) and not label_of(line) for line in above
    )
    below = [lines[at + 1].number if at + 1 < len(lines) else None for at in times]
    return are_titles and bool(days) and any(number is None or number in days for number in below)
