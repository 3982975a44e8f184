"""Links by which a reader mends a page: its file in the repository, and a message about a mistake."""

from __future__ import annotations

from datetime import date

import pytest

from site_gen.conference import Author, Conference, Paper, Series, Session
from tests.rendering import by, links, rendered

GITHUB = "https://github.com/owls/conf"
PAPER = "2027/papers/trees/"
CONFERENCE = Conference(
    id="2027",
    title="Owls 2027",
    papers=(Paper(id="trees", title="Trees & Owls?", authors=by("Ann Bee", "Cy Dee")),),
    sessions=(Session(id="opening", title="Opening", date=date(2027, 5, 3)),),
)


def ways(route: str, repository: str | None = None, contact: str | None = None) -> dict[str, str]:
    """The links at the foot of a page."""
    series = Series(
        title="Owls",
        repository=repository,
        contact=contact,
        authors=(Author(id="ann-bee", name="Ann Bee"),),
        conferences=(CONFERENCE,),
    )
    return links(rendered(series, "https://owls.example/")[route], ".edit-links a")


@pytest.mark.parametrize(
    ("repository", "file"),
    [
        (GITHUB, "https://github.com/owls/conf/edit/HEAD/content/2027/papers/trees"),
        (f"{GITHUB}.git", "https://github.com/owls/conf/edit/HEAD/content/2027/papers/trees"),
        (f"{GITHUB}/tree/main", "https://github.com/owls/conf/edit/main/content/2027/papers/trees"),
        (
            f"{GITHUB}/tree/main/site/",
            "https://github.com/owls/conf/edit/main/site/content/2027/papers/trees",
        ),
        ("https://gitlab.com/a/b/c", "https://gitlab.com/a/b/c/-/blob/HEAD/content/2027/papers/trees"),
        (
            "https://gitlab.owls.example/a/b/-/tree/main",
            "https://gitlab.owls.example/a/b/-/edit/main/content/2027/papers/trees",
        ),
    ],
)
def test_a_page_leads_to_its_file_in_the_repository(repository: str, file: str) -> None:
    assert ways(PAPER, repository)["Edit this page"] == file


@pytest.mark.parametrize(
    ("route", "is_written"),
    [("", True), ("2027/", True), ("2027/sessions/opening/", True), ("2027/schedule/2027-05-03/", True),
     ("authors/ann-bee/", True), ("authors/cy-dee/", False), ("authors/", False), ("404.html", False)],
)  # fmt: skip
def test_only_a_page_that_has_a_content_file_can_be_edited(route: str, is_written: bool) -> None:
    assert ("Edit this page" in ways(route, GITHUB)) is is_written


@pytest.mark.parametrize(
    ("repository", "contact", "address"),
    [
        (
            GITHUB,
            "mailto:chairs@owls.example",
            "mailto:chairs@owls.example?subject=Mistake%20on%20%E2%80%9CTrees%20%26%20Owls%3F%E2%80%9D"
            "&body=https%3A%2F%2Fowls.example%2F2027%2Fpapers%2Ftrees%2F",
        ),
        (None, "https://owls.example/contact", "https://owls.example/contact"),
        (
            f"{GITHUB}/tree/main",
            None,
            "https://github.com/owls/conf/issues/new?title=Mistake%20on%20%E2%80%9CTrees%20%26%20Owls%3F"
            "%E2%80%9D&body=https%3A%2F%2Fowls.example%2F2027%2Fpapers%2Ftrees%2F",
        ),
        (
            "https://gitlab.com/owls/conf",
            None,
            "https://gitlab.com/owls/conf/-/issues/new?issue%5Btitle%5D=Mistake%20on%20%E2%80%9CTrees%20%26%20"
            "Owls%3F%E2%80%9D&issue%5Bdescription%5D=https%3A%2F%2Fowls.example%2F2027%2Fpapers%2Ftrees%2F",
        ),
    ],
)
def test_a_mistake_is_reported_with_the_page_named(
    repository: str | None, contact: str | None, address: str
) -> None:
    assert ways(PAPER, repository, contact)["Report a mistake"] == address


@pytest.mark.parametrize("repository", [None, "https://code.owls.example/conf"])
def test_without_a_known_way_there_is_no_link(repository: str | None) -> None:
    assert ways(PAPER, repository) == {}
