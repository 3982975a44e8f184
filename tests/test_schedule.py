"""The schedule of a day: its order, its list and its grid, as a visitor has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_gen.conference import Slot
from tests.rendering import rendered, shown, write_site
from tests.schedules import CONFERENCE, NORDSYS, PAPERS, SUNDAY, session
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DAY = "2026/schedule/2026-10-31/"
SECOND_DAY = "2026/schedule/2026-11-01/"
WIDE = {"width": 1000, "height": 800}
PAGES = rendered(NORDSYS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented conference."""
    folder = tmp_path_factory.mktemp("nordsys")
    write_site(NORDSYS, folder)
    with served(folder) as address:
        yield address


def test_a_day_stands_by_times_and_at_one_time_by_rooms() -> None:
    assert shown(PAGES[DAY], ".timeline :is(h2, h3)") == [
        "08:00", "Registration", "09:00", "Opening", "09:30", "Queues", "Disks", "Cables",
        "11:00", "Hackathon", "Coffee", "Time not given", "Clinic", "11:30", "Keynote", "22:00", "Party",
    ]  # fmt: skip
    assert shown(PAGES[SECOND_DAY], ".timeline :is(h2, h3)") == [
        "00:00", "Last Dance", "10:00", "Posters", "Demos", "12:00", "Closing"
    ]  # fmt: skip


def test_an_hour_that_comes_twice_is_two_times_in_their_order() -> None:
    second = session("Second Watch", "oral", SUNDAY, "01:10-05:00", "01:40-05:00", "Birch")
    first = session("First Watch", "oral", SUNDAY, "01:10-04:00", "01:40-04:00", "Birch")
    late = session("Late Watch", "oral", SUNDAY, "01:50-04:00", "", "Birch")
    night = replace(CONFERENCE, sessions=(second, late, first))
    html = rendered(replace(NORDSYS, conferences=(night,)))[SECOND_DAY]
    assert shown(html, ".timeline :is(h2, h3)") == [
        "01:10", "First Watch", "01:50", "Late Watch", "01:10", "Second Watch"
    ]  # fmt: skip
    places = [node.attributes["data-at"] for node in LexborHTMLParser(html).css(".session-card")]
    assert places == ["c1 w1 r1 h2 h1", "c1 w1 r4 r1 h2 h1", "c1 w1 r8 h2 h1"]


def test_every_session_of_a_day_says_its_time_its_room_and_what_changed() -> None:
    assert shown(PAGES[DAY], ".session-time") == [
        "08:00–09:00", "09:00–09:30 Great Hall", "09:30–10:00 Great Hall", "09:30–10:30 Birch",
        "09:30–11:00 Cedar", "11:00–13:00 Birch", "11:00–11:30", "Time not given", "11:30–12:30 Great Hall",
        "22:00 Cedar",
    ]  # fmt: skip
    assert shown(PAGES[DAY], ".status-badge, .note") == [
        "Late", "Note: 15 min", "Cancelled", "Note: By mail.", "Cancelled", "Note: Ill.", "Moved"
    ]  # fmt: skip


def test_sessions_and_slots_carry_what_scripts_ask_of_them() -> None:
    assert (
        '<li class="session-card" data-at="c2 w1 r4 r2 r1 h8 h4" data-kind="oral" data-state="scheduled"'
        ' data-track="storage" data-rooms="birch" data-start="2026-10-31T09:30-04:00"'
        ' data-end="2026-10-31T10:30-04:00" data-star="2026/sessions/disks/">'
    ) in PAGES[DAY]
    assert (
        '<li class="slot" value="1" data-state="published" data-star="2026/papers/cold-disks/"'
        ' data-start="2026-10-31T09:30-04:00" data-end="2026-10-31T10:00-04:00">'
    ) in PAGES[DAY]


