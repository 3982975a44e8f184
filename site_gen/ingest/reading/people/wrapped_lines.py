"""Titles and bylines that go on in the next line, as narrow pages and mails print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_gen.ingest.reading.people.byline_layouts import names_people, people_share
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine, is_boilerplate
from site_gen.ingest.reading.texts.marked_text import bullet_end
from site_gen.ingest.reading.times.typed_times import leading_times

# No title and no byline ends so; "Session A" and "Chair:" are whole.
_OPEN = re.compile(
    r"(?:(?<!,),|[&(/–—]|\s-|\s(?:a|an|and|or|of|the|for|from|in|into|on|to|by|at|as|with|without|via|using|under"
    r"|between|through|towards?|over))$"
)
_BEGINS = re.compile(r"[^\W\d_]|[\"“(&]")
_LONGEST = 200
_WIDTH = 40  # characters that a page holds at least in a line
_FEWEST_ITEMS, _FEW = 8, 0.25  # of a list, and the share of those that go on in the next line
_SOME_PEOPLE = 0.5  # the first may be the end of a name


def unwrapped(lines: Iterable[SourceLine], width: int = _WIDTH) -> list[SourceLine]:
    """The lines of a page or a cell of that width, those that go on in the next one joined with it."""
    joined: list[SourceLine] = []
    last = 0  # the number of the line above
    for line in lines:
        above = joined[-1] if joined and line.number == last + 1 else None
        if above and goes_on(above.text, line.text, width):
            joined[-1] = replace(above, text=f"{above.text} {line.text}")
        else:
            joined.append(line)
        last = line.number
    return joined


def with_whole_items(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a list, where few of many items go on below their bullet, each such item as one line."""
    whole: list[SourceLine] = []
    items = several = last = 0
    for line in lines:
        is_item = bullet_end(line.text) > 0
        is_below = bool(items) and line.number == last + 1 and bool(line.text) and not is_item
        if is_below and bullet_end(whole[-1].text) and _is_rest(whole[-1].text, line.text):
            above = whole.pop()
            gap = "" if above.text.endswith(("-", "‐")) else " "
            whole.append(replace(above, text=f"{above.text}{gap}{line.text}"))
            several += 1
        else:
            whole.append(line)
        items += is_item
        last = line.number if line.text else last
    return whole if items >= _FEWEST_ITEMS and 0 < several <= _FEW * items else list(lines)


def _is_rest(above: str, below: str) -> bool:
    """Whether a line below an item is its rest: people, or small words, and no heading of what follows."""
    is_heading = below.endswith(":") or (below[0] in "*_#" and below[-1] in "*_")
    is_ended = above.rstrip("*_").endswith((".", ":", ")", "?", "!"))
    return not is_heading and not is_ended and (below[0].islower() or people_share(below) >= _SOME_PEOPLE)


def goes_on(above: str, below: str, width: int = _WIDTH) -> bool:
    """Whether a line ends where no title does, or one of that width is followed by a small letter."""
    if len(above) > _LONGEST or len(below) > _LONGEST or not _BEGINS.match(below) or leading_times(below):
        return False
    if any(is_boilerplate(text) or label_of(SourceLine(1, text)) for text in (above, below)):
        return False
    are_people = names_people(above)
    if _OPEN.search(above):
        are_below = names_people(below)
        return are_people == are_below and (are_people or below[0].islower() or above[-1] != ",")
    is_full = len(above) >= width and above[-1].isalnum()
    return is_full and below[0].islower() and not (are_people or names_people(below))
