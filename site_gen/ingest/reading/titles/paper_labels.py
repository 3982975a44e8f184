"""Labels with numbers before titles of papers or talks: "Paper 1: Nests", "Talk 2 - Owls"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.columns.column_names import names_number
from site_gen.ingest.reading.times.days import has_digit
from site_gen.ingest.reading.titles.session_headings import is_section, kind_of_words
from site_gen.ingest.reading.titles.title_types import is_type
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord
from site_gen.text import fold, squeeze

_LABEL = re.compile(
    r"(?P<word>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})\s*(?:#|n[o°º]\.?)?\s*(?P<number>[1-9]\d{0,2})"
    r"\s*(?:[:.)]|[–—-](?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_FEWEST = 2  # titles that have a word before their numbers
_PLAIN = ("paper", "talk", "presentation")  # which say no more than that it is one


def without_paper_labels(reading: Reading) -> Reading:
    """A reading whose titles are without labels; a word that says more is the slot's type.

    Numbers that do not count are those of the submissions. Published titles stand as they are printed.
    """
    words = _words(reading)
    if not words:
        return reading
    return with_changed_records(
        reading,
        paper=lambda each: _paper(each, words),
        slot=lambda each: _slot(each, words),
        session=lambda each: replace(each, title=_bare(each.title, words)),
    )


def _words(reading: Reading) -> Mapping[str, bool]:
    """The words of labels, each with whether its numbers are those of submissions.

    A word that is known to stand before talks may do so; another one counts papers, and nothing else.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    others: set[str] = set()  # words before titles of what is no paper
    for title, is_paper in _titles(reading):
        match = _LABEL.match(title.value) if has_digit(title.value) else None
        if match:
            word, number = fold(match["word"]), int(match["number"])
            if numbers[word][-1:] != [number]:  # a session is called as the one paper in it
                numbers[word].append(number)
            others.update([word] if not is_paper else [])
    words = {word: False for word, found in numbers.items() if _is_known(word) and _count(found)}
    words |= {
        word: False for word, found in numbers.items()
        if word not in others and len(found) >= _FEWEST and _count(found) and not is_section(f"{word} 1")
    }  # fmt: skip
    words |= {
        word: True for word, found in numbers.items()
        if word not in words and names_number(word) and len(set(found)) == len(found)
    }  # fmt: skip
    return words if sum(len(numbers[word]) for word in words) >= _FEWEST else {}


def _count(numbers: list[int]) -> bool:
    """Whether numbers count, in each part of a programme anew."""
    return all(number in (before + 1, 1) for before, number in pairwise([0, *numbers]))


def _is_known(word: str) -> bool:
    return (is_type(word) and kind_of_words(word) == "other") or names_number(word)


def _titles(reading: Reading) -> Iterator[tuple[Fact[str], bool]]:
    """The titles in the document's order, each with whether a paper is called so."""
    for paper in reading.papers:
        yield from [(paper.title, True)] if paper.title else []
    for session in reading.sessions:
        is_paper = len(session.slots) == 1 and _is_of(session.slots[0].paper, session.title)
        yield from [(session.title, is_paper)] if session.title else []
        for slot in session.slots:
            is_paper = slot.paper is not None and slot.paper.authors is not None
            yield from [(slot.called, is_paper)] if slot.called else []


def _is_of(paper: PaperRecord | None, title: Fact[str] | None) -> bool:
    """Whether a title is that of a paper, with or without its label."""
    if paper is None or paper.title is None or title is None or paper.authors is None:
        return False
    return title.value.endswith(paper.title.value)


def _bare(title: Fact[str] | None, words: Mapping[str, bool]) -> Fact[str] | None:
    match = _LABEL.match(title.value) if title else None
    if title is None or match is None or fold(match["word"]) not in words:
        return title
    return replace(title, value=squeeze(title.value[match.end() :]))


def _paper(paper: PaperRecord, words: Mapping[str, bool]) -> PaperRecord:
    number = _number(paper.title, words)
    return replace(paper, title=_bare(paper.title, words), submission=paper.submission or number)


def _number(title: Fact[str] | None, words: Mapping[str, bool]) -> Fact[str] | None:
    """The number of a submission before a title; None where none is, or it only counts."""
    match = _LABEL.match(title.value) if title else None
    is_number = match is not None and words.get(fold(match["word"]), False)
    return Fact(match["number"], title.place) if title and match and is_number else None


def _slot(slot: SlotRecord, words: Mapping[str, bool]) -> SlotRecord:
    title = slot.called
    match = _LABEL.match(title.value) if title else None
    word = fold(match["word"]) if match else ""
    if title is None or match is None or word not in words:
        return slot
    number = _number(title, words)
    paper = _paper(slot.paper, words) if slot.paper else None
    if number:
        mention = PaperRecord(place=slot.place, is_mention=True)
        paper = replace(paper or mention, submission=(paper and paper.submission) or number)
    kind = None if word in _PLAIN or names_number(word) else Fact(squeeze(match["word"]), title.place)
    return replace(slot, title=_bare(slot.title, words), paper=paper, type=slot.type or kind)
