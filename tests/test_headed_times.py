"""Times alone above headings: the heading is the title, and the people in its last part speak there."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PAGE = """<!doctype html><html><head><title>Schedule</title></head><body><h1>Schedule</h1>
<h2>Day 1 June 9, 2031</h2>
<div class="row"><div><time>09:00 AM</time></div><div><h4>Registration</h4><p>Foyer</p></div></div>
<div class="row"><div><time>10:00 AM</time></div><div><h4>Keynote <span>Ada Abel</span></h4>
<p>How owls turn their heads without a sound.</p></div></div>
<div class="row"><div><time>11:00 AM</time></div><div><h4>Nests in Towers <span>Bo Castel</span></h4>
<p>What towers offer.</p></div></div>
<h2>Day 2 June 10, 2031</h2>
<div class="row"><div><time>10:00 AM</time></div><div><h4>Barns and Beams <span>Cy Dunn</span></h4>
<p>Wood, and who lives in it.</p></div></div>
</body></html>
"""
SESSIONS = [
    ("Registration", "2031-06-09", "09:00", "Foyer", None, None),
    ("Keynote", "2031-06-09", "10:00", None, ["Ada Abel"], "How owls turn their heads without a sound."),
    ("Nests in Towers", "2031-06-09", "11:00", None, ["Bo Castel"], None),
    ("Barns and Beams", "2031-06-10", "10:00", None, ["Cy Dunn"], "Wood, and who lives in it."),
]
TEXT = """\
# Schedule

## Day 1 June 9, 2031

09:00 AM
#### Registration
Foyer

10:00 AM
#### Keynote
Ada Abel
How owls turn their heads without a sound.

11:00 AM
#### Nests in Towers
Bo Castel
What towers offer.

## Day 2 June 10, 2031

10:00 AM
#### Barns and Beams
Cy Dunn
Wood, and who lives in it.
"""


def test_a_saved_page(tmp_path: Path) -> None:
    told, _, sessions = ingested(tmp_path, "page.html", PAGE)
    assert listed(sessions) == SESSIONS
    assert "| What towers offer." in told  # three words may be anything


def test_a_page_in_markdown(tmp_path: Path) -> None:
    told, _, sessions = ingested(tmp_path, "page.md", TEXT)
    assert listed(sessions) == SESSIONS
    assert "| What towers offer." in told


def listed(sessions: list[dict[str, object]]) -> list[tuple[object, ...]]:
    """Title, day, start, room, people and text of each session."""
    names = ("room", "people", "description")
    return [(each["title"], str(each["date"]), each["start"], *map(each.get, names)) for each in sessions]
