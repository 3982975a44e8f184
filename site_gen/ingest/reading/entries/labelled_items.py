"""Items of a list with labelled lines below each: "- Fast Trees" or "#3 Trees", "Author: Lee, Ann | MIT"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import bullet_end

_LABEL = re.compile(r"([^\W\d_][\w -]{1,30}?)\s*:\s+(\S.*)")
_BULLETS = "-*+•▪◦"
_NUMBER = re.compile(r"#\s?(\d{1,6})\b[.:)]?\s+(?=\S)")  # without labelled abstracts: papers.cool
_ABSTRACTS = ("Abstract", "Summary")
_FEWEST = 2  # items


def with_titles(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines with "Title:" before each such item, and its people in one line; others as they are.

    A label of one person is in a line for each: "Author: Lee, Ann | MIT".
    """
    filled = [line for line in lines if line.text]
    labels = Counter(match[1] for line in filled if (match := _LABEL.fullmatch(line.text)))
    is_numbered = any(labels[label] > 1 for label in _ABSTRACTS)
    titles = {
        line.number: end
        for line, below in pairwise(filled)
        if (end := _title_at(line.text, is_numbered=is_numbered))
        and labels[_word(below.text)] > 1
        and not labels[_word(line.text[end:])]
    }
    return list(_titled(lines, titles)) if len(titles) >= _FEWEST else list(lines)


def _title_at(text: str, *, is_numbered: bool) -> int:
    """Where the title of an item begins, behind its bullet or number; 0 where none does."""
    number = _NUMBER.match(text) if is_numbered else None
    return number.end() if number else bullet_end(text) if text[0] in _BULLETS else 0


def _word(text: str) -> str:
    """The label that a text begins with; empty without one. A title may begin with a word and a colon too."""
    match = _LABEL.fullmatch(text)
    return match[1] if match else ""


def _titled(lines: Sequence[SourceLine], titles: Mapping[int, int]) -> Iterator[SourceLine]:
    numbers = [match[1] for line in lines if line.number in titles and (match := _NUMBER.match(line.text))]
    is_count = numbers == [str(i) for i, _ in enumerate(numbers, 1)]
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
            end = titles[line.number]
            number = _NUMBER.match(line.text)
            if number and not is_count:
                yield replace(line, text=f"Number: {number[1]}")
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
