"""The page that searches, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.access import SCHEMES, faults_of_access, is_wide
from tests.rendering import published
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

HOSTILE = "<img src=x onerror=alert(1)> </script><b>bold</b>"
CONTENT = {
    "site.yaml": "title: S\nbase_url: https://example.org/s/\n",
    "authors.yaml": "- {id: ada-lovelace, name: Ada Lovelace, aliases: [Ada Byron]}\n",
    "2022/conference.yaml": "title: S 2022\ntracks: [{id: t, name: Machines}]\n",
    "2022/papers/title.yaml": "title: Quantum looms\nabstract: Weaving.\nauthors: [Ada Byron]\n",
    "2022/papers/name.yaml": "title: Silk\nauthors: [José Quantum]\nabstract: Something else.\n",
    "2022/papers/text.yaml": """\
title: Cotton
authors: [Ada Lovelace]
abstract: |
  It begins with many words that say nothing of what we look for, and goes on like that for a while.

  Then comes the **quantum** of $x^2$ that a reader asked for, with <i>signs</i>; and then it goes on, and on,
  and on, until nobody remembers how it began and what it was about when it did begin.
""",
    "2022/papers/start.yaml": "title: Quantums of wool\n",
    "2022/papers/near.yaml": "title: Quantun hemp\n",
    "2022/papers/hostile.yaml": f"title: '{HOSTILE}'\nabstract: Something.\n",
    "2022/sessions.yaml": """\
- id: keynote
  title: Opening
  kind: invited-talk
  track: t
  date: 2022-08-29
  start: 9:00
  room: Hall A
  people: [{name: Grace Hopper}]
  slots:
    - {paper: title, start: 9:30}
    - {title: A word of welcome, status: cancelled}
