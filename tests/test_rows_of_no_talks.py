"""Columns that say what a row is: no talk, a break, or of the conference as all others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingested import ingested

IN_SESSIONS = """\
date,start,end,session,title,speaker,is_break
2031-06-02,08:00,09:00,,Arrival,,1
2031-06-02,09:00,09:30,Hearing,Why Owls Turn,Ann Lee,0
2031-06-02,09:30,10:00,Hearing,The Hearing of Owls,Bo Roe,0
2031-06-02,10:00,10:30,,Tea and Cake,,1
2031-06-02,10:30,11:00,Nests,Owls in the Rain,Cy Dent,0
"""
OBJECTS = """\
- {title: Arrival, date: 2031-06-02, start: "08:00", end: "09:00", service: true}
- {title: Why Owls Turn, date: 2031-06-02, start: "09:00", end: "09:30", speakers: [Ann Lee]}
- {title: Tea and Cake, date: 2031-06-02, start: "10:00", end: "10:30", isBreak: true}
"""
EVENT = """\
event,date,start,end,title,speaker
Barn Owl Days,2031-06-02,09:00,09:30,Why Owls Turn,Ann Lee
Barn Owl Days,2031-06-02,09:30,10:00,The Hearing of Owls,Bo Roe
Barn Owl Days,2031-06-03,09:00,09:30,Nests in Churches,Di Fay
"""
NIGHT = """\
event,date,start,end,title,speaker
Owl Night,2031-06-02,19:00,19:30,Why Owls Turn,Ann Lee
Owl Night,2031-06-02,19:30,20:00,The Hearing of Owls,Bo Roe
Owl Night,2031-06-02,20:00,20:30,Nests in Churches,Di Fay
"""


def shown(sessions: list[Any]) -> list[tuple[Any, ...]]:
    """What each session is called, its kind, and the titles in it."""
    return [
        (each.get("title"), each.get("kind"), [slot["title"] for slot in each.get("slots", ())])
        for each in sessions
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "programme.csv",
            IN_SESSIONS,
            [
                ("Arrival", "break", []),
                ("Hearing", None, ["Why Owls Turn", "The Hearing of Owls"]),
                ("Tea and Cake", "break", []),
                ("Nests", None, ["Owls in the Rain"]),
            ],
        ),
        (
            "programme.yml",
            OBJECTS,
            [("Arrival", None, []), ("Why Owls Turn", None, []), ("Tea and Cake", "break", [])],
        ),
    ],
)
def test_what_is_marked_as_a_break_or_a_service_is_no_talk(
    tmp_path: Path, name: str, text: str, expected: list[tuple[Any, ...]]
) -> None:
    told, papers, sessions = ingested(tmp_path, name, text)
    assert (shown(sessions), papers, "not taken" in told) == (expected, [], False)


def test_an_event_of_several_days_is_the_conference_and_no_session(tmp_path: Path) -> None:
    told, _, sessions = ingested(tmp_path, "programme.csv", EVENT)
    titles = ("Why Owls Turn", "The Hearing of Owls", "Nests in Churches")
    assert shown(sessions) == [(title, None, []) for title in titles]
    assert "programme.csv: programme CSV, edition 2031: 3 sessions; not taken: event (3)" in told


def test_an_event_of_one_evening_is_a_session(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.csv", NIGHT)
    assert shown(sessions) == [
        ("Owl Night", None, ["Why Owls Turn", "The Hearing of Owls", "Nests in Churches"])
    ]
