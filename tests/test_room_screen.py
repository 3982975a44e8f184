"""The screen before a room: what it shows at which time, from afar, and without a network."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.access import faults_of_access, is_wide
from tests.rendering import links, rendered, write_site
from tests.schedules import CONFERENCE, NORDSYS
from tests.serving import served, window

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SCREEN = "2026/rooms/birch/screen/"
LIVE = replace(NORDSYS, conferences=(replace(CONFERENCE, phase="live"),))
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *")]
  .filter((each) => each.checkVisibility() && [...each.childNodes].some((node) => node.data?.trim()))
  .map((each) => parseFloat(getComputedStyle(each).fontSize)))"""


def shown(page: Page) -> list[str]:
    """What can be read on the screen, line by line."""
    found = page.locator("h1, .screen-clock, .screen-when, h2, .screen-talk, .screen-over")
    return [" ".join(text.split()) for text in found.filter(visible=True).all_inner_texts()]


def test_a_screen_shows_what_is_on_and_next_and_goes_on_without_a_network(
    browser: Browser, tmp_path: Path
) -> None:
    write_site(LIVE, tmp_path)
    far = {"width": 1920, "height": 1080}
    with served(tmp_path) as address, window(browser, viewport=far, timezone_id="Asia/Tokyo") as (tab, page):
        page.clock.install(time="2026-10-31T13:45:00Z")
        page.goto(address + SCREEN, wait_until="networkidle")
        assert shown(page) == [
            "Birch", "09:45", "On now · ends in 45 minutes 09:30–10:30", "Disks",
            "Cold Disks Ada Lovelace, Kim Doe",
        ]  # fmt: skip
        assert page.evaluate(SMALLEST) >= 40
        assert page.evaluate("document.documentElement.scrollHeight") == 1080
        assert faults_of_access(page) == []
        tab.set_offline(True)
        page.clock.fast_forward("01:00:00")
        page.get_by_text("Nothing more").wait_for()
        assert shown(page) == ["Birch", "10:45", "Nothing more takes place here."]


def test_on_a_phone_no_word_of_a_screen_leaves_it(browser: Browser, tmp_path: Path) -> None:
    write_site(LIVE, tmp_path)
    with served(tmp_path) as address, window(browser, viewport={"width": 320, "height": 700}) as (_, page):
        page.clock.install(time="2026-10-31T13:45:00Z")
        page.goto(address + SCREEN, wait_until="networkidle")
        assert not is_wide(page)
        for name in ("Auditorium", "Kongresszentrumsauditorium"):
            page.locator("h1").evaluate("(heading, name) => { heading.textContent = name }", name)
            assert not is_wide(page), name


def test_the_page_of_a_room_prints_a_sign_for_each_day(browser: Browser, tmp_path: Path) -> None:
    """The name of the room stands on every sheet."""
    write_site(LIVE, tmp_path)
    with served(tmp_path) as address, window(browser, java_script_enabled=False) as (_, page):
        page.goto(address + "2026/rooms/hall/")
        assert page.locator(".day").count() == 2
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 2
        page.emulate_media(media="print")
        assert page.locator(".page-header").evaluate("(each) => getComputedStyle(each).position") == "fixed"


def test_rooms_have_screens_until_the_edition_is_over_and_all_is_there_without_a_script(
    browser: Browser, tmp_path: Path
) -> None:
    pages = rendered(LIVE)
    assert links(pages["2026/rooms/birch/"], ".room-screen-link a") == {
        "Screen for the door of this room": "../../../2026/rooms/birch/screen/"
    }
    over = replace(NORDSYS, conferences=(replace(CONFERENCE, phase="archive"),))
    assert SCREEN not in rendered(over)
    write_site(LIVE, tmp_path)
    with served(tmp_path) as address, window(browser, java_script_enabled=False) as (_, page):
        page.goto(address + SCREEN)
        assert shown(page)[1:] == [
            "Saturday, 31 October 2026 09:30–10:30", "Disks", "Cold Disks Ada Lovelace, Kim Doe",
            "Warm Disks Ada Lovelace, Kim Doe", "Saturday, 31 October 2026 11:00–13:00 Cancelled",
            "Hackathon",
        ]  # fmt: skip
