"""Texts in groups that speak of the same: k-means over profiles, from fixed seeds, in whole numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from site_gen.analysis.corpus import UNIT, Profile
from site_gen.analysis.relations import likeness, most_telling

_MOST_CLUSTERS = 24
_FEWEST_MEMBERS = 2
_ROUNDS = 8
_CENTRE_TERMS = 40
_NAME_TERMS = 3

_Weights = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Texts by their numbers, the most typical first; `terms` name what they speak of.

    The texts that share nothing with others are a cluster without terms, the last of all. `centre` is
    the profile of the whole.
    """

    members: tuple[int, ...]
    terms: tuple[str, ...]
    centre: Mapping[str, int]


def clusters(profiles: Sequence[Profile]) -> tuple[Cluster, ...]:
    """The groups of some texts, the largest first."""
    weights = [profile.weights for profile in profiles]
    spread = Counter(term for each in weights for term in each)
    shared = [{term: weight for term, weight in each.items() if spread[term] > 1} for each in weights]
    placed = [number for number, each in enumerate(shared) if each]
    centres: list[_Weights] = [shared[seed] for seed in _seeds(shared, placed)]
    homes: dict[int, int] = {}
    for _ in range(_ROUNDS):
        before, homes = homes, _homes(shared, placed, centres)
        if homes == before:
            break
        groups = _groups(homes)
        centres = [
            _centre([shared[each] for each in group]) for group in groups if len(group) >= _FEWEST_MEMBERS
        ]
    groups = _groups(_homes(shared, placed, centres))
    found = sorted((_cluster(group, shared) for group in groups), key=lambda each: -len(each.members))
    housed = {each for group in groups for each in group}
    apart = tuple(number for number in range(len(profiles)) if number not in housed)
    return (*found, Cluster(apart, (), {})) if apart else tuple(found)


def _seeds(weights: Sequence[_Weights], placed: Sequence[int]) -> list[int]:
    """Texts far from each other to begin with: each the one least like those before it.

    Only those of the better connected half can be one, for at the edge are those that are like few; but
    where no seed is like a text at all, it is one itself.
    """
    wanted = min(max(isqrt(3 * len(placed) // 2), 2), _MOST_CLUSTERS)
    total: Counter[str] = Counter()
    for each in placed:
        total.update(weights[each])
    ties = {each: likeness(weights[each], total) for each in placed}
    ordered = sorted(placed, key=lambda each: (-ties[each], each))
    central = dict.fromkeys(ordered[: max(len(ordered) // 2, wanted)], 0)
    nearest = dict.fromkeys(ordered, 0)
    seeds: list[int] = []
    while len(seeds) < _MOST_CLUSTERS:
        left = central if len(seeds) < wanted else [each for each in ordered if not nearest[each]]
        seed = min(left, key=lambda each: nearest[each], default=None)
        if seed is None:
            break
        seeds.append(seed)
        central.pop(seed, None)
        for each in ordered:
            nearest[each] = max(nearest[each], likeness(weights[each], weights[seed]))
    return seeds


def _homes(weights: Sequence[_Weights], placed: Iterable[int], centres: Sequence[_Weights]) -> dict[int, int]:
    """The centre that each text is most like; texts that are like none have no home."""
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, centre in enumerate(centres):
        for term, weight in centre.items():
            holders[term].append((number, weight))
    homes = {}
    for each in placed:
        products: dict[int, int] = defaultdict(int)
        for term, weight in weights[each].items():
            for number, its_weight in holders.get(term, ()):
                products[number] += weight * its_weight
        if products:
            homes[each] = min(products, key=lambda number: (-products[number], number))
    return homes


def _groups(homes: Mapping[int, int]) -> list[list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for each, home in homes.items():
        groups[home].append(each)
    return [groups[home] for home in sorted(groups)]


def _centre(members: Sequence[_Weights]) -> dict[str, int]:
    """The profile of some texts together: of their strongest terms, as long as that of one text."""
    total: Counter[str] = Counter()
    for each in members:
        total.update(each)
    strongest = sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))[:_CENTRE_TERMS]
    longer = isqrt(sum(weight * weight for _, weight in strongest)) + 1
    return {term: UNIT * weight // longer for term, weight in strongest}


def _cluster(members: Sequence[int], weights: Sequence[_Weights]) -> Cluster:
    centre = _centre([weights[each] for each in members])
    ordered = sorted(members, key=lambda each: (-likeness(weights[each], centre), each))
    spread = Counter(term for each in members for term in weights[each])
    naming = {term: weight * spread[term] for term, weight in centre.items() if spread[term] > 1}
    return Cluster(tuple(ordered), most_telling(naming or centre, _NAME_TERMS), centre)
