"""The picture of a page for those who share it: which page has which, what it says, the same bytes."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from site_gen.build import build
from site_gen.conference import Conference, Paper, ProsePage, Series, Session, Theme
from site_gen.exports.host.share_cards import require_cards
from site_gen.frame.share_cards import share_card
from site_gen.graphics import ShareCard, drawn
from site_gen.graphics.share_card import svg
from site_gen.problems import Place, ProblemLog
from site_gen.site import Site, Subject
from site_gen.site.subjects import EditionOf, PaperOf, PersonOf, ProseOf, SeriesHome, SessionOf
from tests.rendering import by, planned, rendered

BASE = "https://s.example/x/"
SERIES = Series(
    title="S & T",
    cards=True,
    conferences=(
        Conference(
            id="2022",
            title="S 2022",
            first_day=date(2022, 8, 29),
            last_day=date(2022, 9, 1),
            location="Santa Clara",
            papers=(
                Paper(id="trees", title="Trees in $O(n^2)$", authors=by("Ada Bee", "Cy Dee")),
                Paper(id="lost", status="withdrawn", authors=by("Ada Bee")),
            ),
            sessions=(
                Session(
                    id="oral", kind="oral", title="Talks", date=date(2022, 8, 29), start=time(9), room="Hall"
                ),
            ),
            pages=(ProsePage(id="travel", title="How to get here"),),
        ),
    ),
)
PLAIN = ("#0a4a3d", "#ffffff", "#f2c14e")


def card_of(subject: Subject, theme: Theme | None = None) -> ShareCard:
    """The card of a page."""
    series = SERIES if theme is None else Series(title=SERIES.title, theme=theme)
    return share_card(planned(series, base_url=BASE), subject)


def test_a_card_says_what_its_page_is() -> None:
    subjects = (SeriesHome(), EditionOf("2022"), PaperOf("2022", "trees"), PaperOf("2022", "lost"),
                SessionOf("2022", "oral"), PersonOf("ada-bee"), ProseOf("2022", "travel"))  # fmt: skip
    assert [card_of(subject) for subject in subjects] == [
        ShareCard("", "S & T", "", *PLAIN),
        ShareCard("S & T", "S 2022", "29 August – 1 September 2022 · Santa Clara", *PLAIN),
        ShareCard("S 2022", "Trees in O(n²)", "Ada Bee and Cy Dee", *PLAIN),
        ShareCard("S 2022", "Untitled paper by Ada Bee", "Withdrawn", *PLAIN),
        ShareCard("S 2022", "Talks", "Oral session · Monday, 29 August 2022, 09:00 · Hall", *PLAIN),
        ShareCard("S & T", "Ada Bee", "2 papers", *PLAIN),
        ShareCard("S 2022", "How to get here", "", *PLAIN),
    ]


@pytest.mark.parametrize(
    ("theme", "colours"),
    [
        (Theme(), PLAIN),
        (Theme(accent="#880000"), ("#880000", "#ffffff", "#ffffff")),
        (Theme(accent="#880000", band="#ffee00"), ("#ffee00", "#000000", "#000000")),
        (Theme(on_band="#eeeeee"), ("#0a4a3d", "#eeeeee", "#eeeeee")),
    ],
)
def test_a_card_has_the_colours_of_the_masthead(theme: Theme, colours: tuple[str, str, str]) -> None:
    card = card_of(SeriesHome(), theme=theme)
    assert (card.ground, card.ink, card.mark) == colours


def pictures_in(html: str) -> dict[str, str]:
    """What a page tells of its picture."""
    found = LexborHTMLParser(html).css("meta[property^='og:image']")
    return {node.attributes["property"] or "": node.attributes["content"] or "" for node in found}


def test_a_page_names_its_card_else_that_of_its_edition_or_home() -> None:
    pages = rendered(SERIES, BASE)
    assert pictures_in(pages["2022/papers/trees/"]) == {
        "og:image": "https://s.example/x/2022/papers/trees/card.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Trees in O(n²). Ada Bee and Cy Dee. S 2022",
    }
    expected = {
        "": "2022/card.png",  # the home of the only edition
        "404.html": "card.png",
        "2022/": "2022/card.png",
        "2022/papers/": "2022/card.png",
        "2022/papers/trees/": "2022/papers/trees/card.png",
        "2022/papers/lost/": "2022/papers/lost/card.png",
        "2022/schedule/": "2022/card.png",
        "2022/schedule/2022-08-29/": "2022/card.png",
        "2022/sessions/oral/": "2022/sessions/oral/card.png",
        "2022/rooms/hall/": "2022/card.png",
        "2022/travel/": "2022/travel/card.png",
        "authors/": "card.png",
        "authors/ada-bee/": "authors/ada-bee/card.png",
        "authors/cy-dee/": "authors/cy-dee/card.png",
        "data/": "card.png",
    }
    assert {route: pictures_in(pages[route])["og:image"].removeprefix(BASE) for route in expected} == expected


def cards_of(site: Site) -> list[str]:
    return [file.route for file in site.files if file.export.name == "share-card"]


def test_without_an_address_or_unasked_no_card_is_drawn() -> None:
    assert cards_of(planned(SERIES)) == []
    assert cards_of(planned(replace(SERIES, cards=False), base_url=BASE)) == []
    assert len(cards_of(planned(SERIES, base_url=BASE))) == 8


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_card_is_a_png_of_1200_by_630_with_the_same_bytes_each_time() -> None:
    card = ShareCard("S", "Trees", "Ada", *PLAIN)
    assert size_of(drawn(card)) == (1200, 630)
    assert drawn(card) == drawn(card)
    assert drawn(card) != drawn(ShareCard("S", "Trees", "Eve", *PLAIN))


def test_a_long_title_is_set_smaller_then_cut_and_words_never_leave_the_card() -> None:
    def lines(title: str) -> tuple[str | None, list[str]]:
        parsed = LexborHTMLParser(svg(ShareCard("", title, "", *PLAIN))).css("text")
        return parsed[0].attributes["font-size"], [node.text() for node in parsed]

    assert lines("Trees") == ("76", ["Trees"])
    assert lines("Trees that grow " * 3) == ("76", ["Trees that grow Trees that", "grow Trees that grow"])
    size, cut = lines("Trees that grow " * 40)
    assert (size, len(cut), cut[-1][-1]) == ("48", 5, "…")
    size, cut = lines("W" * 500)
    assert (size, len(cut), {len(line) for line in cut}) == ("48", 5, {20})


def test_a_text_that_the_font_cannot_show_is_left_out() -> None:
    drawing = svg(ShareCard("S 2022", "深度学习", "Ada & Eve <b>", *PLAIN))
    assert [node.text() for node in LexborHTMLParser(drawing).css("text")] == ["S 2022", "Ada & Eve <b>"]


@settings(max_examples=20)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_text_makes_a_card(text: str) -> None:
    assert size_of(drawn(ShareCard(text, text, text, *PLAIN))) == (1200, 630)


def write(project: Path, title: str) -> None:
    paper = project / "content/2022/papers/p.yaml"
    paper.parent.mkdir(parents=True, exist_ok=True)
    paper.write_text(f"title: {title}\n")
    (project / "content/site.yaml").write_text(f"title: S\nbase_url: {BASE}\ncards: yes\n")
    (project / "content/2022/conference.yaml").write_text("title: S 2022\n")


def test_caches_lie_within_each_other(tmp_path: Path) -> None:
    below, above = (ShareCard("S", title, "", *PLAIN) for title in ("Below", "Above"))
    assert drawn(below, tmp_path / "2022") == drawn(below)
    assert drawn(above, tmp_path) == drawn(above)
    assert sorted(path.is_dir() for path in tmp_path.iterdir()) == [False, True]


def built_card(project: Path, title: str) -> bytes:
    """The card of the paper when it has this title."""
    write(project, title)
    problems = ProblemLog()
    build(project, project / "_site", problems, clean=True)
    assert problems.errors == []
    return (project / "_site/2022/papers/p/card.png").read_bytes()


def test_a_card_is_drawn_once_and_again_when_its_words_change(tmp_path: Path) -> None:
    old = built_card(tmp_path, "Old")
    (cached,) = (tmp_path / ".plenary/cards/2022/papers/p").iterdir()
    assert cached.read_bytes() == old == drawn(ShareCard("S 2022", "Old", "", *PLAIN))
    cached.write_bytes(b"as it was cached")
    assert built_card(tmp_path, "Old") == b"as it was cached"
    assert built_card(tmp_path, "New") == drawn(ShareCard("S 2022", "New", "", *PLAIN))
    assert not cached.exists()


def test_a_card_from_right_to_left_begins_at_the_right() -> None:
    lines = svg(ShareCard("S & T", "A title", "of it", *PLAIN, is_rtl=True)).split("<text ")[1:]
    places = [(line.partition('" y=')[0], line.partition(">")[2].partition("<")[0]) for line in lines]
    assert places == [
        ('x="1120" text-anchor="end', "\u2067S &amp; T\u2069"),
        ('x="1120" text-anchor="end', "\u2067A title\u2069"),
        ('x="1120" text-anchor="end', "\u2067of it\u2069"),
    ]
    arabic = Series(title="مؤتمر", cards=True, language="ar")
    assert share_card(planned(arabic, base_url=BASE), SeriesHome()).is_rtl


def test_what_no_font_here_shows_is_said_once_with_the_package_that_does() -> None:
    problems = ProblemLog()
    titles = ("ورقة", "ورقة ثانية", "中文", "日本語の論文", "논문", "ꦗꦮ")
    papers = tuple(Paper(id=f"p{number}", title=title) for number, title in enumerate(titles))
    series = replace(SERIES, conferences=(Conference(id="2026", title="S 2026", papers=papers),))
    require_cards(planned(series, base_url=BASE), lambda *keys: Place(".".join(keys)), problems)
    expected = {
        "ورقة": "fontpkg-noto-sans-arabic",
        "中文": "pylopdf-fonts-zh-cn",
        "日本語の論文": "pylopdf-fonts-jp",
        "논문": "pylopdf-fonts-ko",
    }
    assert [str(each) for each in problems.all] == [
        f"series...cards: warning: cards leave out what no font here has the letters of, as “{text}” "
        "[cards-without-letters]\n"
        f"    hint: install {package} where Plenary runs, as with pip: pip install {package}"
        for text, package in expected.items()
    ]
