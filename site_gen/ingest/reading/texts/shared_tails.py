"""Words of a page that all its abstracts end in: "… than before. Download PDF Close"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import PaperRecord, Reading

_FEWEST, _NEARLY_ALL = 4, 0.8  # abstracts of which so many end alike
_LONGEST = 6  # words


def without_shared_tails(reading: Reading) -> Reading:
    """A reading whose abstracts are without such words, whose number is told."""
    if reading.format.is_own:
        return reading
    ends = [each.abstract.value.rsplit(None, _LONGEST) for each in reading.every_paper() if each.abstract]
    tail = _shared(ends)
    if not tail:
        return reading
    held = sum(" ".join(words[1:]).endswith(tail) for words in ends)
    bare = with_changed_records(reading, paper=lambda paper: _without(paper, tail))
    return replace(bare, not_taken={**reading.not_taken, f"'{tail}' below abstracts": held})


def _shared(ends: list[list[str]]) -> str:
    """The words that nearly all texts end in, and are no sentence; empty where there are none.

    Of each text its last words are given, behind what stands before them.
    """
    fewest = _NEARLY_ALL * len(ends)
    last = Counter(words[-1] for words in ends if words)
    if len(ends) < _FEWEST or max(last.values(), default=0) < fewest:
        return ""
    for length in range(_LONGEST, 0, -1):
        tails = Counter(" ".join(words[-length:]) for words in ends if len(words) > length)
        tail, count = tails.most_common(1)[0] if tails else ("", 0)
        if count >= fewest and tail.replace(" ", "").isalpha():
            return tail
    return ""


def _without(paper: PaperRecord, tail: str) -> PaperRecord:
    if paper.abstract is None or not paper.abstract.value.rstrip().endswith(tail):
        return paper
    text = paper.abstract.value.rstrip().removesuffix(tail).rstrip()
    return replace(paper, abstract=replace(paper.abstract, value=text) if text else None)
