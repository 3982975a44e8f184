"""Sessions that a document gives twice, with all that is said of them: a row or a page was copied twice."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

TABLE = """Session,Date,Start,End,Room
Tea,2031-05-05,10:00,10:30,Hall A
Tea,2031-05-05,10:00,10:30,Hall A
Tea,2031-05-05,10:00,10:30,Hall B
Tea,2031-05-06,10:00,10:30,Hall A
"""

PROGRAMME = """# Programme

## Monday 8 September 2031

10:15 - 10:45 Coffee break
10:45 - 11:45 Session 1: Nests (Room 2)
10:45 On Mud
Ann Lee, Bo Dee
11:15 On Straw
Cy Roe

## Tuesday 9 September 2031

10:15 - 10:45 Coffee break
"""


def test_a_row_that_stands_twice_is_one_session(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "sessions.csv", TABLE)
    assert [(str(each["date"]), each["room"]) for each in sessions] == [
        ("2031-05-05", "Hall A"),
        ("2031-05-05", "Hall B"),
        ("2031-05-06", "Hall A"),
    ]
    told = "sessions.csv:3: warning: 'Tea' stands at line 2 already, with all that is said here"
    assert f"{told} [repeated-session]" in output


def test_a_programme_that_was_pasted_twice_is_one(tmp_path: Path) -> None:
    _, papers, sessions = ingested(tmp_path, "programme.md", f"{PROGRAMME}\n{PROGRAMME}")
    assert papers == ["On Mud", "On Straw"]
    assert sorted((str(each["date"]), each["start"], each["title"]) for each in sessions) == [
        ("2031-09-08", "10:15", "Coffee break"),
        ("2031-09-08", "10:45", "Session 1: Nests"),
        ("2031-09-09", "10:15", "Coffee break"),
    ]
    nests = next(each for each in sessions if each["title"] == "Session 1: Nests")
    assert nests["slots"] == [{"paper": "on-mud", "start": "10:45"}, {"paper": "on-straw", "start": "11:15"}]
