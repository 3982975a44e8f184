"""The abstract of a paper: complete over cut, and completed only by a text that begins the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.texts.cuts import is_cut
from site_gen.ingest.reading.texts.lines import ends_text
from site_gen.ingest.records import Fact
from site_gen.text import words

_WORD = re.compile(r"\w")
_MOST_COMPARED = 2000  # characters


def best_abstract(facts: Sequence[Fact[str]]) -> tuple[Fact[str], list[Fact[str]]] | None:
    """The abstract to take and all sources that say it, best first; `facts` hold the best source first.

    The best source's text counts. Where it is cut, the first complete text that begins the same (or
    the longest cut one) takes its place; a different text never does. Cut is also a text that another
    document prints longer, to the end of a sentence.
    """
    if not facts:
        return None
    first = facts[0]
    alike = [fact for fact in facts if fact is first or _begin_the_same(first.value, fact.value)]
    if is_cut(first.value):
        complete = [fact for fact in alike if not is_cut(fact.value)]
        longest = max(alike, key=lambda fact: len(fact.value))
        first = complete[0] if complete else longest
    first = _longer(first, alike)
    return first, [first, *(fact for fact in alike if fact is not first)]


def _longer(fact: Fact[str], alike: Sequence[Fact[str]]) -> Fact[str]:
    """The first text of another document that goes on where this one stops; else the text itself."""
    longer = [
        each
        for each in alike
        if each.place.file != fact.place.file
        and each.value != fact.value
        and len(words(each.value)) > len(words(fact.value))
        and not (is_cut(each.value) and ends_text(fact.value))
    ]
    ended = [each for each in longer if ends_text(each.value)]
    return next(iter(ended or longer), fact)


def _begin_the_same(left: str, right: str) -> bool:
    """Whether two texts are equal as far as both go; case and punctuation do not count."""
    if left == right:
        return _WORD.search(left) is not None
    shorter, longer = sorted((left, right), key=len)
    own, other = words(shorter[:_MOST_COMPARED]), words(longer[: 2 * _MOST_COMPARED])
    if is_cut(shorter) or not ends_text(shorter) or len(shorter) > _MOST_COMPARED:
        own = own[:-1]  # it may be cut inside a word
    return bool(own) and own == other[: len(own)]
