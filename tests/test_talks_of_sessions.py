"""Papers that one programme has each at a time of its own, in the sessions that another one has then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.command import in_project
from tests.ingested import ingested_together

PAPERS = """date,start,end,title,authors{room}
2031-03-03,09:00,09:20,Maps of Nowhere,Ira Lot{a}
2031-03-03,09:20,09:40,Maps of Everywhere,Jan Mot{a}
2031-03-03,09:00,09:30,Globes for Ants,Kit Nott{b}
2031-03-03,09:30,10:00,Ants of the Globe,Lea Pott{b}
2031-03-03,10:30,10:50,Tides and Tables,Max Quill{a}
2031-03-03,10:50,11:10,Tables of Contents,Ned Roe{a}
"""
OVERVIEW = """date,start,end,session,room
2031-03-03,08:00,18:00,Exhibition,Room A
2031-03-03,09:00,10:00,Session 1A: Maps,Room A
2031-03-03,09:00,10:00,Session 1B: Globes,Room B
2031-03-03,10:00,10:30,Coffee,Room A
2031-03-03,10:30,12:00,Session 2: Tides,Room A
"""
FIRST_SESSIONS = [
    (
        "Session 1A: Maps",
        "Room A",
        [("maps-of-nowhere", "09:00", "09:20"), ("maps-of-everywhere", "09:20", "09:40")],
    ),
    (
        "Session 1B: Globes",
        "Room B",
        [("globes-for-ants", "09:00", "09:30"), ("ants-of-the-globe", "09:30", "10:00")],
    ),
]


def held(sessions: list[Any]) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    return [
        (each["title"], each.get("room", ""), [tuple(slot.values()) for slot in each["slots"]])
        for each in sorted(sessions, key=lambda each: (each["start"], each["title"]))
        if "slots" in each
    ]


def test_they_are_in_the_session_of_that_time_and_room(tmp_path: Path) -> None:
    papers = PAPERS.format(room=",room", a=",Room A", b=",Room B")
    output, _, sessions = ingested_together(tmp_path, {"a.csv": papers, "b.csv": OVERVIEW})
    assert held(sessions) == [
        *FIRST_SESSIONS,
        (
            "Session 2: Tides",
            "Room A",
            [("tides-and-tables", "10:30", "10:50"), ("tables-of-contents", "10:50", "11:10")],
        ),
    ]
    assert sorted(each["title"] for each in sessions if "slots" not in each) == ["Coffee", "Exhibition"]
    assert "warning" not in output
    assert "0 papers added, 0 changed" in in_project(tmp_path, "ingest")[1]


def test_where_several_sessions_may_be_meant_it_is_told(tmp_path: Path) -> None:
    papers = PAPERS.format(room="", a="", b="")
    output, _, sessions = ingested_together(tmp_path, {"a.csv": papers, "b.csv": OVERVIEW})
    assert [title for title, _, _ in held(sessions)] == [
        "Globes for Ants",
        "Maps of Nowhere",
        "Maps of Everywhere",
        "Ants of the Globe",
        "Session 2: Tides",
    ]
    assert [
        line.partition(" warning: ")[::2] for line in output.splitlines() if "unclear-session" in line
    ] == [
        (
            f"content/sources/b.csv:{line}:",
            f"the session '{title}' holds no paper; of those that content/sources/a.csv has at its time, it"
            " is unclear which are in it [unclear-session]",
        )
        for line, title in ((3, "Session 1A: Maps"), (4, "Session 1B: Globes"))
    ]


def test_without_rooms_they_are_in_the_session_that_has_them_too(tmp_path: Path) -> None:
    page = """# Programme

## Monday, 3 March 2031

### 09:00–10:00 Session 1A: Maps (Room A)

- Maps of Nowhere. Ira Lot
- Maps of Everywhere. Jan Mot

### 09:00–10:00 Session 1B: Globes (Room B)

