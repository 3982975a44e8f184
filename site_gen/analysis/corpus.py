"""Texts to compare: of each the terms that tell it from the others, with weights (TF-IDF).

All weights are whole numbers: logarithms are taken in sixteenths by counting binary digits, so that they
are the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import isqrt

from site_gen.analysis.forms import Forms
from site_gen.analysis.reading import Text, names, terms, tokens

STRONGEST = 25
"""So many terms stand for a text."""

UNIT = 1000
"""The length of every profile, so that long texts count no more than short ones."""

# A word in a title or among the keywords says as much as three in the running text.
_HEADLINE = 3

# A term in more than a quarter of the texts tells none from another.
_COMMON = 4
_FEW_TEXTS = 6


@dataclass(frozen=True, slots=True)
class Profile:
    """What tells a text from the others: the weights of its strongest terms, strongest first.

    The squares of all weights are at most those of `UNIT`, whatever the number of terms.
    """

    weights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts that were held against each other: their profiles, and how to show a term."""

    profiles: tuple[Profile, ...]
    forms: Forms


@cache
def sixteenths(number: int) -> int:
    """The binary logarithm of a positive number in sixteenths, rounded down: 3 → 25."""
    return int(number**16).bit_length() - 1


def read(texts: Sequence[Text]) -> Corpus:
    """Hold each text against the others."""
    known = names(texts)
    bodies: Counter[str] = Counter()
    headlines: Counter[str] = Counter()
    counted = []
    for text in texts:
        body, lines = tokens(text.body), [tokens(line) for line in text.headlines]
        bodies.update(body)
        headlines.update(token for line in lines for token in line)
        counts = Counter(terms(body, known))
        for line in lines:
            for term in terms(line, known):
                counts[term] += _HEADLINE
        # Only keys and values are kept: a dict for each text would need ten times the memory.
        counted.append((tuple(counts), tuple(counts.values())))
    spread = Counter(term for found, _ in counted for term in found)
    rarity = _rarity(spread, len(texts))
    profiles = tuple(_profile(found, counts, rarity) for found, counts in counted)
    return Corpus(profiles, Forms(bodies, headlines))


def _rarity(spread: Counter[str], number: int) -> dict[str, int]:
    """How much it says that a text has a term; what is in one text, or in very many, is left out."""
    most = max(number // _COMMON, _FEW_TEXTS)
    whole = sixteenths(max(number, 1))
    return {term: max(whole - sixteenths(count), 1) for term, count in spread.items() if 2 <= count <= most}


def _profile(found: Sequence[str], counts: Sequence[int], rarity: Mapping[str, int]) -> Profile:
    weighed = [
        ((16 + sixteenths(count)) * rarity[term] // 16, term)
        for term, count in zip(found, counts, strict=True)
        if term in rarity
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    strongest = weighed[:STRONGEST]
    squares = sum(weight * weight for weight, _ in strongest)
    longer = isqrt(squares) + 1  # rounded up, so that none is longer than UNIT
    return Profile({term: UNIT * weight // longer for weight, term in strongest})
