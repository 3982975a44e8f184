"""The skyline of an edition: a line a paper, as tall as its byline is long; it stands for the edition."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.locale import Locale
from site_gen.locale.sentences import skyline_words
from site_gen.site import Edition
from site_gen.values import dataclass

_FEWEST_PAPERS, _MOST_LINES = 10, 120
_STEP = 4  # units from line to line
_HEIGHT = 48


@dataclass(frozen=True, slots=True)
class Skyline:
    """The lines as SVG paths in a box of `width` × `height` units: of all papers, and of those with an award.

    `words` say what is shown, to those who do not see it.
    """

    width: int
    height: int
    papers: str
    awarded: str
    words: str


def skyline(locale: Locale, edition: Edition) -> Skyline | None:
    """The skyline of an edition's papers in the order of their list; None where they are few or all alike.

    In an edition of very many papers some neighbours share a line, which is that of the longest byline.
    """
    papers = [(len(paper.authors), paper.id in edition.awards) for paper in edition.papers.values()]
    if len(papers) < _FEWEST_PAPERS or len({names for names, _ in papers}) == 1:
        return None
    size = -(-len(papers) // _MOST_LINES)
    groups = [papers[start : start + size] for start in range(0, len(papers), size)]
    lines = [(max(names for names, _ in group), any(awarded for _, awarded in group)) for group in groups]
    most = max(1, *(names for names, _ in lines))
    return Skyline(
        width=_STEP * len(lines),
        height=_HEIGHT,
        papers=_path(lines, most, awarded=False),
        awarded=_path(lines, most, awarded=True),
        words=skyline_words(locale, len(edition.papers), most),
    )


def _path(lines: Sequence[tuple[int, bool]], most: int, *, awarded: bool) -> str:
    return "".join(
        f"M{_STEP * place + _STEP // 2} {_HEIGHT}V{_HEIGHT - max(1, names * (_HEIGHT - 2) // most)}"
        for place, (names, has_award) in enumerate(lines)
        if has_award is awarded
    )
