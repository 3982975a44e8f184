"""The manual in `docs/`: it builds without a word, every link in it leads somewhere, anybody can read it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docs.reference.__main__ import PAGES, main
from site_gen.build import build
from site_gen.check import check
from site_gen.problems import ProblemLog
from tests.rendering import PROJECT, shown

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
    assert "Final verdict" in html(manual, "reference-sources")
    assert "--band-mark" in html(manual, "reference-looks")
    assert shown(html(manual, "reference-problems"), "h2")[:2] == ["accepted-no-more", "address-taken"]


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
