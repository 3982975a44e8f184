"""Labels for poster boards, with codes that a phone reads."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from site_gen.conference import Conference, Series, Session, Slot
from tests.fair import fair
from tests.rendering import links, rendered, shown
from tests.serving import window
from tests.test_my import faults

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


def test_without_the_sites_address_there_is_no_code_and_it_is_said() -> None:
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
        assert faults(page) == []
