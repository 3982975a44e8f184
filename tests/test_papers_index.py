"""The index of papers: what it lists without a script, and how one orders and filters it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_gen.build import build
from site_gen.conference import Award, Conference, Link, Paper, Series, Session, Slot, Track
from site_gen.content import write_files
from site_gen.problems import ProblemLog
from tests.large_conference import large_conference
from tests.rendering import by, links, rendered, shown
from tests.serving import served, window
from tests.test_large_schedule import write_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TREES = Paper(id="trees", title="Trees", authors=by("Ada Zuse", "Bo Ek"), abstract="We *grow* trees.")
BIRDS = Paper(id="birds", title="Birds", authors=by("Zoë Abel"))
CATS = Paper(id="cats", title="Cats", abstract="Cats sleep…")
EDITION = Conference(
    id="e",
    title="E",
    papers=(TREES, BIRDS, CATS),
    sessions=(
        Session(id="one", title="First", slots=(Slot(paper="trees"), Slot())),
        Session(id="two", title="Second", slots=(Slot(paper="birds"), Slot(paper="trees"))),
        Session(id="lunch", title="Lunch"),
    ),
    awards=(Award(id="best", name="Best Paper", papers=("birds",)), Award(id="none", name="Nobody's")),
)


# How many pixels a card lacks for what is in it, before it is laid out.
LACKING = """[...document.querySelectorAll(".paper-card")]
  .map((card) => Math.max(...[...card.children].map((each) => each.getBoundingClientRect().bottom))
    - card.getBoundingClientRect().bottom)
  .filter((lacking) => lacking > 1)"""


def index(edition: Conference) -> str:
    """The index of an edition's papers."""
    return rendered(Series(title="S", conferences=(edition,)))["e/papers/"]


def test_every_paper_is_listed_with_its_names_sessions_and_abstract() -> None:
    assert shown(index(EDITION), ".paper-card") == [
        "Birds Zoë Abel Best Paper Second",
        "Cats Abstract Cats sleep…",
        "Trees Ada Zuse Bo Ek First Second Abstract We grow trees.",
    ]


def test_the_list_says_where_papers_come_in_the_programme_and_by_their_first_authors() -> None:
    page = LexborHTMLParser(index(EDITION))
    (papers,) = page.css(".paper-index")
    assert (papers.attributes["data-programme"], papers.attributes["data-author"]) == ("1 2 0", "0 2 1")
    assert [card.attributes.get("data-awards") for card in page.css(".paper-card")] == ["best", None, None]


def test_what_papers_can_be_chosen_by_is_what_holds_papers() -> None:
    assert shown(index(EDITION), "[name=award] option") == ["All", "Any award", "Best Paper"]
    assert shown(index(EDITION), "[name=session] option") == ["All", "First", "Second"]
    assert shown(index(EDITION), "[name=order] option") == ["Title", "Programme", "First author"]
    bare = index(replace(EDITION, sessions=(), awards=()))
    assert shown(bare, "select option") == ["Title", "First author"]


def test_a_keyword_of_more_than_one_paper_leads_to_all_of_them_and_what_all_have_parts_nothing() -> None:
    code, pdf = (Link(rel=rel, url=f"https://x.example/{rel}") for rel in ("code", "pdf"))
    edition = replace(
        EDITION,
        tracks=(Track(id="air", name="Air"), Track(id="soil", name="Soil")),
        sessions=(
            replace(EDITION.sessions[0], kind="oral", track="soil"),
            replace(EDITION.sessions[1], kind="poster", track="air"),
        ),
        papers=(
            replace(TREES, keywords=("Green & wet", "Wood"), links=(code, pdf)),
            replace(BIRDS, keywords=("GREEN & WET",), links=(pdf,)),
            replace(CATS, keywords=("Fur",), links=(pdf,)),
        ),
    )
    pages = rendered(Series(title="S", conferences=(edition,)))
    html = pages["e/papers/"]
    options = {name: shown(html, f"[name={name}] option") for name in ("keyword", "track", "kind", "with")}
    assert options == {
        "keyword": ["All", "GREEN & WET"],
        "track": ["All", "Air", "Soil"],
        "kind": ["All", "Oral session", "Poster session"],
        "with": ["All", "Code"],
    }
    marks = [
        [card.attributes.get(f"data-{name}") for name in ("keywords", "with")]
        for card in LexborHTMLParser(html).css(".paper-card")
    ]
    assert marks == [["0", "pdf"], [None, "pdf"], ["0", "code,pdf"]]
    assert shown(pages["e/papers/trees/"], ".keywords li") == ["Green & wet", "Wood"]
    assert links(pages["e/papers/trees/"], ".keywords a") == {
        "Green & wet": "../../../e/papers/?keyword=GREEN%20%26%20WET"
    }


