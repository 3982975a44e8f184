"""The years of a person on their page: papers and sessions of each edition, in marks and in words."""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from site_gen.conference import Conference, Paper, Participant, Series, Session
from tests.rendering import by, links, rendered, shown

ONE, TWO, THREE = (Paper(id=name, title=name, authors=by("Ada Bee")) for name in ("one", "two", "three"))
OTHER = Paper(id="other", title="Other", authors=by("Cy Du"))
CHAIR = Session(id="s", title="S", people=(Participant(name="Ada Bee", role="chair"),))
EDITIONS = (
    Conference(id="2021", title="S 2021", year=2021, papers=(ONE, TWO)),
    Conference(id="2022", title="S 2022", year=2022, papers=(OTHER,)),
    Conference(id="2023", title="S 2023", year=2023, papers=(THREE,), sessions=(CHAIR,)),
    Conference(id="2024", title="S 2024", year=2024),
)
SERIES = Series(title="S", conferences=EDITIONS)


def test_a_person_s_page_tells_every_edition_and_what_they_did_there() -> None:
    page = rendered(SERIES)["authors/ada-bee/"]
    assert shown(page, ".career li") == ["S 2021 2 papers", "S 2022", "S 2023 1 paper, 1 session"]
    years = LexborHTMLParser(page).css(".career li")
    marks = [[mark.attributes["data-series"] for mark in year.css("rect")] for year in years]
    assert marks == [["1", "1"], [], ["1", "2"]]
    assert list(links(page, ".career a").values()) == ["../../2021/", "../../2022/", "../../2023/"]


def test_no_year_has_more_marks_than_there_is_room_for() -> None:
    papers = tuple(Paper(id=f"p{number}", title="T", authors=by("Ada Bee")) for number in range(20))
    page = rendered(replace(SERIES, conferences=(replace(EDITIONS[0], papers=papers), EDITIONS[1])))
    html = page["authors/ada-bee/"]
    assert shown(html, ".career li") == ["S 2021 20 papers", "S 2022"]
    assert len(LexborHTMLParser(html).css(".career rect")) == 8


def test_a_series_of_one_edition_has_no_years() -> None:
    page = rendered(replace(SERIES, conferences=EDITIONS[:1]))["authors/ada-bee/"]
    assert shown(page, ".career") == []
