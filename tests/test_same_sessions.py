"""Two documents of one programme: their sessions are one each, whatever either calls them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingested import ingested_together

TABLE = """Date,Start,End,Session,Room,Chair,Paper
2031-09-08,09:00,09:15,Opening,Aula,,
2031-09-08,09:15,10:15,Keynote,Aula,,
2031-09-08,10:30,11:00,Seeing,R1,Paul Rand,Night vision for owls
2031-09-08,11:00,11:30,Seeing,R1,Paul Rand,Nesting is enough
2031-09-08,10:30,11:30,Hearing,R2,,
"""

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Owls//EN
{events}END:VCALENDAR
"""

EVENT = """BEGIN:VEVENT
UID:{uid}@owls.example
DTSTART:20310908T{start}Z
DTEND:20310908T{end}Z
SUMMARY:{title}
LOCATION:{room}
END:VEVENT
"""

EVENTS = (
    ("090000", "091500", "Opening and welcome", "Aula"),
    ("091500", "101500", "Keynote: Otto Quist", "Aula"),
    ("103000", "113000", "Session 1: Seeing", "Room R1"),
    ("103000", "113000", "Owls by ear", "R2"),
)


def calendar(*events: tuple[str, str, str, str]) -> str:
    texts = [
        EVENT.format(uid=uid, start=start, end=end, title=title, room=room)
        for uid, (start, end, title, room) in enumerate(events)
    ]
    return CALENDAR.format(events="".join(texts))


def rows(sessions: list[Any]) -> list[tuple[str, str, str, int]]:
    return [
        (each["title"], each.get("start", ""), each.get("room", ""), len(each.get("slots", ())))
        for each in sessions
    ]


@pytest.mark.parametrize("is_calendar_first", [False, True])
def test_sessions_at_one_time_in_one_room_are_one(tmp_path: Path, is_calendar_first: bool) -> None:
    documents = {"programme.csv": TABLE, "calendar.ics": calendar(*EVENTS)}
    if is_calendar_first:
        documents = dict(reversed(documents.items()))
    _, _, sessions = ingested_together(tmp_path, documents)
    if is_calendar_first:
        titles = ["Opening and welcome", "Keynote: Otto Quist", "Session 1: Seeing", "Owls by ear"]
    else:
        titles = ["Opening", "Keynote: Otto Quist", "Seeing", "Hearing"]
    rooms = ["Aula", "Aula", "Room R1" if is_calendar_first else "R1", "R2"]
    starts = ["09:00", "09:15", "10:30", "10:30"]
    assert sorted(rows(sessions)) == sorted(zip(titles, starts, rooms, [0, 0, 2, 0], strict=True))


def test_sessions_of_another_programme_stay_apart(tmp_path: Path) -> None:
    """Of a workshop that begins when the conference does nothing else is at one time."""
    workshop = calendar(
        ("091500", "101500", "Keynote: Zoe Zander", "Attic"),
        ("101500", "110000", "Panel", "Attic"),
        ("110000", "120000", "Posters", "Attic"),
    )
    _, _, sessions = ingested_together(tmp_path, {"programme.csv": TABLE, "workshop.ics": workshop})
    assert [row[0] for row in rows(sessions)] == [
        *("Opening", "Keynote", "Seeing", "Hearing"), "Keynote: Zoe Zander", "Panel", "Posters"
    ]  # fmt: skip


def test_sessions_in_other_rooms_stay_apart(tmp_path: Path) -> None:
    moved = tuple((*event[:3], "Attic") for event in EVENTS[:3])
    _, _, sessions = ingested_together(tmp_path, {"programme.csv": TABLE, "calendar.ics": calendar(*moved)})
    assert len(sessions) == 7


def test_a_lunch_is_nothing_else_in_its_room(tmp_path: Path) -> None:
    programme = TABLE + "2031-09-08,12:00,13:00,Lunch,Foyer,,\n"
    posters = calendar(*EVENTS, ("120000", "130000", "Posters of the year", "Foyer"))
    _, _, sessions = ingested_together(tmp_path, {"programme.csv": programme, "calendar.ics": posters})
    assert [row[0] for row in rows(sessions) if row[2] == "Foyer"] == ["Lunch", "Posters of the year"]


