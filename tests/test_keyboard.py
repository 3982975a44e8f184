"""What one does at a conference, by keyboard alone and as a screen reader tells it, in one session."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from site_gen.conference import Paper, Slot
from tests.rendering import write_site
from tests.schedules import CONFERENCE, NORDSYS, PAPERS, SATURDAY, session
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

FERNS = tuple(Paper(id=f"fern-{number}", title=f"Fern {number}") for number in range(1, 46))
WALL = session(
    "Wall", "poster", SATURDAY, "13:00", "15:00", "Great Hall",
    slots=tuple(Slot(paper=fern.id, board=f"A{number}") for number, fern in enumerate(FERNS, start=1)),
)  # fmt: skip
SERIES = replace(
    NORDSYS,
    conferences=(replace(CONFERENCE, papers=(*PAPERS, *FERNS), sessions=(*CONFERENCE.sessions, WALL)),),
)
DAY = "2026/schedule/2026-10-31/"
IN_ORDER_OF_TIME = [
    "08:00", "Registration", "09:00", "Opening", "09:30", "Queues", "Disks", "Cables", "11:00", "Hackathon",
    "Coffee", "Time not given", "Clinic", "11:30", "Keynote", "13:00", "Wall", "22:00", "Party",
]  # fmt: skip

# What WCAG 1.4.12 says of lines, paragraphs, letters and words; a sheet of a script is no inline style.
SPACING = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
})();"""
# Everything that live regions say from here on.
HEAR = """(() => {
  const LIVE = ":is([role=status], [role=alert], [aria-live], output):not([aria-live=off])";
  window.heard = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = target.nodeType === 1 && target.closest(LIVE);
      if (region?.textContent) window.heard.push(region.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();"""
