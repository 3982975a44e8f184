"""Items of a list with labelled lines below each: "- Fast Trees", "Author: Lee, Ann | MIT"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import bullet_end

_LABEL = re.compile(r"([^\W\d_][\w -]{1,30}?)\s*:\s+(\S.*)")
_BULLETS = "-*+•▪◦"  # "#1" counts the papers of papers.cool
_FEWEST = 2  # items


def with_titles(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines with "Title:" before each such item, and its people in one line; others as they are.

    A label of one person is in a line for each: "Author: Lee, Ann | MIT".
    """
    filled = [line for line in lines if line.text]
    labels = Counter(match[1] for line in filled if (match := _LABEL.fullmatch(line.text)))
    titles = {
        line.number
        for line, below in pairwise(filled)
        if line.text[0] in _BULLETS
        and (end := bullet_end(line.text))
        and labels[_word(below.text)] > 1
        and not labels[_word(line.text[end:])]
    }
    return list(_titled(lines, titles)) if len(titles) >= _FEWEST else list(lines)


def _word(text: str) -> str:
    """The label that a text begins with; empty without one. A title may begin with a word and a colon too."""
    match = _LABEL.fullmatch(text)
    return match[1] if match else ""


def _titled(lines: Sequence[SourceLine], titles: set[int]) -> Iterator[SourceLine]:
    held: SourceLine | None = None  # the line of the people, as far as it is put together
    for line in lines:
        match = _LABEL.fullmatch(line.text)
        if held and match and held.text.startswith(f"{match[1].capitalize()}:"):
            held = replace(held, text=f"{held.text}; {_person(match[2])}")
            continue
        if held:
            yield held
        held = None
        if line.number in titles:
            end = bullet_end(line.text)
            yield replace(line, text=f"Title: {line.text[end:]}", column=line.column + end)
        elif match:
            held = replace(line, text=f"{match[1].capitalize()}: {_person(match[2])}")
        else:
            yield line
    if held:
        yield held


def _person(text: str) -> str:
    """A person with where they work in brackets, where a bar parts the two."""
    name, bar, place = text.partition(" | ")
    return f"{name} ({place})" if bar and place.strip() else text