def test_a_talk_without_a_time_is_where_its_speaker_is_named(tmp_path: Path) -> None:
    programme = TABLE.replace("Keynote,Aula", "Keynote: Otto Quist,Aula")
    talks = """Name,Affiliation,Talk title,Abstract
Otto Quist,University of Graz,Feathers and Physics,We look at feathers.
Ann Lee,MIT,Nests,We look at nests.
"""
    _, _, sessions = ingested_together(tmp_path, {"programme.csv": programme, "keynotes.csv": talks})
    invited = [each for each in sessions if each.get("kind") == "invited-talk"]
    assert rows(invited) == [("Feathers and Physics", "09:15", "Aula", 0), ("Nests", "", "", 0)]
    assert invited[0]["people"] == [{"name": "Otto Quist", "affiliation": "University of Graz"}]
    assert invited[0]["description"] == "We look at feathers."


TIMES = """Date,Start,End,Session,Room
2031-09-08,09:00,10:00,Welcome,Aula
2031-09-08,10:30,11:30,Session 1: Seeing,R1
2031-09-08,14:00,14:30,Session 2: Hearing,R2
"""


@pytest.mark.parametrize("prefixes", [("Session 1: ", "Session 2: "), ("", "")])
def test_an_assignment_of_papers_fills_the_sessions_of_a_timetable(
    tmp_path: Path, prefixes: tuple[str, str]
) -> None:
    first, second = prefixes
    assignment = f"""Session,Order,Paper title,Authors
{first}Seeing,1,Night vision for owls,Ann Lee
{first}Seeing,2,Nesting is enough,Bo Dee
{second}Hearing,1,Learning to hoot,Cy Roe
"""
    _, _, sessions = ingested_together(tmp_path, {"times.csv": TIMES, "papers.csv": assignment})
    assert rows(sessions) == [
        ("Welcome", "09:00", "Aula", 0),
        ("Session 1: Seeing", "10:30", "R1", 2),
        ("Session 2: Hearing", "14:00", "R2", 1),
    ]


def test_lists_below_headings_of_sessions_fill_them_with_their_chairs(tmp_path: Path) -> None:
    lists = """# Sessions

## Session 1: Seeing
Chair: Paul Rand

- Night vision for owls. Ann Lee
- Nesting is enough. Bo Dee

## Session 2: Hearing
Chair: Sue Tann

- Learning to hoot. Cy Roe
- On pellets. Di Fay
"""
    _, _, sessions = ingested_together(tmp_path, {"times.csv": TIMES, "lists.md": lists})
    assert [row[-1] for row in rows(sessions)] == [0, 2, 2]
    assert [each.get("people") for each in sessions] == [
        None,
        [{"name": "Paul Rand", "role": "chair"}],
        [{"name": "Sue Tann", "role": "chair"}],
    ]


def test_a_paper_that_only_the_lesser_document_has_in_a_session_is_told(tmp_path: Path) -> None:
    programme = """Date,Start,End,Session,Paper
2031-09-08,10:30,11:00,Seeing,Night vision for owls
2031-09-08,11:00,11:30,Seeing,Nesting is enough
2031-09-08,14:00,14:30,Hearing,Learning to hoot
"""
    assignment = """Session,Order,Paper title,Authors
Seeing,1,Night vision for owls,Ann Lee
Seeing,2,On pellets,Bo Dee
Hearing,1,Learning to hoot,Cy Roe
"""
    output, _, sessions = ingested_together(tmp_path, {"a.csv": programme, "b.csv": assignment})
    assert [row[-1] for row in rows(sessions)] == [2, 1]
    assert output.count("[unplaced-paper]") == 1
    assert "b.csv:3: warning: the paper 'on-pellets' is in a session here, and in none of the site" in output


def test_a_table_of_chairs_says_who_leads_the_sessions_of_a_programme(tmp_path: Path) -> None:
    documents = {
        "programme.txt": "Tuesday, 20 May 2031\n\n09:00 - 10:30 Session 1: Graphs (Room 101)\n"
        "09:00 Colouring Planar Maps — Ada Byron\n09:30 Cutting Trees — Bo Dahl\n"
        "11:00 - 12:30 Session 2: Strings (Room 102)\n11:00 Suffixes All the Way — Cy Fenn\n",
        "chairs.csv": "Session,Chair,Email\nSession 1,Ed Hale,ed@example.org\nSession 2,Flo Ives (MIT),\n",
    }
    output, _, sessions = ingested_together(tmp_path, documents)
    assert "not imported: email" in output
    assert [(each["title"], each["start"], each["people"]) for each in sessions] == [
        ("Session 1: Graphs", "09:00", [{"name": "Ed Hale", "role": "chair"}]),
        ("Session 2: Strings", "11:00", [{"name": "Flo Ives", "role": "chair", "affiliation": "MIT"}]),
    ]


