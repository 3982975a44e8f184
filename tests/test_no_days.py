"""A programme of which nothing says its day: it comes in with its times, and that is told in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingested import ingested

TOLD = (
    "warning: nothing says on which day this is: its sessions have times and stand on no day [no-days]\n"
    "    hint: write the day above: Monday, 12 July 2027; or into a column or key: 2027-07-12\n"
)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("grid.csv", "Time,Hall A,Hall B\n9:00-10:00,Nests,Barns\n10:00-11:00,Owls by Night,Mice\n", 2),
        ("rows.csv", "Start,End,Title,Room\n9:00,10:00,Nests in Towers,A\n10:00,11:00,Owls,A\n", 2),
        ("lines.txt", "Programme\n\n9:00-10:00 Nests\n10:00-11:00 Owls by Night\n11:00-12:00 Mice\n", 3),
        ("table.md", "| Time | Session |\n|---|---|\n| 9:00-10:00 | Nests |\n| 10:00-11:00 | Owls |\n", 3),
        ("list.json", '[{"title": "Nests", "start": "9:00"},\n {"title": "Owls", "start": "10:00"}]', 1),
    ],
)
def test_times_without_a_day_are_told(tmp_path: Path, name: str, text: str, line: int) -> None:
    told, _, sessions = ingested(tmp_path, name, text)
    assert [(each["start"], each.get("date")) for each in sessions[:1]] == [("09:00", None)]
    assert told.count(TOLD) == 1
    assert f"content/sources/{name}:{line}" in told


def test_a_day_above_a_grid_is_that_of_all_its_sessions(tmp_path: Path) -> None:
    page = "# Programme\n\n## Monday, 9 June 2031\n\n| Time | Hall A | Hall B |\n|---|---|---|\n"
    page += "| 9:00-10:00 | Nests | Barns |\n| 10:00-11:00 | Owls by Night | Mice by Day |\n"
    told, _, sessions = ingested(tmp_path, "page.md", page)
    assert "no-days" not in told
    assert {str(each["date"]) for each in sessions} == {"2031-06-09"}
