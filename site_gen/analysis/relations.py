"""Which texts speak of the same, and of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from operator import itemgetter

from site_gen.analysis.corpus import UNIT, Profile

NEAREST = 5
"""So many related texts are named at most."""

REASONS = 4
"""So many terms are named at most that two texts share."""

# In thousandths of what two equal texts have.
_NEAR_ENOUGH = 110

# From each of the strongest terms so many texts are followed that have it most of all: otherwise common
# terms, which say little, would take nearly all the time. Those that come out first are compared whole.
_FOLLOWED_TERMS = 12
_FOLLOWED = 48
_COMPARED = 3 * NEAREST


@dataclass(frozen=True, slots=True)
class Relation:
    """A related text by its number, and the terms that both speak of, those that say most first."""

    other: int
    terms: tuple[str, ...]


class Relations:
    """The texts by their terms; what is related to one is found when it is asked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Note who has which term."""
        self._profiles = profiles
        holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, profile in enumerate(profiles):
            for term, weight in profile.weights.items():
                holders[term].append((-weight, number))
        self._holders = {
            term: [(number, -minus) for minus, number in nsmallest(_FOLLOWED, found)]
            for term, found in holders.items()
        }

    def of(self, number: int) -> tuple[Relation, ...]:
        """The texts that are most like this one, the nearest first."""
        own = self._profiles[number].weights
        compared = ((-likeness(own, self._profiles[each].weights), each) for each in self._found(number))
        near = nsmallest(NEAREST, (pair for pair in compared if -pair[0] >= _NEAR_ENOUGH))
        return tuple(Relation(each, shared_terms(own, self._profiles[each].weights)) for _, each in near)

    def _found(self, number: int) -> list[int]:
        """The texts that may be the nearest."""
        products: dict[int, int] = defaultdict(int)
        for term, weight in islice(self._profiles[number].weights.items(), _FOLLOWED_TERMS):
            for other, its_weight in self._holders[term]:
                products[other] += weight * its_weight
        products.pop(number, None)
        ordered = sorted(products.items(), key=itemgetter(1), reverse=True)
        return [other for other, _ in ordered[:_COMPARED]]


def likeness(one: Mapping[str, int], two: Mapping[str, int]) -> int:
    """How like each other two profiles are, in thousandths of what two equal ones have."""
    return sum(one[term] * two[term] for term in one.keys() & two.keys()) * 1000 // (UNIT * UNIT)


def shared_terms(one: Mapping[str, int], two: Mapping[str, int]) -> tuple[str, ...]:
    """The terms that two profiles have in common, those that say most first."""
    common = {term: one[term] * two[term] for term in one.keys() & two.keys()}
    return most_telling(common, REASONS)


def most_telling(weights: Mapping[str, int], number: int) -> tuple[str, ...]:
    """The terms of most weight, without words that others among them say already.

    Words in a run are a name, and say more than one of them: it comes first where it weighs half as much.
    """
    ordered = sorted(weights, key=lambda term: (-weights[term] * (1 + term.count(" ")), term))
    chosen: list[str] = []
    said: set[str] = set()
    for term in ordered:
        if said.isdisjoint(term.split(" ")):
            chosen.append(term)
            said.update(term.split(" "))
    return tuple(chosen[:number])
