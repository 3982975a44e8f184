"""What scripts add to a schedule: the reader's time, a choice of sessions, and what is on now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.access import SCHEMES, faults_of_access
from tests.rendering import exported, write_site
from tests.schedules import CONFERENCE, FLOATING, NORDSYS, session
from tests.serving import served, window

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

DAY = "2026/schedule/2026-10-31/"
SECOND_DAY = "2026/schedule/2026-11-01/"
MONDAY = "2022/schedule/2022-08-29/"
AUTUMN = replace(
    NORDSYS,
    title="Autumn",
    conferences=(
        replace(
            CONFERENCE,
            time_zone="Europe/Berlin",
            sessions=tuple(
                session(f"Talk {day}", "oral", date(2026, 10, day), "10:00", "11:00", "Birch")
                for day in (24, 26, 31)
            ),
        ),
    ),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented conference."""
    folder = tmp_path_factory.mktemp("nordsys")
    write_site(NORDSYS, folder)
    with served(folder) as address:
        yield address


def texts(page: Page, selector: str) -> list[str]:
    """The text of each element that can be seen, white space squeezed."""
    page.wait_for_load_state("networkidle")
    found = page.locator(selector).filter(visible=True)
    return [" ".join(text.split()) for text in found.all_text_contents()]


@pytest.mark.parametrize(
    ("zone", "sessions"),
    [
        ("America/New_York", ["00:00–01:00", "10:00–12:00", "10:00–12:00", "12:00–12:30"]),
        (
            "Asia/Tokyo",
            [
                "00:00–01:00 your time 13:00–14:00",
                "10:00–12:00 your time 00:00–02:00+1 Monday",
                "10:00–12:00 your time 00:00–02:00+1 Monday",
                "12:00–12:30 your time 02:00–02:30+1 Monday",
            ],
        ),
        (
            "America/Los_Angeles",
            [
                "00:00–01:00 your time 21:00–22:00−1 Saturday",
                "10:00–12:00 your time 07:00–09:00",
                "10:00–12:00 your time 07:00–09:00",
                "12:00–12:30 your time 09:00–09:30",
            ],
        ),
        (
            "Asia/Kolkata",
            [
                "00:00–01:00 your time 09:30–10:30",
                "10:00–12:00 your time 20:30–22:30",
                "10:00–12:00 your time 20:30–22:30",
                "12:00–12:30 your time 22:30–23:00",
            ],
        ),
    ],
)
def test_the_readers_time_stands_beside_the_venues_on_the_day_when_clocks_change(
    browser: Browser, site: str, zone: str, sessions: list[str]
) -> None:
    with window(browser, timezone_id=zone) as (_, page):
        page.goto(site + SECOND_DAY)
        assert texts(page, ".session-card .hours") == sessions


def test_the_difference_is_that_of_each_day_where_clocks_change_on_different_days(
    browser: Browser, tmp_path: Path
) -> None:
    write_site(AUTUMN, tmp_path)
    with served(tmp_path) as address, window(browser, timezone_id="America/Los_Angeles") as (_, page):
        page.goto(address + "2026/schedule/")
        assert texts(page, ".hours") == [
            "10:00–11:00 your time 01:00–02:00",
            "10:00–11:00 your time 02:00–03:00",
            "10:00–11:00 your time 02:00–03:00",
        ]


def test_times_of_no_known_zone_are_never_converted(browser: Browser, tmp_path: Path) -> None:
    write_site(FLOATING, tmp_path)
    with served(tmp_path) as address, window(browser, timezone_id="Asia/Tokyo") as (_, page):
        page.goto(address + SECOND_DAY)
        assert texts(page, ".session-card .hours") == [
            "00:00–01:00", "10:00–12:00", "10:00–12:00", "12:00–12:30"
        ]  # fmt: skip
        assert page.get_by_label("Show my time too").count() == 0


PLACES = (
    "2022/",
    "2022/schedule/",
    MONDAY,
    "2022/rooms/exhibit-hall-a/",
    "2022/sessions/outstanding-papers/",
    "2022/papers/pathways-asynchronous-distributed-dataflow-for-ml/",
)


