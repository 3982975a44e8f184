"""Stars and the reader's own programme, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from tests.access import SCHEMES, faults_of_access
from tests.fair import CONTENT, SESSIONS, fair, publish
from tests.serving import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ALPHA, BETA, GAMMA, DELTA = (f"2030/papers/{name}/" for name in ("alpha", "beta", "gamma", "delta"))
OPENING, ENGINES, HANDS_ON, DINNER = (
    f"2030/sessions/{name}/" for name in ("opening", "engines", "hands-on", "dinner")
)
TALK = f"{ENGINES}#wheels, cogs; and c:\\new"
VENUE = "Europe/Berlin"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with fair(tmp_path_factory.mktemp("fair")) as address:
        yield address


def star(page: Page, title: str) -> None:
    """Press the first star of this title."""
    page.get_by_role("button", name=f"In my programme: {title}").first.click()


def starred(page: Page) -> list[str]:
    """What is kept, in the order in which it was starred."""
    stored = page.evaluate("localStorage.getItem(`plenary:/:stars`)")
    return list(json.loads(stored or "{}"))


def keep(page: Page, site: str, *ids: str) -> None:
    """Have these starred, and nothing known of them yet."""
    page.goto(site)
    value = json.dumps(dict.fromkeys(ids))
    page.evaluate("(value) => localStorage.setItem('plenary:/:stars', value)", value)


def open_mine(page: Page, site: str) -> None:
    page.goto(f"{site}my/")
    page.wait_for_selector("#my:not([hidden])", state="attached")


def events_in(text: bytes) -> list[Any]:
    """The events of a calendar."""
    return Calendar.from_ical(text).walk("VEVENT")


def shown_lines(page: Page) -> list[str]:
    """The lines of the page of the own programme as they are read, headings too."""
    parts = page.query_selector_all("#days h2, #days h3, #days li")
    return [" ".join(part.inner_text().split()) for part in parts]


def test_what_is_starred_anywhere_is_listed_by_edition_and_day(browser: Browser, site: str) -> None:
    with window(browser, timezone_id=VENUE) as (_, page):
        page.goto(f"{site}2030/schedule/2030-05-06/")
        star(page, "Opening")
        star(page, "Wheels")
        page.goto(f"{site}2030/papers/")
        star(page, "Gears")
        star(page, "Alone")
        page.goto(f"{site}2030/papers/beta/")
        star(page, "泽浩")
        page.goto(f"{site}2030/sessions/dinner/")
        star(page, "Dinner")
        page.goto(f"{site}2029/sessions/walk/")
        star(page, "Walk")
        open_mine(page, site)
        assert starred(page) == [OPENING, TALK, GAMMA, DELTA, BETA, DINNER, "2029/sessions/walk/"]
        assert shown_lines(page) == [
            "Fair 2030",
            "Monday, 6 May 2030",
            "09:00–10:00 Opening Invited talk Hall A Speaker: Ada Okoye",
            f"10:30–11:00 {'泽浩 and the long way home, ' * 6}again Oral session Hall A in Engines Bea Lind",
            "11:00–11:30 Wheels, cogs; and C:\\new Oral session Hall A in Engines Speaker: Bea Lind",
            "Tuesday, 7 May 2030",
            '14:00 Gears, "quoted" Poster session Foyer Board 8 in Posters Cai Wu',
            "Without a time",
            "Time not given Dinner Social event",
            "Papers without a place in the programme",
            "Alone Dee Roe",
            "Fair 2029",
            "Sunday, 6 May 2029",
            "09:00–10:00 Walk Social event",
        ]
        assert page.text_content("#count") == "7 entries"
        assert page.inner_text(".star-count") == "7"


def test_a_star_is_still_there_on_the_next_visit_and_everywhere_its_paper_is_listed(
    browser: Browser, site: str
) -> None:
    with window(browser, timezone_id=VENUE) as (_, page):
        page.goto(f"{site}2030/papers/alpha/")
        star(page, "=HYPERLINK")
        page.goto(f"{site}2030/sessions/posters/")
        page.wait_for_selector("button.star")
        states = {
            button.get_attribute("value"): button.get_attribute("aria-pressed")
            for button in page.query_selector_all("button.star")
        }
        assert states == {"2030/sessions/posters/": "false", ALPHA: "true", GAMMA: "false"}


def test_a_star_of_the_real_site_ends_in_a_calendar(browser: Browser, real_site: str) -> None:
    with window(browser, timezone_id="America/Los_Angeles") as (_, page):
        page.goto(f"{real_site}2022/schedule/2022-08-29/")
        star(page, "Pathways")
        star(page, "The Future of MLSys")
        page.reload()
        page.wait_for_selector('button.star[aria-pressed="true"]')
        open_mine(page, real_site)
        with page.expect_download() as found:
            page.click('[data-take="calendar"]')
        events = events_in(Path(found.value.path()).read_bytes())
        assert [(str(event["SUMMARY"]), str(event["DTSTART"].dt)) for event in events] == [
            ("Outstanding Papers", "2022-08-29 15:45:00+00:00"),
            ("The Future of MLSys: Industry and Academia", "2022-08-29 18:30:00+00:00"),
        ]


def test_another_open_page_follows(browser: Browser, site: str) -> None:
    with window(browser, timezone_id=VENUE) as (context, page):
        open_mine(page, site)
        other = context.new_page()
        other.goto(f"{site}2030/papers/")
        star(other, "Alone")
        page.wait_for_selector("#days li")
        assert shown_lines(page) == ["Fair 2030", "Papers without a place in the programme", "Alone Dee Roe"]
        page.click("button.star")
        other.wait_for_selector('button.star[value="2030/papers/delta/"][aria-pressed="false"]')


def test_overlaps_are_said_on_both_sides_but_not_between_a_session_and_what_is_in_it(
    browser: Browser, site: str
) -> None:
    with window(browser, timezone_id=VENUE) as (_, page):
        keep(page, site, OPENING, ENGINES, ALPHA, HANDS_ON, "2030/sessions/first-steps/", BETA)
        open_mine(page, site)
        page.wait_for_selector(".my-clash")
        overlaps = {
            line.query_selector(":is(.session-title, .paper-title)").inner_text()[:10]: [  # type: ignore[union-attr]
                " ".join(each.inner_text().split()) for each in line.query_selector_all(".my-clash")
            ]
            for line in page.query_selector_all("#days li")
            if "14:00" not in line.inner_text()
        }
        beta = f"“{'泽浩 and the long way home, ' * 6}again” (10:30)"
        assert overlaps == {
            "Opening": [],
            "Engines": ["Overlaps with “Hands on” (10:15) and “First steps” (10:30)"],
            "=HYPERLINK": ["Overlaps with “Hands on” (10:15)"],
            "Hands on": [f"Overlaps with “Engines” (10:00), “=HYPERLINK for engines” (10:00) and {beta}"],
            "First step": [f"Overlaps with “Engines” (10:00) and {beta}"],
            "泽浩 and the": ["Overlaps with “Hands on” (10:15) and “First steps” (10:30)"],
        }


def test_what_is_removed_can_be_put_back_one_by_one_and_all_at_once(browser: Browser, site: str) -> None:
    with window(browser, timezone_id=VENUE) as (_, page):
        keep(page, site, OPENING, DELTA)
        open_mine(page, site)
        star(page, "Alone")
        page.wait_for_selector(".my-removed")
        assert starred(page) == [OPENING]
        assert shown_lines(page)[-1] == "Removed: Alone Put back"
        assert page.evaluate("document.activeElement.textContent") == "Put back"
        page.keyboard.press("Enter")
        page.wait_for_selector(".my-removed", state="detached")
        assert starred(page) == [OPENING, DELTA]
        page.click("#clear")
        page.wait_for_selector(".my-removed >> nth=1")
        assert starred(page) == []
        page.click("#restore")
        page.wait_for_selector(".my-removed", state="detached")
        assert sorted(starred(page)) == [DELTA, OPENING]


def test_the_readers_time_stands_beside_that_of_the_venue(browser: Browser, site: str) -> None:
    with window(browser, timezone_id="Asia/Tokyo") as (_, page):
        keep(page, site, OPENING, "2029/sessions/walk/")
        open_mine(page, site)
        page.wait_for_selector("#days li")
        times = [" ".join(each.inner_text().split()) for each in page.query_selector_all(".session-time")]
        assert times == ["09:00–10:00 your time 16:00–17:00", "09:00–10:00"]
        page.get_by_label("Show my time too (Tokyo)").uncheck()
        page.wait_for_selector(".reader-time", state="hidden")


def test_an_empty_programme_tells_how_to_fill_it(browser: Browser, site: str) -> None:
    with window(browser, timezone_id=VENUE) as (_, page):
        open_mine(page, site)
        assert page.inner_text("#begin h2") == "Nothing is starred yet"
        assert not page.is_visible("#tools")
        links = {
            link.inner_text(): link.get_attribute("href") for link in page.query_selector_all("#begin a")
        }
        assert links["Schedule"] == "../2029/schedule/"


def test_without_scripts_it_says_what_it_would_be(browser: Browser, site: str) -> None:
    with window(browser, java_script_enabled=False) as (_, page):
        page.goto(f"{site}my/")
        assert "needs JavaScript" in page.inner_text("main")
        assert page.is_visible("#begin a")
        page.goto(f"{site}2030/papers/")
        assert page.query_selector_all("button.star") == []


def test_where_the_browser_keeps_nothing_it_is_said_and_the_page_works(browser: Browser, site: str) -> None:
    with window(browser, timezone_id=VENUE) as (context, page):
        context.add_init_script(BLOCKED)
        page.goto(f"{site}2030/papers/")
        star(page, "Alone")
        assert page.get_attribute(f'button.star[value="{DELTA}"]', "aria-pressed") == "true"
        assert page.inner_text(".star-note").startswith("This browser keeps nothing")
        open_mine(page, site)
        assert page.is_visible("#begin")


# What is starred leaves two gaps, and what shares no word with it fits as well.
GAPS = """
- {id: one, title: What looms of silk do, date: 2030-05-06, start: "09:00", end: "10:00", room: A}
- {id: two, title: Mending silk looms, date: 2030-05-06, start: "10:00", end: "11:00", room: A}
- {id: three, title: Bread and salt, date: 2030-05-06, start: "10:00", end: "11:00", room: B}
- {id: four, title: A history of silk, date: 2030-05-06, start: "10:30", end: "11:30", room: B}
- {id: five, title: Bread, date: 2030-05-06, start: "11:15", end: "12:00", room: A}
- {id: six, title: Looms at night, kind: social, date: 2030-05-06, start: "12:00", end: "12:30", room: A}
- {id: lunch, title: Silk lunch, kind: break, date: 2030-05-06, start: "12:00", end: "13:00"}
- {id: seven, title: Wool, date: 2030-05-06, start: "13:00", end: "13:10", room: A}
- {id: eight, title: What salt does, date: 2030-05-06, start: "13:30", end: "14:00", room: A}
"""


def test_gaps_are_filled_with_what_is_nearest_to_the_stars(browser: Browser, tmp_path: Path) -> None:
    with (
        fair(tmp_path, {"2030/sessions.yaml": GAPS}) as site,
        window(browser, timezone_id=VENUE) as (_, page),
    ):
        keep(page, site, "2030/sessions/one/", "2030/sessions/five/")
        open_mine(page, site)
        page.click("#fill-open")
        page.wait_for_selector("#gaps li")
        assert filled(page) == [
            "Monday, 6 May 2030, 10:00–11:15",
            "10:00–11:00 Mending silk looms Session A Shared with your stars: looms and silk",
            "10:00–11:00 Bread and salt Session B Shared with your stars: Bread",
            "Monday, 6 May 2030, 12:00–14:00",
            "12:00–12:30 Looms at night Social event A Shared with your stars: looms",
        ]
        star(page, "Mending silk looms")
        page.wait_for_selector("#days li >> nth=2")
        page.wait_for_selector("#gaps h3 >> nth=1", state="detached")
        assert filled(page)[0] == "Monday, 6 May 2030, 12:00–14:00"
        assert faults_of_access(page) == []


def filled(page: Page) -> list[str]:
    """The gaps and what is offered for them, as they are read."""
    return [" ".join(each.inner_text().split()) for each in page.query_selector_all("#gaps > h3, #gaps li")]


MOVED = SESSIONS.replace(
    'start: "09:00"\n  end: "10:00"\n  room: Hall A\n  people: [Ada Okoye]',
    'start: "08:30"\n  end: "10:00"\n  room: Hall B\n  status: moved\n  people: [Ada Okoye]',
)
RETITLED = MOVED.replace("title: Hands on\n", "title: Hands on metal\n  status: cancelled\n").replace(
    "'Wheels, cogs; and C:\\new'", "'Wheels, at last'"
)
LATER = RETITLED.replace("- id: dinner\n  title: Dinner\n  kind: social\n", "")


def test_what_changed_between_two_builds_is_told_until_it_is_seen(browser: Browser, tmp_path: Path) -> None:
    with fair(tmp_path) as site, window(browser, timezone_id=VENUE) as (_, page):
        keep(page, site, OPENING, HANDS_ON, TALK, DINNER, GAMMA)
        open_mine(page, site)
        page.wait_for_selector("#days li")  # what is starred has been noted
        assert not page.is_visible("#changed")
        gamma = {"2030/papers/gamma.yaml": CONTENT["2030/papers/gamma.yaml"] + "status: withdrawn\n"}
        publish(tmp_path, {"2030/sessions.yaml": LATER, **gamma})
        open_mine(page, site)
        page.wait_for_selector("#changed li")
        listed = [" ".join(each.inner_text().split()) for each in page.query_selector_all("#changed li")]
        assert listed == [
            "Opening Was Monday, 6 May 2030, 09:00–10:00, is now Monday, 6 May 2030, 08:30–10:00. "
            "Was in Hall A, is now in Hall B. Now: Moved. Seen",
            "Hands on metal Was called “Hands on”. Now: Cancelled. Seen",
            "Wheels, at last Was called “Wheels, cogs; and C:\\new”. Seen",
            "Dinner It is no longer on this site. Seen",
            'Gears, "quoted" Now: Withdrawn. Seen',
        ]
        page.click(f'[data-seen="{OPENING}"]')
        page.wait_for_selector(f'[data-seen="{OPENING}"]', state="detached")
        open_mine(page, site)
        page.wait_for_selector("#changed li")
        assert len(page.query_selector_all("#changed li")) == 4
        page.click("#all-seen")
        page.wait_for_selector("#changed", state="hidden")
        assert shown_lines(page)[-2:] == ["No longer on this site", "Dinner"]
        open_mine(page, site)
        page.wait_for_selector("#days li")
        assert not page.is_visible("#changed")


def test_without_a_network_it_shows_what_was_seen_last(browser: Browser, site: str) -> None:
    with window(browser, timezone_id=VENUE) as (context, page):
        keep(page, site, OPENING)
        open_mine(page, site)
        context.route("**/programme.json", lambda route: route.abort())
        open_mine(page, site)
        page.wait_for_selector("#failed li")
        assert page.inner_text("#failed") == (
            "The programme of 2030 could not be loaded. What stands here is as you last saw it."
        )
        assert shown_lines(page) == ["2030", "As you last saw it", "09:00–10:00 Opening Hall A"]


def test_the_keyboard_reaches_a_star_behind_its_title_and_presses_it(browser: Browser, site: str) -> None:
    with window(browser, timezone_id=VENUE) as (_, page):
        page.goto(f"{site}2030/papers/")
        page.wait_for_selector("button.star")
        page.get_by_role("link", name="Alone").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert starred(page) == [DELTA]


@pytest.mark.parametrize("width", [320, 1280])
def test_no_fault_of_access_is_found(browser: Browser, site: str, width: int) -> None:
    schemes = SCHEMES if width > 600 else SCHEMES[:1]  # dark, a narrow page is no other
    with window(browser, timezone_id=VENUE, viewport={"width": width, "height": 800}) as (_, page):
        keep(page, site, OPENING, HANDS_ON, ENGINES, TALK, DELTA, GAMMA)
        open_mine(page, site)
        page.click("#share-open")
        page.wait_for_selector(".my-code svg")
        star(page, "Alone")
        page.wait_for_selector(".my-removed")
        assert faults_of_access(page, schemes) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(f"{site}2030/schedule/2030-05-06/")
        page.wait_for_selector("button.star")
        assert faults_of_access(page, schemes) == []
