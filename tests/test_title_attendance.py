"""How a talk is given, beside its title: a note of its slot, and no part of the title nor a room."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """Monday, June 2, 2031

9:00-10:00 Keynote: Why Owls Turn (hybrid)
10:00-10:30 Coffee

10:30 Session 1: Woods (Chair: Ann Lee)
10:30-11:00 Bo Dee, Cy Roe: Trees that sing
11:00-11:30 Di Fay and Ed Gum: Owls at noon (online)
11:30-12:00 Flo Hay: Nests in barns (pre-recorded)
12:00-12:30 Ian Jay: Online nests
"""


def test_how_a_talk_is_given_is_a_note(tmp_path: Path) -> None:
    _, papers, sessions = ingested(tmp_path, "programme.txt", PROGRAMME)
    assert papers == ["Nests in barns", "Online nests", "Owls at noon", "Trees that sing"]
    keynote, _, woods = sessions
    assert (keynote["title"], keynote["attendance"]) == ("Keynote: Why Owls Turn", "hybrid")
    assert "room" not in woods
    assert [slot.get("note") for slot in woods["slots"]] == [None, "online", "pre-recorded", None]


def test_what_its_title_calls_off_is_left_out_and_told(tmp_path: Path) -> None:
    text = PROGRAMME.replace("Nests in barns (pre-recorded)", "Nests in barns (cancelled)")
    output, papers, _ = ingested(tmp_path, "programme.txt", text)
    assert papers == ["Online nests", "Owls at noon", "Trees that sing"]
    assert "cancelled: 'Nests in barns'" in output
