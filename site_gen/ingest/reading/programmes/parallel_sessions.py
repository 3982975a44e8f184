"""Sessions side by side below one interval, each with its heading, its room or chair, and its timed talks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock, time_of
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine, ends_sentence
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.times.days import When
from site_gen.ingest.records import PartialDay
from site_gen.text import fold

_LONGEST = 120  # characters of a heading
_LABELS = ("room", "chair")


def with_intervals_again(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, the interval of several sessions before the heading of each but the first.

    A heading stands among the talks above its room or chair where the times of the talks begin anew.
    """
    times = [time_of(line) for line in lines]
    found: list[SourceLine] = []
    interval: When | None = None
    last: When | None = None  # the talk above
    for at, (line, timed) in enumerate(zip(lines, times, strict=True)):
        found.append(line)
        if timed and timed[0].end and timed[0].start:
            interval, last = timed[0], None
        elif timed:
            last = timed[0]
        elif interval and last and _is_heading(lines, at):
            following = next((each[0] for each in times[at + 1 :] if each), None)
            if following and not following.end and following.start == interval.start != last.start:
                found[-1] = replace(line, text=f"{interval.start} - {interval.end} {line.text}")
                last = None
    return found


def without_overview(blocks: Sequence[TimedBlock]) -> list[TimedBlock]:
    """The blocks without those of a timetable above, titles alone, that all stand below it in detail."""
    found: list[TimedBlock] = []
    below: dict[tuple[PartialDay | None, time], set[str]] = defaultdict(set)
    for block in reversed(blocks):
        if block.begin is None or not block.end:
            found.append(block)
            continue
        told = below[block.day.value if block.day else None, block.begin]
        titles = [fold(plain(line.text)) for line in (block.title, *block.lines) if line]
        if block.title is None or block.talks or not told.issuperset(titles):
            found.append(block)
        told |= set(titles[:1])
    return found[::-1]


def _is_heading(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether a line stands right above the label of a room or a chair, and is none itself, nor a text."""
    below = next((line for line in lines[at + 1 : at + 3] if line.text), None)
    label, text = label_of(below) if below else None, lines[at].text
    is_above = label is not None and label[0] in _LABELS and bool(text) and label_of(lines[at]) is None
    return is_above and len(text) < _LONGEST and not ends_sentence(text)
