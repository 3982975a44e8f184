"""Awards beside the titles of papers are those of the papers."""

from __future__ import annotations

from pathlib import Path

import pytest
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


BEHIND_PEOPLE = {
    "accepted.md": """# Accepted papers

- Hawkmoths of the north. Bo Roe, Ann Lee *Best paper*
- How to write the best paper. Cy Dahl
- Nests in barns. Di Fay and Ed Gum (Honourable mention)
""",
    "list.md": """# Communications

- **Hawkmoths of the north**, Bo Roe et Ann Lee *Best paper*
- **How to write the best paper**, Cy Dahl
- **Nests in barns**, Di Fay et Ed Gum **Honourable mention**
""",
    "list.html": """<html><body><h1>Accepted papers</h1><ul>
<li><b>Hawkmoths of the north</b><br>Bo Roe, Ann Lee <em>Best paper</em></li>
<li><b>How to write the best paper</b><br>Cy Dahl</li>
<li><b>Nests in barns</b><br>Di Fay and Ed Gum (Honourable mention)</li></ul></body></html>
""",
    "signs.txt": """Accepted papers

Hawkmoths of the north
Bo Roe, Ann Lee ★ Best paper

How to write the best paper
Cy Dahl

Nests in barns
Di Fay and Ed Gum – Honourable mention
""",
    "table.md": """| Title | Authors |
|---|---|
| Hawkmoths of the north | Bo Roe, Ann Lee **Best paper** |
| How to write the best paper | Cy Dahl |
| Nests in barns | Di Fay and Ed Gum 🏆 Honourable mention |
""",
    "list.csv": """Title,Authors
Hawkmoths of the north,"Bo Roe, Ann Lee (Best paper)"
How to write the best paper,Cy Dahl
Nests in barns,"Di Fay, Ed Gum Honourable mention"
""",
    "programme.txt": """Monday, 3 March 2031
9:00-10:30 Session 1: Moths
9:00 Hawkmoths of the north
Bo Roe, Ann Lee *Best paper*
9:30 How to write the best paper
Cy Dahl
10:00 Nests in barns
Di Fay, Ed Gum (Honourable mention)
""",
}


@pytest.mark.parametrize("name", BEHIND_PEOPLE)
def test_awards_behind_people_are_of_their_papers(tmp_path: Path, name: str) -> None:
    told, titles, _ = ingested(tmp_path, name, BEHIND_PEOPLE[name])
    awards = yaml.safe_load((tmp_path / "content/2031/awards.yaml").read_text("utf-8"))
    papers = [
        yaml.safe_load(each.read_text("utf-8")) for each in (tmp_path / "content/2031/papers").iterdir()
    ]
    assert "warning" not in told
    assert titles == ["Hawkmoths of the north", "How to write the best paper", "Nests in barns"]
    assert {award["name"]: award["papers"] for award in awards} == {
        "Best paper": ["hawkmoths-of-the-north"],
        "Honourable mention": ["nests-in-barns"],
    }
    assert {paper["title"]: paper["authors"] for paper in papers} == {
        "Hawkmoths of the north": ["Bo Roe", "Ann Lee"],
        "How to write the best paper": ["Cy Dahl"],
        "Nests in barns": ["Di Fay", "Ed Gum"],
    }


def test_the_award_of_who_gives_a_talk_is_its_note(tmp_path: Path) -> None:
    rows = "2031-06-03,15:00,Moths,Hawkmoths,Bo Roe (Best paper)\n2031-06-03,15:30,Moths,Silk,Ann Lee\n"
    _, _, sessions = ingested(tmp_path, "programme.csv", f"Date,Time,Session,Title,Speaker\n{rows}")
    assert sessions[0]["slots"] == [
        {"title": "Hawkmoths", "start": "15:00", "people": ["Bo Roe"], "note": "Best paper"},
        {"title": "Silk", "start": "15:30", "people": ["Ann Lee"]},
    ]
