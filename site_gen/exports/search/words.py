"""The words that a search compares, and lists of whole numbers as short text.

`static/js/search-words.js` takes a query apart in the same way: change both, or what is typed is not what
was indexed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_gen.text import fold

# Han, kana, Thai, Lao, Burmese and Khmer part no words by spaces: each of their letters is a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
# "C++" and "C#" are words: a letter by itself would say nothing.
_SIGNED = r"[a-z](?:\+\+|#)(?![^\W\d_])"
_WORD = re.compile(rf"{_SIGNED}|(?=[^\W_])[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_ASCII_WORD = re.compile(rf"{_SIGNED}|[a-z0-9]+")
_FOREIGN = re.compile(r"\S*[^\x00-\x7f]\S*")

# What JSON writes as it is. The lower half ends a number, the upper half says that it goes on.
_DIGITS = "".join(map(chr, range(ord("#"), ord("~")))).replace("\\", "")
_BASE = len(_DIGITS) // 2


def search_words(text: str) -> set[str]:
    """The words of a text, folded."""
    if text.isascii():
        return set(_ASCII_WORD.findall(text.lower()))
    # Folding looks at every character: only what has a foreign one needs it.
    foreign = " ".join(_FOREIGN.findall(text))
    return {*_ASCII_WORD.findall(_FOREIGN.sub(" ", text).lower()), *_WORD.findall(fold(foreign))}


def number(value: int) -> str:
    """A number from 0 as text, the more characters the greater it is."""
    text, rest = _DIGITS[value % _BASE], value // _BASE
    while rest:
        rest -= 1
        text, rest = _DIGITS[_BASE + rest % _BASE] + text, rest // _BASE
    return text


_NUMBERS = tuple(map(number, range(4096)))


def rising(values: Iterable[int]) -> str:
    """Rising numbers as the gaps between them."""
    parts, before = [], -1
    for value in values:
        gap = value - before - 1
        parts.append(_NUMBERS[gap] if gap < len(_NUMBERS) else number(gap))
        before = value
    return "".join(parts)
