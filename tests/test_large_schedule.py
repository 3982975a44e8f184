"""A large conference: how much of its days and papers is seen at a glance, on a desk and on a phone."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from site_gen.assets import collect
from site_gen.content import write_files
from site_gen.ingest import ingest
from site_gen.planning import plan_site
from site_gen.problems import ProblemLog
from site_gen.render import Renderer, Templates
from tests.access import faults_of_access
from tests.camp import camp_schedule
from tests.large_conference import large_conference
from tests.rendering import PROJECT
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response, ViewportSize

MONDAY = "2026/schedule/2026-12-07/"
THURSDAY = "2026/schedule/2026-12-10/"
PAPERS = "2026/papers/"
MAP = "2026/map/"
OTHERS = ("search/", "my/")
SATURDAY = "2026/schedule/2026-08-01/"
PHONE: ViewportSize = {"width": 360, "height": 780}
DESK: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the conference of 1,200 papers; of its pages there are only those that tests look at."""
    project = tmp_path_factory.mktemp("large")
    write_files(project, dict(large_conference()))
    write_pages(project, MONDAY, THURSDAY, PAPERS, MAP, *OTHERS)
    with served(project / "_site") as address:
        yield address


def write_pages(project: Path, *routes: str) -> None:
    """Only these pages of a project, with all static files."""
    planned = plan_site(project, ProblemLog())
    assets = collect(project, ProblemLog())
    assert planned
    renderer = Renderer(Templates(PROJECT), planned, assets)
    bodies = {page.file: renderer.page(page) for page in planned.pages if page.route in routes}
    bodies |= {asset.path: asset.body for asset in assets.files.values()}
    index = [
        file
        for file in planned.files
        if file.file == "2026/now.json" or (file.file.startswith("search/") and OTHERS[0] in routes)
    ]
    bodies |= {file.file: file.export.body(planned, file.subject) for file in index}
    for path, body in bodies.items():
        file = project / "_site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)


def screens(page: Page) -> float:
    """How many windows high the page is."""
    height: float = page.evaluate("document.documentElement.scrollHeight / innerHeight")
    return height


def test_a_day_is_seen_at_a_glance_and_all_of_it_is_there_without_a_script(
    browser: Browser, site: str
) -> None:
    with window(browser, viewport=PHONE, java_script_enabled=False) as (_, page):
        page.goto(site + MONDAY)
        assert screens(page) < 12
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        first = page.locator(".session-card").first.bounding_box()
        assert first and first["y"] < 260
        page.set_viewport_size(DESK)
        assert screens(page) < 6
        assert page.locator(".slot-title").count() == 480
        page.get_by_label("Grid").check()
        assert page.locator(".plan-room").count() == 8
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
        assert screens(page) < 3
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) in (1, 2)


# Where parts begin, in lines of five minutes below the first ones, by their times.
PARTS = """(all) => {
  const top = (part) => part.getBoundingClientRect().y;
  const first = Math.min(...all.map(top));
  const start = (part) => part.querySelector("time").textContent;
  return all.map((part) => `${start(part)} ${Math.round((top(part) - first) / 11)}`);
}"""


def test_the_parts_of_a_workshop_stand_at_their_times_in_the_grid(browser: Browser, site: str) -> None:
    with window(browser, viewport=DESK) as (_, page):
        page.goto(site + THURSDAY)
        page.get_by_label("Grid").check()
        parts = page.locator(".session-part")
        assert parts.evaluate_all(PARTS) == 6 * ["09:00 0", "09:15 3", "10:45 21", "13:30 54", "15:00 72"]
        assert parts.locator(".session-title").evaluate_all(CUT) == []
        head = page.locator("[data-kind=workshop] > .session-title").first.bounding_box()
        first = parts.first.bounding_box()
        assert head and first
        assert head["y"] + head["height"] <= first["y"] < head["y"] + 80
        assert page.locator("[data-beside=elsewhere]").count() > 0
        assert faults_of_access(page) == []
        # What has passed by is nowhere beside the days, though the grid is wider than they are.
        page.evaluate("scrollTo({ top: 330, behavior: 'instant' })")
        days = page.locator(".day-menu").bounding_box()
        assert days and days["y"] == 0
        beside = [
            page.screenshot(clip={"x": x, "y": y, "width": 24, "height": 8})
            for x in (48, 1190)
            for y in (4, 20, 32)
        ]
        assert len(set(beside)) == 1


