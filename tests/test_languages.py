"""German and Arabic on every kind of page: in the browser, and in files that are read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from site_gen.exports.data.markdown import MARKDOWN
from site_gen.locale import locale_of
from tests.access import faults_but_of_colours, is_wide
from tests.rendering import planned, write_site
from tests.serving import served, window
from tests.test_no_english import SERIES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LANGUAGES = ("ar-EG", "de")

# The boxes whose place is not that of the mirror when the page runs the other way, without what is placed in
# a line of text: there the words themselves decide.
_ASKEW = """() => {
  const root = document.documentElement, was = root.dir;
  const boxes = () => new Map([...document.body.querySelectorAll("*")].filter((each) => {
    if (each.closest("svg, math, [dir]:not(html), bdi, .visually-hidden, dialog:not([open])")) return false;
    const shown = getComputedStyle(each).display;
    return !["inline", "contents", "none"].includes(shown) && each.getClientRects().length;
  }).map((each) => [each, each.getBoundingClientRect()]));
  const rtl = boxes();
  root.dir = "ltr";
  const ltr = boxes();
  root.dir = was;
  return [...rtl].filter(([each, box]) => {
    const other = ltr.get(each);
    const isAsWide = other && Math.abs(box.width - other.width) < 1;
    return isAsWide && Math.abs(root.clientWidth - box.right - other.left) > 2;
  }).map(([each]) => `${each.parentElement.className} > ${each.tagName}.${each.className}`);
}"""

# Attributes that hold markup, which is what isolates texts between tags.
_MARKED_UP = """() => [...document.querySelectorAll("*")].flatMap(({ attributes }) =>
  [...attributes].filter(({ value }) => value.includes("<bdi")).map(({ name }) => name))"""


@pytest.fixture(scope="module", params=LANGUAGES)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """A language, and where its site with every kind of page is served."""
    folder = tmp_path_factory.mktemp(request.param)
    write_site(replace(SERIES, language=request.param), folder, locale_of(request.param))
    with served(folder) as address:
        yield request.param, address


def test_what_markdown_lists_is_parted_by_the_comma_of_the_language() -> None:
    locale = locale_of("ar")
    site = planned(replace(SERIES, language="ar"), locale=locale)
    files = [file for file in site.files if file.export is MARKDOWN]
    texts = {file.route: file.export.body(site, file.subject).decode() for file in files}
    lines = [(route, line) for route, text in texts.items() for line in text.splitlines()]
    english = [each for each in lines if ", " in each[1] and locale.words.cite not in each[1]]
    assert english == []  # a citation has the form of its style
    assert sum("، " in line for _, line in lines) > len(files)


def _routes() -> dict[str, str]:
    """A page of each kind."""
    return {
        page.kind.name: page.route for page in reversed(planned(SERIES).pages) if page.kind.name != "redirect"
    }


def test_every_kind_of_page_is_well_in_its_language(browser: Browser, site: tuple[str, str]) -> None:
    language, address = site
    with window(browser, viewport={"width": 1280, "height": 800}) as (_, tab):
        for kind, route in _routes().items():
            tab.set_viewport_size({"width": 1280, "height": 800})
            tab.goto(address + route)
            root = tab.evaluate("[document.documentElement.lang, document.dir]")
            assert root == [language, "rtl" if language == "ar-EG" else ""], kind
            assert faults_but_of_colours(tab) == [], kind
            assert tab.evaluate(_MARKED_UP) == [], kind
            if language != "ar-EG":
                continue
            assert tab.evaluate(_ASKEW) == [], kind
            tab.set_viewport_size({"width": 360, "height": 780})
            assert not is_wide(tab), kind
