"""A last row that only says when a session, or the day, is over: the end of its session, and no talk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingested import ingested

LINES = """{heading}
15:00 Hawkmoths of the north
Bo Roe
15:30 Silk and its weavers
Ann Lee
16:10 {end}
"""
TABLE = """Date,Time,Session,Title,Speaker
2031-06-03,15:00,Moths,Hawkmoths of the north,Bo Roe
2031-06-03,15:30,Moths,Silk and its weavers,Ann Lee
2031-06-03,16:10,Moths,{end},
"""


def starts(sessions: list[Any]) -> list[tuple[str, str, str | None, list[str]]]:
    """Title, start and end of each session, and when its talks begin."""
    return [
        (each["title"], each["start"], each.get("end"), [slot["start"] for slot in each.get("slots", ())])
        for each in sessions
    ]


@pytest.mark.parametrize(
    ("heading", "end"),
    [
        *(("Session 1: Moths", end) for end in ("End of day 1", "Adjourn", "End of the workshop")),
        ("Séance 1 : Papillons", "Fin de la journée"),
        ("Sektion 1: Nachtfalter", "Ende des ersten Tages"),
        ("Sesión 1: Polillas", "Fin de la jornada"),
        ("セッション1 夜の蛾", "終了"),
    ],
)
def test_the_end_of_the_day_is_that_of_its_session(tmp_path: Path, heading: str, end: str) -> None:
    for name, day in (("lines.txt", "3 June 2031\n"), ("page.md", "## 2031-06-03\n\n")):
        text = day + LINES.format(heading=heading, end=end)
        told, titles, sessions = ingested(tmp_path / name, name, text)
        assert "warning" not in told
        assert starts(sessions) == [(heading, "15:00", "16:10", ["15:00", "15:30"])]
        assert titles == ["Hawkmoths of the north", "Silk and its weavers"]
    _, _, sessions = ingested(tmp_path / "csv", "programme.csv", TABLE.format(end=end))
    assert starts(sessions) == [("Moths", "15:00", "16:10", ["15:00", "15:30"])]


@pytest.mark.parametrize("end", ["End of life of batteries", "Discussion", "Ende der Welt", "Fin de siècle"])
def test_other_last_rows_are_talks(tmp_path: Path, end: str) -> None:
    _, _, sessions = ingested(tmp_path, "programme.csv", TABLE.format(end=end))
    assert starts(sessions) == [("Moths", "15:00", None, ["15:00", "15:30", "16:10"])]
