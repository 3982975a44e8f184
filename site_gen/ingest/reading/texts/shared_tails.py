"""Words of a page that all its abstracts end in: "… than before. Download PDF Close"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import PaperRecord, Reading
from site_gen.text import squeeze

_FEWEST, _NEARLY_ALL = 4, 0.8  # abstracts of which so many end alike
_LONGEST = 6  # words


def without_shared_tails(reading: Reading) -> Reading:
    """A reading whose abstracts are without such words, whose number is told."""
    if reading.format.is_own:
        return reading
    texts = [squeeze(each.abstract.value) for each in reading.every_paper() if each.abstract]
    tail = _shared(texts)
    if not tail:
        return reading
    held = sum(text.endswith(tail) for text in texts)
    bare = with_changed_records(reading, paper=lambda paper: _without(paper, tail))
    return replace(bare, not_taken={**reading.not_taken, f"'{tail}' below abstracts": held})


def _shared(texts: list[str]) -> str:
    """The words that nearly all texts end in, and are no sentence; empty where there are none."""
    if len(texts) < _FEWEST:
        return ""
    for length in range(_LONGEST, 0, -1):
        ends = Counter(" ".join(text.split()[-length:]) for text in texts if len(text.split()) > length)
        tail, count = ends.most_common(1)[0] if ends else ("", 0)
        is_shared = count >= _NEARLY_ALL * len(texts) and tail.replace(" ", "").isalpha()
        if is_shared:
            return tail
    return ""


def _without(paper: PaperRecord, tail: str) -> PaperRecord:
    if paper.abstract is None or not paper.abstract.value.rstrip().endswith(tail):
        return paper
    text = paper.abstract.value.rstrip().removesuffix(tail).rstrip()
    return replace(paper, abstract=replace(paper.abstract, value=text) if text else None)
