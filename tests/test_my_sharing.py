"""A programme as a link and as a QR code, which a fresh profile reads."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

import pytest
import segno
import zxingcpp
from PIL import Image
from segno.consts import ERROR_LEVEL_M, SYMBOL_CAPACITY

from tests.fair import fair
from tests.serving import window
from tests.test_my import (
    ALPHA,
    DELTA,
    DINNER,
    ENGINES,
    GAMMA,
    OPENING,
    TALK,
    keep,
    open_mine,
    shown_lines,
    starred,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


ADDRESS = "https://2026.a-conference.example.org/2026/schedule.xml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fair")


@pytest.fixture(scope="module")
def site(project: Path) -> Iterator[str]:
    with fair(project) as address:
        yield address


def module(project: Path, name: str) -> str:
    """The published path of a script."""
    folder = project / "_site"
    return next(folder.glob(f"assets/js/{name}.*.js")).relative_to(folder).as_posix()


def link_of(page: Page, site: str, *ids: str) -> str:
    """The link that the page gives to these."""
    keep(page, site, *ids)
    open_mine(page, site)
    page.click("#share-open")
    page.wait_for_selector("#code > *, #code:not(:empty)")
    return page.input_value("#link")


def test_a_link_brings_the_programme_to_a_fresh_profile_and_adds_it(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        link = link_of(page, site, OPENING, ALPHA, TALK, DINNER, "2029/sessions/walk/")
        own = shown_lines(page)
    with window(browser) as (_, page):
        keep(page, site, DELTA, OPENING)
        page.goto(link)
        page.wait_for_selector("#days li")
        assert shown_lines(page) == own
        assert page.inner_text("#shared-count") == "5 entries, 4 of them new to you."
        assert starred(page) == [DELTA, OPENING]
        page.click("#add")
        page.wait_for_selector("#shared", state="hidden")
        assert page.url == f"{site}my/"
        assert page.inner_text("#message") == "4 entries were added to your programme."
        assert sorted(starred(page)) == sorted([DELTA, OPENING, ALPHA, TALK, DINNER, "2029/sessions/walk/"])


def test_a_shared_programme_can_be_looked_at_only(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        link = link_of(page, site, OPENING)
    with window(browser) as (_, page):
        page.goto(link)
        page.wait_for_selector("#days li")
        page.click("#own")
        page.wait_for_selector("#begin:not([hidden])")
        assert (page.url, starred(page)) == (f"{site}my/", [])


def test_what_a_link_holds_that_is_not_there_is_told(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        link = link_of(page, site, OPENING)
        page.goto("about:blank")
        page.goto(f"{link}AAAAAA/1999/BBBBBBCCCCCC")
        page.wait_for_selector("#shared-unknown li")
        assert [each.inner_text() for each in page.query_selector_all("#shared-unknown li")] == [
            "1 entry of Fair 2030 is in this link that is not on this site now.",
            "2 entries of 1999 are in this link that are not on this site now.",
        ]
        page.goto("about:blank")
        page.goto(f"{site}my/#2/something/else")
        page.wait_for_selector("#shared:not([hidden])")
        assert page.inner_text("#shared-count") == "Nothing in this link can be read as a programme."


def decoded(link: str) -> tuple[str, list[int]]:
    """The schedule and the numbers in a link, as Giggity reads them."""
    base, _, fragment = link.partition("#")
    assert base == "https://ggt.gaa.st/"
    parts = dict(each.split("=", 1) for each in fragment.split("&"))
    see = urlsafe_b64decode(parts["see"] + "=" * (-len(parts["see"]) % 4))
    return unquote(parts["url"]), json.loads(zlib.decompress(see))


def test_the_link_for_the_app_has_the_numbers_that_the_schedule_has(
    browser: Browser, site: str, project: Path
) -> None:
    schedule = ElementTree.parse(project / "_site/2030/schedule.xml")
    titles = {int(event.get("id") or ""): event.findtext("title") for event in schedule.iter("event")}
    with window(browser) as (_, page):
        keep(page, site, OPENING, ENGINES, ALPHA, GAMMA, TALK, DELTA, DINNER, "2029/sessions/walk/")
        open_mine(page, site)
        page.click("#app-open")
        page.wait_for_selector("#app .my-code svg")
        link = page.input_value("#app input")
        picture = Image.open(BytesIO(page.locator("#app .my-code svg").screenshot()))
        texts = [" ".join(each.inner_text().split()) for each in page.query_selector_all("#app-links p")]
        forty = [uuid5(NAMESPACE_URL, str(number)).int % (2**31 - 1) + 1 for number in range(40)]
        script = f"(app, numbers) => app.appLink({ADDRESS!r}, numbers)"
        app = page.evaluate_handle(f"import('{site}{module(project, 'my-app')}')")
        of_forty = app.evaluate(script, forty)
    address, numbers = decoded(link)
    assert address == "https://fair.example/x/2030/schedule.xml"
    assert sorted(titles[number] or "" for number in numbers) == sorted(
        ["Opening", "=HYPERLINK for engines", f"{'泽浩 and the long way home, ' * 6}again", "Posters",
         "Wheels, cogs; and C:\\new"]
    )  # fmt: skip
    assert [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))] == [link]
    assert texts[2:] == [
        "2 entries have no time in the schedule and are not in this link.",
        "Nothing in this list is in a schedule that apps can read.",
    ]
    assert (decoded(of_forty), len(of_forty) <= 400) == ((ADDRESS, forty), True)


def test_a_shared_programme_is_compared_with_the_own_one(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        link = link_of(page, site, OPENING, ALPHA)
    with window(browser) as (_, page):
        keep(page, site, DELTA, OPENING, "2029/sessions/walk/")
        page.goto(link)
        page.wait_for_selector("#compare:not([hidden])")
        labels = [" ".join(each.inner_text().split()) for each in page.query_selector_all("#compare label")]
        listed = {}
        for label in labels:
            page.get_by_label(label.rsplit(" ", 1)[0]).check()
            page.wait_for_function("document.querySelector('#days li')")
            titles = page.query_selector_all("#days :is(.session-title, .paper-title)")
            listed[label] = [each.inner_text() for each in titles]
    alpha = "=HYPERLINK for engines"
    assert listed == {
        "All of theirs 2": ["Opening", alpha, alpha],
        "In both 1": ["Opening"],
        "Only in theirs 1": [alpha, alpha],
        "Only in yours 1": ["Alone"],
    }


def test_a_link_never_changes(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        assert link_of(page, site, OPENING, ALPHA) == f"{site}my/#1/2030/W201vwdQQhjo"


def test_the_code_on_the_page_is_read_as_the_link(browser: Browser, site: str) -> None:
    for scheme in ("light", "dark"):
        with window(browser, color_scheme=scheme) as (_, page):
            link = link_of(page, site, OPENING, ALPHA, TALK)
            picture = Image.open(BytesIO(page.locator("#code svg").screenshot()))
            read = zxingcpp.read_barcodes(picture.convert("L"))
            assert [(each.text, each.format.name) for each in read] == [(link, "QRCode")]


def test_a_list_too_long_for_a_code_is_told(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        link = link_of(page, site, *(f"2030/papers/p{number}/" for number in range(400)))
        assert len(link) > 2331
        assert page.inner_text("#code") == "The list is too long for a QR code. The link itself works."


def drawn(page: Page, site: str, project: Path, texts: list[str]) -> list[list[list[int]]]:
    """The codes of texts as rows of modules, 1 for dark."""
    page.goto(site)
    script = f"(texts) => import('{site}{module(project, 'qr')}').then(({{ matrix }}) => texts.map(matrix))"
    rows: list[list[list[int]]] = page.evaluate(script, texts)
    return rows


def test_codes_of_every_version_are_those_of_the_standard(browser: Browser, site: str, project: Path) -> None:
    # segno fills what is left over in a way of its own: the texts leave nothing over.
    texts = [text_of(longest(version)) for version in range(1, 41)]
    with window(browser) as (_, page):
        for text, rows in zip(texts, drawn(page, site, project, texts), strict=True):
            expected = segno.make(text, error="m", mode="byte", boost_error=False, mask=mask_of(rows))
            assert [*map(bytes, rows)] == [*map(bytes, expected.matrix)], expected.designator


def test_codes_of_any_length_are_read(browser: Browser, site: str, project: Path) -> None:
    texts = [text_of(length) for length in (1, 2, 13, 40, 83, 107, 180, 181, 400, 900, 1600, 2329)]
    with window(browser) as (_, page):
        codes = drawn(page, site, project, texts)
    assert [zxingcpp.read_barcodes(picture(rows))[0].text for rows in codes] == texts


def text_of(length: int) -> str:
    return "".join(chr(33 + (7 * at * at + length) % 94) for at in range(length))


def longest(version: int) -> int:
    """How many octets fit into a version."""
    bits: int = SYMBOL_CAPACITY[version][ERROR_LEVEL_M]  # type: ignore[index] # one of its keys is no version
    return (bits - 4 - (8 if version < 10 else 16)) // 8


def mask_of(rows: list[list[int]]) -> int:
    """The mask that a code names in its format, of which three bits are covered by 101."""
    first, second, third = rows[8][2:5]
    return 4 * (1 - first) + 2 * second + (1 - third)


def picture(rows: list[list[int]]) -> Image.Image:
    """A code as it is printed: four points a module, and the quiet zone."""
    size = len(rows)
    image = Image.new("L", (size + 8, size + 8), 255)
    image.paste(
        Image.frombytes("L", (size, size), bytes(255 * (1 - dark) for row in rows for dark in row)), (4, 4)
    )
    return image.resize((4 * (size + 8), 4 * (size + 8)), Image.Resampling.NEAREST)
