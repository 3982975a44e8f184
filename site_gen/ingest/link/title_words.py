"""How much of a title stands in a text: its name ("CoRa"), its rare words, its words altogether.

Words alone separate weakly: a true pair reached 0.43 where another paper's text reached 0.40.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from site_gen.ingest.link.traits import Unit
from site_gen.values import dataclass

STEM = 6  # words are compared by their beginning: "compression" and "compressed" are one
COMMON_IN_TEXTS = 20  # a word of a title that stands in more texts than this distinguishes nothing
_TOKEN = re.compile(r"\w+(?:-\w+)*")
_WORD = re.compile(r"\w+")
_STOP = frozenset(
    _WORD.findall(
        "a an the of for and or in on to with via by from using towards toward as at is are be its it we our "
        "new approach method methods based system systems framework efficient learning"
    )
)
_IN_BRACKETS = re.compile(r"\(([A-Z][\w-]{2,})\)")
_INTRODUCES = re.compile(
    r"\b(?:propos|present|introduc|develop|describ|design|dubb|nam|call|term|framework|system|tool|library|"
    r"compiler|platform|benchmark)\w*[,:]?(?:\s+(?:the|a|an|our|and))?\s+\W?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What a text says of a title: how often its name, whether it introduces it, how many words.

    `words` is from 0 to 1, weighted by how rare a word is among the titles; `title_length` is how many
    different words the title has that say something.
    """

    words: float
    count: int = 0
    introduced: bool = False
    title_length: int = 0

    @property
    def strength(self) -> float:
        """One number to rank mentions by."""
        return 5 * self.words + min(self.count, 4) + 3 * self.introduced

    @property
    def is_convincing(self) -> bool:
        """Whether this alone shows that the text is the paper's, if no other comes near."""
        if self.introduced or self.count > 1:
            return self.words >= 0.35
        if self.count:
            return self.words >= 0.75
        return self.words >= 0.9 and self.title_length >= 5


class Vocabulary:
    """The words of all titles of an edition: which are rare, and which name a paper."""

    def __init__(self, units: Iterable[Unit]) -> None:
        titles = {unit.title: unit.printed_title for unit in units if unit.title}
        self._used = Counter(word for title in titles.values() for word in set(stems(title)))
        self._titles = len(titles)

    def weight(self, word: str) -> float:
        """How much a word of a title says; 1 for one that stands in no other."""
        return 1 - math.log(max(1, self._used[word])) / math.log(self._titles + 1) if self._titles else 1.0

    def is_rare(self, word: str) -> bool:
        """Whether the word stands in one title only."""
        return self._used[word] <= 1

    def names(self, unit: Unit) -> list[str]:
        """What could name the paper, as printed: the words before a colon, a word such as "CoRa"."""
        head, colon, _ = unit.printed_title.partition(":")
        found = [head.strip()] if colon and 0 < len(head.split()) <= 5 else []
        if not unit.printed_title.isupper():
            found += [token for token in _TOKEN.findall(unit.printed_title) if _is_name(token)]
            found += _IN_BRACKETS.findall(unit.printed_title)
        return [name for name in dict.fromkeys(found) if any(self.is_rare(word) for word in stems(name))]

    def mention(self, titled: Unit, unit: Unit) -> Mention:
        """How the text of one unit mentions the title of another."""
        title = _different_stems(titled.printed_title)
        shared = title & _different_stems(unit.text)
        whole = sum(self.weight(word) for word in sorted(title))
        count, introduced = 0, False
        for name in self.names(titled):
            any_case = titled.printed_title.isupper() or " " in name or "-" in name
            times, introduces = _occurrences(name, unit.text, any_case)
            count, introduced = max(count, times), introduced or introduces
        words = sum(self.weight(word) for word in sorted(shared)) / whole if whole else 0.0
        return Mention(round(words, 6), count, introduced, len(title))


def stems(text: str) -> list[str]:
    """The words of a text that say something: names of systems whole, of others the beginning."""
    return [_stem(word) for word in _WORD.findall(text) if len(word) > 1 and word.lower() not in _STOP]


def _stem(word: str) -> str:
    is_plain = word[1:].islower() or (word.isupper() and len(word) > STEM)
    return word.lower()[:STEM] if is_plain else word.lower().rstrip("s")


@lru_cache(maxsize=4096)  # the same text is compared with several titles in a row
def _different_stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _is_name(token: str) -> bool:
    """Whether a word is made up as names of systems are: CoRa, TT-Rec, XRBench; but not GPU or DNNs."""
    if re.fullmatch(r"[A-Z0-9]{1,4}s?", token):
        return False
    return any(re.search(r"[a-z0-9][A-Z]|[A-Z]{2}[a-z]?", part) for part in token.split("-"))


def _occurrences(name: str, text: str, any_case: bool) -> tuple[int, bool]:
    """How often a name stands in a text, and whether it is introduced there ("we present CoRa")."""
    flags = re.IGNORECASE if any_case else re.NOFLAG
    found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags))
    return len(found), any(
        _INTRODUCES.search(text[max(0, match.start() - 30) : match.start()]) for match in found
    )