def test_the_readers_time_is_on_every_page_with_times_and_its_switch_sticks(
    browser: Browser, real_site: str
) -> None:
    with window(browser, timezone_id="Asia/Tokyo") as (context, page):
        for place in PLACES[1:]:
            page.goto(real_site + place)
            assert "08:45 your time 00:45+1 Tuesday" in texts(page, "main .hours"), place
        page.get_by_label("Show my time too (Tokyo)").uncheck()
        assert texts(page, ".reader-time") == []
        page.goto(real_site + MONDAY)
        assert texts(page, ".reader-time") == []
        other = context.new_page()
        other.goto(real_site + PLACES[4])
        other.get_by_label("Show my time too (Tokyo)").check()
        assert page.locator(".session-card .reader-time").first.text_content() == "your time 23:00"


TIMES_AND_TITLES = ".block-time > :not(.reader-time), .timeline h3"


def test_on_a_phone_what_is_on_now_makes_no_session_higher(browser: Browser, site: str) -> None:
    heights = "(all) => all.map((each) => each.getBoundingClientRect().height)"
    phone = {"viewport": {"width": 360, "height": 780}, "timezone_id": "America/New_York"}
    with window(browser, **phone) as (_, page):
        page.goto(site + DAY, wait_until="networkidle")
        before = page.locator(".session-card").evaluate_all(heights)
        page.clock.install(time="2026-10-31T13:10:00Z")
        page.goto(site + DAY, wait_until="networkidle")
        page.locator(".session-card", has_text="Opening").get_by_text("On now").wait_for()
        assert page.locator(".session-card").evaluate_all(heights) == before


def test_a_choice_stands_in_the_address_and_is_said(browser: Browser, site: str) -> None:
    with window(browser) as (context, page):
        page.goto(f"{site}{DAY}?from=mail", wait_until="networkidle")
        page.get_by_text("Filter", exact=True).click()
        page.get_by_label("Oral session").check()
        page.get_by_label("Tutorial").check()
        assert texts(page, TIMES_AND_TITLES) == [
            "09:30", "Queues", "Disks", "Cables", "Time not given", "Clinic"
        ]  # fmt: skip
        page.get_by_label("Birch").check()
        assert texts(page, TIMES_AND_TITLES) == ["09:30", "Disks"]
        assert page.get_by_role("status").inner_text() == "1 of 10 sessions"
        assert page.url == f"{site}{DAY}?from=mail&kind=oral&kind=tutorial&room=birch"
        shared = context.new_page()
        shared.goto(page.url)
        assert texts(shared, ".timeline h3") == ["Disks"]
        assert texts(shared, ".filter-result .count") == ["1 of 10 sessions"]
        shared.get_by_role("link", name="Sun 1").click()
        assert texts(shared, ".timeline h3, .filter-result .count") == ["No session fits this choice."]
        shared.get_by_role("button", name="Show all").click()
        assert texts(shared, ".timeline h3") == ["Last Dance", "Posters", "Demos", "Closing"]
        assert shared.url == f"{site}{SECOND_DAY}?from=mail"
        shared.goto(f"{site}2026/schedule/?track=nets")
        assert texts(shared, ".day h2, .day .session-title") == ["Saturday, 31 October 2026", "Cables"]


