"""How to show a term: in the form in which most of the texts have its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Protocol, TypeVar

from site_gen.analysis.stems import as_printed, stem
from site_gen.values import dataclass

K = TypeVar("K", contravariant=True)
V = TypeVar("V", covariant=True)


class LookedUp(Protocol[K, V]):
    """What is asked for single values."""

    def __getitem__(self, key: K, /) -> V: ...


@dataclass(frozen=True)
class Forms:
    """The words of all texts as they stand there, with how often: in running text, and in headlines.

    Titles write nearly every word with a capital: they decide only on words that stand nowhere else.
    """

    bodies: Counter[str]
    headlines: Counter[str]

    def shown(self, term: str) -> str:
        """A term in words."""
        return shown_by(self.of_stems, term)

    @cached_property
    def of_stems(self) -> Mapping[str, tuple[str, str]]:
        """The form of each stem that is used most and no plural, where there is one, and that which is used
        most; in order, so that it is the same whoever says a word first."""
        found: dict[str, tuple[str, str]] = {}
        for each, used in sorted(self._of_stems.items()):
            ordered = sorted(used, key=lambda token: (-used[token], len(token), token))
            singular = next((token for token in ordered if not token.endswith("s")), ordered[0])
            found[each] = (singular, ordered[0])
        return found

    @cached_property
    def _of_stems(self) -> Mapping[str, Counter[str]]:
        in_headlines = _by_stem(Counter({_plain(token): number for token, number in self.headlines.items()}))
        return in_headlines | _by_stem(self.bodies)


def shown_by(forms: LookedUp[str, tuple[str, str]], term: str) -> str:
    """A term in words: "federat learn" → "federated learning"; of a run only the last is a plural."""
    *first, last = term.split(" ")
    return " ".join([*(forms[stem][0] for stem in first), forms[last][1]])


def _plain(token: str) -> str:
    """A word of a headline without the capital that only English gives it there."""
    return token.lower() if token.istitle() and as_printed(token) == token else token


def _by_stem(counts: Counter[str]) -> dict[str, Counter[str]]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for token, count in counts.items():
        if found := stem(token):
            forms[found][_uncapitalised(token, counts)] += count
    return forms


def _uncapitalised(token: str, counts: Counter[str]) -> str:
    """The word in small letters where it only begins sentences with a capital."""
    small = token.lower()
    return as_printed(small if as_printed(token).istitle() and counts[small] else token)
