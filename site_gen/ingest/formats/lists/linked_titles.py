"""Lists of titles alone, each with links to its paper: "3. On Nests | [pdf](…)", "[On Nests](…)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from site_gen.ingest.reading.metadata.links import links_fact
from site_gen.ingest.reading.people.byline_layouts import people_share
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import bullet_end, plain
from site_gen.ingest.records import Document, Fact, PaperRecord
from site_gen.problems import ProblemLog

_LINK = r"\[(?P<{0}>[^\[\]]+)\]\((?P<{1}>https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
_LINKS = re.compile(_LINK.format("word", "url"))
_ALL = re.compile(
    r"(?P<title>[^\[\]|]{7,299}?[^\s\[\]|])\s*+(?:[|:–—-]\s*+)?(?P<links>\[[^\[\]]{1,20}\]\(https?://.*\))$"
)
_WHOLE = re.compile(_LINK.format("title", "url") + r"\.?")
_HEADING = re.compile(r"#+\s*(?:list of )?(?:all )?accepted (?:\w+ )?papers\W*", re.IGNORECASE)
_FEWEST_WORDS, _LONGEST = 2, 300  # of a title
_FEWEST, _MOST = 5, 0.9  # lines, and their share of all, that have links behind titles


def linked_titles(document: Document, lines: Sequence[SourceLine], problems: ProblemLog) -> list[PaperRecord]:
    """The papers of such a list, where nearly all lines are alike, or those below "Accepted papers" are."""
    filled = [line for line in lines if line.text and not line.text.startswith("#")]
    found = [paper for line in filled if (paper := _paper(document, line, problems))]
    if len(found) >= max(_FEWEST, _MOST * len(filled)):
        return found
    below = _below_heading(lines)
    bare = [paper for line in below if (paper := _bare(document, line))]
    return bare if len(bare) >= max(_FEWEST, _MOST * len(below)) else []


def _below_heading(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines below a heading that says that accepted papers follow, up to the next heading."""
    filled = [line for line in lines if line.text]
    start = next((at for at, line in enumerate(filled, 1) if _HEADING.fullmatch(line.text)), len(filled))
    return list(takewhile(lambda line: not line.text.startswith("#"), filled[start:]))


def _bare(document: Document, line: SourceLine) -> PaperRecord | None:
    """The paper of an item that is a title alone."""
    end = bullet_end(line.text)
    title = plain(line.text[end:]).rstrip(" .")
    is_title = end and len(title.split()) >= _FEWEST_WORDS and people_share(title) == 0
    place = document.place_of(line)
    return PaperRecord(place=place, title=Fact(title, place)) if is_title and len(title) < _LONGEST else None


def _paper(document: Document, line: SourceLine, problems: ProblemLog) -> PaperRecord | None:
    text = line.text[bullet_end(line.text) :]
    whole, match = _WHOLE.fullmatch(text), _ALL.fullmatch(text)
    if whole is None and match is None:
        return None
    place = document.place_of(line)
    title = plain(whole["title"] if whole else match["title"] if match else "")
    links = [("url", whole["url"])] if whole else _LINKS.findall(match["links"] if match else "")
    fields = {word.lower(): Fact(url, place) for word, url in links}
    return PaperRecord(place=place, title=Fact(title, place), links=links_fact(fields, problems))
