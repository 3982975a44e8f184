"""What every script of the site keeps to, in a real browser on the real site."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.serving import window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request

MOST_REQUESTS = 12  # of a day, the own programme and a search, each with itself
STARRED = "2022/papers/pathways-asynchronous-distributed-dataflow-for-ml/"
MOST_SCRIPT = 30_000  # bytes on any page, compressed
PLACES = (
    "",
    "2022/",
    "2022/schedule/2022-08-29/",
    "2022/papers/",
    "authors/",
    "authors/jeff-dean/",
    "404.html",
)


def test_no_page_breaks_its_policy_or_loads_too_many_scripts(browser: Browser, real_site: str) -> None:
    too_large: dict[str, int] = {}
    for place in PLACES:
        scripts: list[bytes] = []
        with window(browser) as (_, page):
            page.on("requestfinished", lambda request: scripts.append(_script(request)))  # noqa: B023  # used here
            page.goto(real_site + place, wait_until="networkidle")
        assert any(scripts)
        size = sum(len(gzip.compress(script)) for script in scripts if script)
        too_large |= {place: size} if size > MOST_SCRIPT else {}
    assert too_large == {}


def _script(request: Request) -> bytes:
    """What a request brought, if that was a script."""
    response = request.response() if request.resource_type == "script" else None
    return response.body() if response else b""


def test_no_page_loads_more_than_30_kb_of_scripts_and_a_day_is_few_requests(
    browser: Browser, real_site: str, real_folder: Path
) -> None:
    loaded = "performance.getEntriesByType('resource').map((each) => each.name)"
    sizes: dict[str, int] = {}
    requests: dict[str, int] = {}
    with window(browser, timezone_id="Asia/Tokyo") as (_, page):
        page.goto(real_site)
        page.evaluate(f"localStorage.setItem('plenary:/:stars', JSON.stringify({{ {STARRED!r}: null }}))")
        for place in (*PLACES, "2022/schedule/", "my/", "search/?q=learning", "offline/"):
            page.goto(real_site + place, wait_until="networkidle")
            files_loaded = page.evaluate(loaded)
            requests[place] = 1 + len(files_loaded)
            names = {name for name in files_loaded if name.endswith(".js")}
            files = [real_folder / name.removeprefix(real_site) for name in names]
            sizes[place] = sum(len(gzip.compress(file.read_bytes())) for file in files)
    few = {place: requests[place] for place in (PLACES[2], "my/", "search/?q=learning")}
    assert max(few.values()) <= MOST_REQUESTS, few
    assert min(sizes.values()) > 0
    assert {place: size for place, size in sizes.items() if size > 30_000} == {}


@pytest.mark.parametrize("storage", ["kept", "blocked"])
def test_a_value_is_kept_for_the_next_page_where_the_browser_keeps_any(
    browser: Browser, real_site: str, real_folder: Path, storage: str
) -> None:
    shared = next(real_folder.glob("assets/js/shared.*.js")).relative_to(real_folder).as_posix()
    store = f"import('{real_site}{shared}').then((each) => each.$store)"
    keep = f"{store}.then((store) => [store.keep('x', [1]), store.read('x')])"
    read = f"{store}.then((store) => store.read('x', 'absent'))"
    with window(browser) as (context, page):
        if storage == "blocked":
            context.add_init_script(
                "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })"
            )
        page.goto(real_site)
        first = page.evaluate(keep)
        page.goto(real_site + "2022/")
        assert (first, page.evaluate(read)) == {
            "kept": ([True, [1]], [1]),
            "blocked": ([False, [1]], "absent"),
        }[storage]


def test_without_scripts_links_lead_from_home_to_every_page(real_folder: Path) -> None:
    """But for what is no place to go to: pages that only lead on, the page of the lost, and the search's,
    to which a form leads."""
    pages = {_address(real_folder, file): file for file in real_folder.rglob("*.html")}
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        if address in pages and address not in seen:
            seen.add(address)
            waiting += _links(address, pages[address].read_text(encoding="utf-8"))
    lost = {address for address in pages.keys() - seen if not _leads_on(pages[address])}
    assert lost == {"/404.html", "/search/"}
    assert len(seen) > 600


def _address(folder: Path, file: Path) -> str:
    return f"/{file.relative_to(folder).as_posix()}".removesuffix("index.html")


def _links(address: str, html: str) -> list[str]:
    targets = (link.attributes["href"] or "" for link in LexborHTMLParser(html).css("a[href]"))
    return [urlsplit(urljoin(address, target)).path for target in targets if "://" not in target]


def _leads_on(file: Path) -> bool:
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")
