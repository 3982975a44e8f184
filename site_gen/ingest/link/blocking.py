"""Which pairs of units are worth comparing: those that share a title, a beginning, names or a rare word.

Comparing all pairs of 20,000 records would take hours; every block here is bounded, so that the
work grows with the number of records.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, combinations
from zlib import crc32

from site_gen.ingest.link.title_words import COMMON_IN_TEXTS, Vocabulary, stems
from site_gen.ingest.link.traits import Byline, Unit

BLOCK = 60  # a key that more units share says nothing
NAME_BLOCK = 200  # a name in more bylines than this is too frequent to lead to a paper
BYLINES = 20  # how many similar bylines a record is compared with
_SHINGLES = 6
_FEW_KEYS = 4  # of texts alike to nine tenths none that has so many shares only one

Pair = tuple[int, int]


def alike_pairs(units: Sequence[Unit]) -> set[Pair]:
    """Pairs of positions, of different documents, that share a title, a text beginning, a number or names."""
    pairs = _sharing(units, ([unit.title] if unit.title else [] for unit in units))
    pairs |= _sharing_text(units)
    pairs |= _sharing(units, ([unit.number[1]] if unit.number else [] for unit in units))
    pairs |= _sharing(units, ([unit.doi] if unit.doi else [] for unit in units))
    return pairs | _sharing_names(units)


def mention_pairs(titled: Sequence[Unit], texts: Sequence[Unit], vocabulary: Vocabulary) -> dict[Pair, int]:
    """Pairs of a title and a text with a rare word of it, and how many such words no other text holds."""
    owners: dict[str, list[int]] = defaultdict(list)
    for position, unit in enumerate(titled):
        for word in sorted({word for word in stems(unit.printed_title) if vocabulary.is_rare(word)}):
            owners[word].append(position)
    holders: dict[str, list[int]] = defaultdict(list)
    for position, unit in enumerate(texts):
        for word in set(stems(unit.text)) & owners.keys():
            if len(holders[word]) <= COMMON_IN_TEXTS:
                holders[word].append(position)
    pairs: Counter[Pair] = Counter()
    for word in sorted(holders):
        if len(holders[word]) <= COMMON_IN_TEXTS:
            is_only = len(holders[word]) == 1
            pairs.update(
                {(left, right): int(is_only) for left in owners[word][:BLOCK] for right in holders[word]}
            )
    return dict(sorted(pairs.items()))


def _sharing(units: Sequence[Unit], keys: Iterable[Sequence[Hashable]]) -> set[Pair]:
    return {pair for block in _blocks(keys) for pair in _of_documents(units, combinations(block, 2))}


def _blocks(keys: Iterable[Sequence[Hashable]]) -> list[list[int]]:
    """The positions of the units that share a key, for each key that says something."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for position, keys_of_unit in enumerate(keys):
        for key in keys_of_unit:
            blocks[key].append(position)
    return [block for block in blocks.values() if len(block) <= BLOCK]


def _sharing_text(units: Sequence[Unit]) -> set[Pair]:
    """Pairs that share two keys of their texts: one alone is a phrase, unless a text has few keys."""
    blocks = _blocks(_shingles(unit.beginning) for unit in units)
    keys = Counter(chain.from_iterable(blocks))
    shared = Counter(chain.from_iterable(combinations(block, 2) for block in blocks))
    few = {position for position, count in keys.items() if count < _FEW_KEYS}
    likely = (pair for pair, count in shared.items() if count > 1 or not few.isdisjoint(pair))
    return set(_of_documents(units, likely))


def _of_documents(units: Sequence[Unit], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of two documents."""
    return (pair for pair in pairs if units[pair[0]].document != units[pair[1]].document)


def _shingles(beginning: str) -> list[int]:
    """A few keys of a text beginning; texts that differ in some words still share one."""
    parts = beginning[:240].encode().split()
    if len(parts) < 4:
        return [crc32(beginning.encode())] if parts else []
    marks = list(map(crc32, map(b" ".join, zip(parts, parts[1:], parts[2:], parts[3:], strict=False))))
    return [marks[0], *sorted(set(marks))[:_SHINGLES]]


def _sharing_names(units: Sequence[Unit]) -> set[Pair]:
    """Pairs whose bylines share at least half of their names; of many the ones that share most."""
    used = Counter(name for unit in units if unit.byline for name in unit.byline.names)
    blocks: dict[str, list[int]] = defaultdict(list)
    pairs: set[Pair] = set()
    for position, unit in enumerate(units):
        if unit.byline is None:
            continue
        names = [name for name in unit.byline.names if used[name] <= NAME_BLOCK]
        shared = Counter(chain.from_iterable(blocks[name] for name in names))
        pairs.update((other, position) for other in _nearest(units, unit, unit.byline, shared))
        for name in names:
            blocks[name].append(position)
    return pairs


def _nearest(units: Sequence[Unit], unit: Unit, own: Byline, shared: Counter[int]) -> list[int]:
    """Of the units that share names with one at most `BYLINES` of other documents, the nearest first.

    What is shared counts of the longer byline, or of the shorter one where names are missing.
    """
    near: list[tuple[float, int]] = []
    half, may_be_cut = len(own.names) / 2, bool(own.missing or own.others)
    for other, count in shared.items():
        byline = units[other].byline
        if byline is None:
            continue
        is_cut = may_be_cut or byline.missing or byline.others
        if (count < half and not is_cut) or units[other].document == unit.document:
            continue
        length = (min if is_cut else max)(len(own.names), len(byline.names))
        if 2 * count >= length:
            near.append((-count / length, other))
    return [other for _, other in sorted(near)[:BYLINES]]
