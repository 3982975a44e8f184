"""Who stands before titles, "Ann Lee: Nests", and not two words of a topic: "Open Science: Lessons"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entry_splits import Halves
from site_gen.ingest.reading.people.byline_layouts import names_of
from site_gen.ingest.reading.people.institutions import INSTITUTION
from site_gen.ingest.reading.people.names import are_people
from site_gen.ingest.reading.people.people import is_titled
from site_gen.ingest.reading.texts.marked_text import plain

OF_TALK = re.compile(r"((?:keynote|invited|plenary)(?: talk| speaker| lecture)?)(?: by)?\s+", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_PARTICLE = 3  # letters: "Trinity College of the North" is no title
_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_a-z]\.")
_SIGN = re.compile(r":\s|\s[–—-]\s")
_MANY, _MOST = 4, 0.75  # texts that begin with two words each, as topics hardly do; and of all


def before_commas(lines: Sequence[str]) -> Halves | None:
    """The title and people of "Ann Lee and Bob Roe, Nests at night", where no place of work stands behind."""
    text = plain(lines[0])
    for match in reversed([*_COMMA.finditer(text)]):
        people, title = text[: match.start()], text[match.end() :]
        if are_people(people):
            is_title = any(word.islower() and len(word) > _PARTICLE for word in title.split())
            return (title, people) if is_title and not INSTITUTION.search(title) else None
    return None


def are_sure(texts: Sequence[str], parted: Sequence[Halves | None]) -> bool:
    """Whether those whom a split leaves are people, and no topics, where they stand before the titles.

    More than two words with capitals say so of half of them, or many texts.
    """
    first = _first(texts, parted)
    return 2 * sum(map(_is_somebody, first)) >= len(first) or are_many(texts, parted)


def are_many(texts: Sequence[str], parted: Sequence[Halves | None]) -> bool:
    """Whether people seem to stand before many titles, before all that have a sign and most of all."""
    first = _first(texts, parted)
    signed = sum(_SIGN.search(plain(text)) is not None for text in texts)
    is_usual = len(first) >= max(_MANY, signed, _MOST * len(texts))
    return is_usual and 2 * len({*first}) > len(first)  # a topic comes again


def _first(texts: Sequence[str], parted: Sequence[Halves | None]) -> list[str]:
    """Who stands before the titles."""
    pairs = [(plain(text), halves) for text, halves in zip(texts, parted, strict=True) if halves]
    return [who for text, (title, who) in pairs if text.startswith(who) and not text.startswith(title)]


def _is_somebody(byline: str) -> bool:
    """Whether a label, titles, initials, a place of work or several names say that people are named."""
    names = names_of(byline, 0, PrivateValues(), affiliated=False)
    has_more = len(names) > 1 or any(name.affiliations for name in names)
    is_told = OF_TALK.match(byline) or _INITIAL.search(byline)
    return has_more or is_titled(byline) or is_told is not None
