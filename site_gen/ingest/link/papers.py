"""Linking of papers: records of the documents with each other, then with what content holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_gen.ingest.known import Known
from site_gen.ingest.link.blocking import alike_pairs
from site_gen.ingest.link.candidates import candidates, mention_candidates
from site_gen.ingest.link.duplicates import units_of_document
from site_gen.ingest.link.linked import Doubt, Group
from site_gen.ingest.link.matching import Candidate, Papers, join_by_rank
from site_gen.ingest.link.recognition import Digest, provenance_candidates, unchanged_pairs
from site_gen.ingest.link.source_ids import join_known, join_numbered
from site_gen.ingest.link.title_words import Vocabulary
from site_gen.ingest.link.traits import Unit, unit_of_known
from site_gen.ingest.records import PaperRecord, Reading


def link_papers(
    readings: Sequence[Reading], known: Known, digest: Digest
) -> tuple[tuple[Group, ...], tuple[Doubt, ...]]:
    """The groups of records that are one paper, and the pairs that may be."""
    units = _units(readings, known)
    vocabulary = Vocabulary(units)
    papers = Papers(units)
    join_known(papers, readings, digest)
    join_numbered(papers)
    found = candidates(units, alike_pairs(units), vocabulary)
    still_open = _join(papers, [each for each in found if not _is_edited(units, each)])
    still_open += _join(papers, mention_candidates(papers, vocabulary, of_content=False))
    still_open += _join(papers, provenance_candidates(units, digest))
    still_open += _join(papers, [each for each in found if _is_edited(units, each)])
    still_open += _join(papers, mention_candidates(papers, vocabulary, of_content=True))
    for left, right in unchanged_pairs(papers, digest):
        papers.join(papers.paper(left), papers.paper(right))
    precedence = {reading.document.path: reading.document.precedence for reading in readings}
    return _groups(papers, precedence), _doubts(papers, still_open)


def _join(papers: Papers, found: Iterable[Candidate]) -> list[Candidate]:
    return join_by_rank(papers, found)


def _units(readings: Sequence[Reading], known: Known) -> list[Unit]:
    """Every paper of every document and of content, in an order that no document order changes."""
    units = [unit_of_known(each) for each in sorted(known.papers, key=lambda each: each.paper.id)]
    for reading in sorted(readings, key=lambda reading: reading.document.path):
        system = reading.format.name if reading.format.is_system else ""
        # A paper of two sessions is one record still.
        records = {record.place: record for record in reading.every_paper()}
        units += units_of_document([records[place] for place in sorted(records)], system)
    return units


def _is_edited(units: Sequence[Unit], candidate: Candidate) -> bool:
    return units[candidate.left].edited or units[candidate.right].edited


def _groups(papers: Papers, precedence: Mapping[str, int]) -> tuple[Group, ...]:
    def order(record: PaperRecord) -> tuple[int, str, int, int]:
        place = record.place
        return precedence[place.file], place.file, place.line, place.column

    groups: list[Group] = []
    for members in papers.all():
        records = sorted((record for unit in members for record in unit.records), key=order)
        known = next((unit.known.paper.id for unit in members if unit.known), None)
        if records:
            groups.append(Group(tuple(records), known))
    return tuple(sorted(groups, key=lambda group: order(group.records[0])))


def _doubts(papers: Papers, still_open: Iterable[Candidate]) -> tuple[Doubt, ...]:
    """The open pairs of records whose papers stayed apart, the strongest of each two papers.

    That content holds two papers settles nothing: ingest may have written both.
    """
    doubts: dict[tuple[int, int], Doubt] = {}
    for candidate in sorted(still_open, key=lambda each: (each.rank, -each.score, each.left, each.right)):
        units = papers.units[candidate.left], papers.units[candidate.right]
        left, right = sorted((papers.paper(candidate.left), papers.paper(candidate.right)))
        if left == right or any(unit.known for unit in units) or papers.share_source(left, right):
            continue
        places = sorted(unit.place for unit in units)
        doubts.setdefault((left, right), Doubt(places[0], places[1], candidate.why))
    return tuple(sorted(doubts.values()))
