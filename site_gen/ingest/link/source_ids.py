"""Papers that their sources call by the same id: this decides before titles and everything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from site_gen.ingest.link.matching import Papers
from site_gen.ingest.link.recognition import Digest
from site_gen.ingest.link.traits import Unit
from site_gen.ingest.reading.metadata.source_ids import FORMER_TITLE, ids_of_paper
from site_gen.ingest.records import Reading
from site_gen.values import dataclass

Key = tuple[str, str]
"""Whose id it is, and its digest."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The positions of a paper of content and of one of a document that have an id in common.

    It is `sure` where no other document could have counted the same.
    """

    known: int
    unit: int
    sure: bool


def join_known(papers: Papers, readings: Sequence[Reading], digest: Digest) -> None:
    """Join what content holds with the records that have its ids, whatever else they say."""
    owners: dict[Key, list[int]] = defaultdict(list)
    for position, unit in enumerate(papers.units):
        for name, known in unit.known.ids.items() if unit.known else ():
            owners[name, known.digest].append(position)
    if not owners:
        return
    present = {reading.document.path for reading in readings}
    described = {unit.title for unit in papers.units if unit.records and not unit.is_mention}
    of_document: dict[str, list[int]] = defaultdict(list)
    for position, unit in enumerate(papers.units):
        of_document[unit.document].append(position)
    found: list[_Pair] = []
    for reading in sorted(readings, key=lambda reading: reading.document.path):
        units = of_document.get(reading.document.path, [])
        pairs = [
            pair
            for each in units
            for pair in _pairs(papers, each, reading, owners, present, described, digest)
        ]
        counted_anew = _is_counted_anew(papers, [pair for pair in pairs if not pair.sure], digest)
        found += [pair for pair in pairs if pair.sure or not counted_anew]
    described_pairs = [pair for pair in found if not papers.units[pair.unit].is_mention]
    # What a document calls by the id of another paper of its own is linked as when nothing was known yet.
    taken = {(pair.known, papers.units[pair.unit].document) for pair in described_pairs}
    _join(papers, described_pairs)
    _join(papers, [pair for pair in found if (pair.known, papers.units[pair.unit].document) not in taken])


def _pairs(
    papers: Papers,
    position: int,
    reading: Reading,
    owners: Mapping[Key, Sequence[int]],
    present: Collection[str],
    described: Collection[str],
    digest: Digest,
) -> Iterator[_Pair]:
    """What a document calls as it, or the document in whose place it is, called a paper of content.

    `described` are the titles of papers that a document does not only name.
    """
    file, records = reading.document.path, papers.units[position].records
    has_namesake = papers.units[position].title in described
    for own in (each for record in records for each in ids_of_paper(record, reading.format)):
        if own.name == FORMER_TITLE and has_namesake:  # the paper that is called so now is meant
            continue
        for owner in owners.get((own.name, digest(own.fact.value)), ()):
            known = papers.units[owner].known
            files = known.ids[own.name].files if known else frozenset()
            if not own.of_document or file in files or files.isdisjoint(present):
                yield _Pair(owner, position, not own.of_document)


def _is_counted_anew(papers: Papers, pairs: Sequence[_Pair], digest: Digest) -> bool:
    """Whether numbers are those of the rows: more papers have the place of another one than their own."""
    titles = {_title(papers.units[pair.known]): pair.known for pair in pairs}
    found = [(pair, titles.get(_title_now(papers.units[pair.unit], digest))) for pair in pairs]
    others = sum(owner is not None and owner != pair.known for pair, owner in found)
    same_names = sum(
        (own := papers.units[pair.known].byline) is not None and own == papers.units[pair.unit].byline
        for pair, _ in found
    )
    return others > max(same_names, sum(owner == pair.known for pair, owner in found))


def _title(unit: Unit) -> str:
    return unit.known.provenance.get("title", "") if unit.known else ""


def _title_now(unit: Unit, digest: Digest) -> str:
    return digest(unit.printed_title) if unit.printed_title else "-"


def _join(papers: Papers, pairs: Iterable[_Pair]) -> None:
    """Join pairs of which no document has another one too."""
    units: dict[tuple[int, str], set[int]] = defaultdict(set)
    owners: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        units[pair.known, papers.units[pair.unit].document].add(pair.unit)
        owners[pair.unit].add(pair.known)
    for (known, _), fitting in sorted(units.items()):
        unit = min(fitting)
        left, right = papers.paper(known), papers.paper(unit)
        is_clear = len(fitting) == 1 and len(owners[unit]) == 1 and left != right
        if is_clear and _is_described(papers, left, right) and not papers.share_document(left, right):
            papers.join(left, right)


def _is_described(papers: Papers, *joined: int) -> bool:
    """Whether a document gives a paper and not only names it: what is dropped is in no programme."""
    records = (record for paper in joined for unit in papers.members(paper) for record in unit.records)
    return not all(record.is_mention for record in records)


def join_numbered(papers: Papers) -> None:
    """Join papers of two documents that count alike, as most of their titles show, where a title differs."""
    documents: dict[str, dict[Key, int]] = defaultdict(dict)
    for position, unit in enumerate(papers.units):
        if unit.number and unit.title and not unit.known:
            documents[unit.document][unit.number] = position
    names = sorted(documents)
    for index, left in enumerate(names):
        for right in names[index + 1 :]:
            _join_counted(papers, documents[left], documents[right])


def _join_counted(papers: Papers, left: Mapping[Key, int], right: Mapping[Key, int]) -> None:
    of_right = {number: position for (_, number), position in right.items()}
    pairs = [
        (position, of_right[number])
        for (system, number), position in left.items()
        if number in of_right and _may_agree(system, papers.units[of_right[number]])
    ]
    titles = [{papers.units[position].title for position in each.values()} for each in (left, right)]
    equal = [pair for pair in pairs if _titles(papers, pair, 0) == _titles(papers, pair, 1)]
    others = [
        pair
        for pair in pairs
        if pair not in equal and any(_titles(papers, pair, side) in titles[1 - side] for side in (0, 1))
    ]
    if not equal or others or 2 * len(equal) < len(pairs):
        return
    for pair in pairs:
        one, other = map(papers.paper, pair)
        if one != other and not papers.share_document(one, other):
            papers.join(one, other)


def _titles(papers: Papers, pair: tuple[int, int], side: int) -> str:
    return papers.units[pair[side]].title


def _may_agree(system: str, other: Unit) -> bool:
    """Whether one system may have counted both."""
    theirs = other.number[0] if other.number else ""
    return system == theirs or "" in (system, theirs)