def test_a_day_can_be_cut_to_what_the_reader_keeps(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        page.goto(site + DAY, wait_until="networkidle")
        page.get_by_role("button", name="Keynote").click()
        page.get_by_role("button", name="Cold Disks").click()
        page.get_by_text("Filter", exact=True).click()
        page.get_by_label("My programme only").check()
        assert texts(page, ".timeline h3, .filter-result .count") == ["2 of 10 sessions", "Disks", "Keynote"]
        assert page.url == f"{site}{DAY}?mine=1"
        page.get_by_role("button", name="Keynote").click()
        assert texts(page, ".timeline h3") == ["Disks"]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_readers_time_beside_a_talk_lies_on_no_title(browser: Browser, site: str, width: int) -> None:
    tokyo = window(browser, viewport={"width": width, "height": 800}, timezone_id="Asia/Tokyo")
    with tokyo as (_, page):
        page.goto(f"{site}2026/sessions/disks/", wait_until="networkidle")
        assert texts(page, ".slot-time") == ["09:30–10:00 your time 22:30", "10:00–10:30 your time 23:00"]
        beside = """(slots) => slots.map((slot) => {
          const time = slot.querySelector(".reader-time").getBoundingClientRect();
          const title = slot.querySelector(".slot-title a").getBoundingClientRect();
          return time.right <= title.left || time.bottom <= title.top;
        })"""
        assert page.locator(".slot").evaluate_all(beside) == [True, True]


def test_a_filtered_grid_keeps_its_places(browser: Browser, site: str) -> None:
    tokyo = window(browser, viewport={"width": 1000, "height": 800}, timezone_id="Asia/Tokyo")
    with tokyo as (_, page):
        page.goto(f"{site}{DAY}?kind=oral", wait_until="networkidle")
        page.get_by_label("Grid").check()
        # A slot has two lines there: a time of the reader would leave none for its title.
        assert page.locator(".slot .reader-time").count() == 2
        assert texts(page, ".slot .reader-time") == []
        cables = page.locator(".session-card", has_text="Long Cables").bounding_box()
        room = page.locator(".plan-room", has_text="Cedar").bounding_box()
        assert cables and room and round(cables["x"]) == round(room["x"])
        page.reload()
        page.locator("#as-grid:checked").wait_for()


def bar(page: Page) -> list[str]:
    """What the bar says: its line and, opened, its titles and its sessions."""
    page.wait_for_load_state("networkidle")
    for each in page.locator(".now-bar:not(.now-start, [open]) > summary").filter(visible=True).all():
        each.click()
    return texts(page, ".now-bar :is(.now-line, .now-title, li, .now-jump)")


NOW: tuple[tuple[str, str, list[str]], ...] = (
    ("2026-10-19T12:00:00Z", "2026/", ["Starts in 12 days"]),
    ("2026-10-31T03:59:00Z", "2026/", ["Starts tomorrow"]),
    ("2026-10-31T03:59:00Z", DAY, []),
    ("2026-10-31T04:00:00Z", "2026/",
     ["00:00 · next: 08:00", "Next", "Registration 08:00–09:00", "Jump to now"]),
    (
        "2026-10-31T13:45:00Z",
        DAY,
        [
            "09:45 · 3 on now", "On now", "Queues 09:30–10:00 Great Hall Late",
            "Disks Cold Disks 09:30–10:30 Birch", "Cables 09:30–11:00 Cedar", "Next",
            "Coffee 11:00–11:30", "Jump to now",
        ],
    ),
    ("2026-11-01T03:59:00Z", "2026/schedule/",
     ["23:59 · next: Sunday 00:00", "Next Sunday", "Last Dance 00:00–01:00 Cedar", "Jump to now"]),
    ("2026-11-01T04:00:00Z", SECOND_DAY,
     ["00:00 · 1 on now", "On now", "Last Dance 00:00–01:00 Cedar", "Next", "Posters 10:00–12:00 Great Hall",
      "Demos 10:00–12:00 Great Hall", "Jump to now"]),
    ("2026-11-01T14:59:00Z", SECOND_DAY,
     ["09:59 · next: 10:00", "Next", "Posters 10:00–12:00 Great Hall",
      "Demos 10:00–12:00 Great Hall", "Jump to now"]),
    ("2026-11-01T17:29:00Z", SECOND_DAY,
     ["12:29 · 1 on now", "On now", "Closing 12:00–12:30 Great Hall", "Jump to now"]),
    ("2026-11-01T17:30:00Z", SECOND_DAY, []),
    ("2026-11-02T12:00:00Z", "2026/", []),
)  # fmt: skip


@pytest.mark.parametrize(("now", "place", "expected"), NOW)
def test_the_bar_says_what_is_on_at_the_venue(
    browser: Browser, site: str, now: str, place: str, expected: list[str]
) -> None:
    with window(browser, timezone_id="America/New_York") as (_, page):
        page.clock.install(time=now)
        page.goto(site + place)
        assert bar(page) == expected


@pytest.mark.parametrize(
    ("now", "marked"),
    [
        ("2026-10-31T13:45:00Z", ["Queues", "Disks", "09:30 On now Cold Disks", "Cables"]),
        ("2026-10-31T14:15:00Z", ["Disks", "Cables"]),  # of Disks the second talk is cancelled
        ("2026-10-31T15:15:00Z", ["Coffee"]),  # and so is the whole Hackathon
    ],
)
def test_a_day_marks_the_sessions_and_talks_that_are_on(
    browser: Browser, site: str, now: str, marked: list[str]
) -> None:
    with window(browser, timezone_id="America/New_York") as (_, page):
        page.clock.install(time=now)
        page.goto(site + DAY)
        assert texts(page, ".session-card[data-now] > h3, .slot[data-now] > .slot-title") == marked


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "Asia/Kolkata"])
def test_what_is_on_does_not_depend_on_where_the_reader_is(browser: Browser, site: str, zone: str) -> None:
    with window(browser, timezone_id=zone) as (_, page):
        page.clock.install(time="2026-11-01T04:30:00Z")
        page.goto(site + SECOND_DAY)
        assert bar(page)[0] == "00:30 · 1 on now"
        assert texts(page, ".now-item > a, .session-card[data-now] h3") == [
            "Last Dance", "Posters", "Demos", "Last Dance"
        ]  # fmt: skip


