"""Who leads a session, where a column of speakers names them with a word before or behind the name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from tests.ingested import ingested

ROWS = """Date,Start,End,Title,Speaker,Room
2031-06-02,9:00,9:30,Trees that sing,Ann Lee,A
2031-06-02,9:30,10:00,Panel on owls,Moderation: Bo Dee,A
2031-06-02,10:00,10:30,Panel on wind,"Moderator: Cy Roe; Panelists: Di Fay, Ed Gum",A
2031-06-02,11:00,11:30,Feathers,"Flo Hart (chair), Gus Ives",A
2031-06-02,13:00,14:00,Moon,Prowadzący: Hal Jay,A
2031-06-02,14:00,15:00,Mice,Prowadzący: Ida Kim,A
2031-06-02,15:00,16:00,Eggs,Opis: Jo Lux,A
"""
ABOVE_TALKS = """Day,Time,Session,Title,Speaker
2031-06-02,9:00-9:30,Woods,,Chair: Zed Young
2031-06-02,9:00-9:30,Woods,Trees that sing,Ann Lee
2031-06-02,9:30-10:00,Woods,Owls at noon,Cy Roe
"""


def test_a_word_before_or_behind_a_name_says_who_leads(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.csv", ROWS)
    assert [(each["title"], each["start"], each["end"], each.get("people")) for each in sessions] == [
        ("Trees that sing", "09:00", "09:30", ["Ann Lee"]),
        ("Panel on owls", "09:30", "10:00", [{"name": "Bo Dee", "role": "chair"}]),
        (
            "Panel on wind",
            "10:00",
            "10:30",
            [
                {"name": "Cy Roe", "role": "chair"},
                {"name": "Di Fay", "role": "panelist"},
                {"name": "Ed Gum", "role": "panelist"},
            ],
        ),
        ("Feathers", "11:00", "11:30", [{"name": "Flo Hart", "role": "chair"}, "Gus Ives"]),
        ("Moon", "13:00", "14:00", [{"name": "Hal Jay", "role": "chair"}]),
        ("Mice", "14:00", "15:00", [{"name": "Ida Kim", "role": "chair"}]),
        ("Eggs", "15:00", "16:00", None),
    ]
    assert "programme.csv:8: warning: 'Opis' before a name is nothing that is known" in output


def test_a_chair_above_the_talks_of_a_session_does_not_end_it(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.csv", ABOVE_TALKS)
    assert sessions == [
        {
            "id": "woods",
            "title": "Woods",
            "date": date(2031, 6, 2),
            "start": "09:00",
            "end": "10:00",
            "people": [{"name": "Zed Young", "role": "chair"}],
            "slots": [
                {
                    "title": "Trees that sing",
                    "start": "09:00",
                    "end": "09:30",
                    "people": ["Ann Lee"],
                },
                {"title": "Owls at noon", "start": "09:30", "end": "10:00", "people": ["Cy Roe"]},
            ],
        }
    ]


IN_BRACKETS = """Date,Start,Session,Title,Speaker
2031-06-02,9:00,Panel,What owls want,"[Panelist] Ann Lee; [Panelist] Bo Dee; [Moderator] Cy Roe"
2031-06-02,10:00,Talks,Trees that sing,Di Fay
"""


def test_a_role_in_brackets_before_a_name_is_no_part_of_it(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.csv", IN_BRACKETS)
    assert sessions[0]["slots"] == [
        {
            "title": "What owls want",
            "people": [
                {"name": "Ann Lee", "role": "panelist"},
                {"name": "Bo Dee", "role": "panelist"},
                {"name": "Cy Roe", "role": "chair"},
            ],
        }
    ]


BEHIND = """Date,Start,Session,Title,Speaker
2031-06-02,9:00,Panel,What owls want,"Ann Lee (Speaker); Bo Dee (Panelist); Cy Roe (Moderator); Di Fay (MIT)"
2031-06-02,10:00,Talks,Trees that sing,Eva Gee (Presenter)
"""


def test_a_role_in_brackets_behind_a_name_is_no_institution(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.csv", BEHIND)
    assert [session["slots"][0]["people"] for session in sessions] == [
        [
            "Ann Lee",
            {"name": "Bo Dee", "role": "panelist"},
            {"name": "Cy Roe", "role": "chair"},
            {"name": "Di Fay", "affiliation": "MIT"},
        ],
        ["Eva Gee"],
    ]


def test_who_presents_a_paper_works_nowhere_by_that(tmp_path: Path) -> None:
    table = (
        "Title,Authors,Abstract\n"
        'Owls at Night,"Ann Lee (presenter), Bo Roe",We listen.\n'
        'Nests,"Di Eff (Presenting author); Cy Dee (MIT)",Short.\n'
        'Mice,"Ed Gee (corresponding author), Fay Hu",A mouse.\n'
    )
    ingested(tmp_path, "papers.csv", table)
    papers = tmp_path / "content/2031/papers"
    assert {path.stem: yaml.safe_load(path.read_text("utf-8"))["authors"] for path in papers.iterdir()} == {
        "owls-at-night": ["Ann Lee", "Bo Roe"],
        "nests": ["Di Eff", {"name": "Cy Dee", "affiliations": ["MIT"]}],
        "mice": ["Ed Gee", "Fay Hu"],
    }
