"""A session that two documents have at different times may have moved: both are shown, and it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingested import ingested_together

HEAD = "date,start,end,session,room,chair\n"
FIRST = HEAD + "2031-06-02,09:00,10:30,{},Hall A,{}\n2031-06-02,11:00,12:30,Nests,Hall B,Bo Roe\n"
SECOND = HEAD + "2031-06-03,14:00,15:30,{},Hall A,{}\n2031-06-03,16:00,17:30,Pellets,Hall B,Bo Roe\n"


@pytest.mark.parametrize(
    ("title", "again", "chairs", "is_told"),
    [
        ("Hearing and Sight", "Hearing and Sight", ("Ann Lee", "Ann Lee"), True),
        ("Workshop: Counting Owls", "Counting Owls", ("", ""), True),
        ("Hearing", "Hearing", ("Ann Lee", "Ann Lee"), True),
        ("Hearing", "Hearing", ("Ann Lee", "Eve Hart"), False),
        ("Panel Discussion", "Panel Discussion", ("", ""), False),
        ("Poster Session", "Poster Session", ("", ""), False),
        ("Opening and Welcome", "Opening and Welcome", ("", ""), False),
        ("Lunch in the Barn", "Lunch in the Barn", ("", ""), False),
    ],
)
def test_a_session_at_another_time_is_told(
    tmp_path: Path, title: str, again: str, chairs: tuple[str, str], is_told: bool
) -> None:
    documents = {"a.csv": FIRST.format(title, chairs[0]), "b.csv": SECOND.format(again, chairs[1])}
    told, _, sessions = ingested_together(tmp_path, documents)
    what = f"content/sources/b.csv:2: warning: '{title}' of content/sources/a.csv:2 is at another time there"
    assert ((what in told), len(sessions)) == (is_told, 4)


def test_what_is_later_on_its_day_is_one_session_and_not_said_to_be_two(tmp_path: Path) -> None:
    rows = "2031-06-02,11:00,12:30,Nests,Hall B,Bo Roe\n2031-06-02,14:00,15:00,Pellets,Hall B,Bo Roe\n"
    first = f"{HEAD}2031-06-02,09:00,10:30,Hearing and Sight,Hall A,Ann Lee\n{rows}"
    documents = {"a.csv": first, "b.csv": first.replace("09:00,10:30", "09:30,11:00")}
    told, _, sessions = ingested_together(tmp_path, documents)
    assert ("is at another time" in told, len(sessions), "2 said otherwise" in told) == (False, 3, True)
