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
    assert skyline(ENGLISH, edition(1, 2, 4, *[1] * 7, awards=(best,))) == Skyline(
        width=40,
        height=48,
        papers="M2 48V37M10 48V2" + "".join(f"M{place} 48V37" for place in range(14, 40, 4)),
        awarded="M6 48V25",
        words="10 papers as lines, each as tall as its byline is long; the longest has 4 names.",
    )


def test_a_paper_without_authors_is_seen_too() -> None:
    found = skyline(ENGLISH, edition(0, *[46] * 9))
    assert found is not None
    assert found.papers.startswith("M2 48V47M6 48V2")


def test_very_many_papers_share_lines() -> None:
    found = skyline(ENGLISH, edition(*[3, 4] * 500))
    assert found is not None
    assert (found.width, found.papers.count("M")) == (4 * 112, 112)


def test_few_papers_and_bylines_of_one_length_say_nothing() -> None:
    for names in ((), (1, 2, 3), (3,) * 50):
        assert skyline(ENGLISH, edition(*names)) is None