def test_sessions_that_begin_at_once_with_one_title_and_room_are_one_and_in_other_rooms_it_is_told(
    tmp_path: Path,
) -> None:
    programme = """Date,Start,End,Session,Room,Paper
2031-09-08,10:30,11:00,Session 1: Seeing,R1,Night vision for owls
2031-09-08,11:30,12:00,Session 2: Hearing,R2,Learning to hoot
2031-09-08,14:00,14:30,Session 3: Nests,R1,Nesting is enough
"""
    calendar = CALENDAR.format(
        events="".join(
            EVENT.format(uid=uid, start=start, end=end, title=title, room=room)
            for uid, (start, end, title, room) in enumerate(
                [
                    ("103000", "111500", "Seeing", "Room R1"),
                    ("113000", "121500", "Session 2", "R3"),
                    ("140000", "144500", "Nests", "R1"),
                    ("140000", "144500", "Session 4: Nests", "R4"),
                ]
            )
        )
    )
    output, _, sessions = ingested_together(tmp_path, {"a.csv": programme, "b.ics": calendar})
    assert [each["title"] for each in sessions] == [
        "Session 1: Seeing",
        "Session 2: Hearing",
        "Session 3: Nests",
        "Session 2",
        "Session 4: Nests",
    ]
    assert [line for line in output.splitlines() if "maybe-one-session" in line] == [
        "content/sources/b.ics:12: warning: this begins when 'Session 2: Hearing' of content/sources/a.csv:3"
        " does, and stays a session of its own [maybe-one-session]"
    ]


WORKSHOP = """Date,Start,End,Session,Room,Title
2031-09-08,09:00,09:15,Opening,{room},
2031-09-08,10:00,10:20,Session 1,{room},{first}
2031-09-08,10:20,10:40,Session 1,{room},{second}
"""


def test_sessions_of_one_title_and_time_with_other_talks_in_other_rooms_are_two(tmp_path: Path) -> None:
    documents = {
        "a.csv": WORKSHOP.format(room="R1", first="Night vision for owls", second="Nesting is enough"),
        "b.csv": WORKSHOP.format(room="R2", first="Learning to hoot", second="On pellets"),
    }
    output, _, sessions = ingested_together(tmp_path, documents)
    assert [(each["title"], each["room"], len(each.get("slots", ()))) for each in sessions] == [
        ("Opening", "R1", 0),
        ("Session 1", "R1", 2),
        ("Opening", "R2", 0),
        ("Session 1", "R2", 2),
    ]
    assert "warning" not in output


def test_a_talk_that_only_the_lesser_document_has_in_a_session_is_told(tmp_path: Path) -> None:
    documents = {
        "a.csv": WORKSHOP.format(room="", first="Night vision for owls", second="Nesting is enough"),
        "b.csv": WORKSHOP.format(room="", first="Night vision for owls", second="On pellets"),
    }
    output, _, sessions = ingested_together(tmp_path, documents)
    assert [len(each.get("slots", ())) for each in sessions] == [0, 2]
    assert [line for line in output.splitlines() if "unplaced" in line] == [
        "content/sources/b.csv:4: warning: the talk 'On pellets' is in a session here, and in none of the "
        "site: a better source says what is in that session [unplaced-talk]"
    ]


def test_a_document_with_all_sessions_on_other_days_is_told(tmp_path: Path) -> None:
    programme = """Date,Start,End,Session,Title
2031-09-{0},09:00,09:30,Seeing,Night vision for owls
2031-09-{0},10:00,10:30,Hearing,Learning to hoot
"""
    documents = {"a.csv": programme.format("08"), "b.csv": programme.format("15")}
    output, _, sessions = ingested_together(tmp_path, documents)
    assert len(sessions) == 4
    assert [line for line in output.splitlines() if "warning" in line and "other-days" in line] == [
        "content/sources/b.csv:2: warning: this document has 'Seeing' of content/sources/a.csv:2, with its "
        "papers, on another day, as it has 1 more: both are shown [other-days]"
    ]


def test_what_one_document_has_and_another_one_calls_off_is_marked(tmp_path: Path) -> None:
    programme = """Date,Start,End,Session,Room
2031-09-08,09:00,10:00,Seeing,R1
2031-09-08,10:30,11:30,Hearing,R1
"""
    event = EVENT.replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY")
    calendar = CALENDAR.format(
        events=event.format(uid=1, start="090000", end="100000", title="Seeing", room="R1")
        + event.format(uid=2, start="140000", end="150000", title="Nests", room="R1")
    )
    output, _, sessions = ingested_together(tmp_path, {"a.csv": programme, "b.ics": calendar})
    assert [(each["title"], each.get("status")) for each in sessions] == [
        ("Seeing", "cancelled"),
        ("Hearing", None),
    ]
    assert "cancelled: 'Nests' (line 13)" in output