def test_what_goes_on_past_midnight_is_on_after_it(browser: Browser, tmp_path: Path) -> None:
    night = session("Hack night", "other", date(2026, 10, 30), "23:00", "01:00", "Birch")
    morning = session("Breakfast", "break", date(2026, 10, 31), "08:00", "09:00", "Cedar")
    sessions = (replace(night, end_date=date(2026, 10, 31)), morning)
    conference = replace(CONFERENCE, time_zone="Europe/Berlin", sessions=sessions)
    write_site(replace(NORDSYS, conferences=(conference,)), tmp_path)
    with served(tmp_path) as address, window(browser, timezone_id="Europe/Berlin") as (_, page):
        page.clock.install(time="2026-10-30T23:30:00Z")
        for day in ("2026-10-30", "2026-10-31"):
            page.goto(f"{address}2026/schedule/{day}/")
            assert bar(page)[:3] == ["00:30 · 1 on now", "On now", "Hack night 23:00–01:00 +1 Birch"]
        page.clock.run_for(31 * 60_000)
        page.locator(".now-line", has_text="next: 08:00").wait_for()


def test_the_bar_moves_on_by_itself_and_leads_to_what_is_on(browser: Browser, site: str) -> None:
    with window(browser, timezone_id="America/New_York", viewport={"width": 360, "height": 640}) as (_, page):
        page.clock.install(time="2026-10-31T15:29:30Z")
        page.goto(site + "2026/")
        assert bar(page)[:5] == [
            "11:29 · 1 on now",
            "On now",
            "Coffee 11:00–11:30",
            "Next",
            "Keynote 11:30–12:30 Great Hall Moved",
        ]
        page.clock.run_for(31_000)
        page.locator("[data-part='now'] .now-item", has_text="Keynote").wait_for()
        assert bar(page)[1:3] == ["On now", "Keynote 11:30–12:30 Great Hall Moved"]
        page.get_by_role("link", name="Jump to now").click()
        page.wait_for_url(f"{site}{DAY}#now")
        page.locator("h3 a:focus", has_text="Keynote").wait_for()
        assert texts(page, ".session-card:has(.now-badge) h3") == ["Keynote"]
        box = page.locator(".session-card", has_text="Keynote").bounding_box()
        assert box and 0 <= box["y"] < 640


