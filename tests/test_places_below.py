"""Lines below entries of a programme that look like names and are places: a pin or where they stand tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.ingested import ingested

PROGRAMME = """# Programme of OWL 2031

## Monday, 2 June 2031

08:30 - 09:00 Registration
Collegio Verdi
09:00 - 10:30 Session 1: Woods
Trees that Sing
Bo Dee, Cy Roe
Nests in Barns
Di Fay, Ed Gum
10:30 - 11:00 Coffee Break
Collegio Verdi
11:00 - 12:00 Keynote: Why Owls Turn
Hal Ince
12:00 - 13:00 Session 2: Barns
Owls at Noon
Flo Hart, Gus Ives
18:00 - 20:00 Welcome Reception
Palazzo Rossi
20:00 Concert (📍 [Teatro Blu](https://example.org/a(b)))
"""


def told(folder: Path, text: str) -> tuple[list[tuple[Any, ...]], list[str]]:
    """The titles, rooms and people of the sessions, and the warnings."""
    output, _, sessions = ingested(folder, "programme.md", text)
    warnings = [line for line in output.splitlines() if ": warning: " in line]
    return [(each["title"], each.get("room"), each.get("people")) for each in sessions], warnings


def test_below_several_entries_stands_a_place_and_below_one_pause_nobody_knows(tmp_path: Path) -> None:
    sessions, warnings = told(tmp_path, PROGRAMME)
    assert sessions == [
        ("Registration", "Collegio Verdi", None),
        ("Session 1: Woods", None, None),
        ("Coffee Break", "Collegio Verdi", None),
        ("Keynote: Why Owls Turn", None, ["Hal Ince"]),
        ("Session 2: Barns", None, None),
        ("Welcome Reception", None, None),
        ("Concert", "Teatro Blu", None),
    ]
    assert warnings == [
        "content/sources/programme.md:20:1: warning: nothing tells whether this is a person or a place: it "
        "is not read [unread-line]"
    ]


def test_a_chair_above_the_only_row_leads_it(tmp_path: Path) -> None:
    text = """# Wednesday, 29 January 2031

Chair: *Ann Lee*
- **9.30-10.30: Keynote Speaker**: **Bo Dee** - *30 years of owls*

- **10.30-11.00: Coffee break**
- **11.00-12.00: Discussion**
"""
    assert told(tmp_path, text)[0] == [
        ("30 years of owls", None, [{"name": "Ann Lee", "role": "chair"}, "Bo Dee"]),
        ("Coffee break", None, None),
        ("Discussion", None, None),
    ]
