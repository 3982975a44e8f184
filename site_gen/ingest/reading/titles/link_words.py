"""Words in brackets that only lead elsewhere, beside titles and bylines: "[pdf]", "[[talk]](…)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from site_gen.ingest.reading.people.byline_layouts import looks_named, people_share
from site_gen.ingest.reading.texts.marked_text import ADDRESS, plain
from site_gen.ingest.reading.titles.title_types import is_type

_BADGE = re.compile(rf"\[?\[([^\[\]]{{1,30}})\]\]?(?:\({ADDRESS}\)(?:\{{[^{{}}]*\}})?\]?)?")
_TYPE_BEFORE = re.compile(r"\[([^\[\]]{1,30})\]\s+(?=\w)")
_EMPTY = re.compile(r"\s*\([\s,;|/·-]*\)")  # what stood around badges
LINK_WORD = re.compile(
    r"(?:abstract|paper|pdf|arxiv|preprint|code|github|video|recording|slides?|presentation|posters?|doi|link"
    r"|website|bib(?:tex)?|project page)(?: (?:pdf|link|page|file))?"
)
_ROW = re.compile(
    rf"(?=.*\b(?:doi|pre-?print|pdf|bibtex|arxiv)\b)(?:(?:link to publication|pre-print|{LINK_WORD.pattern})"
    r"(?: attached)?\b[\s|,·]*){2,}",
    re.IGNORECASE,
)
_LONGEST_ROW = 100
_LONGEST = 5000  # of a line that is looked at


def without_badges(entries: Sequence[Sequence[str]]) -> list[list[str]]:
    """The entries without the links and bracketed words that several of them have: "[pdf]", "[talk]"."""
    words = Counter(word for entry in entries for word in {each for line in entry for each in _badges(line)})
    often = {
        word
        for word, count in words.items()
        if (count > 1 and not is_type(word)) or LINK_WORD.fullmatch(word.strip("()"))
    }
    return [
        [text for line in entry if (text := _without(line, often)).strip(" []()|,;·")] or [""]
        for entry in entries
    ]


def without_link_words(text: str) -> str:
    """A text without links behind it that only say what they lead to: "Fast Locks [[pdf]](…)"."""
    before = _TYPE_BEFORE.match(text)
    begin = before.end() if before and is_type(before[1]) else 0  # "[Poster] Owls" says what that is
    bare = _without(text[begin:], {word for word in _badges(text[begin:]) if LINK_WORD.fullmatch(word)})
    return f"{text[:begin]}{bare}".strip(" |,;·") or text


def _badges(line: str) -> list[str]:
    """What stands in brackets in a line, but for people among others: "Bo Li and [Cy Dee](…)"."""
    found = [] if len(line) > _LONGEST else [match[1].strip() for match in _BADGE.finditer(line)]
    is_byline = bool(found) and people_share(plain(line)) == 1
    return [each.casefold() for each in found if not (is_byline and looks_named(each))]


def _without(line: str, words: set[str]) -> str:
    here = words.intersection(_badges(line))
    if not here:
        return line if len(line) > _LONGEST else line.strip()
    bare = _BADGE.sub(lambda match: " " if match[1].strip().casefold() in here else match[0], line)
    return _EMPTY.sub("", bare).strip()


def is_row_of_links(text: str) -> bool:
    """Whether a text is nothing but what links are called by: "Link to publication DOI Pre-print"."""
    return len(text) < _LONGEST_ROW and _ROW.fullmatch(text) is not None
