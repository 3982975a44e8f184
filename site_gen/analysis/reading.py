"""What texts speak of, as far as it can be counted: of what any of them has in its title or keywords, by
stem. Mathematics, TeX commands and addresses speak of nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_gen.analysis.stems import of_language, stem
from site_gen.values import dataclass

_FORMULA = re.compile(
    r"\$\$.*?\$\$|\$[^$]*?[\\^_={}][^$]*?\$|\$\S{1,12}\$|\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL
)
_COMMAND = re.compile(r"\\[A-Za-z]+\*?|https?://\S+|www\.\S+")

# Vowel signs of the scripts of South and South-East Asia are no letters for `re`, but part of a word.
_SIGNS = "\u0900-\u0963\u0966-\u0fff\u1000-\u109f\u1780-\u17ff"
_TOKEN = re.compile(rf"[^\W_][^\W_{_SIGNS}]*(?:[{_SIGNS}][^\W_{_SIGNS}]*)*(?:['’]\w+)?|[^\w\s\-‐‑*`{{}}$_]")

# Chinese and Japanese are written without spaces: two characters that follow each other are a word.
_UNSPACED = re.compile("[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare with others: all but the title may be missing, and the title may be empty.

    `language` is the primary tag of its language.
    """

    title: str
    body: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"

    @property
    def headlines(self) -> tuple[str, ...]:
        """The parts of which each word counts most."""
        return (self.title, *self.keywords)

    def words(self, part: str) -> list[str]:
        """The words of a part of it, each with the mark of its language where that is not English."""
        found = tokens(part)
        return found if self.language == "en" else [of_language(each, self.language) for each in found]


def tokens(text: str) -> list[str]:
    """The words of a text as they stand, in order, and marks that part what stands around them."""
    if "\\" in text or "$" in text or "://" in text or "www." in text:
        text = _COMMAND.sub(" ", _FORMULA.sub(" , ", text))
    if not text.isascii():
        text = _UNSPACED.sub(_paired, text)
    return _TOKEN.findall(text)


def _paired(run: re.Match[str]) -> str:
    return " , ".join(first + second for first, second in pairwise(run[0])).join((" ", " "))


def stems(found: Sequence[str]) -> list[str]:
    """The stems of words in order; empty ones part what is not said in one breath."""
    return [stem(token) for token in found]


def topics(text: Text) -> Iterator[str]:
    """What a text says that it speaks of: the words of its title and keywords by stem, and two or three of
    them that follow each other ("federat learn")."""
    for line in text.headlines:
        stemmed = stems(text.words(line))
        for first, second, third in _in_threes(stemmed):
            if first:
                yield first
                if second:
                    yield f"{first} {second}"
                    if third:
                        yield f"{first} {second} {third}"


def terms(stemmed: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """What words speak of, each as often as they do: those of the known topics that they name."""
    for first, second, third in _in_threes(stemmed):
        if first in known:
            yield first
            if second in known and (pair := f"{first} {second}") in known:
                yield pair
                if third in known and (run := f"{pair} {third}") in known:
                    yield run


def _in_threes(stemmed: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each word with the two that follow it; empty ones behind the last."""
    return zip(stemmed, [*stemmed[1:], ""], [*stemmed[2:], "", ""], strict=False)
