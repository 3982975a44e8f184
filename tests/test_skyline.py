"""The picture of an edition's papers."""

from __future__ import annotations

from site_gen.cards.skyline import Skyline, skyline
from site_gen.conference import Award, Conference, Paper, Series
from site_gen.locale import ENGLISH
from site_gen.site import Edition
from tests.rendering import by, planned


def edition(*names: int, awards: tuple[Award, ...] = ()) -> Edition:
    """An edition of papers with so many authors each."""
    papers = tuple(
        Paper(id=f"p{place:04}", title=f"P{place:04}", authors=by(*(f"A{name}" for name in range(count))))
        for place, count in enumerate(names)
    )
    conference = Conference(id="e", title="E", papers=papers, awards=awards)
    return planned(Series(title="S", conferences=(conference,))).catalogue.editions["e"]


def test_a_paper_is_a_line_as_tall_as_its_byline_is_long() -> None:
    best = Award(id="best", name="Best", papers=("p0001",))
    assert skyline(ENGLISH, edition(1, 2, 4, awards=(best,))) == Skyline(
        width=12,
        height=48,
        papers="M2 48V37M10 48V2",
        awarded="M6 48V25",
        words="3 papers as lines, each as tall as its byline is long; the longest has 4 names.",
    )


def test_a_paper_without_authors_is_seen_too() -> None:
    found = skyline(ENGLISH, edition(0))
    assert found is not None
    assert found.papers == "M2 48V47"


def test_very_many_papers_share_lines() -> None:
    found = skyline(ENGLISH, edition(*[3] * 1000))
    assert found is not None
    assert (found.width, found.papers.count("M")) == (4 * 112, 112)


def test_without_papers_there_is_no_skyline() -> None:
    assert skyline(ENGLISH, edition()) is None
