"""Figures of an edition and of the series: what is counted, and what visitors read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from site_gen.cards.parts import Named
from site_gen.conference import Authorship, Conference, Paper, ProsePage, Series
from site_gen.conference.people import gather
from site_gen.kinds import KINDS
from site_gen.kinds.figures.charts import Bar, bar_rows, share_rows, stacked
from site_gen.problems import ProblemLog
from site_gen.site import catalogue, plan
from tests.rendering import by, links, locate, rendered, shown

KERNELS = Paper(id="kernels", title="Sparse Kernels", authors=by("Ada Bee", "Bo Ek"))
MORE = Paper(id="more", title="More Sparse Kernels", authors=by("Ada Bee"))
TREES = Paper(id="trees", title="Federated Trees", authors=by("Cy Du", "Ada Bee"))
OPEN = Paper(id="open", title="Federated Clients", authors=(*by("Cy Du"), Authorship(missing="others")))
FIRST = Conference(id="2021", title="S 2021", year=2021, papers=(KERNELS, MORE))
SECOND = Conference(id="2022", title="S 2022", year=2022, papers=(TREES, OPEN))
SERIES = Series(title="S", conferences=(FIRST, SECOND))
PAGES = rendered(SERIES)


def table(html: str, chart: str) -> list[list[str]]:
    """The rows of the table of a chart; headers first."""
    rows = LexborHTMLParser(html).css(f'section[aria-labelledby="{chart}"] tr')
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in rows]


def test_the_series_counts_papers_people_and_names_of_every_edition() -> None:
    page = PAGES["figures/"]
    assert shown(page, ".page-header li") == ["2 editions", "4 papers", "3 people"]
    assert table(page, "papers") == [["Edition", "Papers"], ["S 2021", "2"], ["S 2022", "2"]]
    assert table(page, "people") == [
        ["Edition", "First time here", "Wrote before"],
        ["S 2021", "2", "0"],
        ["S 2022", "1", "1"],
    ]
    assert table(page, "teams") == [["Edition", "Names"], ["S 2021", "1.5"], ["S 2022", "2.0"]]
    assert table(page, "subjects") == [
        ["Subject", "S 2021", "S 2022"],
        ["sparse kernels", "100 %", "0 %"],
        ["federated", "0 %", "100 %"],
    ]
    assert table(page, "prolific") == [["Authors", "Papers"], ["Ada Bee", "3"], ["Cy Du", "2"]]
    assert links(page, "main a") == {
        "S 2021": "../2021/figures/",
        "S 2022": "../2022/figures/",
        "Ada Bee": "../authors/ada-bee/",
        "Cy Du": "../authors/cy-du/",
    }


def test_an_edition_counts_its_own_and_says_what_is_left_out() -> None:
    page = PAGES["2022/figures/"]
    assert shown(page, ".page-header li") == [
        "2 papers",
        "2 people",
        "2.0 names on a paper, on average",
        "Figures of all editions",
    ]
    assert table(page, "subjects") == [["Subject", "Papers"], ["federated", "2"]]
    assert table(page, "teams") == [["Names", "Papers"], ["2 names", "1"]]
    assert table(page, "newcomers") == [["People", "Number"], ["First time here", "1"], ["Wrote before", "1"]]
    assert table(page, "prolific") == [["Authors", "Papers"], ["Cy Du", "2"]]
    assert shown(page, ".chart-note")[1:] == [
        "Without 1 paper whose names are not all known.",
        "Counted over the editions on this site.",
    ]


def test_the_first_edition_has_nobody_who_returns() -> None:
    assert table(PAGES["2021/figures/"], "newcomers") == []


def test_who_wrote_as_many_papers_as_too_many_others_is_not_named() -> None:
    pairs = [by(f"Ann {letter}", f"Ben {letter}") for letter in "ABCDEFGH"]
    papers = [
        Paper(id=f"p{number}", title="T", authors=pairs[number % 8] if number < 16 else by("Ann A"))
        for number in range(17)
    ]
    series = Series(title="S", conferences=(Conference(id="e", title="E", papers=tuple(papers)),))
    assert table(rendered(series)["e/figures/"], "prolific") == [["Authors", "Papers"], ["Ann A", "3"]]


def test_the_figures_are_in_the_menus_and_on_the_edition_s_page() -> None:
    assert links(PAGES["2022/"], ".edition-menu a")["Figures"] == "../2022/figures/"
    assert links(PAGES[""], ".site-menu a")["Figures"] == "figures/"
    assert links(PAGES["2022/"], "main .inline-list a") == {"Figures": "../2022/figures/"}


def test_a_series_may_want_no_figures_and_has_none_without_papers() -> None:
    empty = Series(title="S", conferences=(Conference(id="e", title="E"),))
    for series in (replace(SERIES, figures=False), empty):
        pages = rendered(series)
        assert [route for route in pages if "figures" in route] == []
        assert "Figures" not in shown("".join(pages.values()), "a")


def test_a_page_cannot_take_the_address_of_the_figures_or_the_map() -> None:
    page = ProsePage(id="map", title="Map")
    edition, own = replace(FIRST, pages=(page,)), replace(page, id="figures")
    series = replace(SERIES, conferences=(edition,), pages=(own,))
    problems = ProblemLog()
    contents = catalogue(series, gather(series, locate, problems), locate)
    plan(contents, KINDS, (), problems)
    assert [str(each.what) for each in problems.all] == [
        "a page cannot be named 'map'",
        "a page cannot be named 'figures'",
    ]


def test_bars_are_in_hundredths_of_the_longest() -> None:
    rows = bar_rows([Named("a"), Named("b")], [[1, 2], [0, 1]])
    assert [row.bars for row in rows] == [(Bar(0, 33, 1),), (Bar(0, 67, 1), Bar(67, 33, 2))]
    cells = share_rows([Named("a")], [[(1, 4), (0, 3), (1, 2)]])[0].cells
    assert [(cell.text, cell.bars) for cell in cells] == [
        ("25 %", (Bar(0, 50),)),
        ("0 %", ()),
        ("50 %", (Bar(0, 100),)),
    ]


@given(st.lists(st.integers(0, 500), max_size=4), st.integers(0, 10_000))
def test_the_parts_of_a_bar_follow_each_other_and_fit(numbers: list[int], more: int) -> None:
    bars = stacked(numbers, sum(numbers) + more)
    assert len(bars) == len([number for number in numbers if number])
    assert all(bar.length >= 1 for bar in bars)
    assert all(before.start <= after.start for before, after in pairwise(bars))
    assert all(bar.start + bar.length <= 101 for bar in bars)
