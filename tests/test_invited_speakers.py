"""Pages of invited speakers beside a programme: talks get titles, abstracts and lives where they are held."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingested import ingested, ingested_together

PROGRAMME = """# Programme

## Monday 8 September 2031

09:00 - 09:15 Opening
09:15 - 10:15 Keynote 1: Otto Quist
10:15 - 10:45 Coffee break
10:45 - 11:45 Invited talk: Feathers, Fur and Physics (Ines Rand)
"""

TALKS = """# Invited speakers

## Otto Quist, University of Graz

**Title:** Why Owls Turn Their Heads

**Abstract:** Owls turn their heads by 270 degrees.

We ask why they do so.

**Bio:** Otto Quist is a professor of optics.

## Ines Rand, ETH Zurich

**Title:** Feathers, Fur and Physics

**Abstract:** Feathers are light. We weigh them.

**Bio:** Ines Rand is a physicist in Zurich.
"""

LIVES = """# Speakers

**Otto Quist** is a professor of optics.

**Ines Rand** is a physicist in Zurich.
"""


def test_talks_are_held_when_the_programme_names_their_speakers(tmp_path: Path) -> None:
    _, _, sessions = ingested_together(tmp_path, {"programme.md": PROGRAMME, "speakers.md": TALKS})
    assert [each["title"] for each in sessions] == [
        *("Opening", "Why Owls Turn Their Heads", "Coffee break", "Invited talk: Feathers, Fur and Physics")
    ]
    quist, rand = sessions[1], sessions[3]
    assert (quist["start"], rand["start"]) == ("09:15", "10:45")
    assert quist["description"] == "Owls turn their heads by 270 degrees.\n\nWe ask why they do so."
    assert quist["people"] == [
        {
            "name": "Otto Quist",
            "affiliation": "University of Graz",
            "biography": "Otto Quist is a professor of optics.",
        }
    ]
    assert rand["people"] == [
        {
            "name": "Ines Rand",
            "affiliation": "ETH Zurich",
            "biography": "Ines Rand is a physicist in Zurich.",
        }
    ]


def test_lives_alone_are_those_of_the_speakers_of_the_programme(tmp_path: Path) -> None:
    _, _, sessions = ingested_together(tmp_path, {"programme.md": PROGRAMME, "speakers.md": LIVES})
    assert [each["people"] for each in sessions if each.get("kind") == "invited-talk"] == [
        [{"name": "Otto Quist", "biography": "Otto Quist is a professor of optics."}],
        [{"name": "Ines Rand", "biography": "Ines Rand is a physicist in Zurich."}],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Accepted papers\n\n**Otto Quist**\nWhy Owls Turn\n\n**Ines Rand**\nFeathers and Fur\n",
        f"{PROGRAMME}\n{TALKS}",
        "# Invited speakers\n\n**Why Owls Turn**\n\n**Ann Lee**\n\n**Bo Dee**\n\n"
        "**Feathers and Fur**\n\n**Cy Roe**\n\nCy Roe is a professor of feathers at a university.\n",
    ],
)
def test_lists_and_programmes_are_no_such_pages(tmp_path: Path, text: str) -> None:
    output, _, _ = ingested(tmp_path, "page.md", text)
    assert "page of invited speakers" not in output
