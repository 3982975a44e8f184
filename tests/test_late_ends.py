"""A talk that ends when its session is over is a talk of it all the same, and is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingested import ingested

LINES = """\
Monday 2 June 2031

09:00 – 10:30 Session 1: Hearing
09:00 – 09:30 Why Owls Turn (Ann Lee)
09:30 – 10:00 The Hearing of Owls (Bo Roe)
10:00 – 10:40 Owls in the Rain (Cy Dent)
11:00 – 12:00 Session 2: Nests
11:00 – 11:30 Nests in Churches (Di Fay)
11:30 – 12:00 Pellets of the Marsh (Eve Hart)
"""
ROWS = """\
date,start,end,type,title,speaker
2031-06-02,09:00,10:30,session,Hearing,
2031-06-02,09:00,09:30,talk,Why Owls Turn,Ann Lee
2031-06-02,09:30,10:00,talk,The Hearing of Owls,Bo Roe
2031-06-02,10:00,10:40,talk,Owls in the Rain,Cy Dent
2031-06-02,10:40,11:00,break,Coffee,
2031-06-02,11:00,12:00,session,Nests,
2031-06-02,11:00,11:30,talk,Nests in Churches,Di Fay
2031-06-02,11:30,12:00,talk,Pellets of the Marsh,Eve Hart
2031-06-02,13:00,13:30,talk,Why Owls Return,Flo Gray
"""


def ends(sessions: list[Any]) -> list[tuple[str, str, list[str]]]:
    """When each session ends, and the talks in it."""
    return [
        (each["title"], each["end"], [slot["end"] for slot in each.get("slots", ())]) for each in sessions
    ]


@pytest.mark.parametrize(
    ("name", "text", "place", "expected"),
    [
        (
            "programme.txt",
            LINES,
            "6:15: warning: 'Owls in the Rain' ends after its session 'Session 1: Hearing'",
            [
                ("Session 1: Hearing", "10:30", ["09:30", "10:00", "10:40"]),
                ("Session 2: Nests", "12:00", ["11:30", "12:00"]),
            ],
        ),
        (
            "programme.csv",
            ROWS,
            "5: warning: 'Owls in the Rain' ends after its session 'Hearing'",
            [
                ("Hearing", "10:30", ["09:30", "10:00", "10:40"]),
                ("Coffee", "11:00", []),
                ("Nests", "12:00", ["11:30", "12:00"]),
                ("Why Owls Return", "13:30", []),
            ],
        ),
    ],
)
def test_the_last_talk_ends_after_its_session(
    tmp_path: Path, name: str, text: str, place: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    told, _, sessions = ingested(tmp_path, name, text)
    assert (ends(sessions), f"{name}:{place} [ends-late]" in told) == (expected, True)
