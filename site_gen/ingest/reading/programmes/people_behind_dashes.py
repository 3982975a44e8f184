"""Dashes that begin lines with people, and no items of a list: "– Ann Lee, Leeds" right below each title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.people.byline_layouts import begins_as_byline
from site_gen.ingest.reading.people.names import is_person
from site_gen.ingest.reading.texts.lines import SourceLine

_DASH = re.compile(r"[–—-]{1,2}\s+(?=\S)")
_BEHIND_NAME = re.compile(r"\s*(?:[,(&]|\s(?:and|und|et|e|y)\s)")
_LONGEST = 120
_FEWEST = 2  # lines with people


def with_people_behind_dashes(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], frozenset[int]]:
    """The lines of a page without the dashes before people, and the numbers of these.

    They are people where below no line stand two such lines, and each begins with a person's whole name.
    """
    filled = [line for line in lines if line.text]
    dashed = [at for at, line in enumerate(filled) if _DASH.match(line.text)]
    are_single = all(after - before > 1 for before, after in pairwise(dashed))
    if len(dashed) < _FEWEST or not are_single or not all(_names_one(filled[at]) for at in dashed):
        return list(lines), frozenset()
    people = frozenset(filled[at].number for at in dashed)
    return [_bare(line) if line.number in people else line for line in lines], people


def _names_one(line: SourceLine) -> bool:
    text = _bare(line).text
    name = _BEHIND_NAME.split(text, maxsplit=1)[0]
    return len(text) < _LONGEST and " " in name and is_person(name) and begins_as_byline(text)


def _bare(line: SourceLine) -> SourceLine:
    match = _DASH.match(line.text)
    return replace(line, text=line.text[match.end() :], column=line.column + match.end()) if match else line
