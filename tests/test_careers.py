"""The years of a person on their page: papers and sessions of each edition, in marks and in words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, time

from selectolax.lexbor import LexborHTMLParser

from site_gen.conference import Authorship, Conference, Paper, Participant, Series, Session, Slot
from tests.rendering import by, exported, links, rendered, shown

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


def test_a_person_s_page_begins_with_when_and_where_they_speak() -> None:
    day = date(2026, 5, 4)
    talk = Slot(paper="one", start=time(9, 20), people=(Participant(name="Ada Bee", role="presenter"),))
    late, talks = (
        replace(CHAIR, id="late", title="Late", kind="panel", date=day, start=time(17), room="Hall B"),
        Session(
            id="talks", title="Talks", kind="oral", date=day, start=time(9), room="Hall A", slots=(talk,)
        ),
    )
    edition = Conference(id="2026", title="S 2026", papers=(ONE,), sessions=(late, talks))
    page = rendered(Series(title="S", conferences=(edition,)))["authors/ada-bee/"]
    assert shown(page, "h2") == ["In the programme", "Papers 1 paper"]
    assert shown(page, ".engagements li") == [
        "Monday, 4 May 2026, 09:20 Hall A one Presenter Oral session Talks S 2026",
        "Monday, 4 May 2026, 17:00 Hall B Late Chair Panel S 2026",
    ]


def test_a_page_tells_where_a_person_works_as_bylines_and_programmes_print_it() -> None:
    def edition(year: str, *papers: Paper, people: tuple[Participant, ...] = ()) -> Conference:
        talk = Session(id="talk", kind="invited-talk", title="Talk", people=people)
        return Conference(id=year, title=f"S {year}", papers=papers, sessions=(talk,) if people else ())

    ada = {name: Authorship(name="Ada Bee", affiliations=(name,)) for name in ("Oxford", "ETH")}
    twice = Authorship(name="Ada Bee", affiliations=("ETH", "Google"))
    old = edition("2022", Paper(id="a", authors=(ada["Oxford"],)), Paper(id="b", authors=(ada["ETH"],)))
    new = edition(
        "2023",
        Paper(id="c", authors=(twice, Authorship(name="Bo", affiliations=("MIT",)))),
        people=(Participant(name="Ada Bee", affiliation="Google Research"),),
    )
    series = Series(title="S", conferences=(old, new))
    page = rendered(series)["authors/ada-bee/"]
    expected = ["ETH S 2023, S 2022", "Google S 2023", "Google Research S 2023", "Oxford S 2022"]
    assert shown(page, ".affiliations li") == expected
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    works_at = next(node["affiliation"] for node in json.loads(data)["@graph"] if node["@type"] == "Person")
    assert [each["name"] for each in works_at] == ["ETH", "Google", "Google Research"]
    text = exported(replace(series, exports="all"))["authors/ada-bee/index.md"]
    assert [line for line in text.splitlines() if "Affiliation" in line] == [
        "- Affiliation: ETH (S 2023, S 2022)", "- Affiliation: Google (S 2023)",
        "- Affiliation: Google Research (S 2023)", "- Affiliation: Oxford (S 2022)",
    ]  # fmt: skip
    alone = rendered(replace(series, conferences=(old,)))["authors/ada-bee/"]
    assert shown(alone, ".affiliations li") == ["Oxford", "ETH"]
