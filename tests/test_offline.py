"""What a reader sees without a network, or with a bad one, in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from site_gen import build as building
from site_gen.problems import ProblemLog
from tests.serving import Host, served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FILES = {
    "site.yaml": "title: S\n",
    "2026/conference.yaml": "title: S 2026\nfirst_day: 2026-05-18\ntime_zone: Europe/Berlin\n",
    "2026/sessions.yaml": "- id: one\n  title: One\n  kind: oral\n  date: 2026-05-18\n  start: '09:00'\n"
    "  room: Hall 1\n  slots:\n    - paper: first\n",
    "2026/papers/first.yaml": "title: First\nauthors:\n  - name: Ada Byron\n",
    "2026/papers/second.yaml": "title: Second\nauthors:\n  - name: Bo Li\n",
}
DAY = "2026/schedule/2026-05-18/"


@dataclass
class Network:
    """How the network is: `stalled` answers wait until it is good again, `failing` ones are errors."""

    good: Event = field(default_factory=Event)
    failing: bool = False
    asked: list[str] = field(default_factory=list)

    def stall(self) -> None:
        self.good.clear()


@dataclass(frozen=True)
class Place:
    """A conference's site, where it is published, and the network that leads there."""

    project: Path
    out: Path
    address: str
    network: Network

    def publish(self, **files: str) -> None:
        """Change content files ("2026/sessions") and publish again."""
        for name, text in files.items():
            (self.project / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")
        problems = ProblemLog()
        assert building.build(self.project, self.project / "_site", problems)
        assert problems.all == []
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.copytree(self.project / "_site", self.out)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its site, for each test to take a copy of."""
    project = tmp_path_factory.mktemp("built")
    for name, text in FILES.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert building.build(project, project / "_site", ProblemLog())
    return project


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Iterator[Place]:
    """The site below `/conf/` of a host that lets browsers keep everything for an hour."""
    network = Network()
    network.good.set()

    class Moody(Host):
        def do_GET(self) -> None:  # noqa: N802  # the name that Python's server calls
            network.asked.append(self.path)
            network.good.wait(20)
            if network.failing:
                self.send_error(503)
            else:
                super().do_GET()

        def send_header(self, keyword: str, value: str) -> None:
            super().send_header(keyword, "max-age=3600" if keyword == "Cache-Control" else value)

    shutil.copytree(built, tmp_path / "project")
    shutil.copytree(built / "_site", tmp_path / "www/conf")
    with served(tmp_path / "www", host=Moody) as address:
        yield Place(tmp_path / "project", tmp_path / "www/conf", f"{address}conf/", network)
        network.good.set()


def until(page: Page, true: str) -> None:
    """Wait until an expression is true; the policy of the site forbids the way that playwright has."""
    for _ in range(500):
        if page.evaluate(true):
            return
        page.wait_for_timeout(10)
    pytest.fail(f"never: {true}")


@contextmanager
def phone(
    browser: Browser, place: Place, first: str = "", **options: Any
) -> Iterator[tuple[BrowserContext, Page]]:
    """A browser whose worker is at work after its `first` visit, to the home of the site by default."""
    with window(browser, service_workers="allow", **options) as (context, page):
        page.goto(place.address + first)
        page.evaluate("navigator.serviceWorker.ready")
        until(page, "navigator.serviceWorker.controller?.state === 'activated'")
        yield context, page


def test_a_visited_page_opens_without_a_network_and_says_so(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (context, page):
        page.goto(place.address + DAY)
        context.set_offline(True)
        page.goto(place.address + DAY + "?kind=oral#one")
        bar = page.locator(".saved-bar p")
        bar.wait_for()
        assert re.fullmatch(r"Saved \d\d:\d\d, may have changed", bar.inner_text())
        assert page.locator("h1").inner_text() == "Monday, 18 May 2026"
        assert page.evaluate("getComputedStyle(document.querySelector('.masthead-site')).display") == "flex"


def test_a_copy_shown_after_two_seconds_is_replaced_in_place(browser: Browser, place: Place) -> None:
    with phone(browser, place, viewport={"width": 360, "height": 300}) as (_, page):
        page.goto(place.address + DAY)
        place.publish(**{"2026/sessions": FILES["2026/sessions.yaml"].replace("Hall 1", "Hall 2")})
        place.network.stall()
        page.goto(place.address + DAY)
        page.locator(".saved-bar").wait_for()
        assert "Hall 1" in page.locator("main").inner_text()
        page.evaluate("scrollTo({ top: 120, behavior: 'instant' }); window.sameWindow = true")
        place.network.good.set()
        page.locator(".saved-bar").wait_for(state="detached")
        assert "Hall 2" in page.locator("main").inner_text()
        assert "Hall 1" not in page.locator("main").inner_text()
        assert page.evaluate("[window.sameWindow, scrollY]") == [True, 120]
        assert page.get_by_text("This page is up to date now.").count() == 1


def test_a_room_that_changed_is_right_on_the_first_look_of_a_returning_phone(
    browser: Browser, place: Place
) -> None:
    with phone(browser, place) as (_, page):
        page.goto(place.address + DAY)
        place.publish(**{"2026/sessions": FILES["2026/sessions.yaml"].replace("Hall 1", "Hall 2")})
        page.goto("about:blank")
        page.goto(place.address + DAY)  # the host lets browsers keep the old page for an hour
        assert "Hall 2" in page.locator("main").inner_text()
        assert page.locator(".saved-bar").count() == 0


def test_a_page_that_comes_back_into_sight_is_looked_at_anew(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (_, page):
        page.clock.install()
        page.goto(place.address + DAY)
        until(page, "caches.match(location.href).then(Boolean)")
        page.clock.run_for(2000)
        place.publish(**{"2026/sessions": FILES["2026/sessions.yaml"].replace("Hall 1", "Hall 2")})
        hide = "Object.defineProperty(document, 'hidden', { get: () => %s, configurable: true });"
        changed = "document.dispatchEvent(new Event('visibilitychange'))"
        for _ in range(10):  # a slow page may not watch yet when it is first left
            page.evaluate(hide % "true" + changed)
            page.clock.run_for(120_000)
            page.evaluate(hide % "false" + changed)
            page.wait_for_timeout(500)
            if "Hall 2" in page.locator("main").inner_text():
                return
        pytest.fail("the page that came back shows the old room")


def test_a_page_that_was_not_kept_leads_to_those_that_are(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (context, page):
        page.goto(place.address + DAY)
        context.set_offline(True)
        page.goto(place.address + "2026/papers/first/")
        page.locator("#not-kept").wait_for()
        assert page.url == place.address + "offline/?wanted=2026%2Fpapers%2Ffirst%2F"
        assert page.locator("#not-kept a").get_attribute("href") == place.address + "2026/papers/first/"
        page.locator("#visited-pages").wait_for()
        assert page.locator("#visited-pages li").all_inner_texts() == [
            "Monday, 18 May 2026 · S 2026",
            "S 2026",
        ]
        page.get_by_text("Monday, 18 May 2026 · S 2026").click()
        assert page.locator("h1").inner_text() == "Monday, 18 May 2026"


def save(page: Page, place: Place, *more: str) -> None:
    """Save the programme and the papers of the edition, and more packs."""
    page.goto(place.address + "2026/")
    for pack in more:
        page.locator(f".saving [name={pack}]").check()
    page.locator(".saving [type=submit]").click()
    page.locator(".saving [role=status]", has_text=re.compile(r"^Saved \w")).wait_for()


def headings(page: Page, place: Place, *addresses: str) -> list[str]:
    """What the pages at these addresses are."""
    found = []
    for address in addresses:
        page.goto(place.address + address)
        found.append(page.locator("h1").inner_text())
    return found


def test_a_saved_edition_can_be_read_whole_and_is_deleted_again(browser: Browser, place: Place) -> None:
    packs = json.loads((place.out / "2026/offline.json").read_text())["packs"]
    size = sum(pack["size"] for pack in packs if pack["name"] != "people")
    with phone(browser, place) as (context, page):
        page.goto(place.address + "2026/")
        button = page.locator(".saving [type=submit]")
        button.wait_for()
        assert button.inner_text() == f"Save in this browser ({size / 1e6:.1f} MB)"
        save(page, place)
        context.set_offline(True)
        saved = headings(
            page, place, "2026/", DAY, "2026/sessions/one/", "2026/papers/second/", "authors/bo-li/"
        )
        assert saved == ["S 2026", "Monday, 18 May 2026", "One", "Second", "Read offline"]
        page.goto(place.address + "offline/")
        page.locator(".saving [type=button]").click()
        page.locator(".saving [role=status]", has_text="The saved copy is deleted.").wait_for()
        assert headings(page, place, "2026/papers/second/") == ["Read offline"]


def test_a_saved_edition_opens_at_the_home_of_the_site_where_the_app_starts(
    browser: Browser, place: Place
) -> None:
    with phone(browser, place, first="2026/") as (context, page):
        for pack in ("papers", "programme"):
            page.locator(f".saving [name={pack}]").set_checked(pack == "programme")
        page.locator(".saving [type=submit]").click()
        page.locator(".saving [role=status]", has_text=re.compile(r"^Saved \w")).wait_for()
        context.set_offline(True)
        assert headings(page, place, "", "my/", DAY) == ["S 2026", "My programme", "Monday, 18 May 2026"]


def test_what_is_saved_first_is_what_there_is_little_of(browser: Browser, place: Place) -> None:
    """A save that is interrupted has the days, with their style, before sessions, and these before papers."""
    session = "- id: s{0}\n  title: S {0}\n  kind: oral\n  date: 2026-05-18\n  start: '1{0}:00'\n"
    more = FILES["2026/sessions.yaml"] + "".join(map(session.format, range(9)))
    place.publish(**{"2026/sessions": more})
    with phone(browser, place) as (_, page):
        page.goto(place.address + "2026/")
        page.wait_for_load_state("networkidle")
        place.network.asked.clear()
        save(page, place)
        asked = [path.removeprefix("/conf/") for path in place.network.asked if not path.endswith(".json")]
        sorts = ("assets/", DAY, "2026/sessions/", "2026/papers/first/")
        places = [[at for at, path in enumerate(asked) if path.startswith(sort)] for sort in sorts]
        assert [(len(each) > 0) for each in places] == [True] * 4
        assert all(one[0] < other[-1] for one, other in pairwise(places))  # some are asked for at once


def versions(place: Place) -> dict[str, str]:
    """The version of every file in the packs of the edition."""
    lists = [json.loads(path.read_text()) for path in (place.out / "2026/offline").glob("*.json")]
    return {name: version for files in lists for name, (version, _) in files.items()}


def test_of_a_new_build_only_what_changed_is_fetched_into_a_saved_edition(
    browser: Browser, place: Place
) -> None:
    with phone(browser, place) as (context, page):
        save(page, place, "people")
        before = versions(place)
        place.publish(**{"2026/papers/second": "title: Changed\nauthors:\n  - name: Bo Li\n"})
        changed = {name for name, version in versions(place).items() if before.get(name) != version}
        assert "2026/" not in changed
        page.evaluate("localStorage.clear()")  # else it is too early for another look
        place.network.asked.clear()
        page.goto(place.address)
        paper, index = f"{place.address}2026/papers/second/", f"{place.address}2026/offline/saved"
        until(
            page, f"caches.match('{paper}').then((copy) => copy?.text()).then((text) => /Changed/.test(text))"
        )
        until(
            page,
            f"caches.match('{index}').then((index) => index?.json()).then((index) => index?.digests.length)",
        )
        asked = {path.removeprefix("/conf/") for path in place.network.asked} - {""}  # which is looked at
        assert asked & before.keys() == changed
        context.set_offline(True)
        assert headings(page, place, "2026/papers/second/") == ["Changed"]


KEEPS_NO_NAME = """
(async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request))?.text();
      if (text === undefined) return false; // taken away while we looked: look again
      if (request.url.includes("bo-li") || text.includes("Bo Li")) return false;
    }
  }
  return true;
})()
"""


def test_a_name_that_is_hidden_later_leaves_the_saved_copy(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (_, page):
        save(page, place, "people")
        assert not page.evaluate(KEEPS_NO_NAME)
        hidden = "- {id: bo-lee, name: Bo Lee, former_names: [{name: Bo Li, hidden: yes}]}\n"
        place.publish(authors=hidden)
        page.evaluate("localStorage.clear()")  # else it is too early for another look
        page.goto(place.address)
        until(page, KEEPS_NO_NAME)


def test_a_save_that_was_interrupted_goes_on_by_itself(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (context, page):
        page.goto(place.address + "2026/")
        context.route("**/papers/first/", lambda route: route.abort())
        page.locator(".saving [type=submit]").click()
        status = page.locator(".saving [role=status]")
        status.filter(has_text="The network went away.").wait_for()
        context.unroute_all()
        place.network.asked.clear()
        page.reload()
        status.filter(has_text=re.compile(r"^Saved \w")).wait_for()
        asked = [path for path in place.network.asked if path.startswith("/conf/2026/papers/")]
        assert asked == ["/conf/2026/papers/first/"]


def test_a_save_that_was_interrupted_goes_on_when_the_network_is_back(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (context, page):
        page.goto(place.address + "2026/")
        context.route("**/papers/first/", lambda route: route.abort())
        page.locator(".saving [type=submit]").click()
        status = page.locator(".saving [role=status]")
        status.filter(has_text="The network went away.").wait_for()
        context.set_offline(True)
        page.goto(place.address + DAY)
        page.wait_for_load_state("networkidle")
        context.unroute_all()
        context.set_offline(False)
        page.goto(place.address + "2026/")
        status.filter(has_text=re.compile(r"^Saved \w")).wait_for()


def test_an_error_is_never_kept_and_a_copy_is_better_than_one(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (context, page):
        page.goto(place.address + DAY)
        place.network.failing = True
        page.goto(place.address + DAY)
        page.locator(".saved-bar").wait_for()
        assert page.locator("h1").inner_text() == "Monday, 18 May 2026"
        answer = page.goto(place.address + "2026/papers/first/")
        assert answer is not None
        assert answer.status == 503
        context.set_offline(True)
        assert headings(page, place, "2026/papers/first/", DAY) == ["Read offline", "Monday, 18 May 2026"]


def test_what_the_worker_does_not_understand_is_left_to_the_browser(browser: Browser, place: Place) -> None:
    ask = """async (address) => {
        const said = [];
        for (const [path, options] of [["2026/papers.bib", {}], ["x", { method: "POST" }],
                                       ["2026/", { headers: { range: "bytes=0-3" } }], ["missing/", {}]]) {
            const response = await fetch(address + path, options);
            said.push([response.status, response.redirected]);
        }
        return [said, await caches.match(address + "missing/") === undefined];
    }"""
    with phone(browser, place) as (_, page):
        # Python's server knows no POST and no ranges: it answers to these as to any server's visitor.
        assert page.evaluate(ask, place.address) == [
            [[200, False], [501, False], [200, False], [404, False]],
            True,
        ]
        page.goto(place.address + "2026")  # the host leads to the folder
        assert page.url == place.address + "2026/"


def test_a_new_build_leaves_no_old_page_without_its_style(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (context, page):
        page.goto(place.address + DAY)
        before = page.evaluate("caches.keys()")
        (place.project / "static/css").mkdir(parents=True)
        (place.project / "static/css/extra.css").write_text("h1 { letter-spacing: 3px }")
        sheet = (Path(__file__).parent.parent / "static/site.css").read_text()
        (place.project / "static/site.css").write_text(sheet + '@import url("css/extra.css") layer(pages);\n')
        place.publish()
        page.goto(place.address)
        until(page, f"caches.keys().then((names) => names.join() !== {json.dumps(','.join(before))}"
                    " && names.filter((name) => name.includes(':core:')).length === 1)")  # fmt: skip
        spacing = "getComputedStyle(document.querySelector('h1')).letterSpacing"
        assert page.evaluate(spacing) == "3px"
        context.set_offline(True)
        page.goto(place.address + DAY)
        assert page.evaluate(spacing) != "3px"
        assert page.evaluate("getComputedStyle(document.querySelector('.masthead-site')).display") == "flex"
        page.goto(place.address + "offline/")
        assert page.evaluate(spacing) == "3px"


@pytest.mark.parametrize(
    "missing",
    [
        "delete Navigator.prototype.serviceWorker",
        "navigator.serviceWorker.register = () => Promise.reject(new Error('blocked'))",
        "Object.defineProperty(window, 'caches', { get() { throw new Error('blocked') } })",
    ],
)
def test_a_browser_that_keeps_nothing_shows_the_site_as_it_is(
    browser: Browser, place: Place, missing: str
) -> None:
    with window(browser, service_workers="allow") as (context, page):
        context.add_init_script(missing)
        for address in ("", "2026/", "offline/"):
            page.goto(place.address + address, wait_until="networkidle")


def test_without_scripts_nothing_is_promised_that_cannot_be_kept(browser: Browser, place: Place) -> None:
    with window(browser, java_script_enabled=False) as (_, page):
        page.goto(place.address)
        page.get_by_role("link", name="Read offline").click()
        assert page.locator("h1").inner_text() == "Read offline"
        assert page.locator("#cannot-save").is_visible()
        assert not page.locator(".saving, #not-kept, #visited-pages").first.is_visible()


def test_in_the_preview_an_old_worker_goes(browser: Browser, place: Place) -> None:
    with phone(browser, place) as (_, page):
        home = place.out / "index.html"
        home.write_text(
            home.read_text().replace("</head>", '<script src="/__preview__/client.js"></script></head>')
        )
        page.goto(place.address)
        until(page, "navigator.serviceWorker.getRegistrations().then((all) => !all.length)")
        until(page, "caches.keys().then((names) => !names.length)")
