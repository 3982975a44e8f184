"""Which texts speak of the same, and of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from itertools import islice
from operator import itemgetter
from typing import Generic, TypeVar

from site_gen.analysis.corpus import UNIT, Profile
from site_gen.analysis.forms import LookedUp
from site_gen.values import dataclass

NEAREST = 5
"""So many related texts are named at most."""

REASONS = 4
"""So many terms are named at most that two texts share."""

# In thousandths of what two equal texts have.
_NEAR_ENOUGH = 150

# From each of the strongest terms so many texts are followed that have it most of all: otherwise common
# terms, which say little, would take nearly all the time. Those that come out first are compared whole.
_FOLLOWED_TERMS = 12
_FOLLOWED = 48
_COMPARED = 3 * NEAREST


# A text that says a little more changes all of its weights by as little: whom a term leads to is told in
# steps of this much of `UNIT`, so that this is seldom another one.
_STEP = 200

Key = TypeVar("Key", int, tuple[str, str])
"""What texts are called by; the lesser one comes first among equals."""

Held = tuple[tuple[int, Key], ...]
"""Texts that have a term, each behind its weight there (in steps, with a minus): the most weighty first."""


@dataclass(frozen=True, slots=True)
class Relation(Generic[Key]):
    """A related text, and the terms that both speak of, those that say most first."""

    other: Key
    terms: tuple[str, ...]


class Holders(Mapping[str, Held[Key]]):
    """Who has each term most of all, by steps of its weight; few terms are ever looked up."""

    def __init__(self, profiles: Mapping[Key, Profile]) -> None:
        self._found: dict[str, list[tuple[int, Key]]] = defaultdict(list)
        for key, profile in profiles.items():
            for term, weight in profile.weights.items():
                self._found[term].append((-(weight // _STEP + 1), key))

    def __getitem__(self, term: str) -> Held[Key]:
        if term not in self._found:
            raise KeyError(term)
        return tuple(nsmallest(_FOLLOWED, self._found[term]))

    def __contains__(self, term: object) -> bool:
        return term in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def relations(
    of: Key, profiles: LookedUp[Key, Profile], held: LookedUp[str, Held[Key]]
) -> tuple[Relation[Key], ...]:
    """The texts that are most like one, the nearest first; only what can be near is looked up."""
    own = profiles[of].weights
    compared = ((-likeness(own, profiles[each].weights), each) for each in _near(of, own, held))
    near = nsmallest(NEAREST, (pair for pair in compared if -pair[0] >= _NEAR_ENOUGH))
    return tuple(Relation(each, shared_terms(own, profiles[each].weights)) for _, each in near)


def _near(of: Key, own: Mapping[str, int], held: LookedUp[str, Held[Key]]) -> list[Key]:
    """The texts that may be the nearest."""
    products: dict[Key, int] = defaultdict(int)
    for term, weight in islice(own.items(), _FOLLOWED_TERMS):
        for minus, other in held[term]:
            products[other] -= weight * minus
    products.pop(of, None)
    ordered = sorted(products.items(), key=itemgetter(1), reverse=True)
    return [other for other, _ in ordered[:_COMPARED]]


def likeness(one: Mapping[str, int], two: Mapping[str, int]) -> int:
    """How like each other two profiles are, in thousandths of what two equal ones have."""
    return in_thousandths(sum(one[term] * two[term] for term in one.keys() & two.keys()))


def in_thousandths(product: int) -> int:
    """The product of two profiles in thousandths of what two equal ones have."""
    return product * 1000 // (UNIT * UNIT)


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
    used: set[str] = set()
    for term in ordered:
        if used.isdisjoint(term.split(" ")):
            chosen.append(term)
            used.update(term.split(" "))
    return tuple(chosen[:number])
