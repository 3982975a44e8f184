"""Words that a page has behind each of its titles: the names of pictures, "On Nests pdf icon html icon"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from site_gen.ingest.reading.titles.link_words import LINK_WORD
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord

_FEWEST_TITLES, _FEWEST_WORDS = 3, 2


def without_title_tails(reading: Reading) -> Reading:
    """A reading whose titles are without the small words in which all of them end alike.

    Published titles stand as they are printed.
    """
    tail = _tail([*dict.fromkeys(paper.title.value for paper in reading.every_paper() if paper.title)])
    if not tail:
        return reading
    return with_changed_records(
        reading, paper=lambda each: _paper(each, tail), slot=lambda each: _slot(each, tail)
    )


def _tail(titles: list[str]) -> str:
    """The small words in which all titles end, where the first of several is what links are called by."""
    if len(titles) < _FEWEST_TITLES:
        return ""
    columns = zip(*(title.split()[::-1] for title in titles), strict=False)
    alike = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, columns)][::-1]
    first = next((at for at, word in enumerate(alike) if LINK_WORD.fullmatch(word)), len(alike))
    tail = " ".join(alike[first:])
    is_behind_all = all(title != tail for title in titles)
    return tail if len(alike) - first >= _FEWEST_WORDS and is_behind_all and tail.islower() else ""


def _bare(title: Fact[str] | None, tail: str) -> Fact[str] | None:
    return replace(title, value=title.value.removesuffix(tail).rstrip()) if title else None


def _paper(paper: PaperRecord, tail: str) -> PaperRecord:
    return replace(paper, title=_bare(paper.title, tail))


def _slot(slot: SlotRecord, tail: str) -> SlotRecord:
    paper = _paper(slot.paper, tail) if slot.paper else None
    return replace(slot, title=_bare(slot.title, tail), paper=paper)
