"""What a title is, in brackets before or behind it: "[Poster] On Nests", "On Nests (Oral Presentation)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from site_gen.ingest.reading.texts.marked_text import around
from site_gen.ingest.reading.titles.session_headings import PAUSES, kind_of, kind_of_words
from site_gen.ingest.record_changes import renamed, with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import fold, squeeze

_WORD = r"(?P<word>[^\W\d_][^\W\d_ /&-]*(?:[ /&-]{1,3}[^\W\d_]+){0,3})"
_COUNTED = r"(?:\s+#?\d{1,2})?"  # "(Spotlight 2)"
_BEFORE = re.compile(rf"\A\s*[\[(]\s*{_WORD}{_COUNTED}\s*[\])]\s*[:.–—-]?(?:\s+(?=\S)|(?=[A-Z]))")
_BEHIND = re.compile(rf"(?<=\S)\s*[\[(]\s*{_WORD}{_COUNTED}\s*[\])]\s*$")
_WORDS = (
    "oral|poster|talk|paper|presentation|demo(?:nstration)?|spotlight|highlight|vortrag|beitrag|expose"
    "|ponencia|comunicacion"
)
_OF_PAPER = re.compile(
    rf"(?:\w+[ -])?(?:{_WORDS}|lightning|invited|keynote)s?(?:[ /&-]+(?:{_WORDS})s?)*|short|long|full|regular"
)
_KIND_OF_PAPER = re.compile(
    r"(?:short|long|full|regular|demo|industry|tool|student) papers?"
)  # surely no topic
_FEWEST = 2  # titles that a word recurs on
_FEWEST_BEFORE = 4  # titles that several words stand before, whatever these are: "(Owl Findings) Nests"
_FEWEST_MARKS = 8  # titles that one word in square brackets stands behind, whatever it is: "Nests [OWLS]"
_FEWEST_TITLES, _NEARLY_ALL = 4, 0.9  # of a document whose titles all say what they are


def _is_of_paper(words: str) -> bool:
    """Whether words in square brackets surely say what a paper is: no title begins with "[Short paper]"."""
    return _OF_PAPER.fullmatch(fold(words)) is not None


def is_type(words: str) -> bool:
    """Whether words are what a paper is presented as: "Oral", "Short Paper", "Flash Talk"."""
    return _OF_PAPER.fullmatch(fold(words)) is not None or kind_of_words(words) != "other"


def with_types(reading: Reading) -> Reading:
    """A reading whose titles are without what they are, where the document says so of several.

    It is the type of the paper's slot; of a paper in no session it is told as not taken. Published titles
    may end in it themselves.
    """
    words = _types([title.value for title in reading.every_title()])
    if not words:
        return reading
    left: Counter[str] = Counter(reading.not_taken)
    bare = with_changed_records(
        reading, paper=lambda each: _paper(each, words, left), slot=lambda each: _slot(each, words)
    )
    return replace(bare, not_taken=left)


def with_session_types(reading: Reading) -> Reading:
    """A reading whose sessions are called without what they are in brackets: "[Oral] Woods"."""
    return with_changed_records(reading, session=_session)


def _session(session: SessionRecord) -> SessionRecord:
    title = session.title
    for pattern in (_BEFORE, _BEHIND):
        match = pattern.search(title.value) if title else None
        kind = kind_of(match["word"]) if match else "other"
        is_type = match is not None and (kind != "other" or _is_of_paper(match["word"]))
        if title is None or match is None or not is_type or kind in PAUSES:
            continue
        bare = replace(title, value=around(match))
        if kind == "other":
            return replace(
                session, title=bare, type=session.type or Fact(squeeze(match["word"]), title.place)
            )
        return replace(session, title=bare, kind=session.kind or Fact(kind, title.place))
    return session


def _types(titles: Collection[str]) -> frozenset[str]:
    """The words in brackets that are types: they recur and are so called, or nearly every title has one."""
    types: set[str] = set()
    total, titles = len(titles), [title for title in titles if "(" in title or "[" in title]
    for pattern in (_BEFORE, _BEHIND):
        found = Counter(fold(match["word"]) for title in titles if (match := pattern.search(title)))
        often = {word for word, count in found.items() if count >= _FEWEST}
        share = sum(found[word] for word in often)
        are_all = total >= _FEWEST_TITLES and share >= _NEARLY_ALL * total and len(often) > 1
        named = {word for word in often if is_type(word)}
        types |= often if are_all and named else named
        types |= {word for word in found if named and is_type(word)}
    before = Counter(fold(match["word"]) for title in titles if (match := _BEFORE.search(title)))
    types |= {word for word, count in before.items() if count >= _FEWEST_BEFORE and " " in word}
    types |= {
        fold(match["word"]) for title in titles
        if (match := _BEFORE.search(title)) and match[0].lstrip()[0] == "[" and _is_of_paper(match["word"])
    }  # fmt: skip
    marked = [match for title in titles if (match := _BEHIND.search(title))]
    types |= {word for match in marked if _KIND_OF_PAPER.fullmatch(word := fold(match["word"]))}
    marks = Counter(fold(match["word"]) for match in marked if match[0].lstrip()[0] == "[")
    types |= {word for word, count in marks.items() if count >= _FEWEST_MARKS}
    return frozenset(types)


def _parted(title: Fact[str] | None, words: Collection[str]) -> tuple[Fact[str] | None, Fact[str] | None]:
    """A title without its type, and the type."""
    for pattern in (_BEFORE, _BEHIND):
        match = pattern.search(title.value) if title else None
        if title and match and fold(match["word"]) in words:
            return replace(title, value=around(match)), Fact(squeeze(match["word"]), title.place)
    return title, None


def _paper(paper: PaperRecord, words: Collection[str], left: Counter[str]) -> PaperRecord:
    bare, kind = _parted(paper.title, words)
    left.update([kind.value] if kind else [])
    return replace(paper, title=bare)


def _slot(slot: SlotRecord, words: Collection[str]) -> SlotRecord:
    """A slot with its type; what it is called already stays."""
    bare, kind = _parted(slot.called, words)
    if bare is None or kind is None or (slot.type and fold(slot.type.value) != fold(kind.value)):
        return slot
    return replace(renamed(slot, bare), type=slot.type or kind)
