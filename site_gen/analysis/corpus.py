"""Texts to compare: of each the terms that tell it from the others, with weights (TF-IDF).

All weights are whole numbers: logarithms are taken by counting binary digits, so that they are the same on
every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from math import isqrt
from operator import itemgetter
from typing import TypeAlias

from site_gen.analysis.forms import Forms
from site_gen.analysis.reading import Text, stems, terms, topics
from site_gen.values import dataclass

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


Words: TypeAlias = tuple[dict[str, int], dict[str, int]]
"""Words as they stand in the bodies and in the headlines of some texts, with how often."""


@cache
def sixteenths(number: int) -> int:
    """The binary logarithm of a positive number in sixteenths, rounded down: 3 → 25."""
    return int(number**16).bit_length() - 1


@dataclass(frozen=True, slots=True)
class Counted:
    """A text for itself: how often it speaks of each of its terms, in order, headlines weighed, and those of
    its words that speak of any, as they stand in its body and in its headlines, parted by spaces."""

    terms: tuple[str, ...]
    counts: tuple[int, ...]
    body: str
    headlines: str


def read(texts: Sequence[Text]) -> Corpus:
    """Hold each text against the others."""
    known = frozenset(topic for text in texts for topic in topics(text))
    counted = [count(text, known) for text in texts]
    return Corpus(compare(counted), forms_of([words_of(counted)]))


def count(text: Text, known: frozenset[str]) -> Counted:
    """Count what a text speaks of; `known` are the topics of all texts."""
    counts: Counter[str] = Counter()
    body = _spoken(text.words(text.body), known, counts, 1)
    headlines = [_spoken(text.words(line), known, counts, _HEADLINE) for line in text.headlines]
    # Only keys and values are kept: a dict for each text would need ten times the memory.
    found = sorted(counts)
    of_terms = tuple(found), tuple(counts[term] for term in found)
    return Counted(*of_terms, " ".join(body), " ".join(map(" ".join, headlines)))


def _spoken(words: Sequence[str], known: frozenset[str], counts: Counter[str], weight: int) -> list[str]:
    """Count what some words speak of: those of them that speak of anything."""
    stemmed = stems(words)
    for term in terms(stemmed, known):
        counts[term] += weight
    return [word for word, stem in zip(words, stemmed, strict=True) if stem in known]


def compare(texts: Sequence[Counted]) -> tuple[Profile, ...]:
    """Hold each text against the others, of all of which the same names are known."""
    rarity = _rarity(Counter(chain.from_iterable(text.terms for text in texts)), len(texts))
    return tuple(_profile(text, rarity) for text in texts)


def words_of(texts: Iterable[Counted]) -> Words:
    """The words of some texts."""
    bodies: Counter[str] = Counter()
    headlines: Counter[str] = Counter()
    for text in texts:
        bodies.update(text.body.split())
        headlines.update(text.headlines.split())
    return dict(bodies), dict(headlines)


def forms_of(words: Iterable[Words]) -> Forms:
    """How to show the terms of texts, of all their words."""
    found = Forms(Counter(), Counter())
    for bodies, headlines in words:
        found.bodies.update(bodies)
        found.headlines.update(headlines)
    return found


def _rarity(spread: Counter[str], number: int) -> dict[str, int]:
    """How much it says that a text has a term, in doublings: one text more seldom makes another one of it.

    Each further word of a term counts for one. What is in one text, or in very many, is left out.
    """
    most, doublings = max(number // _COMMON, _FEW_TEXTS), number.bit_length()
    return {
        term: max(doublings - count.bit_length() + term.count(" "), 1)
        for term, count in spread.items()
        if 2 <= count <= most
    }


def _profile(text: Counted, rarity: Mapping[str, int]) -> Profile:
    weighed = [
        (term, (16 + sixteenths(count)) * rarity[term])
        for term, count in zip(text.terms, text.counts, strict=True)
        if term in rarity
    ]
    strongest = sorted(weighed, key=itemgetter(1), reverse=True)[:STRONGEST]
    squares = sum(weight * weight for _, weight in strongest)
    longer = isqrt(squares) + 1  # rounded up, so that none is longer than UNIT
    return Profile({term: UNIT * weight // longer for term, weight in strongest})
