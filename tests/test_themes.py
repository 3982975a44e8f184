"""Themes: another shape of all pages, named in one line."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.assets import collect, themed
from site_gen.conference import Theme
from site_gen.planning import plan_site
from site_gen.problems import ProblemLog
from tests.access import faults_of_access, is_wide
from tests.rendering import PROJECT, write_site
from tests.serving import served
from tests.test_conference_life import NORDSYS, SERIES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

THEMES = ("journal", "billboard")


def sheet(theme: Theme, project: Path = PROJECT) -> str:
    problems = ProblemLog()
    body = themed(collect(project, problems), theme).files["site.css"].body
    assert problems.all == []
    return body.decode()


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_adds_to_the_style_sheet_what_pages_can_bear(name: str) -> None:
    plain, named = sheet(Theme()), sheet(Theme(name=name))
    assert named.startswith(plain)
    assert "@layer theme {" in named
    assert len(gzip.compress(named.encode())) <= 18_000


def test_a_sheet_of_ones_own_is_the_last_layer_and_a_theme_of_ones_own_has_a_name(tmp_path: Path) -> None:
    for name, text in {
        "css/themes/evening.css": '@layer theme { .hero { background: url("../../a.svg"); } }\n',
        "css/ours.css": "a { color: red; }\n",
        "a.svg": "<svg/>",
    }.items():
        (tmp_path / "static" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "static" / name).write_text(text)
    found = sheet(Theme(name="evening", css="css/ours.css", accent="#8c1d40"), tmp_path)
    added = found.removeprefix(sheet(Theme()))
    assert added.startswith('@layer theme { .hero { background: url("a.')
    assert added.endswith("@layer own {\na { color: red; }\n}\n")


def test_a_theme_or_sheet_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: T\ntheme:\n  name: jurnal\n  css: css/ours.css\n")
    problems = ProblemLog()
    plan_site(tmp_path, problems)
    assert [(str(each.place), each.what, each.hint) for each in problems.errors] == [
        ("content/site.yaml:3:3", "there is no theme 'jurnal'", "did you mean 'journal'?"),
        ("content/site.yaml:4:3", "there is no 'css/ours.css' in static/",
         "put it there as static/css/ours.css"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
def test_everybody_can_use_every_theme(name: str, browser: Browser, tmp_path: Path) -> None:
    theme = Theme(name=name, accent="#aa7700")  # hard to read as it is
    write_site(replace(SERIES, theme=theme, conferences=(replace(NORDSYS, phase="programme"),)), tmp_path)
    with served(tmp_path) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        found, wide = [], []
        for route in ("2026/", "2026/schedule/", "2026/papers/"):
            page.goto(address + route)
            found += faults_of_access(page)
            for width in (360, 1920):
                page.set_viewport_size({"width": width, "height": 800})
                wide += [(route, width)] if is_wide(page) else []
        page.close()
    assert (found, wide) == ([], [])


@pytest.mark.parametrize("name", ["", *THEMES])
def test_on_a_phone_a_day_begins_high_and_the_hero_below_the_menu(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    theme = Theme(name=name) if name else Theme()
    write_site(replace(SERIES, theme=theme, conferences=(replace(NORDSYS, phase="programme"),)), tmp_path)
    with served(tmp_path) as address:
        page = browser.new_page(viewport={"width": 360, "height": 780})
        page.goto(address + "2026/schedule/2026-09-14/")
        first = page.locator(".session-card").first.bounding_box()
        page.goto(address + "2026/")
        chosen = page.locator(".edition-menu [aria-current]").bounding_box()
        hero = page.locator(".hero").bounding_box()
        page.close()
    assert first and chosen and hero
    assert first["y"] < 260
    assert chosen["y"] + chosen["height"] < hero["y"]