def grid(page: Page) -> dict[str, tuple[int, int, int, int]]:
    """Where each session stands: its first and last column, and its first and last row, counted from 1 by
    the edges of what stands in the window."""
    boxes = page.eval_on_selector_all(
        ".session-card",
        """cards => cards.map(card => {
            const { left, right, top, bottom } = card.getBoundingClientRect();
            return [card.querySelector("h3").textContent.trim(), left, right, top, bottom].map(
                (each) => typeof each === "number" ? Math.round(each) : each);
        })""",
    )
    lefts = sorted({box[1] for box in boxes})
    rights = sorted({box[2] for box in boxes})
    tops = sorted({box[3] for box in boxes})
    return {
        title: (
            lefts.index(left) + 1,
            rights.index(right) + 1,
            tops.index(top) + 1,
            sum(1 for each in tops if each < bottom),
        )
        for title, left, right, top, bottom in boxes
    }


@pytest.mark.parametrize("scripts", [True, False])
def test_in_the_grid_a_session_stands_under_its_room_beside_its_time(
    browser: Browser, site: str, scripts: bool
) -> None:
    with window(browser, java_script_enabled=scripts, viewport=WIDE) as (_, page):
        page.goto(site + DAY)
        assert page.locator(".plan-room").first.is_hidden()
        page.get_by_label("Grid").check()
        assert page.locator(".plan-room").all_inner_texts() == [
            "Great Hall", "Birch", "Cedar", "Elsewhere"
        ]  # fmt: skip
        if scripts:
            # What runs alone is a band. Rows begin at 08:00, 09:00, 09:30, 11:00, 11:30, 22:00, and below.
            assert grid(page) == {
                "Registration": (1, 4, 1, 1),
                "Opening": (1, 4, 2, 2),
                "Queues": (1, 1, 3, 3),
                "Disks": (2, 2, 3, 3),
                "Cables": (3, 3, 3, 3),
                "Hackathon": (2, 2, 4, 5),
                "Coffee": (4, 4, 4, 4),
                "Keynote": (1, 1, 5, 5),
                "Party": (1, 4, 6, 6),
                "Clinic": (1, 4, 7, 7),
            }
        top = page.locator("h2", has_text="09:30").bounding_box()
        disks = page.locator(".session-card", has_text="Cold Disks").bounding_box()
        room = page.locator(".plan-room", has_text="Birch").bounding_box()
        assert top and disks and room
        assert (round(disks["y"]), round(disks["x"])) == (round(top["y"]), round(room["x"]))
        page.get_by_role("link", name="Cold Disks").click(trial=True)


def test_two_sessions_in_one_room_at_one_time_stand_side_by_side(browser: Browser, site: str) -> None:
    with window(browser, viewport=WIDE) as (_, page):
        page.goto(site + SECOND_DAY)
        page.get_by_label("Grid").check()
        assert page.locator(".plan-room").all_inner_texts() == ["Great Hall"]
        assert grid(page) == {
            "Last Dance": (1, 2, 1, 1),
            "Posters": (1, 1, 2, 2),
            "Demos": (2, 2, 2, 2),
            "Closing": (1, 2, 3, 3),
        }


def spoken(page: Page, selector: str) -> list[str]:
    """What a screen reader says of an element, by the browser's own accessibility tree."""
    protocol = page.context.new_cdp_session(page)
    root = protocol.send("DOM.getDocument")["root"]["nodeId"]
    found = protocol.send("DOM.querySelector", {"nodeId": root, "selector": selector})
    own = protocol.send("DOM.describeNode", found)["node"]["backendNodeId"]
    nodes = {each["nodeId"]: each for each in protocol.send("Accessibility.getFullAXTree")["nodes"]}
    spoken_parts: list[str] = []

    def walk(node: dict[str, Any]) -> None:
        role = node["role"]["value"]
        if role in ("list", "listitem", "heading", "link", "strong"):
            spoken_parts.append(role)
        elif role == "StaticText":
            spoken_parts.append(node["name"]["value"].strip())
        for child in node.get("childIds", ()) if role != "StaticText" else ():
            walk(nodes[child])

    walk(next(each for each in nodes.values() if each.get("backendDOMNodeId") == own))
    return [each for each in spoken_parts if each]


NAMES = "list listitem link Ada Lovelace , listitem link Kim Doe "