def test_the_abstracts_of_many_papers_are_not_in_the_list() -> None:
    long = replace(TREES, abstract="Long. " * 20_000)
    html = index(replace(EDITION, papers=(long, BIRDS, CATS)))
    assert shown(html, ".paper-index details") == []
    assert [card.attributes.get("id") for card in LexborHTMLParser(html).css("[data-abstract]")] == [None] * 2
    assert len(html) < 10_000


def test_an_edition_without_papers_has_nothing_to_filter() -> None:
    html = index(Conference(id="e", title="E"))
    assert (shown(html, ".empty"), shown(html, ".paper-tools")) == (["There are no papers yet."], [])


def titles(page: Page) -> list[str]:
    """The papers that are shown, in order."""
    return [text.strip() for text in page.locator(".paper-card:visible .paper-title").all_inner_texts()]


def visit(page: Page, address: str) -> None:
    """Go to an index of papers, and wait for its script."""
    page.goto(address)
    page.locator(".paper-tools").wait_for()


def count_shown(page: Page) -> str:
    """What a screen reader is told of the choice."""
    return page.get_by_role("status").first.inner_text()


def test_words_and_names_filter_papers_and_the_address_remembers(browser: Browser, real_site: str) -> None:
    with window(browser) as (_, page):
        visit(page, f"{real_site}2022/papers/")
        assert count_shown(page) == "36 of 36 papers"
        page.get_by_role("searchbox", name="Words").fill("FEDERATED secure")
        assert titles(page) == [
            "LightSecAgg: a Lightweight and Versatile Design for Secure Aggregation in Federated Learning"
        ]
        assert count_shown(page) == "1 of 36 papers"
        assert page.url == f"{real_site}2022/papers/?words=FEDERATED+secure"
        page.get_by_role("searchbox", name="Author").fill("nobody of that name")
        assert (titles(page), count_shown(page)) == ([], "No paper matches.")
        page.get_by_role("button", name="Show all").click()
        page.wait_for_url(f"{real_site}2022/papers/")
        assert count_shown(page) == "36 of 36 papers"
        visit(page, f"{real_site}2023/papers/?author=mathias+lecuyer")
        assert titles(page) == [
            "GlueFL: Reconciling Client Sampling and Model Masking for Bandwidth Efficient Federated Learning"
        ]


def test_who_is_only_counted_in_a_long_byline_is_found_too(browser: Browser, tmp_path: Path) -> None:
    names = "".join(f"  - name: Ada N{each:03}\n" for each in range(120))
    for name, text in {
        "site.yaml": "title: S\n",
        "e/conference.yaml": "title: E\n",
        "e/papers/all.yaml": f"title: All\nauthors:\n{names}",
        "e/papers/one.yaml": "title: One\nauthors:\n  - name: Ada N119\n",
        "e/papers/none.yaml": "title: None\nauthors:\n  - name: Bo Ek\n",
    }.items():
        _write(tmp_path / "content" / name, text)
    assert build(tmp_path, tmp_path / "_site", ProblemLog())
    with served(tmp_path / "_site") as address, window(browser) as (_, page):
        visit(page, f"{address}e/papers/?author=ada+n119")
        page.locator(".paper-card:visible").nth(1).wait_for()
        assert (titles(page), count_shown(page)) == (["All", "One"], "2 of 3 papers")
        page.get_by_role("searchbox", name="Author").fill("N120")
        assert titles(page) == []


def test_on_a_phone_the_form_is_folded_and_the_first_paper_in_sight(browser: Browser, real_site: str) -> None:
    with window(browser, viewport={"width": 360, "height": 640}) as (_, page):
        visit(page, f"{real_site}2022/papers/?author=lee")
        first = page.locator(".paper-card:visible").first.bounding_box()
        assert first
        assert first["y"] < 560
        assert count_shown(page) == "2 of 36 papers"
        author = page.get_by_role("searchbox", name="Author")
        assert author.count() == 0
        page.locator(".paper-tools summary").click()
        assert author.input_value() == "lee"


COMPILERS = [
    "Apollo: Automatic Partition-based Operator Fusion through Layer by Layer Optimization",
    "Bit-serial Weight Pools: Compression and Arbitrary Precision Execution of Neural Networks on Resource "
    "Constrained Processors",
    "DietCode: Automatic Optimization for Dynamic Tensor Programs",
    "The CoRa Tensor Compiler: Compilation for Ragged Tensors with Minimal Padding",
]


def test_papers_are_chosen_by_session_and_ordered_by_the_programme(browser: Browser, real_site: str) -> None:
    with window(browser) as (_, page):
        visit(page, f"{real_site}2022/papers/?session=ml-compilers-runtime")
        assert titles(page) == COMPILERS
        page.locator("[name=order]").select_option("Programme")
        apollo, weights, diet, cora = COMPILERS
        assert titles(page) == [cora, apollo, diet, weights]
        visit(page, page.url)
        assert titles(page) == [cora, apollo, diet, weights]
        page.locator("[name=order]").select_option("First author")
        assert titles(page) == [cora, weights, apollo, diet]


