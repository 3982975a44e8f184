"""Joining units into papers: the strongest evidence first, one to one, with a margin over the runner-up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum

from site_gen.ingest.link.evidence import compare
from site_gen.ingest.link.traits import Unit
from site_gen.values import dataclass


class Rank(IntEnum):
    """The kinds of evidence, strongest first."""

    PROVENANCE = 0
    NUMBER = 1
    TITLE = 2
    TEXT = 3
    AUTHORS = 4
    MENTION = 5


MARGINS = {
    Rank.NUMBER: 0.3,
    Rank.PROVENANCE: 0.5,
    Rank.TITLE: 0.3,
    Rank.TEXT: 0.1,
    Rank.AUTHORS: 0.3,
    Rank.MENTION: 1.5,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two units (by position) that may be one paper. `score` compares within one rank.

    `is_enough` says whether this evidence joins them when no other comes near; else it is a doubt.
    """

    left: int
    right: int
    rank: Rank
    score: float
    why: str
    is_enough: bool = True


class Papers:
    """The papers found so far: each is a cluster of units, of every document at most one."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._paper_of = list(range(len(units)))
        self._members: dict[int, list[int]] = {position: [position] for position in range(len(units))}

    def paper(self, position: int) -> int:
        """The paper that a unit belongs to."""
        return self._paper_of[position]

    def members(self, paper: int) -> list[Unit]:
        """The units of a paper."""
        return [self.units[position] for position in self._members[paper]]

    def all(self) -> Iterator[list[Unit]]:
        """Every paper as its units."""
        for paper in sorted(self._members):
            yield self.members(paper)

    def can_join(self, left: int, right: int) -> bool:
        """Whether two papers have no document in common and nothing contradicts that they are one."""
        return left != right and not self.share_document(left, right) and not self._contradict(left, right)

    def share_document(self, left: int, right: int) -> bool:
        """Whether one document gives both papers, so that they are two; it may name one by two titles."""
        documents = {unit.document for unit in self.members(left) if not _is_named(unit)}
        return any(unit.document in documents for unit in self.members(right) if not _is_named(unit))

    def share_source(self, left: int, right: int) -> bool:
        """Whether one source document gives both papers."""
        documents = {unit.document for unit in self.members(left) if not unit.known}
        return any(unit.document in documents for unit in self.members(right))

    def _contradict(self, left: int, right: int) -> bool:
        """Whether two records cannot be one paper; a mention by content's title is of that paper."""
        members = [*self.members(left), *self.members(right)]
        held = {unit.title for unit in members if unit.edited}
        former = {unit for unit in members if unit.is_mention and unit.title in held}
        return any(
            not (one.edited or other.edited) and _contradict(one, other, former)
            for one in self.members(left)
            for other in self.members(right)
        )

    def join(self, left: int, right: int) -> None:
        """Make one paper of two."""
        target, gone = sorted((left, right))
        for position in self._members[gone]:
            self._paper_of[position] = target
        self._members[target] = sorted(self._members[target] + self._members.pop(gone))


def _is_named(unit: Unit) -> bool:
    """Whether a document only names a paper, by a title."""
    return unit.is_mention and bool(unit.title)


def _contradict(one: Unit, other: Unit, former: Collection[Unit]) -> bool:
    likeness = compare(one, other)
    is_retitled = one in former or other in former
    return (replace(likeness, title=None) if is_retitled else likeness).contradicts


def join_by_rank(papers: Papers, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Join what the evidence proves, rank by rank; returns the candidates that remain open."""
    by_rank: dict[Rank, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_rank[candidate.rank].append(candidate)
    still_open: list[Candidate] = []
    for rank in sorted(by_rank):
        still_open += _join_rank(papers, by_rank[rank], MARGINS[rank])
    return still_open


def _join_rank(papers: Papers, candidates: list[Candidate], margin: float) -> list[Candidate]:
    joined = True
    while joined:
        joined = False
        best = _best_per_papers(papers, candidates)
        rivals = _by_paper(best)
        touched: set[int] = set()
        for pair, candidate in sorted(best.items(), key=lambda item: (-item[1].score, item[0])):
            if (
                touched.isdisjoint(pair)
                and candidate.is_enough
                and _is_clear(papers, pair, candidate, rivals, margin)
            ):
                papers.join(*pair)
                touched.update(pair)
                joined = True
        candidates = [each for each in candidates if papers.paper(each.left) != papers.paper(each.right)]
    return candidates


PaperPair = tuple[int, int]


def _best_per_papers(papers: Papers, candidates: Sequence[Candidate]) -> dict[PaperPair, Candidate]:
    """For every two papers that can be joined the strongest candidate."""
    best: dict[PaperPair, Candidate] = {}
    for candidate in sorted(
        candidates, key=lambda each: (-each.score, not each.is_enough, each.left, each.right)
    ):
        left, right = sorted((papers.paper(candidate.left), papers.paper(candidate.right)))
        if (left, right) not in best and papers.can_join(left, right):
            best[left, right] = candidate
    return best


def _by_paper(best: dict[PaperPair, Candidate]) -> dict[int, list[tuple[int, float]]]:
    rivals: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (left, right), candidate in best.items():
        rivals[left].append((right, candidate.score))
        rivals[right].append((left, candidate.score))
    return rivals


def _is_clear(
    papers: Papers,
    pair: PaperPair,
    candidate: Candidate,
    rivals: dict[int, list[tuple[int, float]]],
    margin: float,
) -> bool:
    """Whether no other paper comes near for one of the two, except one that is the same paper again."""
    for own, partner in (pair, pair[::-1]):
        for former, score in rivals[own]:
            rival = papers.paper(former)
            near = rival != partner and score > candidate.score - margin
            if near and papers.can_join(own, rival) and not papers.can_join(partner, rival):
                return False
    return True
