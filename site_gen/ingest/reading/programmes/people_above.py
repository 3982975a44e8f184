"""Programmes whose authors stand above their titles: the title is put above, as in all others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.timed_blocks import is_time
from site_gen.ingest.reading.programmes.typed_rows import is_heading, row_of
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine

_FEWEST, _MOST = 4, 0.8  # bylines; a share of the lists


def with_people_below(
    lines: Sequence[SourceLine], page: PageLines, days: Collection[int]
) -> list[SourceLine]:
    """The lines of a page, each byline below the title that stands below it, where they stand so.

    They do where one title stands below the last byline of every list, and between most others.
    """
    runs = [run for run in _runs(lines, page, days) if run[1]]
    bylines = [at for _, found in runs for at in found]
    gaps = [below - above - 1 for _, found in runs for above, below in pairwise(found)]
    fitting = sum(end - found[-1] == 2 and bool(lines[found[-1] + 1].text) for end, found in runs)
    is_sure = len(bylines) >= _FEWEST and 2 * gaps.count(1) > len(gaps) and 0 not in gaps
    titled = [at for at in bylines if at + 1 < len(lines) and not _is_stop(lines[at + 1], days)]
    titles = sum(
        not page.is_text(lines[at + 1]) and not page.are_institutions(lines[at + 1]) for at in titled
    )
    if not is_sure or fitting < _MOST * len(runs) or titles < _MOST * len(bylines):
        return list(lines)
    found = list(lines)
    for at in titled:
        found[at], found[at + 1] = found[at + 1], found[at]
    return found


def _runs(
    lines: Sequence[SourceLine], page: PageLines, days: Collection[int]
) -> Iterator[tuple[int, list[int]]]:
    """Where each list ends, with its bylines: at a time, a day, a heading, or the end of the page.

    A label is below its heading.
    """
    found: list[int] = []
    for at, line in enumerate(lines):
        if _is_stop(line, days):
            yield at - (label_of(line) is not None), found
            found = []
        elif page.is_byline(line):
            found.append(at)
    yield len(lines), found


def _is_stop(line: SourceLine, days: Collection[int]) -> bool:
    is_when = line.number in days or is_time(line.text) or row_of(line) is not None
    return is_when or is_heading(line) or label_of(line) is not None
