"""The number of a paper in brackets beside its title: "[Paper 12] On Nests", "On Nests (ID: 12)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from site_gen.ingest.reading.columns.column_names import names_number
from site_gen.ingest.reading.texts.marked_text import around
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.reading.titles.title_types import is_type
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord
from site_gen.text import fold

_INSIDE = (
    r"(?P<word>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})(?:\s*[:#]\s*|\s+(?:n[o°º]\.?\s*)?)(?P<number>[1-9]\d{0,4})"
)
_BEFORE = re.compile(rf"\A\s*[\[(]\s*{_INSIDE}\s*[\])]\s*[:.–—-]?\s*(?=\S)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?<=\S)\s*[\[(]\s*{_INSIDE}\s*[\])]\s*$", re.IGNORECASE)
_FEWEST, _MOST = 2, 0.5  # titles that have a number behind the same word, and their share of all
_APART = 2  # how far apart numbers of submissions are, at least, where each is one


def with_numbers(reading: Reading) -> Reading:
    """A reading whose titles are without the numbers of their papers, which are those of the submissions.

    Published titles stand as they are printed.
    """
    words = _words([title.value for title in reading.every_title()])
    if not words:
        return reading
    return with_changed_records(
        reading, paper=lambda each: _paper(each, words), slot=lambda each: _slot(each, words)
    )


def _words(titles: Collection[str]) -> frozenset[str]:
    """The words before the numbers of papers: each number stands once behind them, and they are no type.

    Words before numbers that alone tell titles apart are of these: "Owls (Part 1)", "Owls (Part 2)".
    """
    numbers: dict[str, list[str]] = defaultdict(list)
    bare: dict[str, list[str]] = defaultdict(list)
    for title in titles:
        has_brackets = "(" in title or "[" in title
        if has_brackets and (match := _BEFORE.search(title) or _BEHIND.search(title)):
            numbers[fold(match["word"])].append(match["number"])
            bare[fold(match["word"])].append(fold(around(match)))
    return frozenset(
        word for word, found in numbers.items()
        if len(found) >= _FEWEST and len(set(found)) == len(found) == len(set(bare[word]))
        and _is_of_numbers(word, list(map(int, found)), len(titles))
    )  # fmt: skip


def _is_of_numbers(word: str, numbers: Collection[int], total: int) -> bool:
    """Whether a word is called as columns of numbers are; or most titles have it, and it is no type.

    Then its numbers are as far apart as those of submissions are, of which some were not accepted: those that
    count on may be the parts of a work, which are of its title.
    """
    is_other = not is_type(word) and kind_of_words(word) == "other"
    are_apart = max(numbers) - min(numbers) >= _APART * len(numbers)
    return names_number(word) or (is_other and are_apart and len(numbers) > _MOST * total)


def _slot(slot: SlotRecord, words: Collection[str]) -> SlotRecord:
    bare, number = _parted(slot.title, words)
    paper = _paper(slot.paper, words) if slot.paper else None
    if number and paper is None:  # a talk that names its paper
        return replace(
            slot, paper=PaperRecord(place=slot.place, submission=number, is_mention=True), title=bare
        )
    if number and paper:
        paper = replace(paper, submission=paper.submission or number)
    return replace(slot, title=bare, paper=paper)


def _paper(paper: PaperRecord, words: Collection[str]) -> PaperRecord:
    bare, number = _parted(paper.title, words)
    return replace(paper, title=bare, submission=paper.submission or number) if number else paper


def _parted(title: Fact[str] | None, words: Collection[str]) -> tuple[Fact[str] | None, Fact[str] | None]:
    """A title without the number, and the number."""
    match = (_BEFORE.search(title.value) or _BEHIND.search(title.value)) if title else None
    if title is None or match is None or fold(match["word"]) not in words:
        return title, None
    return replace(title, value=around(match)), Fact(match["number"], title.place)
