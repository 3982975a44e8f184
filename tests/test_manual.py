"""The manual in `docs/`: it builds without a word, every link in it leads somewhere, anybody can read it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docs.reference.__main__ import PAGES, main
from site_gen.build import build
from site_gen.check import check
from site_gen.ingest.reading.columns.column_names import SHEET_FIELDS
from site_gen.problems import ProblemLog
from tests.manual_pages import follow, matches
from tests.rendering import PROJECT, links, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published manual, as `make docs` makes it."""
    project = tmp_path_factory.mktemp("manual")
    for name in ("content", "static"):
        shutil.copytree(PROJECT / "docs" / name, project / name)
    main(project / "content" / "pages")
    problems, out = ProblemLog(), project / "_site"
    assert build(project, out, problems, jobs=1)
    check(project, out, problems)
    assert problems.all == []
    return out


PAGES_OF_RECIPES = [
    "papers",
    "programme",
    "corrections",
    "changes",
    "people",
    "sponsors",
    "proceedings",
    "next-edition",
    "looks",
    "languages",
    "themes",
    "publishing",
    "trouble",
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for the project of the tutorial, with a repository that stands for the one at GitHub."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "plenary").mkdir()
    shutil.copy(PROJECT / "Makefile", desk / "plenary")
    (desk / "gitconfig").write_text(
        f'[url "{(desk / "owls.git").as_uri()}"]\n insteadOf = https://github.com/you/owls.git\n'
        "[user]\n name = You\n email = you@example.org\n[init]\n defaultBranch = main\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(desk / "gitconfig"))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        subprocess.run(["git", "init", "-q", "--bare", desk / "owls.git"], check=True)
        yield desk


@pytest.fixture(scope="module")
def tutorial(desk: Path) -> list[tuple[str, str]]:
    """What the commands of the tutorial shall print, and what they print."""
    return list(follow(page("tutorial"), desk / "plenary"))


def page(name: str) -> str:
    """The Markdown of a page."""
    return (PROJECT / "docs" / "content" / "pages" / f"{name}.md").read_text(encoding="utf-8")


def differing(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The commands that print something else than the manual says."""
    return [each for each in found if not matches(*each)]


def test_the_tutorial_can_be_followed(tutorial: list[tuple[str, str]]) -> None:
    assert differing(tutorial) == []
    assert len(tutorial) == 13


@pytest.mark.parametrize("recipe", PAGES_OF_RECIPES)
def test_a_recipe_can_be_followed(
    recipe: str, desk: Path, tutorial: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert tutorial
    shutil.copytree(desk / "owls", tmp_path / "owls")
    found = list(follow(page(recipe), tmp_path / "owls"))
    assert found
    assert differing(found) == []


def test_every_recipe_is_followed(manual: Path) -> None:
    listed = links(html(manual, "recipes"), ".page-list a").values()
    assert [route.strip("./") for route in listed] == PAGES_OF_RECIPES


def html(manual: Path, route: str) -> str:
    """A page of the manual."""
    return (manual / route / "index.html").read_text(encoding="utf-8")


def test_the_manual_leads_to_tutorial_recipes_and_reference(manual: Path) -> None:
    assert shown(html(manual, ""), ".page-list h3") == ["Tutorial", "Recipes", "Reference"]
    assert shown(html(manual, "reference"), ".page-list h2") == [page.title for page in PAGES]


def test_the_reference_says_what_the_program_does(manual: Path) -> None:
    content = html(manual, "reference-content")
    assert "until when a night belongs to the evening before" in content.lower()
    assert "--base-url URL" in html(manual, "reference-commands")
    sources = html(manual, "reference-sources")
    assert "Final verdict" in sources
    assert [field for field in SHEET_FIELDS if f"<code>{field}</code>" not in sources] == []
    assert "--band-mark" in html(manual, "reference-looks")
    assert shown(html(manual, "reference-problems"), "h3")[:2] == ["accepted-no-more", "address-taken"]


def test_pages_of_the_manual_can_be_read_by_everybody(manual: Path, browser: Browser) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # late: slow; no types

    found: list[tuple[str, str]] = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme="light" if scheme == "light" else "dark")
        for route in ("tutorial/", "reference-commands/"):
            page.goto(f"{manual.as_uri()}/{route}index.html")
            report = Axe().run(page).response["violations"]
            found += [(f"{scheme} {route}", each["id"]) for each in report]
        page.close()
    assert found == []
