"""Programmes that name papers of other documents: by the title alone, or with names of authors beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ingested import ingested, ingested_together

ACCEPTED = """# Accepted papers

- **Night Vision for Barn Owls**
  Anna Lee, Robert Roe, José Núñez
- **Nesting & Resting in $O(n \\log n)$ Steps**
  Carla Dee, Fritz Hall
- **Learning to Hoot**
  Eva Gum
"""

PROGRAMME = """Owls 2031 Programme

Monday, 8 September 2031

08:30 - 09:00 Registration
10:45 - 12:15 Session 1: Seeing (Room A, chair: Paul Rand)
10:45 {first}
11:15 {second}
11:45 {third}
12:15 - 13:30 Lunch
"""

TITLES = ("Night vision for barn owls", "Nesting and Resting in O(n log n) steps", "LEARNING TO HOOT")


def programme(layout: str, *people: str) -> str:
    talks = [layout.format(title=title, people=each) for title, each in zip(TITLES, people, strict=True)]
    return PROGRAMME.format(first=talks[0], second=talks[1], third=talks[2])


def slots(sessions: list[Any]) -> list[Any]:
    return next(each["slots"] for each in sessions if each["title"] == "Session 1: Seeing")


def bylines(folder: Path) -> dict[str, list[Any]]:
    files = (folder / "content/2031/papers").glob("*.yaml")
    papers = [yaml.safe_load(each.read_text("utf-8")) for each in files]
    return {each["title"]: each["authors"] for each in papers}


@pytest.mark.parametrize(
    ("layout", "people"),
    [
        ("{title}", ("", "", "")),
        ("{title} ({people})", ("Lee, Roe, Núñez", "Dee, Hall", "Gum")),
        ("{title} ({people})", ("Lee et al.", "Dee and Hall", "Gum")),
        ("{title} – {people}", ("Lee, Roe, Núñez", "Dee, Hall", "Gum")),
        ("{title}. {people}", ("Anna Lee, Robert Roe, José Núñez", "Carla Dee, Fritz Hall", "Eva Gum")),
        ("{title}. {people}", ("Robert Roe", "Fritz Hall", "Eva Gum")),
        ("{title} by {people}", ("Robert Roe", "Fritz Hall", "Eva Gum")),
        ("{people}: {title}", ("Lee, Roe, Núñez", "Dee, Hall", "Gum")),
        ("{title} ({people})", ("A. Lee, R. Roe, J. Núñez", "C. Dee and F. Hall", "E. Gum")),
        ("{people}: {title}", ("A. Lee, R. Roe, J. Núñez", "C. Dee and F. Hall", "E. Gum")),
        ("{title} ({people})", ("Anna Lee", "Carla Dee", "Eva Gum")),
    ],
)
def test_talks_are_the_papers_that_they_are_called_as(
    tmp_path: Path, layout: str, people: tuple[str, str, str]
) -> None:
    documents = {"accepted.md": ACCEPTED, "programme.txt": programme(layout, *people)}
    _, _, sessions = ingested_together(tmp_path, documents)
    assert bylines(tmp_path) == {
        "Night Vision for Barn Owls": ["Anna Lee", "Robert Roe", "José Núñez"],
        "Nesting & Resting in $O(n \\log n)$ Steps": ["Carla Dee", "Fritz Hall"],
        "Learning to Hoot": ["Eva Gum"],
    }
    assert [(each["paper"], each["start"]) for each in slots(sessions)] == [
        ("night-vision-for-barn-owls", "10:45"),
        ("nesting-resting-in-o-n-log-n-steps", "11:15"),
        ("learning-to-hoot", "11:45"),
    ]


def test_who_stands_alone_beside_each_title_presents_what_several_wrote(tmp_path: Path) -> None:
    text = programme("{title} ({people})", "Robert Roe", "F. Hall", "Eva Gum")
    _, _, sessions = ingested_together(tmp_path, {"programme.txt": text, "accepted.md": ACCEPTED})
    assert [each.get("people") for each in slots(sessions)] == [["Robert Roe"], ["Fritz Hall"], None]


def test_family_names_beside_all_titles_are_authors(tmp_path: Path) -> None:
    text = programme("{title} ({people})", "Lee, van der Roe, Núñez-Ito", "Dee and Fay", "Gum et al.")
    ingested(tmp_path, "programme.txt", text)
    assert bylines(tmp_path) == {
        "Night vision for barn owls": ["Lee", "van der Roe", "Núñez-Ito"],
        "Nesting and Resting in O(n log n) steps": ["Dee", "Fay"],
        "LEARNING TO HOOT": ["Gum", {"missing": "others"}],
    }


def test_single_words_beside_all_titles_may_be_anything_and_are_told(tmp_path: Path) -> None:
    text = programme("{title} ({people})", "Graz", "Lee", "Wien")
    output, titles, _ = ingested(tmp_path, "programme.txt", text)
    assert titles == []
    assert output.count("is read as a title: a family name may stand in it [doubtful-name]") == 3


@pytest.mark.parametrize(
    "words", [("MIT", "ETH", "EPFL"), ("short", "long", "short"), ("Demo", "Oral", "Talk")]
)
def test_acronyms_and_types_beside_titles_are_no_family_names(
    tmp_path: Path, words: tuple[str, str, str]
) -> None:
    output, _, _ = ingested(tmp_path, "programme.txt", programme("{title} ({people})", *words))
    assert "family name" not in output


def test_an_award_above_who_got_it_is_no_paper(tmp_path: Path) -> None:
    awards = """Best Paper Award
