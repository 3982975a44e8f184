"""Rooms beside titles of sessions and talks: read where a sign or several titles say so, or told."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """Monday, June 2, 2031

9:00-10:00 Keynote: Why Owls Turn @ Aula 2
Ann Lee
10:00-10:30 (Foyer) Coffee
10:30-12:00 Session 1A: Woods (R1)
Trees that sing. Cy Roe, Di Fay
Owls at noon. Ed Gum, Bo Kim
10:30-12:00 Session 1B: Eggs (R2)
Eggs at night. Gus Ives, Flo Hart
Nests by day. Ann Lee, Bob Roe
13:30-15:00 Session 2A: Birds (R1)
Legs of Storks. Cy Dee, Eve Foe
Beaks of Hawks. Hal Jay, Kim Lo
15:00-16:00 Panel: Whither Wings? [B12]
16:00-17:00 Women @ Barn
17:00-18:00 Drinks and Dinner @ Mensa
"""
POSTERS = """Date,Start,End,Session,Title,Authors
2031-06-02,09:00,10:30,[Poster] Woods,Trees that sing (P1),"Cy Roe, Di Fay"
2031-06-02,09:00,10:30,[Poster] Woods,Owls at noon (P2),"Ed Gum, Bo Kim"
2031-06-02,09:00,10:30,[Poster] Woods,Legs of Storks (P3),"Cy Dee, Eve Foe"
2031-06-02,11:00,12:00,(Oral) Eggs,Nests by day,"Hal Jay, Kim Lo"
2031-06-02,12:00,13:00,Poster Session 1 and Coffee,Eggs at night,"Gus Ives, Flo Hart"
2031-06-02,13:00,14:00,Lunch in the poster area,,
"""


def test_codes_beside_several_titles_are_rooms_and_another_one_is_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", PROGRAMME)
    assert [(each["title"], each.get("room")) for each in sessions] == [
        ("Keynote: Why Owls Turn", "Aula 2"),
        ("Coffee", "Foyer"),
        ("Session 1A: Woods", "R1"),
        ("Session 1B: Eggs", "R2"),
        ("Session 2A: Birds", "R1"),
        ("Panel: Whither Wings? [B12]", None),
        ("Women @ Barn", None),
        ("Drinks and Dinner", "Mensa"),
    ]
    assert [line for line in output.splitlines() if "warning" in line] == [
        "content/sources/programme.txt:15:13: warning: 'Panel: Whither Wings? [B12]' is read as a title: a "
        "room may stand beside it [doubtful-room]"
    ]


PAUSES = """Monday, June 2, 2031

9:00 Registration (Old Barn)
10:30 Coffee break (coffee, tea)
12:00 Lunch (Mensa)
13:00 Growing a garden (Mensa)
18:00 Dinner (Café Eule)
"""


def test_places_in_brackets_behind_pauses_are_read_or_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", PAUSES)
    assert [(each["title"], each.get("room")) for each in sessions] == [
        ("Registration (Old Barn)", None),
        ("Coffee break (coffee, tea)", None),
        ("Lunch", "Mensa"),
        ("Growing a garden (Mensa)", None),
        ("Dinner", "Café Eule"),
    ]
    assert [line.partition("warning: ")[2] for line in output.splitlines() if "warning: " in line] == [
        "'Registration (Old Barn)' is read as a title: a room may stand beside it [doubtful-room]"
    ]


def test_brackets_say_what_a_session_is_and_posters_beside_coffee_are_no_break(tmp_path: Path) -> None:
    _, papers, sessions = ingested(tmp_path, "programme.csv", POSTERS)
    assert papers == [
        "Eggs at night", "Legs of Storks", "Nests by day", "Owls at noon", "Trees that sing",
    ]  # fmt: skip
    assert [(each["title"], each["kind"], len(each.get("slots", ()))) for each in sessions] == [
        ("Woods", "poster", 3),
        ("Eggs", "oral", 1),
        ("Poster Session 1 and Coffee", "poster", 1),
        ("Lunch in the poster area", "break", 0),
    ]


BEHIND = """Monday, June 2, 2031

9:00-9:30 Trees that sing, Cy Roe (R1)
9:00-9:30 Owls at noon, Ed Gum (R2)
9:30-10:00 Eggs at night, Gus Ives (R1)
9:30-10:00 Nests by day, Ann Lee (R2)
"""


def test_codes_in_brackets_behind_all_who_speak_are_rooms(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.txt", BEHIND)
    assert [(each["title"], each["people"], each["room"]) for each in sessions] == [
        ("Trees that sing", ["Cy Roe"], "R1"),
        ("Owls at noon", ["Ed Gum"], "R2"),
        ("Eggs at night", ["Gus Ives"], "R1"),
        ("Nests by day", ["Ann Lee"], "R2"),
    ]


BEHIND_WHO = """Monday, 9 June 2031

9:00 Why Owls Turn
Ann Lee (ETH Zurich), Hall A
9:30-10:00 How Owls Sleep – Bo Roe (University of Graz), Main Hall
10:00-10:30 Light, Sound, Hall Effect
10:30-11:00 Owls at Sea, Cy Poe (MIT), Hall A
"""


def test_rooms_behind_who_speaks_are_no_people_and_no_workplaces(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.txt", BEHIND_WHO)
    assert [(each["title"], each.get("room"), each.get("people")) for each in sessions] == [
        ("Why Owls Turn", "Hall A", [{"name": "Ann Lee", "affiliation": "ETH Zurich"}]),
        ("How Owls Sleep", "Main Hall", [{"name": "Bo Roe", "affiliation": "University of Graz"}]),
        ("Light, Sound, Hall Effect", None, None),
        ("Owls at Sea", "Hall A", [{"name": "Cy Poe", "affiliation": "MIT"}]),
    ]
