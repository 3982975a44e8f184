"""A type that a page prints before some bylines, and that is no given name: "Highlight Ann Lee, Bo Dee"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from site_gen.ingest.reading.titles.title_types import is_type
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord

_FEWEST = 3  # bylines that begin with it
_FEWEST_WORDS = 3  # of such a name: the word itself, and a name


def without_byline_labels(reading: Reading) -> Reading:
    """A reading whose bylines begin with names: a type before several is that of the slots.

    Other words before several bylines may be given names: "Mohammad Ali Karimi" three times.
    """
    labels = _labels(reading)
    if not labels:
        return reading
    left: Counter[str] = Counter(reading.not_taken)
    left.update(label for paper in reading.papers if (label := _label(paper, labels)))
    bare = with_changed_records(
        reading, paper=lambda each: _bare(each, labels), slot=lambda each: _slot(each, labels)
    )
    return replace(bare, not_taken=left)


def _labels(reading: Reading) -> frozenset[str]:
    first: Counter[str] = Counter()
    others: set[str] = set()
    for paper in reading.every_paper():
        names = [each.name.split() for each in paper.authors.value if each.name] if paper.authors else []
        for number, words in enumerate(names):
            if number == 0 and len(words) >= _FEWEST_WORDS and words[0].isalpha() and words[0].istitle():
                first[words[0]] += 1
            else:
                others.add(words[0])
    often = (word for word, count in first.items() if count >= _FEWEST and word not in others)
    return frozenset(filter(is_type, often))


def _label(paper: PaperRecord, labels: Collection[str]) -> str:
    names = [each.name for each in paper.authors.value] if paper.authors else []
    word = names[0].split()[0] if names and names[0] else ""
    return word if word in labels else ""


def _bare(paper: PaperRecord, labels: Collection[str]) -> PaperRecord:
    label = _label(paper, labels)
    if not label or paper.authors is None:
        return paper
    first, *others = paper.authors.value
    bare = replace(first, name=(first.name or "").removeprefix(label).strip())
    return replace(paper, authors=Fact((bare, *others), paper.authors.place))


def _slot(slot: SlotRecord, labels: Collection[str]) -> SlotRecord:
    label = _label(slot.paper, labels) if slot.paper else ""
    if not label or slot.paper is None or slot.paper.authors is None:
        return slot
    kind = slot.type or Fact(label, slot.paper.authors.place)
    return replace(slot, paper=_bare(slot.paper, labels), type=kind)
