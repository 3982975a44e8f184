"""Programmes whose times stand alone, each above a heading: that is the title, and nothing else below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.programmes.page_bylines import unmarked
from site_gen.ingest.reading.programmes.timed_blocks import TimedBlock, is_time
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.values import replace

_FEWEST = 3


def has_headed_times(text: str) -> bool:
    """Whether each time of a page that stands alone has a heading right below it."""
    filled = [line for line in text.split("\n") if line.strip()]
    below = [line for above, line in pairwise(filled) if is_time(above)]
    return len(below) >= _FEWEST and all(line.startswith("#") for line in below)


def take_headings(blocks: Sequence[TimedBlock]) -> None:
    """Make titles of the headings right below times, where each time has one and no other below it.

    Who is named right below such a title speaks there.
    """
    headed = [block for block in blocks if block.title is None and block.lines]
    if len(headed) < _FEWEST or len(headed) < len(blocks) or not all(map(_is_headed, headed)):
        return
    for block in headed:
        heading, *below = block.lines
        title = heading.text.lstrip("# ")
        begin = heading.column + len(heading.text) - len(title)
        block.title = unmarked(replace(heading, text=title, column=begin))
        block.lines = [*map(_as_speaker, below[:1]), *below[1:]]


def _is_headed(block: TimedBlock) -> bool:
    first, *others = block.lines
    return first.text.startswith("#") and not any(line.text.startswith("#") for line in others)


def _as_speaker(line: SourceLine) -> SourceLine:
    is_person = names_people(line.text) and not (label_of(line) or names_room(line.text))
    return replace(line, text=f"Speaker: {line.text}") if is_person else line
