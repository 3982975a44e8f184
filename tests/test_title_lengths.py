"""How long talks take, and that questions follow, is none of their titles."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """\
Monday, 3 March 2031

09:00-11:00 Session 1: Birds
09:00 Trees that sing + Q&A
  Ann Lee
09:20 Nests in barns (20 min + 5 min Q&A)
  Bo Dee
09:40 Owls at night (with Q and A)
  Cy Roe
10:00 Larks incl. Q&A
  Di Fay
10:15 Moons of June (15 minutes, 5 minutes discussion)
  Ed Gum
10:30 Answers: Machines for Q&A
  Flo Hart
10:45 Eggs in Spring (with discussion)
  Gus Ives
"""
LIST = """\
Title,Authors
Trees that sing (20 min),Ann Lee
Nests in barns [20+5 min],Bo Dee
Owls at night (24h),Cy Roe
Eggs in Spring (2024),Di Fay
"""


def test_questions_behind_titles_are_none_of_them(tmp_path: Path) -> None:
    output, titles, _ = ingested(tmp_path, "programme.txt", PROGRAMME)
    assert titles == [
        "Answers: Machines for Q&A",
        "Eggs in Spring (with discussion)",
        "Larks",
        "Moons of June",
        "Nests in barns",
        "Owls at night",
        "Trees that sing",
    ]
    assert "lengths of talks (5)" in output


def test_lengths_of_minutes_that_several_titles_have_are_none_of_them(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path, "list.csv", LIST)
    assert titles == ["Eggs in Spring (2024)", "Nests in barns", "Owls at night (24h)", "Trees that sing"]


def test_one_length_alone_stays_in_the_title(tmp_path: Path) -> None:
    text = "Title,Authors\nFast Screening (5 min),Ann Lee\nNests in barns,Bo Dee\n"
    assert ingested(tmp_path, "list.csv", text)[1] == ["Fast Screening (5 min)", "Nests in barns"]
