"""Labels for poster boards, with codes that a phone reads."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image
from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped] # it says no types

from site_gen.conference import Conference, Series, Session, Slot
from tests.access import faults_of_access
from tests.fair import fair, publish
from tests.rendering import links, rendered, shown
from tests.serving import served, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BOARDS = Session(
    id="posters",
    title="Posters",
    kind="poster",
    slots=(
        Slot(title="Tenth", board="A10"),
        Slot(title="Second", board="A2"),
        Slot(board="A3"),
        Slot(title="Without a board"),
    ),
)


def series(*sessions: Session, base_url: str | None = None) -> Series:
    return Series(
        title="Fair",
        base_url=base_url,
        conferences=(Conference(id="2030", title="Fair 2030", sessions=sessions),),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with fair(tmp_path_factory.mktemp("fair")) as address:
        yield address


def test_boards_are_in_the_order_of_their_numbers_and_empty_ones_have_no_label() -> None:
    pages = rendered(series(BOARDS))
    assert shown(pages["2030/labels/"], ".label-board, .label-title") == [
        "Board A2",
        "Second",
        "Board A10",
        "Tenth",
    ]
    assert links(pages["data/"], "main a")["Fair 2030"] == "../2030/labels/"


def test_without_the_sites_address_there_is_no_code_and_it_is_reported() -> None:
    html = rendered(series(BOARDS))["2030/labels/"]
    assert shown(html, "[data-code]") == []
    assert shown(html, ".statement") == [
        "The labels have no QR code, because base_url in site.yaml does not say where the site will live."
    ]


def test_an_edition_without_boards_has_no_labels() -> None:
    assert "2030/labels/" not in rendered(series(Session(id="talks", slots=(Slot(title="A talk"),))))


def test_each_code_is_read_as_the_address_on_its_label(browser: Browser, site: str) -> None:
    with window(browser) as (_, page):
        page.goto(f"{site}2030/labels/")
        page.wait_for_selector("[data-code] svg >> nth=1")
        read = {
            label.query_selector(".label-board").text_content(): [  # type: ignore[union-attr]
                code.text
                for code in zxingcpp.read_barcodes(Image.open(BytesIO(label.screenshot())).convert("L"))
            ]
            for label in page.query_selector_all(".board-label")
        }
        assert read == {
            "Board 7": ["https://fair.example/x/2030/papers/alpha/"],
            "Board 8": ["https://fair.example/x/2030/papers/gamma/"],
        }
        assert faults_of_access(page) == []


NAMES = ("Ada Okoye", "Ünal Çelik-Montgomery", "Bea Lind", "Cai Wu", "Maximiliane von Hohenfels-Lindenberg")
WORDS = "Communication-efficient heterogeneous graph neural networks with probabilistic neighbourhoods"


def crowded(boards: int) -> dict[str, str]:
    """A conference with so many boards, their titles and bylines of all lengths; 60 are all sorts."""
    slots, papers = [], {}
    for number in range(1, boards + 1):
        paper = f"a-paper-whose-address-is-as-long-as-titles-make-it-at-most-{number}"
        board = f"Upper Foyer West {number}" if number % 10 == 0 else f"B{number}"
        title = " ".join([WORDS] * (1 + number % 4)) + ("泽浩与漫长的回家路" * (number % 3) * 8)
        authors = ", ".join(NAMES * (1 + number % 6 * 4))
        slots.append(f'    - {{paper: {paper}, board: "{board}"}}\n')
        papers[f"2030/papers/{paper}.yaml"] = f"title: {title}\nauthors: [{authors}]\n"
    session = "- id: posters\n  title: Posters\n  kind: poster\n  date: 2030-05-07\n  slots:\n"
    return {"2030/sessions.yaml": session + "".join(slots), **papers}


def test_every_code_is_whole_on_paper_however_long_titles_and_bylines_are(
    browser: Browser, tmp_path: Path
) -> None:
    with served(publish(tmp_path, crowded(60))) as address, window(browser) as (_, page):
        page.set_viewport_size({"width": 680, "height": 1000})  # A4 between its margins
        page.emulate_media(media="print")
        page.goto(f"{address}2030/labels/")
        page.wait_for_selector(".board-label:last-child [data-code] svg", state="attached")
        wanted = page.eval_on_selector_all(
            "[data-code]", "(codes) => codes.map(({ dataset }) => dataset.code)"
        )
        assert page.eval_on_selector_all(".board-label", OUTSIDE) == []
        sheets = page.pdf(format="A4", prefer_css_page_size=True)
    read = [code for sheet in PdfDocument(sheets) for code in codes_of(sheet)]
    assert len(wanted) == 60
    assert sorted(read) == sorted(wanted)


# The classes of what is cut by the edge of its label; text that is shortened ends in "…" inside.
OUTSIDE = """(labels) => labels.flatMap((label) => {
  const edge = label.getBoundingClientRect();
  return [...label.children].filter((part) => {
    const box = part.getBoundingClientRect();
    return box.bottom > edge.bottom || box.right > edge.right || box.top < edge.top;
  }).map((part) => part.className);
})"""


def codes_of(sheet: PdfPage) -> list[str]:
    """The texts of the QR codes on a printed page, at the 150 dots an inch of a plain printer."""
    picture = sheet.render(scale=150 / 72, grayscale=True).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]
