"""Words in brackets that a page shows behind its titles: told from a title's own by how often they recur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from site_gen.text import fold

# What a title says itself in round brackets is capitalised: "(Extended Abstract)".
_BADGE = re.compile(r"\s*(?:\[\s*+([^\[\]]{1,40}?)\s*+\]|\(\s*+([^()A-Z]{1,40}?)\s*+\))\s*+$")
_COUNTS = re.compile(r"\d+")
_FEWEST = 4  # below this many titles nothing is said of what most of them share


def badges(title: str) -> list[str]:
    """The words in brackets at the end of a title, without the numbers in them, the last one first."""
    found = []
    while title.rstrip().endswith((")", "]")) and (match := _BADGE.search(title)):
        found.append(_COUNTS.sub("#", fold(match[1] or match[2])))
        title = title[: match.start()]
    return found


def recurring(titles: Iterable[str]) -> frozenset[str]:
    """The badges that more than half of the titles have."""
    ends = [frozenset(badges(title)) for title in titles]
    often = Counter(badge for each in ends for badge in each)
    return frozenset(
        badge for badge, count in often.items() if len(ends) >= _FEWEST and 2 * count > len(ends)
    )


def without(title: str, words: Collection[str]) -> str:
    """A title without such badges at its end."""
    while (found := badges(title)) and found[0] in words:
        title = _BADGE.sub("", title)
    return title
