"""Programmes that name papers by number, talks outside their session, and lists of who leads sessions."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested, ingested_together

PROGRAMME = """Monday, June 2, 2031

9:00-9:15 Opening
9:15-10:30 Session 1: Woods (Chair: Cy Dee)
Papers: 12, 17
10:30-11:00 Coffee break
11:00-12:00 Session 2: Eggs (papers 23 and 31)
12:00-13:00 Lunch
13:00-14:00 Session 3: Birds
Beiträge: 40; 41
"""
LISTED = """Paper ID,Title,Authors
12,Trees that sing,"Cy Roe, Di Fay"
17,Owls at noon,"Ed Gum, Bo Kim"
23,Eggs at night,"Gus Ives, Flo Hart"
31,Nests by day,"Ann Lee, Bob Roe"
40,Legs of Storks,"Cy Dee, Eve Foe"
"""


def test_papers_that_a_programme_names_by_number_are_those_of_the_list_or_told(tmp_path: Path) -> None:
    output, papers, sessions = ingested_together(
        tmp_path, {"programme.txt": PROGRAMME, "accepted.csv": LISTED}
    )
    assert len(papers) == 5
    assert [(each["title"], each["slots"]) for each in sessions if "slots" in each] == [
        ("Session 1: Woods", [{"paper": "trees-that-sing"}, {"paper": "owls-at-noon"}]),
        ("Session 2: Eggs", [{"paper": "eggs-at-night"}, {"paper": "nests-by-day"}]),
        ("Session 3: Birds", [{"paper": "legs-of-storks"}, {}]),
    ]
    assert [line for line in output.splitlines() if "warning" in line] == [
        "content/sources/programme.txt:10:1: warning: no paper has the number 41 [unknown-number]"
    ]


CONFEX = """Session 1: Woods
Monday, June 2, 2031: 10:30 AM-12:00 PM
Room 101
Chair: Cy Dee
10:30 AM
Trees that sing
Cy Roe, Barn University; Di Fay, Nest College
11:00 AM
Owls at noon
Ed Gum, Barn University; Bo Kim, Nest College
12:30 PM
Late owls
Gus Ives, Barn University

Session 2: Eggs
Monday, June 2, 2031: 1:30 PM-3:00 PM
Room 102
1:30 PM
Eggs at night
Gus Ives, Barn University; Flo Hart, Nest College
"""


def test_a_talk_outside_its_session_leaves_the_others_where_they_are_and_is_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", CONFEX)
    assert [(each["title"], each["start"], each.get("room")) for each in sessions] == [
        ("Session 1: Woods", "10:30", "Room 101"),
        ("Late owls", "12:30", None),
        ("Session 2: Eggs", "13:30", "Room 102"),
    ]
    assert [line for line in output.splitlines() if "warning" in line] == [
        "content/sources/programme.txt:11:1: warning: this time is outside the session above it: what begins "
        "then is read as another session [outside-session]"
    ]


TABLES = """# Conference 2031

## Monday, June 2, 2031

| Time | Session | Room |
|---|---|---|
| 9:00–10:30 | Session 1: Woods | R1 |
| 11:00–12:00 | Session 2: Eggs | R2 |

## Session chairs

| Session | Chair | Time |
|---|---|---|
| Session 1: Woods | Cy Dee | 9:00–10:30 |
| Session 2: Eggs | Hal Jay | 11:00–12:00 |
"""
CHAIRS = """Session,Chair,Time
Session 1: Woods,Cy Dee,9:00-10:30
Session 2: Eggs,Hal Jay,11:00-12:00
"""
LED = [
    ("Session 1: Woods", "R1", [{"name": "Cy Dee", "role": "chair"}]),
    ("Session 2: Eggs", "R2", [{"name": "Hal Jay", "role": "chair"}]),
]


def test_a_list_of_who_leads_sessions_is_of_those_in_the_programme(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.md", TABLES)
    assert [(each["title"], each["room"], each["people"]) for each in sessions] == LED


def test_a_document_of_who_leads_sessions_without_days_is_of_those_in_the_programme(tmp_path: Path) -> None:
    programme = TABLES.partition("## Session chairs")[0]
    _, _, sessions = ingested_together(tmp_path, {"programme.md": programme, "chairs.csv": CHAIRS})
    assert [(each["title"], each["room"], each["people"]) for each in sessions] == LED


SUBS = """Date,Start,End,Title,Location,Speakers,Type
2031-06-02,10:30,12:00,Session 1: Woods,R1,,Session
2031-06-02,10:30,11:00,Trees that sing,R1,Cy Roe,Sub-session
2031-06-02,11:00,11:30,Owls at noon,R1,Ed Gum,Sub-session
"""


def test_sub_sessions_are_talks_also_where_the_type_of_a_row_says_so(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "agenda.csv", SUBS)
    assert [(each["title"], [slot["title"] for slot in each["slots"]]) for each in sessions] == [
        ("Session 1: Woods", ["Trees that sing", "Owls at noon"])
    ]


def test_numbers_in_parts_of_a_volume_name_no_sessions(tmp_path: Path) -> None:
    def sessions(first: str, second: str) -> list[tuple[str, list[str]]]:
        rows = (
            f"UID,title,authors\n{first}.1,Owls at noon,Ed Gum|Bo Kim\n"
            f"{second}.1,Legs of Storks,Cy Dee|Eve Foe\n{first}.2,Eggs at night,Gus Ives|Flo Hart\n"
        )
        (folder := tmp_path / f"{first}{second}").mkdir()
        found = ingested(folder, "papers.csv", rows)[2]
        return [(each["title"], [slot["paper"] for slot in each["slots"]]) for each in found]

    assert sessions("WeA1", "WeA2") == [
        ("WeA1", ["owls-at-noon", "eggs-at-night"]),
        ("WeA2", ["legs-of-storks"]),
    ]
    assert sessions("main", "demo") == []
    (tmp_path / "one").mkdir()
    assert ingested(tmp_path / "one", "papers.csv", "UID,title\nT.1,Owls\nT.2,Eggs\n")[2] == []