@pytest.mark.parametrize(
    ("layout", "details"),
    [
        ("List", f"1 poster list listitem link Slow Start {NAMES}"),
        ("Grid", "1 poster "),
    ],
)
def test_the_day_is_read_in_its_order_whatever_its_layout(
    browser: Browser, site: str, layout: str, details: str
) -> None:
    with window(browser, viewport=WIDE, timezone_id="America/New_York") as (_, page):
        page.goto(site + SECOND_DAY)
        page.get_by_label(layout).check()
        assert " ".join(spoken(page, ".timeline")) == (
            "list listitem heading 00:00 list listitem 00:00 – 01:00 link Cedar heading link Last Dance "
            "Social event "
            "listitem heading 10:00 list listitem 10:00 – 12:00 link Great Hall heading link Posters "
            f"Poster session {details}"
            "listitem 10:00 – 12:00 link Great Hall heading link Demos Demo "
            "listitem heading 12:00 list listitem 12:00 – 12:30 link Great Hall heading link Closing"
        )


def test_a_day_on_which_all_runs_alone_has_no_grid() -> None:
    alone = replace(CONFERENCE, sessions=CONFERENCE.sessions[:2])
    html = rendered(replace(NORDSYS, conferences=(alone,)))[DAY]
    assert (shown(html, ".timeline h3"), shown(html, "#as-grid")) == (["Registration", "Opening"], [])


WORKSHOP = session(
    "Robots", "workshop", SUNDAY, "09:00", "18:00", "Birch",
    slots=(*(Slot(paper="slow-start", board=board) for board in ("A10", "A2")), Slot(title="Demo")),
)  # fmt: skip
PARTS = (
    session("Arms", "invited-talk", SUNDAY, "09:00", "10:00", "Birch", part_of="robots"),
    session("Legs", "oral", SUNDAY, "10:00", "11:00", "Birch", part_of="arms"),
    session("Boards", "poster", SUNDAY, "09:00", "10:00", "Cedar",
            slots=tuple(Slot(paper=each.id, board=f"A{12 - at}") for at, each in enumerate(PAPERS))),
    session("Desk", "registration", SUNDAY, "08:00", "18:00", "Lobby"),
    session("Lunch", "break", SUNDAY, "12:00", "13:00", "Lobby"),
)  # fmt: skip


def test_a_workshop_holds_its_parts_and_folds_say_what_they_hold() -> None:
    day = replace(CONFERENCE, sessions=(WORKSHOP, *PARTS))
    html = rendered(replace(NORDSYS, conferences=(day,)))[SECOND_DAY]
    assert shown(html, ".timeline :is(h2, h3, h4, summary)") == [
        "08:00", "Desk", "09:00", "Robots", "3 talks", "2 parts", "Arms", "Legs",
        "Boards", "6 posters, boards A7–A12", "12:00", "Lunch",
    ]  # fmt: skip
    cards = LexborHTMLParser(html).css(".session-card")
    places = {card.text(): (card.attributes.get("data-beside"), card.attributes["data-at"]) for card in cards}
    assert list(places.values()) == [
        ("band", "c1 w2 w1 r1 h2 h1"),
        (None, "c1 w1 r4 h64 h32 h8 h4"),
        (None, "c2 w1 r4 h8 h4"),
        ("elsewhere", "c2 c1 w1 r32 r8 h8 h4"),
    ]


def test_what_is_at_the_same_time_is_told_once_and_a_part_says_its_room_where_that_is_another() -> None:
    robots = replace(WORKSHOP, slots=())
    pages = [
        robots,
        replace(PARTS[0], room="Cedar"),
        replace(PARTS[1], part_of="robots"),
        session("Plants", "workshop", SUNDAY, "09:00", "12:00", "Great Hall"),
        session("Roots", "oral", SUNDAY, "09:30", "10:30", "Great Hall", part_of="plants"),
    ]
    html = rendered(replace(NORDSYS, conferences=(replace(CONFERENCE, sessions=tuple(pages)),)))
    seen = {name: html[f"2026/sessions/{name}/"] for name in ("robots", "arms", "plants", "roots")}
    assert {
        name: shown(page, "[aria-labelledby=parallel] .session-title") for name, page in seen.items()
    } == {
        "robots": ["Plants"],
        "arms": ["Roots"],
        "plants": ["Robots"],
        "roots": ["Arms", "Legs"],
    }
    assert shown(seen["robots"], ".session-parts .session-line") == [
        "09:00–10:00 Arms Invited talk Cedar Part of Robots",
        "10:00–11:00 Legs Oral session Part of Robots",
    ]


