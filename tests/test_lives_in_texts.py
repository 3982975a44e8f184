"""Lives of speakers in the texts of their talks are what is said of the speakers, or told."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """Monday, 2 June 2031

9:00-9:30 Keynote: Why Owls Turn
Speaker: Ann Lee, Barn University
Abstract: Owls turn their heads because they cannot turn their eyes. This talk tells why.
Bio: Ann Lee is a professor at Barn University. She received her PhD in 2010.
9:30-10:00 Invited talk: How Eagles Build
Speaker: Bob Roe
Eagles build large nests in high trees, and we tell how they manage that.
About the speaker
Bob Roe has built nests for thirty years.
10:00-10:30 Keynote: Why Eggs Roll
Abstract: Some eggs roll, and some do not. This talk tells which of them do, and when.
Bio: Cy Dee is a lecturer at Egg School, which she founded in 2001.
"""
TABLE = """date,start,end,title,speakers,description
2031-06-02,09:00,10:00,Panel: Owls,"Ann Lee; Bob Roe","We discuss owls.

Bios:

Bob Roe builds nests.

Ann Lee is a professor at Barn University."
2031-06-02,10:00,10:30,Bio-inspired nests,Eve Foe,"Eve Foe is a lecturer at Egg School.

Abstract: Bio-inspired methods: these are many. Biology: the study of life."
2031-06-02,10:30,11:00,Eier,Fritz Groß,"Eier rollen. **Zur Person:** Fritz Groß ist Professor."
"""


def test_a_life_in_the_text_of_a_talk_is_that_of_its_only_speaker_or_told(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "programme.txt", PROGRAMME)
    told = [line for line in output.splitlines() if "[unclear-biography]" in line]
    assert told == [
        "content/sources/programme.txt:13:1: warning: nothing tells whose life this is: 'Cy Dee is a "
        "lecturer at Egg School, which she founded in 2001.' stays in the text [unclear-biography]"
    ]
    assert [(each.get("people"), each["description"]) for each in sessions] == [
        (
            [
                {
                    "name": "Ann Lee",
                    "affiliation": "Barn University",
                    "biography": "Ann Lee is a professor at Barn University. She received her PhD in 2010.",
                }
            ],
            "Owls turn their heads because they cannot turn their eyes. This talk tells why.",
        ),
        (
            [{"name": "Bob Roe", "biography": "Bob Roe has built nests for thirty years."}],
            "Eagles build large nests in high trees, and we tell how they manage that.",
        ),
        (
            None,
            "Some eggs roll, and some do not. This talk tells which of them do, and when. Bio: Cy Dee is a "
            "lecturer at Egg School, which she founded in 2001.",
        ),
    ]


def test_lives_of_several_are_told_apart_by_their_names(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "programme.csv", TABLE)
    assert [(each["people"], each["description"]) for each in sessions] == [
        (
            [
                {"name": "Ann Lee", "biography": "Ann Lee is a professor at Barn University."},
                {"name": "Bob Roe", "biography": "Bob Roe builds nests."},
            ],
            "We discuss owls.",
        ),
        (
            [{"name": "Eve Foe", "biography": "Eve Foe is a lecturer at Egg School."}],
            "Bio-inspired methods: these are many. Biology: the study of life.",
        ),
        ([{"name": "Fritz Groß", "biography": "Fritz Groß ist Professor."}], "Eier rollen."),
    ]
