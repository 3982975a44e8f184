"""A paper of very many authors: their pages name the first, count the rest, and stay small."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from site_gen.cards.roles import printed_parts
from site_gen.conference import Authorship, Conference, Paper, Participant, Series, Session, Slot
from tests.rendering import planned, rendered, shown
from tests.steps import counted


def written_by(number: int) -> Series:
    """One paper by this many, and a second one by the last two."""
    authors = tuple(Authorship(name=f"Ada N{each:04}") for each in range(number))
    papers = (Paper(id="a", title="All", authors=authors), Paper(id="b", title="Both", authors=authors[-2:]))
    return Series(title="S", conferences=(Conference(id="2026", title="S 2026", papers=papers),))


def test_a_person_has_their_closest_co_authors_and_a_count_of_all_others() -> None:
    pages = rendered(written_by(120))
    company = shown(pages["authors/ada-n0118/"], ".co-author-list li")
    assert company[:2] == ["Ada N0119 2 papers", "Ada N0000 1 paper"]
    assert company[-2:] == ["Ada N0098 1 paper", "19 others"]
    bylines = shown(pages["authors/ada-n0118/"], ".byline")
    assert bylines[0].split(" Ada ")[-1] == "N0049 70 others"
    assert bylines[1] == "Ada N0118 Ada N0119"


def test_as_many_as_have_room_are_all_named() -> None:
    pages = rendered(written_by(50))
    assert len(shown(pages["authors/ada-n0000/"], ".co-author-list li")) == 49
    assert len(shown(pages["authors/ada-n0000/"], ".byline li")) == 50
    assert not any("others" in name for name in shown(pages["authors/ada-n0000/"], "li"))


def test_the_page_of_a_paper_folds_the_names_after_the_first_and_has_them_all() -> None:
    page = rendered(written_by(120))["2026/papers/a/"]
    assert shown(page, ".full-byline li") == [f"Ada N{each:04}" for each in range(120)]
    assert shown(page, "details.other-names > summary") == ["70 others"]
    assert shown(page, "details.other-names li") == [f"Ada N{each:04}" for each in range(50, 120)]
    first = ", ".join(f"Ada N{each:04}" for each in range(50))
    assert shown(page, ".citation-text") == [f"{first} and 70 others. All. In S 2026."]
    assert shown(page, ".bibtex")[0].count(", Ada") == 120


def test_every_list_of_papers_names_the_first_and_counts_the_others() -> None:
    talks = Session(
        id="talks", title="Talks", date=date(2026, 6, 8), slots=(Slot(paper="a"), Slot(paper="b"))
    )
    series = written_by(120)
    conference = replace(series.conferences[0], sessions=(talks,))
    series = replace(series, conferences=(conference,))
    lists = {
        route: [html.count("Ada N0049"), html.count("Ada N0050"), html.count("70 others")]
        for route, html in rendered(series).items()
        if "Ada N0049" in html and not route.startswith(("authors/", "2026/papers/a/"))
    }
    assert lists == {
        "2026/papers/": [1, 0, 1],
        "2026/sessions/talks/": [1, 0, 1],
        "2026/schedule/2026-06-08/": [1, 0, 1],
        "2026/booklet/": [2, 0, 2],  # with the citation
    }


def test_the_pages_of_twice_as_many_authors_are_twice_as_large() -> None:
    sizes = [
        sum(len(html) for route, html in rendered(written_by(number)).items() if route.startswith("authors/"))
        for number in (200, 400)
    ]
    assert sizes[1] < 2.1 * sizes[0]


def test_a_session_of_twice_as_many_people_is_twice_the_work_for_all_of_their_pages() -> None:
    def steps(number: int) -> int:
        people = tuple(
            Participant(name=f"Ada N{each % 100:04}", homepage=f"https://ada{each}.example")
            for each in range(number)
        )
        panel = Session(id="panel", title="Panel", people=people)
        site = planned(
            Series(title="S", conferences=(Conference(id="2026", title="S 2026", sessions=(panel,)),))
        )
        names = [f"ada-n{each:04}" for each in range(100)]
        printed, taken = counted(lambda: [each for name in names for each in printed_parts(site, name)])
        assert sorted(each.homepage or "" for each in printed) == sorted(
            each.homepage or "" for each in people
        )
        return taken

    assert steps(800) < 2.1 * steps(400)
