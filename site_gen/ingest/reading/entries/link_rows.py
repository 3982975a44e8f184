"""Lines of a copied page that hold nothing but words of links, whose addresses are lost: "[pdf] [supp]"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.titles.link_words import LINK_WORD
from site_gen.ingest.reading.titles.title_types import is_type

_BRACKETED = re.compile(r"(?:\[\s*[^\[\]()]{1,30}\s*\]\s*)+")
_WORDS = re.compile(r"(?:[A-Za-z]{2,12} ){1,5}[A-Za-z]{2,12}")
_FEWEST = 2  # lines of a page


def without_link_rows(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines without such rows of links, and bylines without the sign that parts them from theirs."""
    rows = {line.number: words for line in lines if (words := _row(line.text))}
    often = Counter(word for words in rows.values() for word in set(words))
    of_links = {number for number, words in rows.items() if _are_links(words, often)}
    if len(of_links) < _FEWEST:
        return list(lines)
    return [_without_sign(line) for line in lines if line.number not in of_links]


def _row(text: str) -> list[str]:
    """The words in brackets that a line is, or bare ones of which the first two are of links; else none."""
    if _BRACKETED.fullmatch(text):
        return [word.strip().casefold() for word in re.findall(r"\[([^\[\]]+)\]", text)]
    words = text.casefold().split() if len(text) < 80 and _WORDS.fullmatch(text) else []
    return words if words and all(map(LINK_WORD.fullmatch, words[:2])) else []


def _are_links(words: Sequence[str], often: Counter[str]) -> bool:
    """Whether one of the words is of a link for sure, or one of several stands in other rows; no types."""
    if any(is_type(word) and not LINK_WORD.fullmatch(word) for word in words):
        return False
    is_sure = any(LINK_WORD.fullmatch(word) and not is_type(word) for word in words)
    return is_sure or (len(words) > 1 and any(often[word] >= _FEWEST for word in words))


def _without_sign(line: SourceLine) -> SourceLine:
    """A byline without the semicolon that it ends in: "Ann Lee, Bob Roe;"."""
    bare = line.text[:-1].rstrip() if line.text.endswith(";") else ""
    is_byline = bare and ";" not in bare and names_people(bare)
    return replace(line, text=bare) if is_byline else line
