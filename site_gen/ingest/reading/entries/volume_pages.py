"""Pages of a volume that digital libraries list among its papers: "[Front cover]", "[Copyright notice]"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.records import PaperRecord, Reading

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
