"""How a language orders names and titles, and under which letter an index has them.

The letters of its alphabet come first, in their order; then come Latin ones, and others as they would be in
Latin letters. Case and accents do not count, but for those that make a letter of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from site_gen.text import fold, sort_key

Order = Callable[[str], tuple[str, str]]
"""What orders texts."""

LATIN = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"\w+")
_FIRST_RANK = 0xE000  # of the characters that Unicode leaves to everybody
_ARABIC_ARTICLE = "ال"
_SHORTEST_NAME = 3


@cache
def order_of(alphabet: str, text: str) -> tuple[str, str]:
    """Orders texts as an index in this alphabet does."""
    if alphabet == LATIN:
        return sort_key(text)
    ranked = _ranked(alphabet, text)
    return (f"0{ranked}", text) if _is_rank(ranked) else (f"1{sort_key(text)[0]}", text)


@cache
def initial_of(alphabet: str, text: str) -> str:
    """The letter under which an index has a text, as a capital; empty for one that begins with none."""
    if alphabet != LATIN and _is_rank(ranked := _ranked(alphabet, text)):
        return alphabet[ord(ranked[0]) - _FIRST_RANK].upper()
    first = sort_key(text)[0][:1].upper()
    return first if first.isalpha() and first.isascii() else ""


def _ranked(alphabet: str, text: str) -> str:
    """The words of a text with a character for the rank of each letter of the alphabet."""
    ranks = {letter: chr(_FIRST_RANK + rank) for rank, letter in enumerate(alphabet)}
    composed = unicodedata.normalize("NFC", text).casefold()
    plain = "".join(each if each in ranks else fold(each) or " " * each.isspace() for each in composed)
    found = map(_without_article, _WORD.findall(plain))
    return " ".join("".join(ranks.get(each, each) for each in word) for word in found)


def _without_article(word: str) -> str:
    shorter = word.removeprefix(_ARABIC_ARTICLE)
    return shorter if len(shorter) >= _SHORTEST_NAME else word


def _is_rank(ranked: str) -> bool:
    return bool(ranked) and _FIRST_RANK <= ord(ranked[0]) < 0xF900