def test_papers_are_chosen_by_their_award(browser: Browser, real_site: str) -> None:
    with window(browser) as (_, page):
        visit(page, f"{real_site}2022/papers/?award=*&other=1")
        assert len(titles(page)) == 5
        page.locator("[name=award]").select_option("")
        assert page.url == f"{real_site}2022/papers/?other=1"
        assert len(titles(page)) == 36


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose abstracts are too long for the list, and one page of which is lost."""
    project = tmp_path_factory.mktemp("site")
    papers = {
        "trees": "title: Trees\nabstract: Wir *ziehen* Bäume.\nlanguage: de\nvolume: long\n",
        "birds": "title: Birds\nvolume: short\nabstract: |\n  " + "Long. " * 20_000 + "\n",
    }
    volumes = "volumes: [{id: long, title: Long Papers}, {id: short, title: Short Papers}]\n"
    for name, text in {"site.yaml": "title: S\n", "e/conference.yaml": f"title: E\n{volumes}"}.items():
        _write(project / "content" / name, text)
    for name, text in papers.items():
        _write(project / "content/e/papers" / f"{name}.yaml", text)
    assert build(project, project / "_site", ProblemLog())
    (project / "_site/e/papers/birds/index.html").unlink()
    with served(project / "_site") as address:
        yield address


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_papers_are_chosen_by_their_volume(browser: Browser, long_site: str) -> None:
    with window(browser) as (_, page):
        visit(page, f"{long_site}e/papers/?volume=long")
        assert titles(page) == ["Trees"]
        page.locator("[name=volume]").select_option("Short Papers")
        assert (titles(page), page.url) == (["Birds"], f"{long_site}e/papers/?volume=short")


def test_an_abstract_that_is_not_in_the_list_comes_from_its_page(browser: Browser, long_site: str) -> None:
    with window(browser) as (_, page):
        page.goto(f"{long_site}e/papers/")
        page.locator(".folded summary").nth(1).click()
        page.locator(".folded em").wait_for()
        assert (
            page.locator(".folded .prose").nth(1).inner_html().strip() == "<p>Wir <em>ziehen</em> Bäume.</p>"
        )
        assert page.locator(".folded .prose").nth(1).get_attribute("lang") == "de"
        page.locator(".folded summary").nth(0).click()
        lost = page.locator(".folded a")
        lost.wait_for()
        assert lost.inner_text() == "The abstract could not be loaded. It is on the paper’s page."
        assert lost.get_attribute("href") == f"{long_site}e/papers/birds/"


def test_all_abstracts_open_at_once_wherever_they_are(browser: Browser, long_site: str) -> None:
    with window(browser) as (_, page):
        visit(page, f"{long_site}e/papers/?abstracts=1")
        page.locator(".folded em").wait_for()
        assert page.locator(".folded[open]").count() == 2
        page.get_by_role("button", name="Show all").click()
        page.wait_for_url(f"{long_site}e/papers/")
        assert page.locator(".folded[open]").count() == 0


def test_a_card_that_is_not_laid_out_yet_has_all_the_room_that_it_will_need(
    browser: Browser, tmp_path: Path
) -> None:
    write_files(tmp_path, large_conference(240))
    write_pages(tmp_path, "2026/papers/")
    for width in (360, 1280):
        with (
            served(tmp_path / "_site") as address,
            window(browser, viewport={"width": width, "height": 700}) as (_, page),
        ):
            page.goto(address + "2026/papers/")
            assert page.locator(".paper-card").count() == 240
            assert page.evaluate(LACKING) == []


def test_without_a_script_all_papers_are_there_and_no_form(browser: Browser, real_site: str) -> None:
    with window(browser, java_script_enabled=False) as (_, page):
        page.goto(f"{real_site}2022/papers/?words=federated")
        assert len(titles(page)) == 36
        assert page.locator(".paper-tools:visible").count() == 0


def test_a_link_of_the_list_leads_to_the_session_and_the_paper() -> None:
    assert links(index(EDITION), ".paper-index a") == {
        "Birds": "../../e/papers/birds/",
        "Zoë Abel": "../../authors/zoe-abel/",
        "Best Paper": "../../e/awards/#best",
        "Second": "../../e/sessions/two/",
        "Cats": "../../e/papers/cats/",
        "Trees": "../../e/papers/trees/",
        "Ada Zuse": "../../authors/ada-zuse/",
        "Bo Ek": "../../authors/bo-ek/",
        "First": "../../e/sessions/one/",
    }