def test_a_day_of_a_camp_with_forty_tents_is_short_and_what_lasts_long_is_a_band(
    browser: Browser, tmp_path: Path
) -> None:
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Camp\n", encoding="utf-8")
    (sources / "schedule.xml").write_text(camp_schedule(1000, 40), encoding="utf-8")
    ingest(tmp_path, ProblemLog())
    write_pages(tmp_path, SATURDAY)
    with served(tmp_path / "_site") as address, window(browser, viewport=PHONE) as (_, page):
        page.goto(address + SATURDAY)
        assert page.locator(".session-card").count() == 334
        assert screens(page) < 3
        assert page.locator(".block-fold > summary").first.inner_text() == "38 sessions: Antennas"
        assert page.locator(".block-fold .session-title").filter(visible=True).count() == 0
        page.get_by_text("Filter", exact=True).click()
        page.get_by_label("Tent 7", exact=True).check()
        assert page.locator(".block-fold .session-title").filter(visible=True).count() == 9
        page.get_by_role("button", name="Show all").click()
        assert screens(page) < 30
        page.set_viewport_size(DESK)
        assert screens(page) < 8
        page.get_by_label("Grid").check()
        assert screens(page) < 4
        assert page.locator("[data-beside=band] .session-title").all_inner_texts() == [
            "Exhibition of antennas"
        ]


# Of what the first windows show.
TOPS = """() => [...document.querySelectorAll(".session-card")].slice(0, 12).map(
  (card) => Math.round(card.getBoundingClientRect().y))"""


CUT = "(all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent)"


OUTSIDE = """(all) => all.filter((each) => [...each.children].some((child) =>
  child.getBoundingClientRect().bottom > each.getBoundingClientRect().bottom + 1))
  .map((each) => each.textContent)"""
BELOW_STAR = """(all) => all.filter((each) => {
  const text = document.createRange();
  text.selectNodeContents(each);
  const star = each.parentElement.querySelector(".star").getBoundingClientRect();
  return [...text.getClientRects()].some((line) => line.right > star.left + 7 && line.top < star.bottom - 7);
}).map((each) => each.textContent)"""


def test_the_readers_own_time_cuts_no_room_and_moves_nothing_that_is_seen_first(
    browser: Browser, site: str
) -> None:
    tops = []
    for zone in ("Europe/Vienna", "Asia/Tokyo"):
        with window(browser, viewport=PHONE, timezone_id=zone) as (_, page):
            page.goto(site + MONDAY, wait_until="networkidle")
            tops.append(page.evaluate(TOPS))
            seen = page.locator(":is(.block-time, .session-card) .reader-time").filter(visible=True)
            times = ["your time 15:30", "your time 17:15"] if zone == "Asia/Tokyo" else []
            assert seen.all_text_contents()[:2] == times
            assert page.locator(".session-card .room").evaluate_all(CUT) == []
            page.set_viewport_size(DESK)
            tops.append(page.evaluate(TOPS))
            page.get_by_label("Grid").check()
            bands = page.locator("[data-beside=band] > :not(.star)")
            assert bands.count() > 20
            assert bands.evaluate_all(CUT) == []
            assert page.locator("[data-beside=band]").evaluate_all(OUTSIDE) == []
            assert (
                page.locator(".session-card:not([data-beside]) > .session-title").evaluate_all(BELOW_STAR)
                == []
            )
    assert tops[:2] == tops[2:]


def test_the_index_of_1200_papers_is_light_has_letters_and_is_chosen_from(
    browser: Browser, site: str
) -> None:
    with window(browser, viewport=PHONE) as (_, page):
        answer = page.goto(f"{site}{PAPERS}?track=decisions&kind=oral")
        page.locator(".paper-tools:not([hidden])").wait_for()
        assert answer and len(gzip.compress(answer.body())) < 150_000
        first_screen = answer.body().split(b'<li class="paper-card"')[:12]
        assert len(gzip.compress(b"".join(first_screen))) < 15_000
        found = page.locator(".paper-card").filter(visible=True)
        assert page.get_by_role("status").first.inner_text() == f"{found.count()} of 1,200 papers"
        assert all("Decisions" in text for text in found.locator(".paper-sessions").all_text_contents())
        letters = page.locator(".letter-menu")
        assert letters.is_hidden()
        found.first.locator(".star").click()
        page.locator(".star[aria-pressed=true]").wait_for()
        page.goto(f"{site}{PAPERS}?mine=1")
        page.locator(".paper-tools:not([hidden])").wait_for()
        assert found.count() == 1
        page.get_by_role("button", name="Show all").click()
        letters.get_by_text("T", exact=True).click()
        page.wait_for_url("**#letter-t")
        first = page.locator("#letter-t").bounding_box()
        assert first and 0 <= first["y"] < 780
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_map_of_1200_papers_is_a_menu_of_its_topics(browser: Browser, site: str) -> None:
    with window(browser, viewport=PHONE, java_script_enabled=False, reduced_motion="reduce") as (_, page):
        page.goto(site + MAP)
        assert screens(page) < 6
        assert page.locator(".paper-group a").count() == 1199  # one is withdrawn
        assert page.locator(".paper-group a").filter(visible=True).count() == 0
        page.locator(".map-disc").nth(4).click()
        page.wait_for_url("**#papers-5")
        listed = page.locator(".paper-group a").filter(visible=True)
        assert listed.count() == page.locator("#papers-5 a").count() > 9
        heading, first = page.locator("#group-5").bounding_box(), listed.first.bounding_box()
        assert heading and first and 0 <= heading["y"] < first["y"] < PHONE["height"]
        page.set_viewport_size(DESK)
        assert screens(page) < 6


