"""What many texts speak of: the terms that weigh most in all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from site_gen.analysis.corpus import Profile
from site_gen.analysis.relations import most_telling

_LEAST = 2
_FEW = 25  # of so many texts one does not count


def subjects(profiles: Sequence[Profile], number: int) -> tuple[str, ...]:
    """The terms that weigh most in some texts together, of those that more than a few speak of."""
    weights: Counter[str] = Counter()
    for profile in profiles:
        weights.update(profile.weights)
    spread = mentions(profiles)
    least = _LEAST + len(profiles) // _FEW
    return most_telling({term: weight for term, weight in weights.items() if spread[term] >= least}, number)


def mentions(profiles: Iterable[Profile]) -> Counter[str]:
    """How many of some texts speak of each term."""
    return Counter(term for profile in profiles for term in profile.weights)
