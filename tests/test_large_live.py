"""A large conference while it runs: its day stays short, and names what is on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.content import write_files
from tests.large_conference import large_conference
from tests.serving import served, window
from tests.test_large_schedule import DESK, MONDAY, PHONE, SHIFT, screens, write_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

THURSDAY = "2026/schedule/2026-12-10/"
LIVE = "2026-12-07T10:15:00Z"
ON_NOW = {"en": "11:15 · 8 on now", "de": "11:15 · jetzt 8", "ar": "11:15 · 8 الآن"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where the conference is served, by its language."""
    with ExitStack() as servers:
        yield {
            language: servers.enter_context(served(_written(tmp_path_factory.mktemp(language), language)))
            for language in ON_NOW
        }


def _written(project: Path, language: str) -> Path:
    files = dict(large_conference(600))
    files["content/site.yaml"] += f"language: {language}\n"
    write_files(project, files)
    write_pages(project, MONDAY, *([THURSDAY] if language == "en" else []))
    return project / "_site"


def said(found: Locator) -> list[str]:
    """What each element says, in one line."""
    return [" ".join(text.split()) for text in found.filter(visible=True).all_inner_texts()]


def test_a_day_stays_short_while_eight_sessions_are_on_and_each_names_its_running_talk(
    browser: Browser, sites: dict[str, str]
) -> None:
    for view, most in ((PHONE, 12), (DESK, 6)):
        with window(browser, viewport=view, timezone_id="Europe/Vienna") as (_, page):
            page.clock.install(time=LIVE)
            page.goto(sites["en"] + MONDAY, wait_until="networkidle")
            page.get_by_text("11:15 · 8 on now").wait_for()
            assert screens(page) < most
            assert page.evaluate("document.documentElement.scrollWidth") == view["width"]
            assert page.evaluate(SHIFT) < 0.05
            folds = page.locator("[data-now] > .talks > summary")
            assert [line.split(" ")[:4] for line in said(folds)] == [["4", "talks", "On", "now:"]] * 8
            first = folds.first.bounding_box()
            assert first and first["height"] < 45
            folds.first.click()
            assert said(page.locator(".slot[data-now] .slot-time")) == ["11:00 On now"]


def test_of_a_workshop_and_its_part_one_is_on(browser: Browser, sites: dict[str, str]) -> None:
    with window(browser, viewport=PHONE, timezone_id="Europe/Vienna") as (_, page):
        page.clock.install(time="2026-12-10T10:30:00Z")
        page.goto(sites["en"] + THURSDAY, wait_until="networkidle")
        page.get_by_text("11:30 · 8 on now").wait_for()
        assert (
            said(page.locator("[data-kind=workshop] > .talks > summary"))
            == ["5 parts On now: Contributed talks"] * 6
        )


@pytest.mark.parametrize("language", ON_NOW)
def test_the_first_session_is_on_the_first_screen_of_a_phone_in_every_language(
    browser: Browser, sites: dict[str, str], language: str
) -> None:
    with window(browser, viewport=PHONE, timezone_id="Europe/Vienna") as (_, page):
        page.clock.install(time=LIVE)
        page.goto(sites[language] + MONDAY, wait_until="networkidle")
        page.get_by_text(ON_NOW[language]).wait_for()
        first = page.locator(".session-card").first.bounding_box()
        assert first and first["y"] < 260
        assert page.evaluate("document.documentElement.scrollWidth") == 360
