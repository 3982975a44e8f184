"""Pages of a volume that digital libraries list among its papers: "[Front cover]", "Front Matter"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.reading.texts.lines import SourceLine, is_boilerplate
from site_gen.ingest.records import PaperRecord, Reading

_RANGE = re.compile(r"(\d+)\s?[-–—]+\s?(\d+)")
_FEWEST = 2  # papers, each of several pages
_VOLUME = re.compile(r"(?:the )?(?:proceedings of|findings of the association for)\b", re.IGNORECASE)
_MATTER = re.compile(r"(?P<front>front)[ -]?matter|back[ -]?matter", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]")


def without_volume_pages(reading: Reading) -> Reading:
    """A reading without what nobody wrote and is called in brackets alone, as nothing of the programme is."""
    if reading.format.is_own:
        return reading
    papers = tuple(each for each in reading.papers if not _is_of_volume(each))
    pages = len(reading.papers) - len(papers)
    if not pages:
        return reading
    return replace(reading, papers=papers, not_taken={**reading.not_taken, "pages of the volume": pages})


def _is_of_volume(paper: PaperRecord) -> bool:
    is_in_brackets = paper.title is not None and _IN_BRACKETS.fullmatch(paper.title.value) is not None
    return is_in_brackets and paper.authors is None


def is_volume(paper: PaperRecord) -> bool:
    """Whether the first of a list's papers is the volume that they are in, below it its editors."""
    return paper.title is not None and _VOLUME.match(paper.title.value) is not None


def without_matter_of_volume(lines: Sequence[SourceLine], pages: Mapping[int, str]) -> list[SourceLine]:
    """The lines without those that no paper has above its pages; what stands above them is a heading.

    Below each title of a paper stand authors and several pages; below those of parts always the same words,
    and one page, or Roman ones somewhere, or a link that papers have not: "Security", "Front Matter",
    "Pages 31-31", "PDF".
    """
    lines = _without_named_matter(lines, pages)
    filled = [line for line in lines if line.text and not is_boilerplate(line.text)]
    above = _above_pages(filled, pages)
    of_papers = {filled[at].text for at, printed in above.items() if not _is_short(printed)}
    others = [at for at in above if filled[at].text not in of_papers]
    often = Counter(filled[at].text for at in others)
    matter = [at for at in others if often[filled[at].text] > 1 or not _RANGE.fullmatch(above[at])]
    if len(of_papers) < _FEWEST or not any(often[filled[at].text] > 1 for at in matter):
        return list(lines)
    short = {above[at] for at in matter}
    shown = {
        pages[line.number - 1] for line in lines if is_boilerplate(line.text) and line.number - 1 in pages
    }
    if all(map(_RANGE.fullmatch, short)) and shown != short:  # one author may have several papers of a page
        return list(lines)
    headings = {filled[at - 1].number for at in matter if at and at - 1 not in above}
    taken = {filled[at].number for at in matter}
    return [
        replace(line, text=f"# {line.text}") if line.number in headings else line
        for line in lines
        if line.number not in taken
    ]


def _without_named_matter(lines: Sequence[SourceLine], pages: Mapping[int, str]) -> list[SourceLine]:
    """The lines without those that say "Front Matter" or "Back Matter", where papers have pages.

    What stands above the first, and has no pages below it, is the heading of a part.
    """
    matter = {line.number for line in lines if _MATTER.fullmatch(line.text)}
    if not matter or len(pages) < _FEWEST:
        return list(lines)
    headings: set[int] = set()
    filled = [line for line in lines if line.text and not is_boilerplate(line.text)]
    for above, line in pairwise(filled):
        found = _MATTER.fullmatch(line.text)
        has_pages = any(above.number < number < line.number for number in pages)
        if found and found["front"] and above.number not in matter and not has_pages:
            headings.add(above.number)
    return [
        replace(line, text=f"# {line.text}") if line.number in headings else line
        for line in lines
        if line.number not in matter
    ]


def _above_pages(filled: Sequence[SourceLine], pages: Mapping[int, str]) -> dict[int, str]:
    """The pages that stand in a line of their own, by the place of the line above."""
    numbers = sorted(line.number for line in filled)
    inside = set(numbers)
    places = ((bisect_left(numbers, number) - 1, pages[number]) for number in pages if number not in inside)
    return {at: printed for at, printed in places if at >= 0}


def _is_short(pages: str) -> bool:
    """Whether pages are a single one, or Roman ones before the first paper."""
    found = _RANGE.fullmatch(pages)
    return found is None or found[1] == found[2]
