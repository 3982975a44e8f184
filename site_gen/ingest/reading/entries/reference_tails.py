"""What references end in: "Vol 17, No 1, pages 1-14, 2024" behind or below a title and its authors.

Tables of contents print pages alone behind each title, or behind what all bylines end in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.texts.lines import SourceLine

_PAGES = (
    r"\b(?:pp?\.?|pages?:?|s\.)\s?"
    r"(?P<{}>(?:\d{{1,6}}|[ivxlc]{{1,7}})\s?[-–—]{{1,2}}\s?(?:\d{{1,6}}|[ivxlc]{{1,7}}))\b"
)
_SURE = r"\bvol(?:ume|\.)?\s?\d{1,4}(?:\s?\(\d{1,4}\))?|\b(?:no|nr|issue|number)\.?\s?\d{1,4}"
_OTHER = r"\(?(?:19|20)\d\d\)?"
_TAIL = re.compile(
    rf"[.,;:\s]{{0,3}}\(?(?:{_OTHER}[\s,;:.]{{1,3}})?(?:{_SURE}|{_PAGES.format('first')})"
    rf"(?:[\s,;:.]{{1,3}}(?:{_SURE}|{_PAGES.format('later')}|{_OTHER}))*\)?[.\s]{{0,3}}$",
    re.IGNORECASE,
)
_RANGE = r"(?:\d{1,6}|[ivxlc]{1,7})[-–—]{1,2}(?:\d{1,6}|[ivxlc]{1,7})"
_BARE = re.compile(rf"(?:\s*(?P<tab>\t)\s*|(?<=[.?!])\s+|\s+)(?P<pages>{_RANGE}|(?<=\t)\d{{1,6}})\.?$")
_SAME = re.compile(rf"\s*;\s+(?P<volume>[^;]{{3,}}[\s:])(?P<pages>{_RANGE})\.?$")
_LONGEST = 200  # characters of such an end
_FEWEST = 2  # lines that end so
_FEWEST_BARE = 3  # titles that end in pages alone
_PAGE = re.compile(r"\d+")
_HOURS = 24
_MOST = 2_000  # characters of a byline


def without_tails(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], Mapping[int, str]]:
    """The lines without such ends, and the pages that those tell, by the number of the line.

    A line that is nothing else is left out. One line alone may be a title: "Owls, Volume 2".
    """
    listed = _bare_pages(lines) or _pages_of_volume(lines)
    if listed:
        bare = [
            replace(line, text=line.text[: listed[line.number].start()].rstrip())
            if line.number in listed else line
            for line in lines
        ]  # fmt: skip
        return bare, {number: match["pages"] for number, match in listed.items()}
    tails = {line.number: match for line in lines if (match := _TAIL.search(line.text, _end(line)))}
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


def _end(line: SourceLine) -> int:
    """Where the end of a line begins that pages stand in."""
    return max(0, len(line.text) - _LONGEST)


def _bare_pages(lines: Sequence[SourceLine]) -> Mapping[int, re.Match[str]]:
    """The pages alone that most titles end in, by the number of the line: "Fast Locks 1-12".

    They grow from title to title, or stand behind a tab each and are no hours. A few titles may end in years:
    "Owls, 1990-1995".
    """
    found = {line.number: match for line in lines if (match := _BARE.search(line.text, _end(line)))}
    if any(_TAIL.search(line.text, _end(line)) for line in lines if line.number in found):
        return {}
    bylines = sum(len(line.text) < _MOST and names_people(line.text) for line in lines)
    tabbed = {number: match for number, match in found.items() if match["tab"]}
    last = max((int(page) for match in tabbed.values() for page in _PAGE.findall(match["pages"])), default=0)
    if _grow(tabbed.values()) or last > _HOURS:
        return tabbed if len(tabbed) >= _FEWEST and 2 * len(tabbed) > bylines else {}
    return found if _grow(found.values()) and len(found) >= _FEWEST_BARE and 2 * len(found) > bylines else {}


def _grow(found: Iterable[re.Match[str]]) -> bool:
    """Whether each pages begin behind the end of those before, as hours of a programme do not."""
    numbers = [[int(page) for page in _PAGE.findall(match["pages"])] for match in found]
    listed = [each for each in numbers if each]
    return bool(listed) and all(one[-1] < other[0] for one, other in pairwise(listed))


def _pages_of_volume(lines: Sequence[SourceLine]) -> Mapping[int, re.Match[str]]:
    """Ends of bylines that name one volume and pages of it: "Ann Lee; Proceedings of OWLS, 300:1-12"."""
    found = {line.number: match for line in lines if (match := _SAME.search(line.text, _end(line)))}
    volumes = Counter(match["volume"] for match in found.values())
    return {number: match for number, match in found.items() if volumes[match["volume"]] >= _FEWEST}