- Globes for Ants. Kit Nott
- Ants of the Globe. Lea Pott
"""
    papers = "\n".join(PAPERS.format(room="", a="", b="").splitlines()[:5])
    output, _, sessions = ingested_together(tmp_path, {"a.csv": papers, "b.md": page})
    assert held(sessions) == FIRST_SESSIONS
    assert "warning" not in output


def test_events_of_a_calendar_are_in_its_session_of_that_time_and_room(tmp_path: Path) -> None:
    events = [
        ("090000", "093000", "Quiet Networks"),
        ("093000", "100000", "Maps of Every Nowhere"),
        ("090000", "100000", "Session 1"),
        ("090000", "180000", "Exhibition"),
    ]
    calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Owls//EN\n"
    for number, (start, end, title) in enumerate(events):
        calendar += (
            f"BEGIN:VEVENT\nUID:{number}@owls.example\nDTSTART:20310303T{start}Z\nDTEND:20310303T{end}Z\n"
        )
        calendar += f"SUMMARY:{title}\nEND:VEVENT\n"
    papers = "title,authors\nMaps of Every Nowhere,Ira Lot\nQuiet Networks,Jan Mot\n"
    _, _, sessions = ingested_together(tmp_path, {"a.ics": f"{calendar}END:VCALENDAR\n", "b.csv": papers})
    assert [(each["title"], each.get("slots")) for each in sessions] == [
        (
            "Session 1",
            [
                {"paper": "quiet-networks", "start": "09:00", "end": "09:30", "guid": "0@owls.example"},
                {
                    "paper": "maps-of-every-nowhere",
                    "start": "09:30",
                    "end": "10:00",
                    "guid": "1@owls.example",
                },
            ],
        ),
        ("Exhibition", None),
    ]


def test_talks_of_speakers_are_in_the_numbered_session_of_another_document(tmp_path: Path) -> None:
    talks = """date,start,end,title,speaker,room
2031-03-03,09:00,09:30,Owls in Python,Ann Lee,Room A
2031-03-03,09:30,10:00,Mice in Rust,Bob Roe,Room A
2031-03-03,10:30,11:00,Cats in C,Cy Dee,Room A
2031-03-03,11:00,11:30,Dogs in D,Di Fay,Room A
"""
    overview = """date,start,end,session,room
2031-03-03,09:00,10:00,Session 1,Room A
2031-03-03,10:30,11:30,Sponsors,Room A
"""
    _, _, sessions = ingested_together(tmp_path, {"a.csv": talks, "b.csv": overview})
    assert [(each["title"], each.get("slots")) for each in sessions] == [
        (
            "Session 1",
            [
                {"title": "Owls in Python", "start": "09:00", "end": "09:30", "people": ["Ann Lee"]},
                {"title": "Mice in Rust", "start": "09:30", "end": "10:00", "people": ["Bob Roe"]},
            ],
        ),
        ("Cats in C", None),
        ("Dogs in D", None),
        ("Sponsors", None),
    ]


def test_papers_in_the_room_of_a_workshop_are_of_it(tmp_path: Path) -> None:
    papers = """date,start,end,title,authors,room
2031-03-03,09:00,09:30,Maps of Nowhere,Ira Lot,Room A
2031-03-03,09:30,10:00,Maps of Everywhere,Jan Mot,Room A
"""
    overview = """date,start,end,session,room
2031-03-03,09:00,17:00,Workshop on Maps,Room A
2031-03-03,09:00,17:00,Workshop on Ants,Room B
"""
    _, _, sessions = ingested_together(tmp_path, {"a.csv": papers, "b.csv": overview})
    assert [(each["title"], len(each.get("slots", ()))) for each in sessions] == [
        ("Workshop on Maps", 2),
        ("Workshop on Ants", 0),
    ]


def test_sessions_on_one_line_hold_each_its_own_listed_paper(tmp_path: Path) -> None:
    at = '"start": "2031-09-12T10:00", "end": "2031-09-12T10:45"'
    titles = ("Counting wrens with many phones", "Nests in the cloud of owls")
    programme = "[" + ", ".join(f'{{"title": "{title}", {at}}}' for title in titles) + "]"
    papers = f"title,authors,abstract\n{titles[0]},Ann Lee,We count.\n{titles[1]},Cy Moor,We keep.\n"
    _, _, sessions = ingested_together(tmp_path, {"programme.json": programme, "papers.csv": papers})
    assert [(each["title"], each["slots"]) for each in sessions] == [
        ("Counting wrens with many phones", [{"paper": "counting-wrens-with-many-phones"}]),
        ("Nests in the cloud of owls", [{"paper": "nests-in-the-cloud-of-owls"}]),
    ]
