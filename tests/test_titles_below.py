"""Titles below who speaks, and texts below a programme that are of none of its entries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.ingested import ingested

SPEAKERS = """<html><body><h2>Schedule, 2 June 2031</h2><table>
<tr><td>9:00</td><td>Opening Remarks</td></tr>
<tr><td>9:10</td><td><b>Invited Speaker 1: Ann Lee</b><br><i>Why Owls Turn: A Long Story</i></td></tr>
<tr><td>9:40</td><td><b>Bo Dee</b><br><i>Trees that Sing in the Wind</i></td></tr>
<tr><td>10:00</td><td>Nests in Barns</td></tr>
<tr><td>10:30</td><td><b>Cy Roe</b><br><i>How Mice Hear Owls</i></td></tr>
<tr><td>11:00</td><td>Closing Remarks</td></tr></table>
<h2>Talk Abstracts</h2>
<h3>Why Owls Turn: A Long Story</h3><h5>Ann Lee</h5>
<p>Owls turn their heads because they can. We show how they do it in the dark, and what it costs them.</p>
<h3>How Mice Hear Owls</h3><h5>Cy Roe</h5>
<p>Mice run when owls turn. We count the mice, and the owls that saw them run, over a long winter night.</p>
</body></html>
"""
INSIDE = """## Wednesday (25/06/2031)

<table><thead><tr><th>Time</th><th>Wednesday (25/06/2031)</th></tr></thead><tbody>
<tr><td>09:30-10:30</td><td>Registration</td></tr>
<tr><td>10:30-12:00</td><td><strong>Session I: Woods</strong><br><em>Chair: Ann Lee</em><ul>
<li><strong>10:30-11:00</strong><br> Bo Dee, Cy Roe <br><em>Trees that Sing in the Wind</em></li>
<li><strong>11:00-11:30</strong><br> Di Fay, Ed Gum, Flo Hart <br><em>Nests in Barns and Towers</em></li>
<li><strong>11:30-12:00</strong><br> Gus Ives, Hal Jay <br><em>How Owls Hear at Night</em></li>
</ul></td></tr>
<tr><td>12:00-13:00</td><td>Lunch</td></tr></tbody></table>
"""


def told(folder: Path, name: str, text: str) -> tuple[list[tuple[Any, ...]], list[str]]:
    """The titles, people, descriptions and slots of the sessions, and the warnings."""
    output, _, sessions = ingested(folder, name, text)
    names = ("title", "people", "description", "slots")
    warnings = [line for line in output.splitlines() if ": warning: " in line]
    return [tuple(each.get(name) for name in names) for each in sessions], warnings


def test_a_title_stands_below_who_speaks_and_no_text_is_that_of_the_closing(tmp_path: Path) -> None:
    sessions, warnings = told(tmp_path, "schedule.html", SPEAKERS)
    assert sessions == [
        ("Opening Remarks", None, None, None),
        ("Why Owls Turn: A Long Story", ["Ann Lee"], None, None),
        ("Trees that Sing in the Wind", ["Bo Dee"], None, None),
        ("Nests in Barns", None, None, None),
        ("How Mice Hear Owls", ["Cy Roe"], None, None),
        ("Closing Remarks", None, None, None),
    ]
    assert warnings == [
        "content/sources/schedule.html:8:5: warning: 7 lines from here on are none of what takes place last: "
        "they are not read [unread-line]"
    ]


def test_authors_stand_above_the_titles_of_talks_inside_a_session(tmp_path: Path) -> None:
    sessions, warnings = told(tmp_path, "programme.md", INSIDE)
    assert sessions == [
        ("Registration", None, None, None),
        (
            "Session I: Woods",
            [{"name": "Ann Lee", "role": "chair"}],
            None,
            [
                {"paper": "trees-that-sing-in-the-wind", "start": "10:30", "end": "11:00"},
                {"paper": "nests-in-barns-and-towers", "start": "11:00", "end": "11:30"},
                {"paper": "how-owls-hear-at-night", "start": "11:30", "end": "12:00"},
            ],
        ),
        ("Lunch", None, None, None),
    ]
    assert warnings == []


KEYNOTES = """Owls 2031

Monday, 8 September 2031

09:00-10:00 Keynote 1
Ann Lee (University of Oslo)
*How owls find the road*
Chair: Dora Finch

10:00-10:30 Coffee break

10:30-11:30 Invited talk
Cy Moor
Chief Scientist, Owl Labs

11:30-12:00 Nests in the rain
Finn Dahl
"""


def test_a_title_in_emphasis_below_who_speaks_is_that_of_the_keynote(tmp_path: Path) -> None:
    sessions, warnings = told(tmp_path, "programme.txt", KEYNOTES)
    speaker = {"name": "Ann Lee", "affiliation": "University of Oslo"}
    scientist = {"name": "Cy Moor", "affiliation": "Chief Scientist, Owl Labs"}
    chair = [{"name": "Dora Finch", "role": "chair"}]
    assert sessions == [
        ("Keynote 1", chair, None, [{"title": "How owls find the road", "people": [speaker]}]),
        ("Coffee break", None, None, None),
        ("Invited talk", [scientist], None, None),
        ("Nests in the rain", ["Finn Dahl"], None, None),
    ]
    assert warnings == []
