"""Invited talks of a page of speakers, and the same talks in a programme that does not call them invited."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested_together

PAGE = """\
# Invited speakers

## Ann Lee, University of Hull

**Owls in Winter**

Owls in winter eat less. We show how much.

## Bo Roe, Barn Institute

**Mice in Summer**

Mice in summer hide better.
"""
PROGRAMME = """\
date,start,end,title,speaker
2031-07-01,09:00,10:00,Owls in Winter,Ann Lee
2031-07-01,10:00,11:00,Mice in summer,B. Roe
2031-07-01,11:00,11:30,Coffee,
"""


def test_a_talk_of_one_title_is_one_whatever_its_kind(tmp_path: Path) -> None:
    documents = {"speakers.md": PAGE, "programme.csv": PROGRAMME}
    _, _, sessions = ingested_together(tmp_path, documents)
    assert [(each["title"], each["start"], each.get("people")) for each in sessions] == [
        ("Owls in Winter", "09:00", [{"name": "Ann Lee", "affiliation": "University of Hull"}]),
        ("Mice in Summer", "10:00", [{"name": "Bo Roe", "affiliation": "Barn Institute"}]),
        ("Coffee", "11:00", None),
    ]
