"""Bibliographies that a page makes: byte for byte the files that `exports: all` publishes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.rendering import links, published
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONTENT = {
    "2021/conference.yaml": "title: S 2021\nyear: 2021\n",
    "2021/papers/trees.yaml": "title: Trees\nauthors: [Łukasz Żółw]\npages: '7'\n",
    "2022/conference.yaml": "title: S 2022\nyear: 2022\npublisher: P & Q\nlocation: Málaga\nvolume: '4'\n"
    "editors: [Ada Lovelace]\nlicence: CC-BY-4.0\n",
    "2022/papers/formulas.yaml": "title: Trees in $O(n^2)$ & {more} @ 14% of \"us\"\n"
    "authors: [Łukasz Żółw, 泽浩 刘, {missing: others}]\n"
    "abstract: |\n  It is *fast*, ends in TY  - and @x{y, of $x_1$.\n\n  Really, \\alpha.\n"
    "keywords: [\"speech, vision\", C#]\npages: 430–449\ndoi: 10.1000/x_1(2)\nlinks: [{rel: paper, url: 'https://e.org/{1}'}]\n",
    "2022/papers/gaps.yaml": "authors: [{missing: one}, Old Name]\nabstract: Cut here…\n",
    "2022/papers/retracted.yaml": "title: Ends, with a backslash \\\nauthors: [Old Name]\nstatus: withdrawn\n"
    "erratum: Table 1 is wrong.\nlanguage: fr\n",
    "2022/sessions.yaml": "- id: oral\n  title: Oral\n  kind: oral\n  date: 2022-08-29\n  start: 09:00\n"
    "  slots: [{paper: retracted}, {paper: formulas}]\n"
    "- id: lunch\n  title: Lunch\n  kind: break\n",
    "authors.yaml": "- id: new-name\n  name: New Name\n  former_names: [{name: Old Name, hidden: yes}]\n",
}  # fmt: skip

MADE = [
    "2021/papers/trees/trees.csl.json",
    "2021/papers/trees/trees.ris",
    "2022/papers/formulas/formulas.csl.json",
    "2022/papers/formulas/formulas.ris",
    "2022/papers/gaps/gaps.csl.json",
    "2022/papers/gaps/gaps.ris",
    "2022/papers/retracted/retracted.csl.json",
    "2022/papers/retracted/retracted.ris",
    "2022/sessions/oral/oral.bib",
    "2022/sessions/oral/oral.csl.json",
    "2022/sessions/oral/oral.ris",
    "authors/lukasz-zolw/calendar.ics",
    "authors/lukasz-zolw/lukasz-zolw.bib",
    "authors/lukasz-zolw/lukasz-zolw.csl.json",
    "authors/lukasz-zolw/lukasz-zolw.ris",
    "authors/new-name/calendar.ics",
    "authors/new-name/new-name.bib",
    "authors/new-name/new-name.csl.json",
    "authors/new-name/new-name.ris",
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site with the usual files, and with all."""
    return (
        published(tmp_path_factory.mktemp("usual"), {"site.yaml": "title: S\n", **CONTENT}),
        published(tmp_path_factory.mktemp("all"), {"site.yaml": "title: S\nexports: all\n", **CONTENT}),
    )


@pytest.fixture(scope="module")
def site(folders: tuple[Path, Path]) -> Iterator[str]:
    with served(folders[0]) as address:
        yield address


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_all_exports_are_these_files_more(folders: tuple[Path, Path]) -> None:
    usual, every = map(files, folders)
    assert usual - every == set()
    assert sorted(path for path in every - usual if "zehao" not in path and "liu" not in path) == MADE


def test_the_file_that_a_page_makes_is_that_of_all_exports(
    browser: Browser, site: str, folders: tuple[Path, Path]
) -> None:
    with window(browser) as (_, page):
        for path in (path for path in MADE if not path.endswith(".ics")):
            assert (path, made(page, site, path)) == (path, (folders[1] / path).read_bytes())


def made(page: Page, site: str, path: str) -> bytes:
    """The file of this name that a page offers to make."""
    folder, _, name = path.rpartition("/")
    page.goto(f"{site}{folder}/")
    button = page.locator(f'.made-file[data-name="{name}"]')
    button.wait_for(state="attached")
    if page.locator(".made > .page-action-group").count():
        page.click(".made summary")
    with page.expect_download() as found:
        button.click()
    assert found.value.suggested_filename == name
    return Path(found.value.path()).read_bytes()


def test_what_cannot_be_loaded_is_said(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        page.route("**/papers.ris", lambda route: route.abort())
        page.goto(f"{site}2022/papers/formulas/")
        page.get_by_role("button", name="RIS").click()
        page.get_by_role("button", name="It could not be loaded").wait_for()
        assert page.get_by_role("status").inner_text() == "It could not be loaded"


def test_without_scripts_a_paper_has_its_bibtex_and_nothing_leads_nowhere(
    browser: Browser, site: str
) -> None:
    with window(browser, java_script_enabled=False) as (_, page):
        page.goto(f"{site}2022/papers/formulas/")
        assert page.inner_text(".citation-files") == "As a file: BibTeX"
        for place in ("2022/sessions/oral/", "authors/new-name/"):
            page.goto(f"{site}{place}")
            assert page.locator("main").count() == 1
            assert not page.get_by_text("Cite").first.is_visible()


def test_with_all_exports_pages_link_to_the_files(folders: tuple[Path, Path]) -> None:
    page = (folders[1] / "2022/sessions/oral/index.html").read_text(encoding="utf-8")
    assert links(page, ".page-actions a") == {
        "Calendar": "../../../2022/sessions/oral/oral.ics",
        "BibTeX": "../../../2022/sessions/oral/oral.bib",
        "RIS": "../../../2022/sessions/oral/oral.ris",
        "CSL-JSON": "../../../2022/sessions/oral/oral.csl.json",
    }
    assert LexborHTMLParser(page).css(".made-file") == []
