"""Rows without a time below a session of a table are its talks, or told: no sessions of that name."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

TABLE = """# Programme

## Friday, 11 July 2031

| Time | Event |
|---|---|
| 10:00 - 11:00 | Session 1: Woods |
|  | Paper 1: Trees that Sing. Ann Lee, Bob Roe |
|  | Paper 2: Nests in the Wind. Cy Dee |
| 11:00 - 11:30 | Coffee |
| 11:30 - 12:30 | Session 2: Barns |
|  | Paper 3: Doors that Creak. Di Fay, Ed Gum |
|  | Paper 4: Roofs. Flo Hart |
"""


def test_talks_in_one_cell_with_their_authors_are_of_the_session_above(tmp_path: Path) -> None:
    output, papers, sessions = ingested(tmp_path, "2031.md", TABLE)
    assert "warning" not in output
    assert papers == ["Doors that Creak", "Nests in the Wind", "Roofs", "Trees that Sing"]
    assert [(each["title"], each.get("slots")) for each in sessions] == [
        ("Session 1: Woods", [{"paper": "trees-that-sing"}, {"paper": "nests-in-the-wind"}]),
        ("Coffee", None),
        ("Session 2: Barns", [{"paper": "doors-that-creak"}, {"paper": "roofs"}]),
    ]


def test_where_nothing_tells_titles_from_authors_the_rows_are_told(tmp_path: Path) -> None:
    table = "date,time,event\n2031-07-11,10:00,Session 1: Woods\n,,Trees that Sing\n,,Nests in the Wind\n"
    output, papers, sessions = ingested(tmp_path, "2031.csv", table + "2031-07-11,11:00,Coffee\n")
    assert (papers, sessions) == ([], [])
    assert "2031.csv:3: error: 'Trees that Sing' has no time, and the session above no talks" in output