SHIFT = """() => new Promise((resolve) => new PerformanceObserver((list) => resolve(
  list.getEntries().filter((each) => !each.hadRecentInput).reduce((sum, each) => sum + each.value, 0)
)).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => resolve(0), 200))"""
MOST = {"script": 35_000, "stylesheet": 18_000}  # bytes on any page, compressed


@pytest.mark.parametrize("place", [MONDAY, PAPERS, "my/", "search/?q=learning"])
def test_a_page_of_a_large_conference_is_light_loads_from_nowhere_else_and_does_not_move(
    browser: Browser, site: str, place: str
) -> None:
    loaded: dict[str, list[Response]] = {"script": [], "stylesheet": [], "elsewhere": []}
    with window(browser, viewport=PHONE) as (_, page):
        page.on(
            "response",
            lambda each: (
                loaded[each.request.resource_type if each.url.startswith(site) else "elsewhere"].append(each)
                if each.request.resource_type in MOST or not each.url.startswith(site)
                else None
            ),
        )
        page.goto(site + place, wait_until="networkidle")
        sizes = {sort: sum(len(gzip.compress(each.body())) for each in loaded[sort]) for sort in MOST}
        assert {sort: size for sort, size in sizes.items() if not 0 < size <= MOST[sort]} == {}
        assert loaded["elsewhere"] == []
        assert page.evaluate(SHIFT) < 0.05


LOAD = """async () => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const address = loaded.find((name) => /js.search[.]/.test(name));
  const { $search_index: index, $search_rank: rank } = await import(address);
  const get = async (name) => (await fetch(`${name}.json`)).json();
  const known = await index.read(await get("index"));
  const words = await get("words");
  index.addWords(known, words);
  for (const run of words.runs.keys()) index.addRun(known, run, (await get(`texts-${run}`)).texts);
  const nothing = Object.fromEntries(rank.FACETS.map((facet) => [facet, new Set()]));
  window.search = (query) => rank.search(known, query, nothing).results.length;
  return known.entries.length;
}"""


def test_a_key_of_a_search_costs_few_steps_for_each_thing_that_it_may_find(
    browser: Browser, site: str
) -> None:
    """A step is a call of a function of ours: those of 10,000 papers take some milliseconds."""
    query = "distributed learning by zhang"
    steps: dict[str, float] = {}
    with window(browser) as (context, page):
        page.goto(f"{site}search/", wait_until="networkidle")
        things = page.evaluate(LOAD)
        profiler = context.new_cdp_session(page)
        profiler.send("Profiler.enable")
        profiler.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
        for end in range(1, len(query) + 1):
            page.evaluate("(query) => search(query)", query[:end])
            counted = profiler.send("Profiler.takePreciseCoverage")["result"]
            ours = (script["functions"] for script in counted if "/assets/js/" in script["url"])
            calls = sum(each["ranges"][0]["count"] for functions in ours for each in functions)
            steps[query[:end]] = calls / things
    assert things > 4000
    assert {key: each for key, each in steps.items() if not 1 < each < 40} == {}


PAUSES = """async () => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const { $search_index: index } = await import(loaded.find((name) => /js.search[.]/.test(name)));
  const raw = await (await fetch("index.json")).json();
  let pauses = 0, clock = performance.now();
  performance.now = () => (clock += 9); // milliseconds: each look at the clock finds it late
  Object.defineProperty(scheduler, "yield", { value: async () => { pauses += 1; } });
  const { entries } = await index.read(raw);
  return entries.length / pauses;
}"""


def test_the_index_of_a_search_is_read_in_steps_between_which_a_key_is_answered(
    browser: Browser, site: str
) -> None:
    with window(browser) as (_, page):
        page.goto(f"{site}search/", wait_until="networkidle")
        assert page.evaluate(PAUSES) < 50


def test_the_index_of_a_search_is_a_fraction_of_what_it_finds(site: str) -> None:
    papers = dict(large_conference()).values()
    files = ["index", "words", *(f"texts-{run}" for run in range(4))]
    index = [urlopen(f"{site}search/{name}.json").read() for name in files]
    assert sum(len(gzip.compress(each)) for each in index) < 0.25 * sum(len(text.encode()) for text in papers)
