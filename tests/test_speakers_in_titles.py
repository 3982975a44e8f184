"""Who speaks at the end of the title of an invited talk: read where they are named elsewhere, or told."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """Monday, June 2, 2031

9:00-10:00 Invited talk: Why Owls Turn, Hal Jay
10:00-10:30 Coffee
10:30-12:00 Session 1: Woods
10:30 Trees that sing
Ann Lee, Bo Dee
11:00 Owls at noon
Cy Roe, Di Fay
12:30-13:30 Lunch
13:30-14:30 Keynote: Nests in barns Ann Lee (Univ. of Barns)
14:30-15:30 Keynote: Trees, Past and Present
"""


def test_who_is_named_elsewhere_speaks_and_another_name_is_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", PROGRAMME)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Invited talk: Why Owls Turn, Hal Jay", None),
        ("Coffee", None),
        ("Session 1: Woods", None),
        ("Lunch", None),
        ("Keynote: Nests in barns", [{"name": "Ann Lee", "affiliation": "Univ. of Barns"}]),
        ("Keynote: Trees, Past and Present", None),
    ]
    told = [line for line in output.splitlines() if "[doubtful-name]" in line]
    assert told == [
        "content/sources/programme.txt:3:12: warning: 'Invited talk: Why Owls Turn, Hal Jay' is read as a "
        "title: nobody is told to speak [doubtful-name]"
    ]
