"""Links in titles: "[Nests](/papers/1.pdf)" is called "Nests", and "Owls [video | slides]" only "Owls".

Their addresses have no place in a title: how many are not taken is reported.
"""

from __future__ import annotations

import re
from collections import Counter

from site_gen.ingest.reading.texts.marked_text import ADDRESS
from site_gen.ingest.reading.titles.link_words import LINK_WORD
from site_gen.ingest.record_changes import with_changed_titles
from site_gen.ingest.records import Fact, Reading
from site_gen.text import squeeze
from site_gen.values import replace

_LINK = re.compile(rf"!?\[(?P<text>[^\[\]]+)\]\((?P<address>{ADDRESS})\)(?:\{{[^{{}}]*\}})?")
_ADDRESS = re.compile(r"https?://|www\.|[./#]|[\w-]+\.\w{2,4}$")
LINKS = "links in titles"  # what is not taken
_WORDS = rf"(?:talk |project )?{LINK_WORD.pattern}"
_BEHIND = re.compile(
    rf"(?<=\S)\s*(?:\[\s*{_WORDS}(?:\s*[|,;/·&]\s*{_WORDS})*\s*\]|\(\s*(?-i:{_WORDS})\s*\))$", re.I
)

_ELEMENT = re.compile(rf"\s*[\[(|]?\s*<a\b[^<>]*>\s*\W*{_WORDS}\W*</a>\s*[\])]?", re.I)


def without_link_elements(text: str) -> tuple[str, int]:
    """A text without HTML links that only say what they lead to ("<a …>Slides</a>"), and their number."""
    bare, links = _ELEMENT.subn("", text) if "<a" in text else (text, 0)
    return (bare, links) if bare.strip() else (text, 0)


def without_title_links(reading: Reading) -> Reading:
    """A reading whose titles are words alone; published titles stand as they are printed."""
    left: Counter[str] = Counter(reading.not_taken)
    bare = with_changed_titles(reading, lambda title: _bare(title, left))
    return replace(bare, not_taken=left)


def _bare(title: Fact[str], left: Counter[str]) -> Fact[str]:
    """A title without links, which are counted."""
    if not ("](" in title.value or title.value.endswith(("]", ")"))):
        return title

    def words(match: re.Match[str]) -> str:
        if not _ADDRESS.match(match["address"]):
            return match[0]
        left[LINKS] += 1
        return match["text"]

    return replace(title, value=squeeze(_BEHIND.sub("", _LINK.sub(words, title.value))))
