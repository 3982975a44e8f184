"""Lists of titles alone, each with links to its paper: "3. On Nests | [pdf](…)", "[On Nests](…)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.metadata.links import links_fact
from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import ADDRESS, WEB_LINK, bullet_end, plain
from site_gen.ingest.records import Document, Fact, PaperRecord
from site_gen.problems import ProblemLog

_ALL = re.compile(
    r"(?P<title>[^\[\]|]{7,299}?[^\s\[\]|])\s*+(?:[|:–—-]\s*+)?(?P<links>\[[^\[\]]{1,20}\]\(https?://.*\))$"
)
_WHOLE = re.compile(rf"{WEB_LINK.pattern}\.?")
_HEADING = re.compile(r"#+\s*(?:list of )?(?:all )?accepted (?:\w+ )?papers\W*", re.IGNORECASE)
_ONE_MARK = re.compile(
    rf"(?:\*\*|__)?\[[^\[\]]+\]\({ADDRESS}\)(?:\*\*|__)?\.?"
)  # of a whole item, in any place
_FEWEST_WORDS, _LONGEST = 2, 300  # of a title
_FEWEST, _MOST = 5, 0.9  # lines, and their share of all, that have links behind titles


def linked_titles(document: Document, lines: Sequence[SourceLine], problems: ProblemLog) -> list[PaperRecord]:
    """The papers of such a list, where nearly all lines are alike, or those below "Accepted papers" are."""
    filled = [line for line in lines if line.text and not line.text.startswith("#")]
    found = {line.number: paper for line in filled if (paper := _paper(document, line, problems))}
    if len(found) < max(_FEWEST, _MOST * len(filled)):
        filled = _below_headings(lines)
        found = {line.number: paper for line in filled if (paper := _bare(document, line))}
    if len(found) < max(_FEWEST, _MOST * len(filled)):
        return []
    _report_unread(document, [line for line in filled if line.number not in found], problems)
    return list(found.values())


def _below_headings(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines below headings that say that accepted papers follow, each up to one as high that does not."""
    below: list[SourceLine] = []
    level = 0  # of the heading above; 0 where none says so
    for line in lines:
        marks = len(line.text) - len(line.text.lstrip("#"))
        if _HEADING.fullmatch(line.text):
            level = marks
        elif 0 < marks <= level:
            level = 0
        elif line.text and level and not marks:
            below.append(line)
    return below


def _report_unread(document: Document, lines: Sequence[SourceLine], problems: ProblemLog) -> None:
    """Warn of items that stand in the list and are not read: a paper may be lost there."""
    for line in lines:
        if bullet_end(line.text):
            what = "this item is not read as a title, as the others of its list are"
            hint = "write its title as the others are written, or take it out"
            problems.warning("unread-entry", what, document.place_of(line), hint, line.text[:60])


def _bare(document: Document, line: SourceLine) -> PaperRecord | None:
    """The paper of an item that is a title alone: a link or emphasis as a whole is one, whatever is in it."""
    end = bullet_end(line.text)
    title = plain(line.text[end:]).rstrip(" .")
    is_whole = _ONE_MARK.fullmatch(line.text, end) is not None
    is_title = end and len(title.split()) >= _FEWEST_WORDS and (is_whole or people_share(title) == 0)
    place = document.place_of(line)
    return PaperRecord(place=place, title=Fact(title, place)) if is_title and len(title) < _LONGEST else None


def _paper(document: Document, line: SourceLine, problems: ProblemLog) -> PaperRecord | None:
    text = line.text[bullet_end(line.text) :]
    whole, match = _WHOLE.fullmatch(text), _ALL.fullmatch(text)
    if whole is None and match is None:
        return None
    place = document.place_of(line)
    title = plain(whole["words"] if whole else match["title"] if match else "")
    links = [("url", whole["address"])] if whole else WEB_LINK.findall(match["links"] if match else "")
    fields = {word.lower(): Fact(url, place) for word, url in links}
    return PaperRecord(place=place, title=Fact(title, place), links=links_fact(fields, problems))