Night Vision for Barn Owls
Anna Lee, Robert Roe and José Núñez

Best Reviewer Award
Zoe Zander
"""
    output, titles, _ = ingested_together(tmp_path, {"accepted.md": ACCEPTED, "awards.txt": awards})
    assert "not taken: awards of people (1)" in output
    assert len(titles) == 3
    assert yaml.safe_load((tmp_path / "content/2031/awards.yaml").read_text("utf-8")) == [
        {"id": "best-paper-award", "name": "Best Paper Award", "papers": ["night-vision-for-barn-owls"]}
    ]


def test_a_second_given_name_is_no_reason_to_take_another_spelling(tmp_path: Path) -> None:
    """Only initials and family names alone yield to what a lesser source prints."""
    better = "# Accepted papers\n\n- **Nests**\n  Ann Lee, B. Roe\n- **Barns**\n  Cy Dee\n"
    other = "# Accepted papers\n\n- **Nests**\n  Ann (Annie) Lee, Bo Roe\n- **Barns**\n  Cy Eli Dee\n"
    ingested_together(tmp_path, {"better.md": better, "other.md": other})
    assert bylines(tmp_path) == {"Nests": ["Ann Lee", "Bo Roe"], "Barns": ["Cy Dee"]}


def test_one_word_is_no_beginning_of_a_title(tmp_path: Path) -> None:
    papers = "# Accepted papers\n\n- **Discussion: How Owls Vote**\n  Ann Lee\n- **Barns**\n  Cy Dee\n"
    text = PROGRAMME.format(first="Barns", second="Nests at night", third="Discussion")
    _, _, sessions = ingested_together(tmp_path, {"papers.md": papers, "programme.txt": text})
    assert [each.get("paper", each.get("title")) for each in slots(sessions)] == [
        "barns",
        "Nests at night",
        "Discussion",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Night Vision for Barn Owls - Anna Lee, Robert Roe, Jose Nunez",
        "Night vision for barn owls (A. Lee; R. Roe)",
        "Anna Lee & Robert Roe: Night Vision for Barn Owls",
    ],
)
def test_a_session_of_its_own_is_of_the_paper_beside_its_authors(tmp_path: Path, title: str) -> None:
    programme = f"Monday, 8 September 2031\n\n10:45 - 11:15 {title}\n11:15 - 12:00 Discussion\n"
    _, titles, sessions = ingested_together(tmp_path, {"accepted.md": ACCEPTED, "programme.txt": programme})
    assert len(titles) == 3
    assert [(each["title"], each.get("slots")) for each in sessions] == [
        ("Night Vision for Barn Owls", [{"paper": "night-vision-for-barn-owls"}]),
        ("Discussion", None),
    ]


def test_the_description_of_a_session_lists_its_papers(tmp_path: Path) -> None:
    calendar = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Owls//EN
BEGIN:VEVENT
UID:2@owls
DTSTART:20310908T140000Z
DTEND:20310908T160000Z
SUMMARY:Posters
DESCRIPTION:- Learning to Hoot\\n- Night vision for barn owls (Anna Lee)
END:VEVENT
END:VCALENDAR
"""
    _, _, sessions = ingested_together(tmp_path, {"accepted.md": ACCEPTED, "calendar.ics": calendar})
    [posters] = sessions
    assert [slot["paper"] for slot in posters["slots"]] == ["learning-to-hoot", "night-vision-for-barn-owls"]
    assert "description" not in posters


SPEAKERS = """# Keynote Speakers

## Keynote 1: Omar Quill, Princeton University

**Title:** The Quiet Compiler

**Abstract:** Compilers should be quiet, and most of them are not.

## Keynote 2: Sue Park, KAIST

**Title:** Loud Linkers

**Abstract:** Linkers should be loud, and most of them are not.
"""


def test_invited_talks_are_known_by_their_numbers(tmp_path: Path) -> None:
    programme = """Monday, 8 September 2031

09:00 - 10:00 Keynote I (Hall B)
10:00 - 12:00 Session 1: Machines
10:00 Keynote 2
11:00 Learning to Hoot
"""
    documents = {"accepted.md": ACCEPTED, "programme.txt": programme, "speakers.md": SPEAKERS}
    _, _, sessions = ingested_together(tmp_path, documents)
    assert [(each["title"], each["start"], each.get("people")) for each in sessions] == [
        ("The Quiet Compiler", "09:00", [{"name": "Omar Quill", "affiliation": "Princeton University"}]),
        ("Session 1: Machines", "10:00", None),
    ]
    assert sessions[1]["slots"] == [
        {
            "title": "Keynote 2: Loud Linkers",
            "start": "10:00",
            "people": [{"name": "Sue Park", "affiliation": "KAIST"}],
            "description": "Linkers should be loud, and most of them are not.",
        },
        {"paper": "learning-to-hoot", "start": "11:00"},
    ]
