"""Codes before the titles of a poster session are the boards of its slots, though other titles have none."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """Monday, June 2, 2031

10:30-12:00 Session 1: Woods
- Trees that sing. Ann Lee, Bo Dee
- Owls at noon. Cy Roe
- Nests in barns. Di Fay

12:00-13:30 Lunch

13:30-15:00 Poster session
P1 Pellets of owls. Ed Gum
P2 Moon and moult. Flo Hay, Guy Ivy
"""


def test_codes_of_posters_are_boards(tmp_path: Path) -> None:
    _, papers, sessions = ingested(tmp_path, "programme.txt", PROGRAMME)
    assert "Pellets of owls" in papers
    assert "Moon and moult" in papers
    boards = [[slot.get("board") for slot in each.get("slots", [])] for each in sessions]
    assert boards == [[None] * 3, [], ["P1", "P2"]]
