"""Titles and names that a cut left without their end: what can be told of it is told, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.records import Fact, Reading
from site_gen.problems import Place, ProblemLog

# No title and no name ends in a sign that parts two, no title in a word that another one must follow.
_OPEN_SIGNS = (*",;:&/([{–—-",)
_OPEN_WORD = re.compile(r"\s(?:a|(?i:an|and|of|or|the|via|with))$")  # "Session A" is whole
_CUT = ("…", "...")
CUT_SIGN = re.compile(r"\s*(?:…|\.\.\.+|\[…\])\s*$")
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def warn_cut(reading: Reading, problems: ProblemLog) -> None:
    """Warn of every title and name of a document that looks cut."""
    cut = {
        (place, what, text)
        for what, text, place in (*_titles(reading), *_names(reading))
        if looks_cut(text) or (what == "title" and _OPEN_WORD.search(text))
    }
    for place, what, text in sorted(cut):
        message = f"this {what} looks cut: '{text[-60:]}'"
        problems.warning(f"cut-{what}", message, place, "copy the rest of it, or mend it in the document")


def looks_cut(text: str) -> bool:
    """Whether a title or name stops where none does: inside a bracket, or at a sign that parts two."""
    return text.endswith(_OPEN_SIGNS) or _is_open(text)


def is_cut(text: str) -> bool:
    """Whether a source shows that a text goes on."""
    return text.endswith(_CUT)


def _is_open(text: str) -> bool:
    """Whether a bracket that opens is never closed; formulas have half-open intervals."""
    has_bracket = "(" in text or "[" in text or "{" in text
    if not has_bracket or "$" in text or "\\" in text:
        return False
    waiting: list[str] = []
    for character in text:
        if character in "([{":
            waiting.append(character)
        elif character in _BRACKETS and waiting[-1:] == [_BRACKETS[character]]:
            waiting.pop()
    return bool(waiting)


def _titles(reading: Reading) -> Iterator[tuple[str, str, Place]]:
    """The titles of papers and sessions; what only names a paper and ends in "…" may find its whole title."""
    facts: list[Fact[str] | None] = [paper.title for paper in reading.every_paper() if not paper.is_mention]
    named = [paper.title for paper in reading.every_paper() if paper.is_mention]
    for session in reading.sessions:
        facts.append(session.title)
        named += [slot.title for slot in session.slots]
    facts += [fact for fact in named if fact and not CUT_SIGN.search(fact.value)]
    yield from (("title", fact.value, fact.place) for fact in facts if fact)


def _names(reading: Reading) -> Iterator[tuple[str, str, Place]]:
    for paper in reading.every_paper():
        for author in paper.authors.value if paper.authors else ():
            if author.name and paper.authors:
                yield "name", author.name, paper.authors.place
    for people in reading.every_people():
        yield from (("name", each.name, people.place) for each in people.value)