def test_what_follows_a_day_is_below_the_first_screen_of_a_phone_however_little_of_it_is_there(
    browser: Browser, site: str
) -> None:
    with window(browser, viewport={"width": 360, "height": 780}) as (_, page):
        page.goto(site + DAY)
        page.locator(".plan").evaluate("(plan) => plan.remove()")  # as before the rest of the page came
        below = page.locator(".page-bar").bounding_box()
        assert below and below["y"] > 780


def test_a_change_of_another_build_is_said_where_it_stands_and_nothing_moves(
    browser: Browser, site: str
) -> None:
    """On a phone, while the conference is on."""
    with window(browser, timezone_id="America/New_York", viewport={"width": 360, "height": 780}) as (_, page):
        page.clock.install(time="2026-10-31T13:45:00Z")
        page.goto(site + DAY, wait_until="networkidle")
        disks, coffee = (page.locator(".session-card", has_text=name) for name in ("Cold Disks", "Coffee"))
        first, before = page.locator(".session-card").first.bounding_box(), coffee.bounding_box()
        assert first and before and first["y"] < 260
        lines = exported(NORDSYS)["2026/now.json"].replace('"room":"Birch"', '"room":"Hall B"')
        page.route("**/now.json", lambda route: route.fulfill(body=lines))
        page.clock.run_for(130_000)
        changed = disks.locator(":scope > .session-facts > .change-badge")
        changed.wait_for()
        assert changed.inner_text() == "Room changed: Hall B"
        assert page.locator("[role=status]", has_text="Disks: Room changed: Hall B").count() == 1
        assert page.locator(".change-badge").count() == 1
        assert coffee.bounding_box() == before


@pytest.mark.parametrize("width", [320, 1280])
def test_a_day_with_all_that_scripts_add_is_accessible(browser: Browser, site: str, width: int) -> None:
    schemes = SCHEMES if width > 600 else SCHEMES[:1]  # dark, a narrow page is no other
    with window(browser, timezone_id="Asia/Tokyo", viewport={"width": width, "height": 900}) as (_, page):
        page.clock.install(time="2026-10-31T13:45:00Z")
        page.goto(site + DAY, wait_until="networkidle")
        page.get_by_text("Filter", exact=True).click()
        page.get_by_label("Great Hall").check()
        for layout in ("List", "Grid") if width > 600 else ("List",):
            page.get_by_label(layout).check()
            assert (layout, faults_of_access(page, schemes)) == (layout, [])
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_now_json_lists_what_takes_place_and_leaves_out_what_was_called_off() -> None:
    lines = exported(NORDSYS)["2026/now.json"].splitlines()
    assert lines[4:10] == [
        '{"url":"2026/sessions/disks/","title":"Disks","start":"2026-10-31T09:30-04:00",'
        '"until":"2026-10-31T10:30-04:00","end":"2026-10-31T10:30-04:00","room":"Birch"},',
        '{"url":"2026/sessions/cables/","title":"Cables","start":"2026-10-31T09:30-04:00",'
        '"until":"2026-10-31T11:00-04:00","end":"2026-10-31T11:00-04:00","room":"Cedar"},',
        '{"url":"2026/sessions/coffee/","title":"Coffee","start":"2026-10-31T11:00-04:00",'
        '"until":"2026-10-31T11:30-04:00","end":"2026-10-31T11:30-04:00"},',
        '{"url":"2026/sessions/keynote/","title":"Keynote","start":"2026-10-31T11:30-04:00",'
        '"until":"2026-10-31T12:30-04:00","end":"2026-10-31T12:30-04:00","room":"Great Hall",'
        '"status":"Moved"},',
        '{"url":"2026/sessions/party/","title":"Party","start":"2026-10-31T22:00-04:00",'
        '"until":"2026-10-31T23:00-04:00","room":"Cedar"},',
        '{"url":"2026/sessions/last-dance/","title":"Last Dance","start":"2026-11-01T00:00-04:00",'
        '"until":"2026-11-01T01:00-04:00","end":"2026-11-01T01:00-04:00","room":"Cedar"},',
    ]
    assert "2026/now.json" not in exported(FLOATING)
