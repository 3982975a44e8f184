"""What references end in: "Vol 17, No 1, pages 1-14, 2024" behind or below a title and its authors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.ingest.reading.texts.lines import SourceLine

_PAGES = r"(?:pp?\.?|pages?:?|s\.)\s?(?P<{}>\d{{1,6}}\s?[-–—]{{1,2}}\s?\d{{1,6}})"
_SURE = r"vol(?:ume|\.)?\s?\d{1,4}(?:\s?\(\d{1,4}\))?|(?:no|nr|issue|number)\.?\s?\d{1,4}"
_OTHER = r"\(?(?:19|20)\d\d\)?"
_TAIL = re.compile(
    rf"[.,;:\s]{{0,3}}\(?(?:{_OTHER}[\s,;:.]{{1,3}})?(?:{_SURE}|{_PAGES.format('first')})"
    rf"(?:[\s,;:.]{{1,3}}(?:{_SURE}|{_PAGES.format('later')}|{_OTHER}))*\)?[.\s]{{0,3}}$",
    re.IGNORECASE,
)
_LONGEST = 100  # characters of such an end
_FEWEST = 2  # lines that end so


def without_tails(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], Mapping[int, str]]:
    """The lines without such ends, and the pages that those tell, by the number of the line.

    A line that is nothing else is left out. One line alone may be a title: "Owls, Volume 2".
    """
    tails = {
        line.number: match
        for line in lines
        if (match := _TAIL.search(line.text, max(0, len(line.text) - _LONGEST)))
    }
    pages = {number: match["first"] or match["later"] for number, match in tails.items()}
    if len(tails) < _FEWEST or not any(pages.values()):
        return list(lines), {}
    bare = [
        replace(line, text=line.text[: tails[line.number].start()]) if line.number in tails else line
        for line in lines
    ]
    return (
        [line for line in bare if line.text or line.number not in tails],
        {number: printed for number, printed in pages.items() if printed},
    )
