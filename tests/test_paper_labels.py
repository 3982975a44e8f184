"""Labels with numbers before the titles of papers in a programme: they are none of the titles."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.command import in_project as ran
from tests.ingested import ingested

TABLE = """# Programme of OWL 2031

## Monday, June 2, 2031

| Time | Title | Speaker |
|---|---|---|
| 9:00 - 9:15 | Welcome | |
| 9:15 - 10:15 | Keynote: Why Owls Turn | Ann Lee |
| 10:15 - 10:45 | Paper 1: Trees that Sing | Bo Dee |
| 10:45 - 11:15 | Paper 2: Part 1: Nests | Di Fay |
| 11:15 - 12:00 | Session 2: Barns | |
"""
LINES = """Monday, June 2, 2031

9:00-9:30 Talk 1: Why Owls Turn
Ann Lee, Bo Dee
9:30-10:00 Extended abstract 1: Trees that Sing
Cy Roe, Di Fay
10:00-10:30 Coffee
10:30-11:00 Extended abstract 2: Nests in Barns
Ed Gum, Flo Hart
11:00-12:00 Part 1: The old wood
"""
NUMBERS = """Monday, June 2, 2031

9:00-10:30 Session 1: Woods
9:00 Paper 12: Trees that Sing
Ann Lee, Bo Dee
9:30 Paper 4: Nests in Barns
Cy Roe, Di Fay
10:00 Owls at Noon
Ed Gum, Flo Hart
"""
LIST = """Paper ID,Title,Authors
4,Nests in Barns and in the Towers of Old Castles,Cy Roe; Di Fay
12,Trees that Sing,Ann Lee; Bo Dee
"""


def test_rows_of_a_table_are_without_the_labels_that_count_papers(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.md", TABLE)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Welcome", None),
        ("Keynote: Why Owls Turn", ["Ann Lee"]),
        ("Trees that Sing", ["Bo Dee"]),
        ("Part 1: Nests", ["Di Fay"]),
        ("Session 2: Barns", None),
    ]


def test_words_that_count_papers_alone_are_the_types_of_their_slots(tmp_path: Path) -> None:
    _, papers, sessions = ingested(tmp_path, "programme.txt", LINES)
    assert papers == ["Nests in Barns", "Trees that Sing", "Why Owls Turn"]
    assert [(each["title"], each.get("slots")) for each in sessions] == [
        ("Why Owls Turn", [{"paper": "why-owls-turn"}]),
        ("Trees that Sing", [{"paper": "trees-that-sing", "type": "Extended abstract"}]),
        ("Coffee", None),
        ("Nests in Barns", [{"paper": "nests-in-barns", "type": "Extended abstract"}]),
        ("Part 1: The old wood", None),
    ]


def test_numbers_that_do_not_count_are_those_of_the_submissions(tmp_path: Path) -> None:
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (sources / "programme.txt").write_text(NUMBERS)
    (sources / "list.csv").write_text(LIST)
    (tmp_path / "content" / "site.yaml").write_text("title: Owls\ntime_zone: UTC\n")
    (tmp_path / "content" / "sources.yaml").write_text(
        '- {file: sources/programme.txt, edition: "2031"}\n- {file: sources/list.csv, edition: "2031"}\n'
    )
    ran(tmp_path, "ingest")
    edition = tmp_path / "content" / "2031"
    assert yaml.safe_load((edition / "sessions.yaml").read_text())[0]["slots"] == [
        {"paper": "trees-that-sing", "start": "09:00"},
        {"paper": "nests-in-barns", "start": "09:30"},
        {"paper": "owls-at-noon", "start": "10:00"},
    ]
    assert sorted(each.stem for each in (edition / "papers").glob("*.yaml")) == [
        "nests-in-barns",
        "owls-at-noon",
        "trees-that-sing",
    ]
