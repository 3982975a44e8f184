"""An element that stands once beside others is an entry as they are: a slot among the sessions of a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingested import ingested

SESSION = """
  <session title="{title}" start="{start}" end="{end}">
   <talk start="{start}" end="{end}"><title>{talk}</title><speaker>{speaker}</speaker></talk>
  </session>"""
SLOT = '\n  <slot start="10:00" end="10:30"><title>Owls at Sea</title><speaker>Cy Dent</speaker></slot>'
HEARING = SESSION.format(title="Hearing", start="09:00", end="10:00", talk="Why Owls Turn", speaker="Ann Lee")
NESTS = SESSION.format(title="Nests", start="10:30", end="11:30", talk="Old Barns", speaker="Di Fay")


@pytest.mark.parametrize("sessions", [(HEARING, ""), (HEARING, NESTS)])
def test_a_single_slot_beside_sessions_is_one_of_the_day(tmp_path: Path, sessions: tuple[str, str]) -> None:
    inside = SLOT.join(sessions)
    text = f'<programme>\n <day date="2031-06-02">{inside}\n </day>\n</programme>\n'
    told, _, listed = ingested(tmp_path, "programme.xml", text)
    shown = [
        (each["title"], each["start"], [slot["title"] for slot in each.get("slots", ())]) for each in listed
    ]
    expected = [("Hearing", "09:00", ["Why Owls Turn"]), ("Owls at Sea", "10:00", [])]
    expected += [("Nests", "10:30", ["Old Barns"])] if sessions[1] else []
    assert (shown, "not taken" in told) == (expected, False)
