"""Tracks side by side in a typed programme: columns that spaces or tabs part, below days and titles."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

SPACES = """Conference 2031
Montag, 2. Juni 2031

Zeit            Track A (Saal 1)                    Track B (R2)
09:00-09:30     Bäume, die singen                   Eier bei Nacht
                Bernd Roth, Dora Pohl               Anna Lehmann, Eva Fink
09:30-10:00     Eulen am Mittag                     Nester bei Tag
                Eva Fink, Cora Sand                 Hans Ulm, Ida Voss
10:00-10:30     Kaffeepause                         Kaffeepause
"""
TABS = """Conference 2031
Monday, June 2, 2031

\tRoom R1\tRoom R2
9:00\tSession 1A: Woods\tSession 1B: Eggs
10:30\tCoffee
11:00\tSession 2A: Birds\tSession 2B: Wings
12:30\tLunch
"""


def test_columns_of_spaces_are_tracks_with_their_rooms(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.txt", SPACES)
    assert [(each["start"], each["title"], each.get("track"), each.get("room")) for each in sessions] == [
        ("09:00", "Bäume, die singen", "track-a", "Saal 1"),
        ("09:00", "Eier bei Nacht", "track-b", "R2"),
        ("09:30", "Eulen am Mittag", "track-a", "Saal 1"),
        ("09:30", "Nester bei Tag", "track-b", "R2"),
        ("10:00", "Kaffeepause", None, None),
    ]


def test_columns_of_tabs_are_rooms_also_where_rows_end_early(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.txt", TABS)
    assert [(each["start"], each["title"], each.get("room")) for each in sessions] == [
        ("09:00", "Session 1A: Woods", "Room R1"),
        ("09:00", "Session 1B: Eggs", "Room R2"),
        ("10:30", "Coffee", None),
        ("11:00", "Session 2A: Birds", "Room R1"),
        ("11:00", "Session 2B: Wings", "Room R2"),
        ("12:30", "Lunch", None),
    ]


ROWS = """<html><body><h1>Conference 2031</h1><h2>Monday, June 2, 2031</h2><table>
<tr><th>Time</th><th>Title</th><th>Speaker</th></tr>
<tr><td><strong>9:00</strong></td><td colspan="2"><strong>Session 1: Woods</strong></td></tr>
<tr><td>9:00</td><td>Trees that sing</td><td>Cy Roe</td></tr>
<tr><td>9:30</td><td>Owls at noon</td><td>Ed Gum</td></tr>
<tr><td><strong>10:00</strong></td><td colspan="2"><strong>Coffee</strong></td></tr>
</table></body></html>
"""


def test_rows_below_a_session_that_begin_with_it_are_its_talks(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.html", ROWS)
    assert [(each["title"], len(each.get("slots", ()))) for each in sessions] == [
        ("Session 1: Woods", 2),
        ("Coffee", 0),
    ]