""",
    "2022/awards.yaml": "- {id: best, name: Best Paper, papers: [title]}\n",
    "2023/conference.yaml": "title: S 2023\n",
    "2023/papers/more.yaml": "title: More quantum looms\nauthors: [Ada Lovelace]\n",
    "pages/about.md": "---\ntitle: About\n---\nWe meet in a [monastery](https://example.org/).\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of a small site with one of everything."""
    return published(tmp_path_factory.mktemp("site"), CONTENT)


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """Its address."""
    with served(folder) as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page in a fresh profile."""
    with window(browser, viewport={"width": 1280, "height": 900}) as (_, page):
        yield page


def ask(page: Page, query: str) -> None:
    """Type a query on the page that searches, in place of the one before; wait until all is known."""
    page.get_by_role("searchbox").fill(query)
    page.locator(".search-found[aria-busy=false]").wait_for(state="attached")


def open_search(page: Page, site: str, rest: str = "") -> None:
    """Open the page that searches; wait until all is known."""
    page.goto(f"{site}search/{rest}")
    page.locator(".search-found[aria-busy=false]").wait_for(state="attached")


def titles(page: Page) -> list[str]:
    """The titles of the results, in order."""
    return page.locator(".result .paper-title").all_inner_texts()


def count(page: Page) -> str:
    """What the page says of the number of results."""
    return page.locator(".search-count").inner_text()


def marks(page: Page, part: str = "") -> list[str]:
    """What is marked in the results, or in one part of them."""
    return page.locator(f"{part} mark").all_inner_texts()


def test_the_real_site_is_searched_by_title_and_name(tab: Page, real_site: str) -> None:
    open_search(tab, real_site)
    wanted = {
        "Lecuyer": "Mathias Lécuyer",
        "Le\u0301cuyer mathias": "Mathias Lécuyer",
        "LÉCUY": "Mathias Lécuyer",
        "Lecuyre": "Mathias Lécuyer",
        "刘": "Zehao Liu",
        "刘 泽": "Zehao Liu",
        "transfomer": "Efficiently Scaling Transformer Inference",
        "transfom": "Efficiently Scaling Transformer Inference",
        "asynchronous dataflow": "Pathways: Asynchronous Distributed Dataflow for ML",
        "dean pathways": "Pathways: Asynchronous Distributed Dataflow for ML",
    }
    found = {}
    for query in wanted:
        ask(tab, query)
        found[query] = titles(tab)[0]
    assert found == wanted


def test_what_is_misspelt_finds_what_was_meant(tab: Page, real_site: str) -> None:
    open_search(tab, real_site)
    ask(tab, "transformer")
    meant = titles(tab)
    ask(tab, "transfomer")
    assert titles(tab) == meant
    assert len(meant) > 5


def test_a_title_comes_before_a_name_before_a_text_and_a_whole_word_before_its_beginning(
    tab: Page, site: str
) -> None:
    open_search(tab, site)
    ask(tab, "quantum")
    assert titles(tab) == [
        "Quantum looms",
        "José Quantum",
        "More quantum looms",
        "Quantums of wool",
        "Silk",
        "Cotton",
        "Quantun hemp",
    ]
    assert count(tab) == "7 results"
    assert marks(tab, ".result-names") == ["Quantum"]


def test_every_word_is_found_somewhere_or_it_is_said_that_most_are(tab: Page, site: str) -> None:
    open_search(tab, site)
    wanted = {
        "quantum ada": ["More quantum looms", "Quantum looms", "Cotton"],
        "byron": ["Ada Lovelace", "More quantum looms", "Cotton", "Quantum looms"],
        "lovelace weav": ["Quantum looms"],
        "quantum looms": ["Quantum looms", "More quantum looms"],
        "looms monday": ["Quantum looms"],
        "looms 2023": ["More quantum looms"],
        "quantum everything": [
            "José Quantum",
            "More quantum looms",
            "Quantum looms",
            "Quantums of wool",
            "Silk",
            "Cotton",
            "Quantun hemp",
        ],
        "adx": [],
        "hoper": ["Grace Hopper", "Opening"],
        "welcome": ["A word of welcome"],
        "monastery": ["About"],
        "best": ["Best Paper", "Quantum looms"],
        "hall": ["Hall A", "Opening"],
    }
    found = {}
    for query in wanted:
        ask(tab, query)
        found[query] = titles(tab)
        assert tab.locator(".search-note").is_visible() == (query == "quantum everything")
    assert found == wanted
    ask(tab, "quantum everything")
    note = tab.locator(".search-note").inner_text()
    assert note == "Nothing has all of these words. These results have most of them."


def test_a_result_says_what_it_is_where_and_when(tab: Page, site: str) -> None:
    open_search(tab, site, "?q=looms")
    assert tab.locator(".result").nth(1).inner_text().split("\n\n") == [
        "Paper",
        "Quantum looms",
        "Ada Byron",
        "S 2022\nMonday, 29 August 2022, 09:30, Hall A\nBest Paper",
    ]


def test_signs_in_a_query_mean_nothing(tab: Page, site: str) -> None:
    open_search(tab, site)
    wanted = {
        "[silk": ["Silk"],
        '"hemp"': ["Quantun hemp"],
        "*hemp\\": ["Quantun hemp"],
        "qu|antum": [
            "José Quantum",
            "More quantum looms",
            "Quantum looms",
            "Quantums of wool",
            "Quantun hemp",
            "Silk",
        ],
        "{query}": [],
        "__proto__": [],
        "constructor": [],
        "\\": [],
        "*": [],
        "(": [HOSTILE],
        '"': [],
        "></": [],
        "> </": [HOSTILE],
    }
    found = {}
    for query in wanted:
        ask(tab, query)
        found[query] = titles(tab)
        assert found[query] or count(tab) == f"Nothing found for “{query}”."
    assert found == wanted


def test_signs_alone_are_looked_for_as_they_stand(tab: Page, real_site: str) -> None:
    open_search(tab, real_site)
    ask(tab, "(")
    assert titles(tab) and all("(" in title for title in titles(tab))


def test_hostile_text_is_shown_as_text(tab: Page, site: str) -> None:
    open_search(tab, site, "?q=onerror%3Dalert")
    assert titles(tab) == [HOSTILE]
    assert marks(tab) == ["onerror", "alert"]
    assert tab.locator(".search-results :is(img, script, b)").count() == 0
    ask(tab, HOSTILE + "x")
    assert tab.locator(".search-found :is(img, script, b)").count() == 0


def test_a_result_that_its_text_explains_quotes_it(tab: Page, site: str) -> None:
    open_search(tab, site, "?q=quantum+cotton")
    tab.wait_for_selector(".result-text mark")
    assert tab.locator(".result-text").inner_text() == (
        "… for, and goes on like that for a while. Then comes the quantum of x2 that a reader asked for, "
        "with <i>signs</i>; and then it goes on, and on, and on, until nobody remembers how it began and "
        "what it was about when it did …"
    )
    assert marks(tab, ".result-text") == ["quantum"]


def test_filters_count_and_narrow_and_are_in_the_address(tab: Page, site: str) -> None:
    open_search(tab, site, "?q=looms")
    assert tab.locator(".facet:visible").all_inner_texts() == ["Edition\nS 2023\n1\nS 2022\n1"]
    ask(tab, "quantum")
    facets = {
        facet.locator("legend").inner_text(): facet.locator("label").all_inner_texts()
        for facet in tab.locator(".facet:visible").all()
    }
    assert facets == {"Edition": ["S 2023\n1", "S 2022\n6"], "Kind": ["People\n1", "Papers\n6"]}
    tab.get_by_label("S 2023").check()
    assert titles(tab) == ["More quantum looms"]
    tab.wait_for_url("**/?q=quantum&edition=2023")
    open_search(tab, site, "?q=quantum&edition=2023")
    assert (titles(tab), tab.get_by_label("S 2023").is_checked()) == (["More quantum looms"], True)
    tab.get_by_role("button", name="Clear filters").click()
    assert count(tab) == "7 results"
    tab.wait_for_url("**/?q=quantum")


def test_back_and_forward_go_through_the_queries(tab: Page, site: str) -> None:
    open_search(tab, site)
    field = tab.get_by_role("searchbox")
    field.press_sequentially("silk")
    field.press("Enter")
    tab.keyboard.press("Escape")
    field.fill("hemp")
    tab.wait_for_url("**/?q=hemp")
    tab.go_back()
    tab.locator(".result", has_text="Silk").wait_for()
    assert (titles(tab), field.input_value()) == (["Silk"], "silk")
    tab.go_back()
    tab.locator(".search-found").wait_for(state="hidden")
    assert (tab.url, field.input_value()) == (f"{site}search/", "")
    tab.go_forward()
    tab.locator(".result", has_text="Silk").wait_for()
    assert (titles(tab), field.input_value()) == (["Silk"], "silk")


def focused(page: Page) -> str:
    """The name of what has the focus."""
    text = page.evaluate("document.activeElement.id || document.activeElement.textContent")
    return str(text).strip()


def test_the_keyboard_alone_finds_and_opens(tab: Page, site: str) -> None:
    tab.goto(site + "2022/papers/", wait_until="networkidle")
    tab.keyboard.press("/")
    tab.keyboard.type("looms")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".result")
    assert tab.url == f"{site}search/?q=looms"
    assert focused(tab) == "query"
    walk = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Escape", "Enter", "ArrowUp", "ArrowDown"):
        tab.keyboard.press(key)
        walk.append(focused(tab))
    first, second = titles(tab)
    assert walk == [first, second, second, first, "query", first, "query", first]
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/papers/**")
    tab.go_back(wait_until="networkidle")
    tab.keyboard.press("/")
    tab.keyboard.press("Escape")
    assert (tab.locator("#query").input_value(), focused(tab)) == ("", "query")
    tab.keyboard.press("Escape")
    assert focused(tab) != "query"


def test_every_page_suggests_while_one_types(tab: Page, site: str) -> None:
    tab.goto(site + "2022/papers/title/", wait_until="networkidle")
    tab.keyboard.press("/")
    tab.keyboard.type("looms")
    field = tab.get_by_role("combobox")
    tab.get_by_role("option").first.wait_for()
    options = [each.inner_text().split("\n") for each in tab.get_by_role("option").all()]
    assert options == [["More quantum looms", "Paper"], ["Quantum looms", "Paper"]]
    assert faults_of_access(tab) == []
    walk = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        tab.keyboard.press(key)
        chosen = tab.locator("[role=option][aria-selected=true]")
        walk.append(chosen.inner_text().split("\n")[0] if chosen.count() else "")
    assert walk == ["More quantum looms", "Quantum looms", "", "Quantum looms"]
    tab.keyboard.press("Escape")
    assert (field.get_attribute("aria-expanded"), tab.get_by_role("option").count()) == ("false", 0)
    tab.keyboard.type(" mo")
    tab.get_by_role("option").first.wait_for()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{site}2023/papers/more/")


def test_a_choice_stays_when_the_answer_to_the_last_letter_comes(tab: Page, site: str) -> None:
    tab.goto(site + "2022/papers/title/", wait_until="networkidle")
    tab.keyboard.press("/")
    tab.keyboard.type("looms")
    options = tab.get_by_role("option")
    options.nth(1).wait_for()
    tab.get_by_role("combobox").evaluate(
        """field => {
            field.value += " mo";
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            const down = { key: "ArrowDown", bubbles: true, cancelable: true };
            field.dispatchEvent(new KeyboardEvent("keydown", down));
        }"""
    )
    options.nth(1).wait_for(state="detached")
    assert tab.locator("[role=option][aria-selected=true]").inner_text() == "More quantum looms\nPaper"
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{site}2023/papers/more/")


def test_the_focus_stays_on_a_result_when_texts_add_others(tab: Page, site: str) -> None:
    held: list[Route] = []
    tab.route("**/search/words.json*", lambda route: held.append(route))
    tab.goto(f"{site}search/?q=quantum")
    tab.locator(".result").first.wait_for()
    tab.keyboard.press("ArrowDown")
    before = (focused(tab), count(tab))
    held[0].continue_()
    tab.locator(".search-found[aria-busy=false]").wait_for()
    assert (before, focused(tab), count(tab)) == (
        ("Quantum looms", "6 results"),
        "Quantum looms",
        "7 results",
    )


def test_the_slash_is_a_letter_in_a_field_and_can_be_switched_off(tab: Page, site: str) -> None:
    open_search(tab, site)
    tab.locator("#query").press_sequentially("a/b")
    assert tab.locator("#query").input_value() == "a/b"
    tab.get_by_label("The key / begins a search on every page").uncheck()
    tab.goto(site + "2022/papers/", wait_until="networkidle")
    tab.keyboard.press("/")
    assert focused(tab) != ""
    assert tab.evaluate("document.activeElement === document.body")


def test_in_a_narrow_window_the_slash_leads_to_the_page_that_searches(browser: Browser, site: str) -> None:
    with window(browser, viewport={"width": 320, "height": 600}) as (_, page):
        page.goto(site + "2022/papers/", wait_until="networkidle")
        page.keyboard.press("/")
        page.wait_for_url("**/search/**")
        page.wait_for_selector("#query:focus")


def test_a_screen_reader_hears_the_count(tab: Page, site: str) -> None:
    open_search(tab, site)
    ask(tab, "looms")
    tab.locator("[role=status]", has_text="2 results").wait_for(state="attached")
    ask(tab, "xyzxyz")
    tab.locator("[role=status]", has_text="Nothing found for “xyzxyz”.").wait_for(state="attached")


@pytest.mark.parametrize("lost", ["index", "words", "texts-0"])
def test_a_missing_index_is_said_and_the_lists_are_there(tab: Page, site: str, lost: str) -> None:
    tab.route(f"**/search/{lost}.json*", lambda route: route.fulfill(status=404, body="no"))
    tab.goto(f"{site}search/?q=looms+quantum")
    tab.locator(".search-note", has_text="index").wait_for()
    note = tab.locator(".search-note").inner_text()
    if lost == "index":
        assert note == "The search index could not be loaded. These lists lead to everything on this site."
        assert tab.locator(".search-lists").is_visible()
        tab.unroute_all()
        tab.get_by_role("button", name="Try again").click()
        tab.wait_for_selector(".result")
        assert tab.locator(".search-note").is_hidden()
    else:
        assert note == "Titles and names only: the index of the abstracts could not be loaded."
    assert titles(tab) == ["More quantum looms", "Quantum looms"]


def test_titles_of_an_older_build_are_loaded_again_before_texts_join_them(
    tab: Page, site: str, folder: Path
) -> None:
    old = json.loads((folder / "search/index.json").read_text(encoding="utf-8"))
    old["version"] = "old"
    old["groups"][0]["titles"][0] = "A title of yesterday"
    answers = [json.dumps(old)]

    def answer(route: Route) -> None:
        if answers:
            route.fulfill(body=answers.pop(), content_type="application/json")
        else:
            route.continue_()

    tab.route("**/search/index.json", answer)
    open_search(tab, site, "?q=reader")
    assert titles(tab) == ["Cotton"]
    ask(tab, "yesterday")
    assert titles(tab) == []


def test_without_a_script_the_form_leads_to_lists_of_everything(browser: Browser, site: str) -> None:
    with window(browser, java_script_enabled=False) as (_, page):
        page.goto(site + "2022/papers/title/")
        page.get_by_role("searchbox").fill("looms")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=looms")
        assert page.locator("#query").is_hidden()
        assert page.locator("noscript").inner_text().startswith("Searching as you type needs JavaScript.")
        names = page.locator(".search-lists a").all_inner_texts()
    assert names == [
        "S 2023", "Papers", "S 2022", "Schedule", "Papers", "Awards", "Figures",
        "People", "Awards", "Figures", "About", "My programme",
    ]  # fmt: skip


def test_it_works_from_a_folder_of_a_host(browser: Browser, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "s").symlink_to(folder)
    with served(tmp_path) as host, window(browser) as (_, page):
        open_search(page, f"{host}a%20b/s/", "?q=reader")
        assert titles(page) == ["Cotton"]
        page.locator(".result a").click()
        page.wait_for_url(f"{host}a%20b/s/2022/papers/text/")


def test_search_engines_leave_the_page_out(folder: Path) -> None:
    assert '<meta name="robots" content="noindex">' in (folder / "search/index.html").read_text()
    assert "https://example.org/s/search/" not in (folder / "sitemap.xml").read_text()
    assert "https://example.org/s/search/?q={searchTerms}" in (folder / "opensearch.xml").read_text()


@pytest.mark.parametrize("width", [320, 1280])
def test_results_are_accessible_and_fit_their_window(browser: Browser, real_site: str, width: int) -> None:
    found: list[tuple[str, object]] = []
    schemes = SCHEMES if width > 600 else SCHEMES[:1]  # dark, a narrow page is no other
    with window(browser, viewport={"width": width, "height": 900}) as (_, page):
        for query in ("learning dean", "outstanding", "qqqq"):
            open_search(page, real_site, f"?q={query}")
            page.evaluate("document.querySelector('.search-filters').open = true")
            found += [(query, fault) for fault in faults_of_access(page, schemes)]
            found += [(query, "wider than its window")] if is_wide(page) else []
    assert found == []


STROKES = [
    "Łukasz Nowak", "Lukasz Nowak", "Ana Đorđević", "Ana Dordevic", "Søren Ødegård", "Soren Odegard",
    "José Gómez", "Jose Gomez", "Þórður Ægisson", "Işıl Yıldırım", "Jörg Müller", "Ngô Đình Đức",
    "محمد بن موسى الخوارزمي", "أحمد إبراهيم",
]  # fmt: skip


def test_letters_with_strokes_and_arabic_ones_are_found_as_they_are_typed(
    browser: Browser, tmp_path: Path
) -> None:
    papers = {
        f"2026/papers/paper-{number}.yaml": f"title: Paper number {number} of strokes\nauthors: [{name}]\n"
        for number, name in enumerate(STROKES, 1)
    }
    folder = published(
        tmp_path, {"site.yaml": "title: S\n", "2026/conference.yaml": "title: S 2026\n", **papers}
    )
    wanted = {
        "yildirim": "Işıl Yıldırım",
        "YILDIRIM": "Işıl Yıldırım",
        "aegisson": "Þórður Ægisson",
        "thordur": "Þórður Ægisson",
        "ngo dinh duc": "Ngô Đình Đức",
        "dordevic": "Ana Đorđević",
        "odegard": "Søren Ødegård",
        "nowak lukasz": "Łukasz Nowak",
        "موسي": "محمد بن موسى الخوارزمي",
        "احمد ابراهيم": "أحمد إبراهيم",
        "خوارزمي": "محمد بن موسى الخوارزمي",  # the article is written as one word with its noun
        "خوارزمى محمد": "محمد بن موسى الخوارزمي",
        "الإبراهيم": "أحمد إبراهيم",
    }
    with served(folder) as address, window(browser) as (_, page):
        open_search(page, address)
        found = {}
        for query in wanted:
            ask(page, query)
            found[query] = titles(page)[0] if titles(page) else None
    assert found == wanted
    assert sorted(each.name for each in (folder / "authors").iterdir() if each.is_dir()) == [
        "ana-dordevic", "hmd-brhym", "isil-yildirim", "jorg-muller", "jose-gomez", "lukasz-nowak",
        "mhmd-bn-mwsa-lkhwrzmy", "ngo-dinh-duc", "soren-odegard", "thordur-aegisson",
    ]  # fmt: skip


def test_a_number_is_found_as_people_write_it_and_a_nought_answers_no_other_word(
    browser: Browser, tmp_path: Path
) -> None:
    content = {
        "site.yaml": "title: S\nbase_url: https://example.org/\n",
        "2027/conference.yaml": "title: S 2027\n",
        "2027/papers/nought.yaml": "title: Owls 2.0\n",
        "2027/papers/second.yaml": "title: Barns II\n",
        "2027/papers/third.yaml": "title: Barns 3\n",
    }
    with served(published(tmp_path, content)) as site, window(browser) as (_, page):
        found: dict[str, list[str]] = {}
        for query in ("barns 2", "barns iii", "2.0", "qzx", "barns qzx"):
            open_search(page, site)
            ask(page, query)
            found[query] = titles(page)
    assert found == {
        "barns 2": ["Barns II"],
        "barns iii": ["Barns 3"],
        "2.0": ["Owls 2.0"],
        "qzx": [],
        "barns qzx": ["Barns 3", "Barns II"],
    }
