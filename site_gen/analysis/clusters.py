"""Texts in groups that speak of the same: k-means over profiles, from fixed seeds, in whole numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import isqrt

from site_gen.analysis.corpus import UNIT, Profile
from site_gen.analysis.relations import in_thousandths, likeness, most_telling
from site_gen.values import dataclass

_MOST_CLUSTERS = 24
_FEWEST_MEMBERS = 2
_ROUNDS = 8
_CENTRE_TERMS = 40
_NAME_TERMS = 3

_Weights = Mapping[str, int]
_Holders = Mapping[str, Sequence[tuple[int, int]]]


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
    holders = _holders(shared)
    groups = [_Group.around(shared[seed], holders, len(shared)) for seed in _seeds(shared, placed, holders)]
    homes: dict[int, int] = {}
    for _ in range(_ROUNDS):
        before, homes = homes, _homes(placed, groups)
        if homes == before:
            break
        groups = [
            groups[home].with_members(members, shared, holders)
            for home, members in _members(homes).items()
            if len(members) >= _FEWEST_MEMBERS
        ]
    gathered = _members(_homes(placed, groups)).values()
    found = sorted((_cluster(members, shared) for members in gathered), key=lambda each: -len(each.members))
    housed = {each for members in gathered for each in members}
    apart = tuple(number for number in range(len(profiles)) if number not in housed)
    return (*found, Cluster(apart, (), {})) if apart else tuple(found)


@dataclass(frozen=True, slots=True)
class _Group:
    """A centre with its products with all texts, by number; `total` are the weights of the `members` that
    made it."""

    centre: _Weights
    products: Sequence[int]
    members: frozenset[int]
    total: _Weights

    @classmethod
    def around(cls, centre: _Weights, holders: _Holders, texts: int) -> _Group:
        """A group that nobody made yet, beside so many texts."""
        return cls(centre, _products(centre, holders, texts), frozenset(), {})

    def with_members(self, members: Iterable[int], weights: Sequence[_Weights], holders: _Holders) -> _Group:
        """The group that these make; most of them made it before."""
        now = frozenset(members)
        if now == self.members:
            return self
        total = dict(self.total)
        for each in now - self.members:
            for term, weight in weights[each].items():
                total[term] = total.get(term, 0) + weight
        for each in self.members - now:
            for term, weight in weights[each].items():
                total[term] -= weight
        centre = _centre(total)
        return _Group(centre, _products(centre, holders, len(weights)), now, total)


def _holders(weights: Sequence[_Weights]) -> _Holders:
    """The texts that have each term, with its weight there."""
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, each in enumerate(weights):
        for term, weight in each.items():
            holders[term].append((number, weight))
    return holders


def _products(own: _Weights, holders: _Holders, texts: int) -> list[int]:
    """The product of a profile with that of each of so many texts; 0 where they share nothing."""
    products = [0] * texts
    for term, weight in own.items():
        for number, its_weight in holders[term]:
            products[number] += weight * its_weight
    return products


def _seeds(weights: Sequence[_Weights], placed: Sequence[int], holders: _Holders) -> list[int]:
    """Texts far from each other to begin with: each the one least like those before it.

    Only those of the better connected half can be one, for at the edge are those that are like few; but
    where no seed is like a text at all, it is one itself.
    """
    wanted = min(max(isqrt(3 * len(placed) // 2), 2), _MOST_CLUSTERS)
    total = {term: sum(weight for _, weight in held) for term, held in holders.items()}
    ties = {each: likeness(weights[each], total) for each in placed}
    ordered = sorted(placed, key=lambda each: (-ties[each], each))
    central = dict.fromkeys(ordered[: max(len(ordered) // 2, wanted)], 0)
    nearest = dict.fromkeys(ordered, 0)
    seeds: list[int] = []
    while len(seeds) < _MOST_CLUSTERS:
        left = central if len(seeds) < wanted else [each for each in ordered if not nearest[each]]
        seed = min(left, key=nearest.__getitem__, default=None)
        if seed is None:
            break
        seeds.append(seed)
        central.pop(seed, None)
        for each, product in enumerate(_products(weights[seed], holders, len(weights))):
            if product:
                nearest[each] = max(nearest[each], in_thousandths(product))
    return seeds


def _homes(placed: Iterable[int], groups: Sequence[_Group]) -> dict[int, int]:
    """The group whose centre each text is most like; texts that are like none have no home."""
    products = [*zip(*(group.products for group in groups), strict=True)]
    nearest = {each: max(products[each]) for each in placed} if groups else {}
    return {each: products[each].index(product) for each, product in nearest.items() if product}


def _members(homes: Mapping[int, int]) -> dict[int, list[int]]:
    """The texts of each group, by its number in order."""
    members: dict[int, list[int]] = defaultdict(list)
    for each, home in homes.items():
        members[home].append(each)
    return {home: members[home] for home in sorted(members)}


def _centre(total: _Weights) -> dict[str, int]:
    """The profile of some texts together: of their strongest terms, as long as that of one text."""
    strongest = sorted([(-weight, term) for term, weight in total.items() if weight])[:_CENTRE_TERMS]
    longer = isqrt(sum(minus * minus for minus, _ in strongest)) + 1
    return {term: UNIT * -minus // longer for minus, term in strongest}


def _cluster(members: Sequence[int], weights: Sequence[_Weights]) -> Cluster:
    total: dict[str, int] = defaultdict(int)
    for each in members:
        for term, weight in weights[each].items():
            total[term] += weight
    centre = _centre(total)
    ordered = sorted(members, key=lambda each: (-likeness(weights[each], centre), each))
    spread = Counter(term for each in members for term in weights[each])
    naming = {term: weight * spread[term] for term, weight in centre.items() if spread[term] > 1}
    return Cluster(tuple(ordered), most_telling(naming or centre, _NAME_TERMS), centre)
