"""Lists of papers whose authors stand above their titles, with an abstract below each or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.lines import SourceLine, begins_abstract

_LIST_HEADING = re.compile(
    r"^#|\b(?:accepted|list of|papers|talks|posters|abstracts|contributions|presentations)\b.{0,30}$",
    re.IGNORECASE,
)
_HOMONYM = re.compile(r"(?<=[^\W\d_]) \d{4}(?=,|$)")  # of several authors of one name: "Ann Lee 0002"
_FEWEST = 2  # bylines that end in a colon
_HEADING, _LONGEST = 60, 2_000  # characters of a heading, and of a byline


def with_titles_first(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, each title above its byline where all bylines end in a colon: "Ann Lee, Bob Roe:".

    A short line between those pairs is a heading. The number of a homonym is no part of a name.
    """
    bylines = [at for at, line in enumerate(lines) if _is_before_title(line.text)]
    filled = [at for at, line in enumerate(lines) if line.text]
    titles = dict(pairwise(filled))
    if len(bylines) < max(_FEWEST, len(filled) / 4) or any(titles.get(at) != at + 1 for at in bylines):
        return list(lines)
    if any(at + 1 in bylines for at in bylines):
        return list(lines)
    inside = {each for at in bylines for each in (at, at + 1)}
    found: list[SourceLine] = []
    for at, line in enumerate(lines):
        if at in bylines:
            byline = replace(line, text=_HOMONYM.sub("", line.text[:-1].rstrip()))
            found += [lines[at + 1], byline]
        elif at not in inside:
            is_heading = 0 < len(line.text) < _HEADING and line.text[0] != "#" and line.text[-1] not in ".!?"
            found.append(replace(line, text=f"# {line.text}") if is_heading else line)
    return found


def _is_before_title(text: str) -> bool:
    bare = text[:-1].rstrip() if text.endswith(":") and len(text) < _LONGEST else ""
    return bool(bare) and names_people(bare)


def above_titles(bylines: list[int], lines: Sequence[SourceLine]) -> Sequence[int]:
    """The bylines of a page that begins with one, below a heading or none, each above its title; else none.

    A title between them may look like names.
    """
    first = bylines[0] if bylines else 0
    places = range(first, len(lines), 2)
    above = [line for line in lines[:first] if any(map(str.isalnum, line.text))]
    if above and not _LIST_HEADING.search(above[-1].text):
        return ()
    are_all = set(places) <= set(bylines) and len(lines) - first == 2 * len(places)
    if are_all and 3 * len(places) > 2 * len(bylines):
        return places
    return _above_abstracts(bylines, lines)


def _above_abstracts(bylines: list[int], lines: Sequence[SourceLine]) -> Sequence[int]:
    """The bylines two lines above each abstract of a page, if it has no others; else none."""
    abstracts = [at for at, line in enumerate(lines) if begins_abstract(line.text)]
    places = [at - 2 for at in abstracts]
    others = set(bylines) - set(places)
    is_all = (
        bylines[:1] == places[:1] and set(places) <= set(bylines) and others <= {at - 1 for at in abstracts}
    )
    return places if len(places) > 1 and is_all else ()
