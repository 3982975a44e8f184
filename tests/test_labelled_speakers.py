"""Titles of a programme that name who speaks behind a label, where a talk takes place, or its links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.ingested import ingested

HEAD = """# Programme of OWL 2031

## Monday, June 2, 2031

| Time | Event |
|---|---|
"""


def told(folder: Path, rows: str) -> list[tuple[Any, ...]]:
    """The titles, rooms and people of the sessions of a table."""
    sessions = ingested(folder, "programme.md", HEAD + rows)[2]
    return [(each["title"], each.get("room"), each.get("people")) for each in sessions]


def test_who_speaks_stands_between_the_label_and_the_title(tmp_path: Path) -> None:
    rows = """| 9:00 | Keynote: Ann Lee (Barn Institute) – Why Owls Turn |
| 10:00 | Talk: Bo Dee (University of Woods)<br>Sleep, Eat, and Turn: A Life (in Barns) |
| 10:20 | Talk: Cy Roe & Di Fay (Ulm) – Nests [video \\| slides] |
| 10:40 | Talk: What Owls Hear |
| 10:50 | Talk: Jo Law (Lyon), "The Inner Owl" |
| 11:00 | Keynote (Lecture Hall 2) - Ed Gum |
| 12:00 | Closing: Flo Hart, Gus Ives |
"""
    assert told(tmp_path, rows) == [
        ("Why Owls Turn", None, [{"name": "Ann Lee", "affiliation": "Barn Institute"}]),
        (
            "Sleep, Eat, and Turn: A Life (in Barns)",
            None,
            [{"name": "Bo Dee", "affiliation": "University of Woods"}],
        ),
        (
            "Nests",
            None,
            [{"name": "Cy Roe", "affiliation": "Ulm"}, {"name": "Di Fay", "affiliation": "Ulm"}],
        ),
        ("Talk: What Owls Hear", None, None),
        ("The Inner Owl", None, [{"name": "Jo Law", "affiliation": "Lyon"}]),
        ("Keynote", "Lecture Hall 2", ["Ed Gum"]),
        ("Closing: Flo Hart, Gus Ives", None, None),
    ]


def test_behind_one_label_people_stand_everywhere_or_nowhere(tmp_path: Path) -> None:
    rows = """| 9:00 | Keynote Address: Ann Lee |
| 10:00 | Invited Speaker 1: Bo Dee |
| 11:00 | Keynote Address: Cy Roe, University of Woods |
| 12:00 | Plenary: Formal Methods |
| 13:00 | Plenary: How Mice Hide |
"""
    assert told(tmp_path, rows) == [
        ("Keynote Address", None, ["Ann Lee"]),
        ("Invited Speaker 1", None, ["Bo Dee"]),
        ("Keynote Address", None, [{"name": "Cy Roe", "affiliation": "University of Woods"}]),
        ("Plenary: Formal Methods", None, None),
        ("Plenary: How Mice Hide", None, None),
    ]


def test_rooms_in_brackets_are_none_of_the_titles(tmp_path: Path) -> None:
    rows = """| 9:00 | Opening (Room A) |
| 10:00 | Session 1 (Woods) |
| 11:00 | Lunch (provided) |
| 12:00 | Talk of the town (online) |
"""
    assert told(tmp_path, rows) == [
        ("Opening", "Room A", None),
        ("Session 1 (Woods)", None, None),
        ("Lunch (provided)", None, None),
        ("Talk of the town", None, None),
    ]


def test_a_title_is_the_words_of_its_link(tmp_path: Path) -> None:
    text = """Monday, June 2, 2031

9:00 - 10:30 Session 1: Woods

- [Trees that Sing](/papers/1.pdf)
- [Nests in Barns](/papers/2.pdf) (slides)
- Owls at Noon [Part 2]

10:30 - 11:00 Coffee
11:00 - 12:00 Keynote: Why Owls Turn
"""
    sessions = ingested(tmp_path, "programme.md", text)[2]
    assert [slot["title"] for slot in sessions[0]["slots"]] == [
        "Trees that Sing",
        "Nests in Barns",
        "Owls at Noon [Part 2]",
    ]


def test_who_speaks_stands_before_the_label_of_the_title(tmp_path: Path) -> None:
    rows = """| 9:00 | Ann Lee (invited talk), title: Why Owls Turn |
| 10:00 | Bo Dee (University of Woods, invited talk), title: "Nests" |
| 11:00 | Cy Roe, Titel: Was Eulen hören |
| 12:00 | Di Fay (keynote): "The Inner Owl" |
| 13:00 | Choosing a paper title: rules and owls |
| 14:00 | Keynote: Eva Gee (ETH Zurich), title: Barns by Night |
"""
    assert told(tmp_path, rows) == [
        ("Why Owls Turn", None, ["Ann Lee"]),
        ("Nests", None, [{"name": "Bo Dee", "affiliation": "University of Woods"}]),
        ("Was Eulen hören", None, ["Cy Roe"]),
        ("The Inner Owl", None, ["Di Fay"]),
        ("Choosing a paper title: rules and owls", None, None),
        ("Barns by Night", None, [{"name": "Eva Gee", "affiliation": "ETH Zurich"}]),
    ]


def test_the_title_stands_below_who_speaks(tmp_path: Path) -> None:
    text = """Montag, 2. Juni 2031

9:00 Uhr Begrüßung
9:15 Uhr Hauptvortrag: Prof. Dr. Ann Lee (Universität Ulm)
Stille Mäuse
10:00 Uhr Kaffeepause
10:30 Uhr Vortrag – Bo Roe
Was Eulen hören und was nicht
"""
    _, _, sessions = ingested(tmp_path, "programm.txt", text)
    assert [(each["title"], each.get("people")) for each in sessions] == [
        ("Begrüßung", None),
        ("Stille Mäuse", [{"name": "Ann Lee", "affiliation": "Universität Ulm"}]),
        ("Kaffeepause", None),
        ("Was Eulen hören und was nicht", ["Bo Roe"]),
    ]
