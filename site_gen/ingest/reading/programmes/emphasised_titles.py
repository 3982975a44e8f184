"""Titles of invited talks in emphasis or quotes below who speaks: put above, where others have theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.programmes.typed_rows import row_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.marked_text import plain
from site_gen.ingest.reading.titles.session_headings import is_bare_kind

_STYLED = re.compile(r"[*_]{1,3}[^*_]{4,300}[*_]{1,3}|[\"“„«「『][^\"“”„«»]{4,300}[\"”“»」』]")


def with_titles_above(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, the title above who speaks below each time that says "Keynote" and nothing else."""
    found = list(lines)
    filled = [at for at, line in enumerate(found) if line.text]
    for row, people, title in zip(filled, filled[1:], filled[2:], strict=False):
        is_styled = _STYLED.fullmatch(found[title].text.strip()) is not None
        if is_styled and _is_bare(found[row]) and names_people(plain(found[people].text)):
            found[people], found[title] = found[title], found[people]
    return found


def _is_bare(line: SourceLine) -> bool:
    """Whether a line is a time, and only what an invited talk is called."""
    row = row_of(line)
    return row is not None and is_bare_kind(row.rest.text, "invited-talk")
