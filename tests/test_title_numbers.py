"""The number of a paper in brackets beside its title: it is that of a submission, and no title or type."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.command import in_project as ran
from tests.ingested import ingested

PROGRAMME = """Programme of OWL 2031
Monday 2 June 2031
9:00-10:30 Session 1: Woods
9:00 [Paper 12] Trees that sing
Ann Lee, Bo Dee
9:30 [Paper 4] Owls of the Northern Wood
Cy Roe, Di Fay
10:00 [Paper 33] Nests in barns
Ed Gum, Flo Hart
10:30-11:00 Coffee
"""
LIST = """Paper ID,Title,Authors
4,Owls of the Northern Woods and Fields,Cy Roe; Di Fay
12,Trees that sing,Ann Lee; Bo Dee
33,Nests in barns,Ed Gum; Flo Hart
"""
BEHIND = """Accepted papers

- **Trees that sing (ID: 12)**, Ann Lee and Bo Dee
- **Owls at noon (ID: 4)**, Cy Roe
- **Nests (Part 2)**, Ed Gum
"""


def test_a_number_of_a_paper_is_no_type_and_finds_the_paper_of_a_list(tmp_path: Path) -> None:
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (sources / "programme.txt").write_text(PROGRAMME)
    (sources / "list.csv").write_text(LIST)
    (tmp_path / "content" / "site.yaml").write_text("title: Owls\ntime_zone: UTC\n")
    (tmp_path / "content" / "sources.yaml").write_text(
        '- {file: sources/programme.txt, edition: "2031"}\n- {file: sources/list.csv, edition: "2031"}\n'
    )
    ran(tmp_path, "ingest")
    edition = tmp_path / "content" / "2031"
    sessions = yaml.safe_load((edition / "sessions.yaml").read_text())
    assert sessions[0]["slots"] == [
        {"paper": "trees-that-sing", "start": "09:00"},
        {"paper": "owls-of-the-northern-wood", "start": "09:30"},
        {"paper": "nests-in-barns", "start": "10:00"},
    ]
    assert sorted(each.stem for each in (edition / "papers").glob("*.yaml")) == [
        "nests-in-barns",
        "owls-of-the-northern-wood",
        "trees-that-sing",
    ]


def test_a_number_behind_a_title_is_none_of_its_words(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path, "accepted.md", BEHIND)
    assert titles == ["Nests (Part 2)", "Owls at noon", "Trees that sing"]


SERIES = """\
Date,Time,Session,Title,Speaker
2031-06-02,9:00-9:30,Owls,How owls plan (Part 1),Ann Lee
2031-06-02,9:30-10:00,Owls,How owls plan (Part 2),Ann Lee
2031-06-02,10:00-10:30,Owls,Nests in barns,Bo Dee
"""


def test_numbers_that_alone_tell_titles_apart_are_of_the_titles(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.csv", SERIES)
    assert [slot["title"] for session in sessions for slot in session["slots"]] == [
        "How owls plan (Part 1)",
        "How owls plan (Part 2)",
        "Nests in barns",
    ]


PARTS = """Title,Authors
Owls of the wood (Part 1),Ann Lee; Bo Dee
Moths of the field (Part 2),Cy Roe
Barn (Part 4),Ed Gum
"""
TEILE = """# Angenommene Beiträge

- **Eulen im Wald (Teil 1)**, Ann Lee und Bo Dee
- **Eulen im Feld (Teil 2)**, Cy Roe
"""
UNKNOWN = """Title,Authors
Owls of the wood (Exhibit 7),Ann Lee; Bo Dee
Moths of the field (Exhibit 31),Cy Roe
Barn (Exhibit 112),Ed Gum
"""


def test_numbers_that_count_on_may_be_parts_and_stay_in_titles(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path / "en", "accepted.csv", PARTS)
    assert titles == ["Barn (Part 4)", "Moths of the field (Part 2)", "Owls of the wood (Part 1)"]
    _, titles, _ = ingested(tmp_path / "de", "accepted.md", TEILE)
    assert titles == ["Eulen im Feld (Teil 2)", "Eulen im Wald (Teil 1)"]


def test_numbers_far_apart_behind_most_titles_are_those_of_submissions(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path, "accepted.csv", UNKNOWN)
    assert titles == ["Barn", "Moths of the field", "Owls of the wood"]
