"""Who speaks before a comma and the title of a talk: read where nearly all talks stand so, else told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ingested import ingested

SECTION = """Moth Meeting, 3 June 2031

Session 1: Moths of the night
10.30 Bo Roe, Hawkmoths of the northern woods
11.00 Ann Lee and Di Fay, Silk
11.30 Dr. Cy Dahl, Wings
"""
ROWS = """Moth Meeting, 3 June 2031

10.30 Bo Roe, Hawkmoths of the northern woods
11.00 Ann Lee and Di Fay, Silk
11.30 Dr. Cy Dahl, Wings
12.00 Lunch
"""
TABLE = """Date,Time,Session,Title
2031-06-03,10:30,Moths,"Bo Roe, Hawkmoths of the northern woods"
2031-06-03,11:00,Moths,"Ann Lee and Di Fay, Silk"
2031-06-03,11:30,Moths,"Dr. Cy Dahl, Wings"
2031-06-03,12:00,Moths,Discussion
"""
TALKS = [
    ("Hawkmoths of the northern woods", ["Bo Roe"]),
    ("Silk", ["Ann Lee", "Di Fay"]),
    ("Wings", ["Cy Dahl"]),
]


def talks(sessions: list[Any]) -> list[tuple[str, list[str] | None]]:
    """The titles of all talks, in sessions or alone, and who gives them."""
    held = [slot for each in sessions for slot in each.get("slots") or [each]]
    return [(each["title"], each.get("people")) for each in held]


@pytest.mark.parametrize(
    ("name", "text", "last"),
    [
        ("section.txt", SECTION, []),
        ("rows.txt", ROWS, [("Lunch", None)]),
        ("table.csv", TABLE, [("Discussion", None)]),
    ],
)
def test_who_stands_before_nearly_all_titles_speaks(
    tmp_path: Path, name: str, text: str, last: list[tuple[str, None]]
) -> None:
    told, _, sessions = ingested(tmp_path, name, text)
    assert talks(sessions) == [*TALKS, *last]
    assert "warning" not in told


@pytest.mark.parametrize(
    "behind",
    [
        ("Hawkmoths", "Silk", "Wings"),  # they may be places
        ("University of Oslo", "ETH", "Frankfurt am Main"),
        ("Gus Hay", "Silk and its weavers in old towns", "Ida Joy"),
    ],
)
def test_what_may_be_no_title_behind_names_is_told(tmp_path: Path, behind: tuple[str, ...]) -> None:
    names = ("Bo Roe", "Ann Lee", "Cy Dahl")
    titles = [f"{name}, {rest}" for name, rest in zip(names, behind, strict=True)]
    rows = "".join(f"1{number}.30 {title}\n" for number, title in enumerate(titles))
    told, _, sessions = ingested(
        tmp_path, "program.txt", f"3 June 2031\n\nSession 1: Moths of the night\n{rows}"
    )
    assert talks(sessions) == [(title, None) for title in titles]
    found = [line.split("'")[1] for line in told.split("\n") if "nobody is told to speak" in line]
    assert found == titles


def test_titles_that_list_things_are_titles(tmp_path: Path) -> None:
    text = """3 June 2031

Session 1: Moths of the night
10.30 Moth Wings, Scales and Hair
11.00 Silk, Cocoons and how to unwind them
11.30 What we know of the night
"""
    told, _, sessions = ingested(tmp_path, "program.txt", text)
    assert talks(sessions) == [
        ("Moth Wings, Scales and Hair", None),
        ("Silk, Cocoons and how to unwind them", None),
        ("What we know of the night", None),
    ]
    assert "warning" not in told


@pytest.mark.parametrize(
    ("layout", "place"),
    [
        *(("{name}; {title}", None), ("{name} / {title}", None), ("{name}. {title}", None)),
        *(('{name} "{title}"', None), ("{name} (Oslo), {title}", "Oslo")),
    ],
)
def test_signs_between_speakers_and_titles(tmp_path: Path, layout: str, place: str | None) -> None:
    held = [("Bo Roe", "Moths"), ("A. Lee", "Silk and its weavers in old towns"), ("Cy Dahl", "Wings")]
    rows = [f"1{at}.30 {layout.format(name=name, title=title)}" for at, (name, title) in enumerate(held)]
    text = "3 June 2031\n\nSession 1: Night\n" + "\n".join(rows) + "\n"
    told, _, sessions = ingested(tmp_path, "program.txt", text)
    assert talks(sessions) == [
        (title, [{"name": name, "affiliation": place} if place else name]) for name, title in held
    ]
    assert "warning" not in told


def test_family_names_alone_before_titles_are_told(tmp_path: Path) -> None:
    text = """3 June 2031

Session 1: Moths of the night
10.30 Roe, Hawkmoths of the northern woods
11.00 Lee, Silk and its weavers in old towns
11.30 Dahl, Wings of the night
"""
    told, _, sessions = ingested(tmp_path, "program.txt", text)
    found = [line.split("'")[1] for line in told.split("\n") if "a family name may stand in it" in line]
    assert found == [title for title, _ in talks(sessions)]
