"""A large conference while it runs: its day stays short, and names what is on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_gen.content import write_files
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog
from tests.camp import camp_schedule
from tests.large_conference import large_conference
from tests.serving import served, window
from tests.test_large_schedule import DESK, MONDAY, PHONE, SHIFT, screens, write_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

SATURDAY = "2026/schedule/2026-08-01/"
GROUND = "(each) => getComputedStyle(each).backgroundColor"
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


def texts_of(found: Locator) -> list[str]:
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
            assert [line.split(" ")[:4] for line in texts_of(folds)] == [["4", "talks", "On", "now:"]] * 8
            first = folds.first.bounding_box()
            assert first and first["height"] < 45
            folds.first.click()
            assert texts_of(page.locator(".slot[data-now] .slot-time")) == ["11:00 On now"]


def test_of_a_workshop_and_its_part_one_is_on(browser: Browser, sites: dict[str, str]) -> None:
    with window(browser, viewport=PHONE, timezone_id="Europe/Vienna") as (_, page):
        page.clock.install(time="2026-12-10T10:30:00Z")
        page.goto(sites["en"] + THURSDAY, wait_until="networkidle")
        page.get_by_text("11:30 · 8 on now").wait_for()
        assert (
            texts_of(page.locator("[data-kind=workshop] > .talks > summary"))
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


@pytest.fixture(scope="module")
def camp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a camp of a thousand events in forty tents."""
    project = tmp_path_factory.mktemp("camp")
    files = {
        "content/site.yaml": "title: Camp\n",
        "content/sources/schedule.xml": camp_schedule(1000, 40),
    }
    write_files(project, dict(files))
    ingest(project, ProblemLog())
    write_pages(project, SATURDAY)
    with served(project / "_site") as address:
        yield address


def test_by_keyboard_the_line_of_what_is_on_opens_what_folds_it(browser: Browser, camp: str) -> None:
    with window(browser, viewport=PHONE, timezone_id="Europe/Berlin", reduced_motion="reduce") as (_, page):
        page.clock.install(time="2026-08-01T14:15:00Z")
        page.goto(camp + SATURDAY, wait_until="networkidle")
        assert page.locator(".block-fold[open]").count() == 0
        page.locator(".now-line").press("Enter")
        page.get_by_role("link", name="Jump to now").press("Enter")
        assert texts_of(page.locator(".block-fold[open] > summary")) == ["37 sessions: Antennas"]
        page.clock.run_for(200)
        focused = page.locator(".session-title a:focus").bounding_box()
        assert focused and 0 <= focused["y"] < PHONE["height"]


def test_the_day_sheet_of_a_camp_is_one_or_two_pages(browser: Browser, camp: str) -> None:
    with window(browser) as (_, page):
        page.goto(camp + SATURDAY, wait_until="networkidle")
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) in (1, 2)


def test_without_colours_of_its_own_a_page_shows_what_was_chosen_and_what_is_on(
    browser: Browser, sites: dict[str, str]
) -> None:
    with window(browser, viewport=DESK, timezone_id="Europe/Vienna", forced_colors="active") as (_, page):
        page.clock.install(time=LIVE)
        page.goto(sites["en"] + MONDAY, wait_until="networkidle")
        page.get_by_label("Grid").check()
        page.locator(".slot[data-now]").first.wait_for()
        for marked, other in (
            (".choice:has(#as-grid)", ".choice:has(#as-list)"),
            (".slot[data-now] .slot-time > time", ".slot:not([data-now]) .slot-time > time"),
        ):
            ground = [page.locator(each).first.evaluate(GROUND) for each in (marked, other)]
            assert ground[0] != ground[1], marked
