"""What ConfTool prints of a submission above its title: "ID: 123", its track, topics and keywords."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from site_gen.ingest.reading.texts.lines import SourceLine

_ID = re.compile(r"id:\s*\d{1,5}(?:\s*/.{0,40})?", re.IGNORECASE)
_LABELLED = re.compile(r"capacity:\s*\d{1,5}|presentations|(?:keywords|topics)\s*:\s.{1,300}", re.IGNORECASE)


def about_submissions(
    lines: Sequence[SourceLine], is_byline: Callable[[SourceLine], bool], often: Mapping[str, int]
) -> frozenset[SourceLine]:
    """The lines about submissions, among those of a session.

    What stands right below an ID is a track if several submissions are of it, or if another line, the title,
    stands between it and the authors.
    """
    found = [line for line in lines if _is_about(line)]
    for at, line in enumerate(lines[1:], start=1):
        if _ID.fullmatch(lines[at - 1].text) and not _is_about(line):
            above_authors = list(takewhile(lambda each: not is_byline(each), lines[at:]))
            titles = [each for each in above_authors if not _is_about(each)]
            is_above_title = len(titles) == 2 and len(above_authors) < len(lines) - at
            if is_above_title or often.get(line.text, 0) > 1:
                found.append(line)
    return frozenset(found)


def _is_about(line: SourceLine) -> bool:
    return bool(_ID.fullmatch(line.text) or _LABELLED.fullmatch(line.text))
