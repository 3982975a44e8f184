"""An edition in one file: everything in it, nothing asked of anybody, every link in its place."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.build import build
from site_gen.check import check
from site_gen.exports.bundles.inlined import Surroundings, parts_of
from site_gen.problems import ProblemLog
from tests.serving import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FILES = {
    "content/site.yaml": "title: S\nbase_url: https://s.example/conf/\ntime_zone: UTC\n",
    "content/2026/conference.yaml": "title: S 2026\nfirst_day: 2026-05-18\n"
    "sponsors:\n  - name: Acme\n    tier: Gold\n    logo: acme.svg\n",
    "content/2026/sessions.yaml": "- id: one\n  title: One\n  kind: oral\n  date: 2026-05-18\n"
    "  start: '09:00'\n  slots:\n    - paper: first\n",
    "content/2026/papers/first.yaml": "title: First & <last>\nauthors:\n  - name: Ada Byron\n"
    "abstract: About *it*.\n",
    "content/2026/pages/travel.md": "---\ntitle: Travel\n---\n## By train\n\nTo the [papers](../papers/).\n",
    "content/2025/conference.yaml": "title: S 2025\n",
    "content/2025/papers/old.yaml": "title: Old\nauthors:\n  - name: Ada Byron\n",
    "static/acme.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>\n',
}
FILE = "2026/2026-offline.html"


def made(folder: Path, *asked_for: str, **files: str) -> Path:
    """The site of a project, with an edition in one file where that is asked for."""
    for name, text in (FILES | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = ProblemLog()
    assert build(folder, folder / "_site", problems, asked_for=asked_for)
    assert problems.all == []
    return folder / "_site"


class Facts(HTMLParser):
    """The ids and addresses of a page, and the elements in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: dict[str, str] = {}
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src", "srcset", "poster", "data", "action"):
                self.addresses[value or ""] = f"{tag} {name}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("project"), "single-file")


@pytest.fixture(scope="module")
def html(site: Path) -> str:
    return (site / FILE).read_text(encoding="utf-8")


def test_every_page_of_the_edition_and_its_authors_is_in_the_file(html: str) -> None:
    assert {each for each in Facts(html).ids if ":" not in each} == {
        "2026",
        "2026/schedule",
        "2026/schedule/2026-05-18",
        "2026/sessions/one",
        "2026/papers",
        "2026/papers/first",
        "2026/travel",
        "authors/ada-byron",
    } | {each for each in ("2026/figures", "2026/map") if f'id="{each}"' in html}
    assert "First &amp; &lt;last&gt;" in html
    assert "About <em>it</em>." in html


def test_a_drawing_keeps_the_titles_of_its_parts() -> None:
    drawing = '<svg viewBox="0 0 9 9"><g><title>A dot</title><circle r="1"/></g></svg>'
    page = f'<html lang="en"><title>Map</title><main class="page">{drawing}</main></html>'
    found = parts_of(page, "map/", Surroundings({"map/": "map"}, lambda _: None, None), is_first=False)
    assert (found.title, "".join(found.main)) == ("Map", drawing)


def test_every_link_leads_into_the_file_or_to_the_site(html: str) -> None:
    facts = Facts(html)
    assert len(facts.ids) == len(set(facts.ids))
    inside = {each[1:] for each in facts.addresses if each.startswith("#")}
    assert inside <= set(facts.ids)
    assert {"2026/papers/first", "authors/ada-byron"} <= inside
    outside = [each for each in facts.addresses if not each.startswith(("#", "data:"))]
    assert "https://s.example/conf/2025/papers/old/" in outside
    here = ("https://s.example/conf/", "webcal://s.example/conf/")
    assert [each for each in outside if not each.startswith(here)] == []


def test_nothing_in_the_file_is_loaded_or_run(html: str) -> None:
    facts = Facts(html)
    assert facts.tags & {"script", "template", "form", "iframe", "button", "input"} == set()
    assert [each for each, place in facts.addresses.items() if place.endswith(("src", "srcset"))] == [
        each for each in facts.addresses if each.startswith("data:image/svg+xml;base64,")
    ]
    assert re.findall(r"url\((?!\"data:)", html) == []


def test_the_file_is_made_only_where_it_is_asked_for(tmp_path: Path) -> None:
    site = made(tmp_path)
    assert not (site / FILE).exists()
    assert "offline.html" not in (site / "data/index.html").read_text()
    site = made(tmp_path, "single-file")
    assert f'href="../{FILE}"' in (site / "data/index.html").read_text()
    assert f'href="../{FILE}" download' in (site / "offline/index.html").read_text()
    assert FILE not in (site / "sitemap.xml").read_text()


def test_the_file_follows_its_pages(tmp_path: Path) -> None:
    before = (made(tmp_path / "kept", "single-file") / FILE).read_bytes()
    changed = {"content/2026/papers/first.yaml": "title: Anew\nauthors:\n  - name: Ada Byron\n"}
    after = (made(tmp_path / "kept", "single-file", **changed) / FILE).read_bytes()
    assert after != before
    assert after == (made(tmp_path / "new", "single-file", **changed) / FILE).read_bytes()


def test_without_a_base_url_links_out_of_the_file_are_text(tmp_path: Path) -> None:
    html = (
        made(tmp_path, "single-file", **{"content/site.yaml": "title: S\ntime_zone: UTC\n"}) / FILE
    ).read_text()
    assert [each for each in Facts(html).addresses if not each.startswith(("#", "data:"))] == []
    assert "<a>Old</a>" in html


def test_the_file_passes_the_check(site: Path) -> None:
    problems = ProblemLog()
    check(site.parent, site, problems)
    assert problems.all == []
    page = site / FILE
    page.write_text(page.read_text().replace("<style>", "<style>p { color: red }"))
    check(site.parent, site, problems)
    assert {problem.code for problem in problems.all} == {"changed-file", "inline-style"}


def test_the_file_opens_from_a_stick_with_its_style_and_asks_nobody(browser: Browser, tmp_path: Path) -> None:
    site = made(tmp_path, "single-file")
    with window(browser, java_script_enabled=False) as (_, page):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / FILE).as_uri())
        page.get_by_role("link", name="First & <last>").first.click()
        assert page.url.endswith("#2026/papers/first")
        assert page.locator("h1").all_inner_texts() == ["S 2026"]
        assert asked == [(site / FILE).as_uri()]
        band = page.locator(".masthead-site").bounding_box()
        assert band
        assert band["width"] == page.viewport_size["width"]  # type: ignore[index]  # there is one