# Whether what has the focus shows that, and is not covered.
SEEN = """() => {
  const own = document.activeElement;
  if (own === document.body) return [true, true];
  const ring = [own, own.closest("label")].some((each) => {
    const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : {};
    return outlineStyle && outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  });
  const { left, top, width, height } = own.getClientRects()[0];
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return [ring, own.contains(above) || above?.contains(own) || !!own.closest("label")?.contains(above)];
}"""
WINDOWS: dict[str, dict[str, Any]] = {
    "as it comes": {"viewport": {"width": 1280, "height": 900}},
    "at 200 % with wide spacing": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the conference."""
    folder = tmp_path_factory.mktemp("keyboard")
    write_site(SERIES, folder)
    with served(folder) as address:
        yield address


@pytest.fixture(params=WINDOWS)
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """The home of the conference, while two sessions and a talk are on."""
    options = WINDOWS[request.param]
    with window(browser, timezone_id="America/New_York", reduced_motion="reduce", **options) as (
        context,
        page,
    ):
        context.add_init_script(HEAR)
        if "device_scale_factor" in options:
            context.add_init_script(SPACING)
        page.clock.install(time="2026-10-31T13:45:00Z")
        page.goto(site, wait_until="networkidle")
        yield page


@cache
def _devtools(page: Page) -> CDPSession:
    return page.context.new_cdp_session(page)


def focus(page: Page) -> str:
    """The role and the name of what has the focus, out of the browser's own tree."""
    client = _devtools(page)
    found = client.send("Runtime.evaluate", {"expression": "document.activeElement"})
    tree = client.send(
        "Accessibility.getPartialAXTree", {"objectId": found["result"]["objectId"], "fetchRelatives": False}
    )
    node = tree["nodes"][0]
    return " ".join(node[part]["value"] for part in ("role", "name") if part in node)


def tab_to(page: Page, wanted: str, key: str = "Tab") -> None:
    """Press a key until what is wanted has the focus; on the way each thing shows that it has it."""
    passed = []
    for _ in range(120):
        page.keyboard.press(key)
        passed.append(focus(page))
        assert page.evaluate(SEEN) == [True, True], passed[-3:]
        if passed[-1] == wanted:
            return
    raise AssertionError(f"{wanted!r} is not among {passed}")


def headings(page: Page) -> list[str]:
    """The headings below that of the page, in the order in which they are read."""
    tree = page.locator(".plan").aria_snapshot()
    return re.findall(r'- heading "([^"]*)" \[level=', tree)


def heard(page: Page) -> list[str]:
    """What live regions said on this page since it was asked last."""
    announced: list[str] = page.evaluate("window.heard.splice(0)")
    return announced


def test_a_conference_by_keyboard_and_ear_alone(page: Page) -> None:
    # Find a talk.
    page.keyboard.press("/")
    page.keyboard.type("long cables")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/papers/long-cables/")

    # Star it: its button says so, and nothing else does.
    page.get_by_role("button", name="Long Cables").wait_for()
    tab_to(page, "button In my programme: Long Cables")
    page.keyboard.press("Space")
    assert page.get_by_role("button", name="In my programme: Long Cables", pressed=True).count() == 1
    assert heard(page) == []

    # Go to its day.
    tab_to(page, "link Schedule", "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/schedule/")
    tab_to(page, "link Saturday, 31 October 2026")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{DAY}")
    page.get_by_text("3 on now").wait_for()

    # Read the day in the order of time, as a list and as a grid.
    assert headings(page) == IN_ORDER_OF_TIME
    tab_to(page, "radio List")
    page.keyboard.press("ArrowRight")
    assert focus(page) == "radio Grid"
    assert headings(page) == IN_ORDER_OF_TIME
    page.keyboard.press("ArrowLeft")

    # Nothing is said while the time passes and other things are on.
    page.clock.run_for(16 * 60_000)
    page.get_by_text("10:01 · 2 on now").wait_for()
    assert heard(page) == []

    # Go where the line of what is on now leads.
    tab_to(page, "DisclosureTriangle 10:01 · 2 on now")
    page.keyboard.press("Enter")
    tab_to(page, "link Jump to now")
    page.keyboard.press("Enter")
    assert focus(page) == "link Disks"
    page.clock.run_for(200)  # until the page stands still
    assert page.evaluate(SEEN) == [True, True]
    tab_to(page, "DisclosureTriangle 10:01 · 2 on now", "Shift+Tab")
    page.keyboard.press("Enter")

    # Filter it: each change is said once.
    tab_to(page, "DisclosureTriangle Filter")
    page.keyboard.press("Enter")
    tab_to(page, "checkbox Tutorial")
    page.keyboard.press("Space")
    assert heard(page) == ["2 of 11 sessions"]
    assert headings(page) == ["09:30", "Queues", "Time not given", "Clinic"]
    tab_to(page, "button Show all")
    page.keyboard.press("Enter")
    assert heard(page) == ["11 of 11 sessions"]
    assert focus(page) == "DisclosureTriangle Filter"

    # Open a folded list by its line, and star what is in it.
    tab_to(page, "DisclosureTriangle 45 posters, boards A1–A45")
    assert page.get_by_role("link", name="Fern 7", exact=True).count() == 0
    page.keyboard.press("Enter")
    tab_to(page, "button In my programme: Fern 7")
    page.keyboard.press("Space")

    # On the next visit what a filter finds opens what folds it.
    page.reload(wait_until="networkidle")
    assert page.get_by_role("link", name="Fern 7", exact=True).count() == 0
    tab_to(page, "DisclosureTriangle Filter")
    page.keyboard.press("Enter")
    tab_to(page, "checkbox My programme only")
    page.keyboard.press("Space")
    assert heard(page) == ["2 of 11 sessions"]
    assert headings(page) == ["09:30", "Cables", "13:00", "Wall"]
    assert page.get_by_role("link", name="Fern 7", exact=True).count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # Of the papers that a word leaves one hears once, however many keys it has.
    page.goto(f"{page.url.partition('/2026/')[0]}/2026/papers/", wait_until="networkidle")
    page.locator(".paper-tools details").evaluate("(each) => { each.open = true }")  # folded where narrow
    page.get_by_label("Words").focus()
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))  # else a slow machine pauses between keys
    page.keyboard.type("fern 44")
    page.clock.run_for(1000)
    assert heard(page) == ["1 of 51 papers"]
