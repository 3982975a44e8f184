"""Awards beside the titles of papers are those of the papers."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.ingested import ingested
from tests.test_ingest import run, write

PAPERS = """\
Title,Authors
Trees that sing (Best Paper Award),Ann Lee
Nests in barns 🏆 Best Student Paper,Bo Dee
[Honorable Mention] Eggs in spring,Cy Roe
What makes the best paper award fair?,Di Fay
Moons (the best posters of all),Ed Gum
Best Demo Award: Singing Machines,Flo Hart
"""


def test_awards_beside_titles_are_of_the_papers(tmp_path: Path) -> None:
    write(tmp_path, {"content/sources/2024.csv": PAPERS})
    run(tmp_path)
    titles = {
        path.stem: yaml.safe_load(path.read_text("utf-8"))["title"]
        for path in (tmp_path / "content/2024/papers").iterdir()
    }
    awards = yaml.safe_load((tmp_path / "content/2024/awards.yaml").read_text("utf-8"))
    assert titles == {
        "trees-that-sing": "Trees that sing",
        "nests-in-barns": "Nests in barns",
        "eggs-in-spring": "Eggs in spring",
        "what-makes-the-best-paper-award-fair": "What makes the best paper award fair?",
        "moons-the-best-posters-of-all": "Moons (the best posters of all)",
        "singing-machines": "Singing Machines",
    }
    assert {award["name"]: award["papers"] for award in awards} == {
        "Best Paper Award": ["trees-that-sing"],
        "Best Student Paper": ["nests-in-barns"],
        "Honorable Mention": ["eggs-in-spring"],
        "Best Demo Award": ["singing-machines"],
    }


PROGRAMME = """\
Monday, 3 March 2031

09:00-10:30 Session 1: Birds
09:00 Best paper award: "Trees that sing" (Ann Lee)
09:20 Best Student Paper – Nests in barns (Bo Dee)
09:40 The Nobel Prize: A History of Owls (Cy Roe)
10:00 Moons of June (Di Fay)
11:00-11:30 Best Paper Award: Ann Lee
"""


def test_awards_before_titles_of_a_programme_are_of_the_papers(tmp_path: Path) -> None:
    _, titles, sessions = ingested(tmp_path, "programme.txt", PROGRAMME)
    awards = yaml.safe_load((tmp_path / "content/2031/awards.yaml").read_text("utf-8"))
    assert titles == [
        "Moons of June",
        "Nests in barns",
        "The Nobel Prize: A History of Owls",
        "Trees that sing",
    ]
    assert {award["name"]: award["papers"] for award in awards} == {
        "Best paper award": ["trees-that-sing"],
        "Best Student Paper": ["nests-in-barns"],
    }
    assert [each["title"] for each in sessions] == ["Session 1: Birds", "Best Paper Award: Ann Lee"]


HONOURED = """Owls 2031 Awards

Best Paper Award
Sorting Owls in Linear Time
Ann Lee, Bo Roe

Test of Time Award
On the Complexity of Flight
Di Fay, Ed Gee

Distinguished Reviewers
Flo Hay, Gus Ivy, Hal Joy
"""


def test_those_whom_a_heading_of_people_honours_wrote_no_paper(tmp_path: Path) -> None:
    output, titles, _ = ingested(tmp_path, "awards.txt", HONOURED)
    assert titles == ["On the Complexity of Flight", "Sorting Owls in Linear Time"]
    assert "not taken: awards of people (1)" in output
