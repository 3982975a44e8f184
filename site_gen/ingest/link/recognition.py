"""Recognising papers of content by what ingest remembers of the values that it wrote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from site_gen.ingest.link.matching import Candidate, Papers, Rank
from site_gen.ingest.link.traits import Unit
from site_gen.ingest.records import PaperRecord
from site_gen.problems import Place

Digest = Callable[[object], str]

# What each remembered field says; the authors alone say too little, as they may have several papers.
_WEIGHTS = {"title": 2.0, "abstract": 2.0, "doi": 2.0, "links": 1.0, "authors": 1.0}
_ENOUGH = 2.0


def provenance_candidates(units: Sequence[Unit], digest: Digest) -> Iterator[Candidate]:
    """Candidates of source units and papers of content that remember their values."""
    owners: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, unit in enumerate(units):
        if unit.known:
            for field in sorted(unit.known.provenance.keys() & _WEIGHTS.keys()):
                owners[field, unit.known.provenance[field]].append(position)
    if not owners:
        return
    for position, unit in enumerate(units):
        scores: Counter[int] = Counter()
        for key in sorted({key for record in unit.records for key in _digests(record, digest)}):
            for owner in owners.get(key, ()):
                scores[owner] += _WEIGHTS[key[0]]  # type: ignore[assignment]  # Counter holds floats as well
        for owner, score in sorted(scores.items()):
            if score >= _ENOUGH:
                yield Candidate(owner, position, Rank.PROVENANCE, score, "several papers had these values")


def unchanged_pairs(papers: Papers, digest: Digest) -> Iterator[tuple[int, int]]:
    """Papers of content and of a source that are left over and say just the same, in their order.

    Equal ones that nothing tells apart keep their ids so.
    """
    of_content: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    of_sources: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for position, unit in enumerate(papers.units):
        if len(papers.members(papers.paper(position))) > 1:
            continue
        if unit.known:
            if not unit.known.provenance:
                continue  # made by hand
            held = unit.known.provenance
            of_content[frozenset((name, held[name]) for name in _WEIGHTS if name in held)].append(position)
        else:
            digests = (pair for record in unit.records for pair in _digests(record, digest))
            of_sources[frozenset(digests)].append(position)
    for positions in of_content.values():
        positions.sort(key=lambda position: _origin(papers.units[position]))
    for key, positions in of_sources.items():
        yield from zip(of_content[key], positions, strict=False)


def _origin(unit: Unit) -> tuple[Place, int, str]:
    """Where a paper of content comes from; in one line, by the order in which ids are made."""
    paper = unit.known.paper.id if unit.known else ""
    return unit.known.origin if unit.known else unit.place, len(paper), paper


def _digests(record: PaperRecord, digest: Digest) -> Iterator[tuple[str, str]]:
    for field in _WEIGHTS:
        fact = getattr(record, field)
        if fact is not None:
            yield field, digest(fact.value)
