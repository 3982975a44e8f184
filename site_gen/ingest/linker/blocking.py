"""Which pairs of units are worth comparing: those that share a title, a beginning, names or a rare word.

Comparing all pairs of 20,000 records would take hours; every block here is bounded, so that the
work grows with the number of records.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from zlib import crc32

from site_gen.ingest.linker.traits import Unit
from site_gen.ingest.linker.wording import COMMON_IN_TEXTS, Vocabulary, stems

BLOCK = 60  # a key that more units share says nothing
NAME_BLOCK = 200  # a frequent name shared by this many papers
_SHINGLES = 6

Pair = tuple[int, int]


def alike_pairs(units: Sequence[Unit]) -> set[Pair]:
    """Pairs of positions, of different documents, that share a title, a text beginning or names."""
    pairs = _sharing(units, ([unit.title] if unit.title else [] for unit in units))
    pairs |= _sharing(units, (_shingles(unit.beginning) for unit in units))
    return pairs | _sharing_names(units)


def mention_pairs(titled: Sequence[Unit], told: Sequence[Unit], vocabulary: Vocabulary) -> list[Pair]:
    """Pairs of a title and a text that holds a rare word of it."""
    owners: dict[str, list[int]] = defaultdict(list)
    for position, unit in enumerate(titled):
        for word in sorted({word for word in stems(unit.title) if vocabulary.is_rare(word)}):
            owners[word].append(position)
    holders: dict[str, list[int]] = defaultdict(list)
    for position, unit in enumerate(told):
        for word in set(stems(unit.text)) & owners.keys():
            if len(holders[word]) <= COMMON_IN_TEXTS:
                holders[word].append(position)
    rare = [word for word in sorted(holders) if len(holders[word]) <= COMMON_IN_TEXTS]
    return sorted(
        {(left, right) for word in rare for left in owners[word][:BLOCK] for right in holders[word]}
    )


def _sharing(units: Sequence[Unit], keys: Iterable[Sequence[Hashable]]) -> set[Pair]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for position, keys_of_unit in enumerate(keys):
        for key in keys_of_unit:
            blocks[key].append(position)
    return {pair for block in blocks.values() if 1 < len(block) <= BLOCK for pair in _pairs(units, block)}


def _pairs(units: Sequence[Unit], block: Sequence[int]) -> Iterator[Pair]:
    for index, left in enumerate(block):
        for right in block[index + 1 :]:
            if left != right and units[left].document != units[right].document:
                yield left, right


def _shingles(beginning: str) -> list[int]:
    """A few keys of a text beginning; texts that differ in some words still share one."""
    parts = beginning[:240].split()
    if len(parts) < 4:
        return [crc32(beginning.encode())] if parts else []
    marks = {crc32(" ".join(parts[index : index + 4]).encode()) for index in range(len(parts) - 3)}
    return [crc32(" ".join(parts[:4]).encode()), *sorted(marks)[:_SHINGLES]]


def _sharing_names(units: Sequence[Unit]) -> set[Pair]:
    """Pairs whose bylines share at least half of the names of the shorter one."""
    blocks: dict[str, list[int]] = defaultdict(list)
    pairs: set[Pair] = set()
    for position, unit in enumerate(units):
        names = unit.byline.names if unit.byline else frozenset()
        shared = Counter(other for name in names for other in blocks[name])
        for other, count in shared.items():
            other_byline = units[other].byline
            fewest = min(len(names), len(other_byline.names)) if other_byline else 0
            if 2 * count >= fewest and units[other].document != unit.document:
                pairs.add((other, position))
        for name in names:
            if len(blocks[name]) < NAME_BLOCK:
                blocks[name].append(position)
    return pairs
