"""Times beside titles, chairs in brackets, and people called Hall: each is what it says."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

GRID = """# Program

<table><thead><tr><th>Time</th><th>Wednesday, 10 April 2031</th><th>Thursday, 11 April 2031</th></tr></thead>
<tbody><tr><td>14:00--16:00</td><td><p><strong>Session 2: Woods</strong> chair: Ann Lee</p>
<p><strong>14:00--15:00: Why Owls Turn</strong> (keynote)<br />Bo Dee</p>
<p><em>Trees that Sing in the Wind</em><br />Cy Roe, Di Fay and Ed Gum</p></td>
<td><p><strong>Session 5: Barns.</strong> chair: Ann Lee</p>
<p><strong>14:00--15:00: How Owls Hear</strong> (keynote)<br />Jo Kay</p>
<p><em>Nests in Barns and in Towers</em><br />Flo Hart and Gus Ives</p></td></tr>
<tr><td>16:00--16:30</td><td>Coffee break</td><td>Closing (15:30 - 16:30)</td></tr></tbody></table>
"""
LINES = """Monday, June 2, 2031

9:00-10:30
Session 1: Woods
(Session Chair: Ann Lee)
Trees that Sing in the Wind
*Bo Dee, Cy Roe* (online)
Nests in Barns and in Towers
Di Fay, Mei-Hua Hall and Ed Gum
10:30-11:00
Coffee Break
11:00-12:00
Session 2: Barns
(Session Chair: Flo Hart)
How Owls Hear at Night
Gus Ives, Hal Jay
"""


def test_times_before_titles_are_those_of_the_talks_and_others_are_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "program.md", GRID)
    assert [(each["title"], each.get("people"), each.get("slots")) for each in sessions] == [
        (
            "Session 2: Woods",
            [{"name": "Ann Lee", "role": "chair"}],
            [
                {"paper": "why-owls-turn", "type": "keynote", "start": "14:00", "end": "15:00"},
                {"paper": "trees-that-sing-in-the-wind"},
            ],
        ),
        (
            "Session 5: Barns",
            [{"name": "Ann Lee", "role": "chair"}],
            [
                {"paper": "how-owls-hear", "type": "keynote", "start": "14:00", "end": "15:00"},
                {"paper": "nests-in-barns-and-in-towers"},
            ],
        ),
        ("Coffee break", None, None),
        ("Closing (15:30 - 16:30)", None, None),
    ]
    assert "the title 'Closing (15:30 - 16:30)' has times in it, which are read as nothing else" in output


def test_chairs_stand_in_brackets_and_no_author_is_a_hall(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", LINES)
    assert [
        (each["title"], each.get("room"), each.get("people"), each.get("slots")) for each in sessions
    ] == [
        (
            "Session 1: Woods",
            None,
            [{"name": "Ann Lee", "role": "chair"}],
            [{"paper": "trees-that-sing-in-the-wind"}, {"paper": "nests-in-barns-and-in-towers"}],
        ),
        ("Coffee Break", None, None, None),
        (
            "Session 2: Barns",
            None,
            [{"name": "Flo Hart", "role": "chair"}],
            [{"paper": "how-owls-hear-at-night"}],
        ),
    ]
    assert "not taken: how people attend (1)" in output
