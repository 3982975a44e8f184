"""The map of papers: groups of what speaks of the same, places that do not overlap, and the page."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from site_gen.analysis import DOT, Disc, Text, arranged, clusters, read
from site_gen.conference import Award, Conference, Paper, Series
from tests.access import SCHEMES, faults_of_access, is_wide
from tests.rendering import links, rendered, shown
from tests.serving import window
from tests.test_related import MADE_UP

ROUTES = (
    "2022/map/", "2022/figures/", "figures/", "2022/papers/", "authors/carole-jean-wu/",
    "2022/papers/papaya-practical-private-and-scalable-federated-learning/",
)  # fmt: skip

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TITLES = (
    "Sparse Kernels", "Sparse Kernels on Phones", "Kernels for Sparse Graphs", "Fast Sparse Kernels",
    "Federated Trees", "Federated Learning of Trees", "Trees in Federated Learning",
    "Growing Federated Trees", "Bayesian Nets", "Uncertain Bayesian Nets", "Nets of a Bayesian", "Paintings",
)  # fmt: skip


def grouped(texts: list[Text]) -> list[tuple[str, tuple[int, ...]]]:
    """The groups of some texts: what they are named after, and who is in them."""
    corpus = read(texts)
    found = clusters(corpus.profiles)
    return [(", ".join(map(corpus.forms.shown, each.terms)), tuple(sorted(each.members))) for each in found]


def test_texts_that_speak_of_the_same_are_a_group_and_one_that_is_like_none_stands_apart() -> None:
    assert grouped([Text(title) for title in TITLES]) == [
        ("sparse kernels", (0, 1, 2, 3)),
        ("federated trees, learning", (4, 5, 6, 7)),
        ("bayesian nets", (8, 9, 10)),
        ("", (11,)),
    ]


def test_no_text_and_texts_without_words_are_grouped_too() -> None:
    assert grouped([]) == []
    assert grouped([Text(""), Text("The of")]) == [("", (0, 1))]


@settings(max_examples=60)
@given(MADE_UP)
def test_every_text_is_in_one_group_and_the_largest_comes_first(texts: list[Text]) -> None:
    found = clusters(read(texts).profiles)
    assert sorted(each for cluster in found for each in cluster.members) == list(range(len(texts)))
    sizes = [len(cluster.members) for cluster in found if cluster.terms]
    assert sizes == sorted(sizes, reverse=True)
    assert [bool(cluster.terms) for cluster in found] == sorted(
        (bool(cluster.terms) for cluster in found), reverse=True
    )


SIZES = st.lists(st.integers(1, 60), min_size=1, max_size=12)
LABEL = st.tuples(st.integers(0, 200), st.integers(0, 90))


@settings(max_examples=60)
@given(SIZES, st.lists(LABEL, min_size=12, max_size=12), st.integers(0, 1000))
def test_no_disc_and_no_dot_overlaps_another_and_each_holds_its_own(
    sizes: list[int], labels: list[tuple[int, int]], like: int
) -> None:
    discs = arranged(sizes, labels[: len(sizes)], lambda one, other: like * (one + other) % 1000)
    assert [len(disc.dots) for disc in discs] == sizes
    for one, other in combinations(discs, 2):
        assert _apart(one, other) >= one.radius + other.radius
    for disc, (width, height) in zip(discs, labels, strict=False):
        for dot in disc.dots:
            assert hypot(dot.x - disc.centre.x, dot.y - disc.centre.y) + DOT <= disc.radius
        for dot, another in combinations(disc.dots, 2):
            assert hypot(dot.x - another.x, dot.y - another.y) >= 2 * DOT
        top = min(dot.y for dot in disc.dots) - DOT - height
        assert hypot(width / 2, disc.centre.y - top) <= disc.radius


def _apart(one: Disc, other: Disc) -> float:
    return hypot(one.centre.x - other.centre.x, one.centre.y - other.centre.y)


def test_groups_that_are_like_each_other_lie_nearer() -> None:
    pairs = {(3, 1), (4, 2)}
    first, second, third, fourth, fifth = arranged(
        [9] * 5, [(0, 0)] * 5, lambda one, other: 900 if (one, other) in pairs else 0
    )
    assert _apart(fourth, second) < _apart(fourth, third)
    assert _apart(fifth, third) < _apart(fifth, second)
    assert first.centre.x == 0


PAPERS = tuple(Paper(id=f"p{number:02}", title=title) for number, title in enumerate(TITLES))
EDITION = Conference(
    id="e", title="E", papers=PAPERS, awards=(Award(id="best", name="Best", papers=("p00", "p11")),)
)


def the_map(edition: Conference) -> str:
    """The map's page."""
    return rendered(Series(title="S", conferences=(edition,)))["e/map/"]


def test_the_groups_are_listed_with_the_papers_that_are_dots_on_the_map() -> None:
    html = the_map(EDITION)
    assert shown(html, ".paper-group h2") == [
        "1 sparse kernels 4 papers",
        "2 federated trees, learning 4 papers",
        "3 bayesian nets 3 papers",
        "4 Other papers 1 paper",
    ]
    assert shown(html, ".paper-map text:not(.map-number)") == [
        "1 sparse kernels", "2 federated trees", "3 bayesian nets", "4 Other papers",
    ]  # fmt: skip
    listed = links(html, ".paper-group a")
    assert sorted(listed) == sorted(TITLES)
    discs = LexborHTMLParser(html).css(".paper-map a:has(.map-disc)")
    assert [disc.attributes["href"] for disc in discs] == [f"#papers-{number}" for number in range(1, 5)]
    assert len(LexborHTMLParser(html).css(".paper-group [open] ul[id^=papers-]")) == 4
    dots = LexborHTMLParser(html).css(".paper-map a:has(title)")
    assert {dot.attributes["href"] for dot in dots} == set(listed.values())
    assert {dot.attributes["tabindex"] for dot in dots} == {"-1"}
    assert len(LexborHTMLParser(html).css(".paper-map circle[data-award]")) == 2
    assert shown(html, ".map-legend") == ["with an award"]


def test_few_papers_and_withdrawn_ones_make_no_map() -> None:
    def has_map(edition: Conference, *, figures: bool = True) -> bool:
        return "e/map/" in rendered(Series(title="S", conferences=(edition,), figures=figures))

    withdrawn = replace(PAPERS[0], status="withdrawn")
    assert has_map(EDITION)
    assert not has_map(EDITION, figures=False)
    assert not has_map(replace(EDITION, papers=(withdrawn, *PAPERS[1:]), awards=()))


def test_the_pages_of_the_papers_are_accessible_and_fit(browser: Browser, real_site: str) -> None:
    with window(browser, viewport={"width": 320, "height": 800}) as (_, page):
        for route in ROUTES:
            page.set_viewport_size({"width": 320, "height": 800})
            page.goto(real_site + route)
            narrow = faults_of_access(page, SCHEMES[:1])  # dark, a narrow page is no other
            assert (route, is_wide(page), narrow) == (route, False, [])
            page.set_viewport_size({"width": 1280, "height": 800})
            assert (route, is_wide(page), faults_of_access(page)) == (route, False, [])
