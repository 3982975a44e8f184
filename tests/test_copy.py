"""The buttons of a paper's page that copy its title and abstract, its citation, its BibTeX."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from site_gen.build import build
from site_gen.problems import ProblemLog
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAPER = """\
title: Trees in $O(n^2)$ & <b>more</b>
authors: [Ada Bee]
abstract: |
  We *grow* them,
  in $x_1$ steps.

  - one

  - two <script>
"""
PLACE = "2022/papers/trees/"
CITATION = "Ada Bee. Trees in O(n²) & <b>more</b>. In S 2022, 2022."
BIBTEX = """\
@inproceedings{bee2022trees,
  title     = {{Trees in $O(n^2)$ \\& <b>more</b>}},
  author    = {Bee, Ada},
  booktitle = {S 2022},
  year      = {2022}
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with one paper."""
    project = tmp_path_factory.mktemp("site")
    for name, text in {
        "site.yaml": "title: S\n",
        "2022/conference.yaml": "title: S 2022\nyear: 2022\n",
        "2022/papers/trees.yaml": PAPER,
    }.items():
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    problems = ProblemLog()
    build(project, project / "_site", problems)
    assert problems.all == []
    with served(project / "_site") as address:
        yield address


def press(page: Page, label: str) -> str:
    """What a screen reader is told when a button is pressed, which says the same."""
    button = page.get_by_role("button", name=label)
    button.click()
    status = page.get_by_role("status")
    status.wait_for(state="attached")
    announcement = status.inner_text()
    assert page.get_by_role("button", name=announcement).count() == 1
    return announcement


@pytest.mark.parametrize(
    ("label", "copied"),
    [
        (
            "Copy title and abstract",
            "Trees in $O(n^2)$ & <b>more</b>\n\nWe grow them, in $x_1$ steps.\n\none\n\ntwo <script>",
        ),
        ("Copy citation", CITATION),
        ("Copy BibTeX", BIBTEX),
    ],
)
def test_a_button_copies_its_text_and_says_so(browser: Browser, site: str, label: str, copied: str) -> None:
    with window(browser, permissions=["clipboard-read", "clipboard-write"]) as (_, page):
        page.goto(site + PLACE)
        assert press(page, label) == "Copied"
        assert page.evaluate("navigator.clipboard.readText()") == copied
        page.get_by_role("button", name=label).wait_for()


def test_where_the_browser_refuses_the_text_is_selected(browser: Browser, site: str) -> None:
    with window(browser) as (context, page):
        context.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        page.goto(site + PLACE)
        assert press(page, "Copy BibTeX") == "The browser does not allow it; the text is selected"
        assert page.evaluate("getSelection().toString()").strip() == BIBTEX


def test_without_a_clipboard_or_scripts_the_texts_stand_there_and_no_button(
    browser: Browser, site: str
) -> None:
    with window(browser, java_script_enabled=False) as (_, page):
        page.goto(site + PLACE)
        assert page.get_by_role("button", name="Copy").count() == 0
        assert page.get_by_text(CITATION).is_visible()
        assert page.locator(".bibtex").inner_text() == BIBTEX
    with window(browser) as (context, page):
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.goto(site + PLACE, wait_until="networkidle")
        assert page.get_by_role("button", name="Copy").count() == 0
