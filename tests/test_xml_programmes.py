"""Programmes in XML of unknown systems: names in parts, ids of talks, texts with paragraphs."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.ingested import ingested


def person(given: str, middle: str, family: str, at: str) -> str:
    parts = f"<givenname>{given}</givenname><mi>{middle}</mi><surname>{family}</surname>"
    return f"<author><name>{parts}</name><id>17</id><affiliation>{at}</affiliation></author>"


def paper(place: int, title: str, start: str, end: str, people: str) -> str:
    times = f"<starttime>{start}</starttime><endtime>{end}</endtime>"
    named = (
        f"<paperid>15702{place}</paperid><sessionid>A1-1.{place}</sessionid><papertitle>{title}</papertitle>"
    )
    return f"<paper>{times}{named}<abstract>Of {title}.</abstract><authors>{people}</authors></paper>"


def test_papers_that_number_their_place_in_the_session_stay_in_it(tmp_path: Path) -> None:
    papers = paper(1, "Owls at night", "10:45", "11:00", person("Ann", "B", "Lee", "Owl Labs"))
    both = person("Bo", "", "Katz", "Nest College") + person("Cy", "", "Roe", "Barn Inc")
    papers += paper(2, "Bats by day", "11:00", "11:15", both)
    chair = person("Di", "", "Fay", "Moth University").replace("author>", "chair>")
    head = (
        "<code>A1-1</code><sessiontitle>Night life</sessiontitle><room>Hall I</room><date>16 May 2031</date>"
    )
    times = "<starttime>2031-05-16T10:45:00</starttime><endtime>2031-05-16T12:15:00</endtime>"
    session = f"<session>{head}{times}<chairs>{chair}</chairs><papers>{papers}</papers></session>"
    _, titles, sessions = ingested(tmp_path, "program.xml", f"<program>{session}</program>")
    assert titles == ["Bats by day", "Owls at night"]
    (held,) = sessions
    assert (str(held["date"]), held["start"], held["end"], held["room"]) == (
        "2031-05-16", "10:45", "12:15", "Hall I",
    )  # fmt: skip
    assert held["people"] == [{"name": "Di Fay", "role": "chair", "affiliation": "Moth University"}]
    assert held["slots"] == [
        {"paper": "owls-at-night", "start": "10:45", "end": "11:00"},
        {"paper": "bats-by-day", "start": "11:00", "end": "11:15"},
    ]
    authors = [
        yaml.safe_load((tmp_path / f"content/2031/papers/{name}.yaml").read_text("utf-8"))["authors"]
        for name in ("owls-at-night", "bats-by-day")
    ]
    assert authors == [
        [{"name": "Ann B Lee", "affiliations": ["Owl Labs"]}],
        [
            {"name": "Bo Katz", "affiliations": ["Nest College"]},
            {"name": "Cy Roe", "affiliations": ["Barn Inc"]},
        ],
    ]


def test_texts_keep_their_paragraphs_and_a_description_is_read_where_no_abstract_is(tmp_path: Path) -> None:
    def entry(title: str, start: str, texts: str) -> str:
        times = f"<start>{start}</start><duration>30</duration><room>Hall</room>"
        return f"<entry>{times}<title>{title}</title>{texts}<speakers/></entry>\n"

    entries = entry("Owls", "0930", "<abstract>Owls hoot.\n  They sing.\n\nWe ask:\n- why\n- how</abstract>")
    entries += entry("Winners", "1030", "<abstract/><description>They are named here.</description>")
    entries += entry("Bats", "1130", "<abstract>Bats fly.</abstract><description>By night.</description>")
    sessions = ingested(tmp_path, "s.xml", f"<schedule><day date='2031-07-21'>{entries}</day></schedule>")[2]
    assert [(each["title"], each["description"]) for each in sessions] == [
        ("Owls", "Owls hoot. They sing.\n\nWe ask:\n\n- why\n\n- how"),
        ("Winners", "They are named here."),
        ("Bats", "Bats fly.\n\nBy night."),
    ]