def test_a_session_that_is_called_like_its_one_paper_says_the_title_once() -> None:
    paper = PAPERS[0]
    alone = session(
        paper.title or "", "oral", SUNDAY, "09:00", "09:30", "Birch", slots=(Slot(paper=paper.id),)
    )
    html = rendered(replace(NORDSYS, conferences=(replace(CONFERENCE, sessions=(alone,)),)))
    page = LexborHTMLParser(html[f"2026/sessions/{alone.id}/"])
    (title,) = page.css(".slot-title a")
    assert (title.text(), title.attributes["href"]) == (
        f"Paper: {paper.title}",
        f"../../../2026/papers/{paper.id}/",
    )
    assert [hidden.text() for hidden in page.css(".slot-title .visually-hidden")] == [f": {paper.title}"]


def test_a_poster_is_told_by_its_board_and_the_days_stand_above_the_schedule() -> None:
    html = rendered(replace(NORDSYS, conferences=(replace(CONFERENCE, sessions=(WORKSHOP, *PARTS)),)))
    assert shown(html[f"2026/papers/{PAPERS[0].id}/"], ".place .session-facts")[-1] == "Poster session"
    assert shown(html["2026/schedule/"], ".day-menu a") == []
    assert shown(PAGES["2026/schedule/"], ".day-menu a") == ["Sat 31", "Sun 1"]


def test_a_session_in_rooms_side_by_side_spans_their_columns() -> None:
    wide = replace(session("Wide", "oral", SUNDAY, "09:00", "10:00", "Great Hall"), other_rooms=("Birch",))
    apart = replace(session("Apart", "oral", SUNDAY, "11:00", "12:00", "Great Hall"), other_rooms=("Cedar",))
    others = (
        session("Beside", "oral", SUNDAY, "09:00", "10:00", "Cedar"),
        session("Between", "oral", SUNDAY, "11:00", "12:00", "Birch"),
    )
    day = replace(CONFERENCE, sessions=(wide, apart, *others))
    cards = LexborHTMLParser(rendered(replace(NORDSYS, conferences=(day,)))[SECOND_DAY]).css(".session-card")
    places = {card.text(): str(card.attributes["data-at"]).partition(" r")[0] for card in cards}
    assert [next(at for text, at in places.items() if each in text) for each in ("Wide", "Beside")] == [
        "c1 w2", "c2 c1 w1",
    ]  # fmt: skip
    assert [next(at for text, at in places.items() if each in text) for each in ("Apart", "Between")] == [
        "c1 w1", "c2 w1",
    ]  # fmt: skip


def test_on_a_phone_a_talk_has_all_the_width_and_no_word_leaves_it(browser: Browser, tmp_path: Path) -> None:
    talk = Slot(title="Electroencephalographically Overparameterized Models", start=time(9), end=time(9, 30))
    long = session("Long", "oral", SUNDAY, "09:00", "10:00", "Birch", slots=(talk,))
    day = replace(CONFERENCE, sessions=(long,), changes=())
    write_site(replace(NORDSYS, conferences=(day,)), tmp_path)
    tokyo = {"viewport": {"width": 320, "height": 700}, "timezone_id": "Asia/Tokyo"}
    with served(tmp_path) as address, window(browser, **tokyo) as (_, page):
        for route in (SECOND_DAY, "2026/sessions/long/"):
            page.goto(address + route, wait_until="networkidle")
            time_above, title = (
                page.locator(f".slot {each}").first.bounding_box() for each in (".slot-time", ".slot-title")
            )
            assert time_above and title and time_above["x"] == title["x"]
            assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_on_a_phone_the_grid_is_one_row_for_each_time(browser: Browser, site: str) -> None:
    with window(browser, viewport={"width": 320, "height": 700}) as (_, page):
        page.goto(site + DAY)
        page.get_by_label("Grid").check()
        boxes = [page.locator(".session-card", has_text=each).bounding_box() for each in ("Queues", "Cables")]
        assert boxes[0] and boxes[1]
        assert (boxes[0]["y"], boxes[0]["x"] < boxes[1]["x"]) == (boxes[1]["y"], True)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
