"""Programmes that name one person for each paper: who presents it, where all authors are named elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.conference import Participant
from site_gen.ingest.known import Known
from site_gen.ingest.link.evidence import are_compatible
from site_gen.ingest.link.paper_titles import paper_titles
from site_gen.ingest.link.traits import name_key, title_key
from site_gen.ingest.reading.people.people import with_more
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Reading, SlotRecord

_FEWEST = 3  # papers of a programme, each with one name


def with_presenters(readings: Sequence[Reading], known: Known) -> list[Reading]:
    """The readings in which those present who stand alone beside each title, and are one of its authors."""
    if not any(map(_names_one_each, readings)):
        return list(readings)
    bylines = {
        title_key(each.printed): frozenset(map(name_key, each.authors))
        for each in paper_titles(readings, known)
        if len(each.authors) > 1
    }
    return [_presented(each, bylines) if _names_one_each(each) else each for each in readings]


def _names_one_each(reading: Reading) -> bool:
    """Whether a programme has one name for each paper; what this program or a publisher wrote has all."""
    if reading.papers or not reading.format.is_copied:
        return False
    bylines = [paper.authors.value for paper in reading.every_paper() if paper.authors]
    return len(bylines) >= _FEWEST and all(len(byline) == 1 and byline[0].name for byline in bylines)


def _presented(reading: Reading, bylines: Mapping[str, frozenset[str]]) -> Reading:
    return with_changed_records(reading, slot=lambda slot: _slot(slot, bylines))


def _slot(slot: SlotRecord, bylines: Mapping[str, frozenset[str]]) -> SlotRecord:
    paper = slot.paper
    if paper is None or paper.title is None or paper.authors is None:
        return slot
    [author] = paper.authors.value
    own = name_key(author.name or "")
    if not any(
        own == name or are_compatible(own, name) for name in bylines.get(title_key(paper.title.value), ())
    ):
        return slot
    presenter = Participant(name=author.name or "", affiliation=next(iter(author.affiliations), None))
    people = with_more(slot.people, [presenter], paper.authors.place)
    return replace(slot, paper=replace(paper, authors=None), people=people)
