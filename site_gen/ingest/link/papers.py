"""Linking of papers: records of the documents with each other, then with what content holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from site_gen.ingest.known import Known
from site_gen.ingest.link.blocking import alike_pairs
from site_gen.ingest.link.candidates import candidates, mention_candidates
from site_gen.ingest.link.duplicates import units_of_document
from site_gen.ingest.link.linked import Doubt, Group, Linked
from site_gen.ingest.link.matching import Candidate, Papers, Rank, join_by_rank
from site_gen.ingest.link.recognition import Digest, provenance_candidates, unchanged_pairs
from site_gen.ingest.link.source_ids import join_known, join_numbered
from site_gen.ingest.link.title_words import Vocabulary
from site_gen.ingest.link.traits import Unit, unit_of_known
from site_gen.ingest.records import PaperRecord, Reading
from site_gen.problems import Problem

_ONE_OR_TWO = "if it is, give both one title, or leave the older document out: `ignore: yes` in sources.yaml"


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
    still_open += _left_over(papers)
    for left, right in unchanged_pairs(papers, digest):
        papers.join(papers.paper(left), papers.paper(right))
    precedence = {reading.document.path: reading.document.precedence for reading in readings}
    return _groups(papers, precedence), _doubts(papers, still_open)


def _left_over(papers: Papers) -> Iterator[Candidate]:
    """The papers of equal authors that are all that two lists do not share, when most of them they do."""
    of_document: dict[str, list[int]] = defaultdict(list)
    for position, unit in enumerate(papers.units):
        if not unit.known and unit.title and not unit.is_mention:
            of_document[unit.document].append(position)
    for one, other in combinations(sorted(of_document), 2):
        own, others = of_document[one], of_document[other]
        shared = {papers.paper(each) for each in own} & {papers.paper(each) for each in others}
        if 2 * len(shared) < min(len(own), len(others)):
            continue
        left, right = (
            _by_names(papers.units, [each for each in side if papers.paper(each) not in shared])
            for side in (own, others)
        )
        for names in left.keys() & right.keys():
            if len(left[names]) == len(right[names]) == 1:
                why = "the authors are equal, and each list has what the other lacks"
                yield Candidate(left[names][0], right[names][0], Rank.AUTHORS, 1.0, why)


def _by_names(units: Sequence[Unit], positions: Iterable[int]) -> Mapping[frozenset[str], list[int]]:
    """The positions of units by the names of their bylines."""
    found: dict[frozenset[str], list[int]] = defaultdict(list)
    for position in positions:
        byline = units[position].byline
        if byline and not byline.missing and not byline.others:
            found[byline.names].append(position)
    return found


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


def new_doubts(linked: Linked) -> Iterator[Problem]:
    """Which new papers may be one that another document has: told when they come, and kept in the report."""
    group_of = {record.place: group for group in linked.groups for record in group.records}
    for doubt in linked.doubts:
        left, right = group_of.get(doubt.left), group_of.get(doubt.right)
        if left and right and left is not right and not (left.known and right.known):
            what = f"this may be the paper of {doubt.left}: {doubt.why}"
            yield Problem("warning", "maybe-one-paper", what, doubt.right, _ONE_OR_TWO)
