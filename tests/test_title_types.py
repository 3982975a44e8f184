"""What titles say in brackets that a paper is: it is the type of the paper's slot, and no title."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

LIST = """Accepted papers

- **How to grow owls at night (Oral Presentation)**, Ann Lee and Bob Roe
- **Weighing owls with a feather (Poster)**, Cy Dee
- **Counting all the crows (Poster)**, Ida Jay and Ivo Kay
- **Nests (Extended Abstract) (Oral Presentation)**, Gus Grissom
"""
PROGRAMME = """Date,Start,End,Session,Paper Title,Authors
2031-05-04,09:00,10:00,Owls,[Oral] How to grow owls at night,"Ann Lee, Bob Roe"
2031-05-04,09:00,10:00,Owls,[Flash Talk] Weighing owls with a feather,Cy Dee
2031-05-04,11:00,12:00,Nests,[Flash Talk] Nests without any trees,Ida Jay
2031-05-04,11:00,12:00,Nests,[Re] The sound that wings make,Ivo Kay
"""
BIBTEX = """@inproceedings{a, title={Owls at Night (Invited Talk)}, author={Ann Lee}, year=2031}
@inproceedings{b, title={Owls at Noon (Invited Talk)}, author={Bob Roe}, year=2031}
"""


def test_the_type_of_a_paper_in_no_session_is_told(tmp_path: Path) -> None:
    output, titles, _ = ingested(tmp_path, "accepted.md", LIST)
    assert titles == [
        "Counting all the crows",
        "How to grow owls at night",
        "Nests (Extended Abstract)",
        "Weighing owls with a feather",
    ]
    assert "not taken: Oral Presentation (2), Poster (2)" in output


def test_the_type_of_a_paper_in_a_session_is_that_of_its_slot(tmp_path: Path) -> None:
    _, titles, sessions = ingested(tmp_path, "programme.csv", PROGRAMME)
    assert titles == [
        "How to grow owls at night",
        "Nests without any trees",
        "Weighing owls with a feather",
        "[Re] The sound that wings make",
    ]
    assert [each["slots"] for each in sessions] == [
        [
            {"paper": "how-to-grow-owls-at-night", "type": "Oral"},
            {"paper": "weighing-owls-with-a-feather", "type": "Flash Talk"},
        ],
        [
            {"paper": "nests-without-any-trees", "type": "Flash Talk"},
            {"paper": "re-the-sound-that-wings-make"},
        ],
    ]


def test_published_titles_end_as_they_are_printed(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path, "papers.bib", BIBTEX)
    assert titles == ["Owls at Night (Invited Talk)", "Owls at Noon (Invited Talk)"]


FINDINGS = """Accepted papers

- **(Owl Findings) How to grow owls at night**, Ann Lee and Bob Roe
- **(Owl Findings) Weighing owls with a feather**, Cy Dee
- **(Owl Findings) Counting all the crows**, Ida Jay and Ivo Kay
- **(Owl Findings) Nests without any trees**, Gus Grissom
- **(Un)seen owls of the barn**, Max Noor
"""


def test_several_words_before_several_titles_are_no_part_of_them(tmp_path: Path) -> None:
    output, titles, _ = ingested(tmp_path, "accepted.md", FINDINGS)
    assert titles == [
        "(Un)seen owls of the barn",
        "Counting all the crows",
        "How to grow owls at night",
        "Nests without any trees",
        "Weighing owls with a feather",
    ]
    assert "not taken: Owl Findings (4)" in output


PICTURES = """Owls at Night pdf icon html icon
Ann Lee, Bo Roe

Weighing Crows pdf icon html icon
Cy Dee, Di Eff

What is a Nest? pdf icon html icon
Fang Wang, Ed Gee
"""
ALIKE = """Owls for machine learning
Ann Lee, Bo Roe

Crows for machine learning
Cy Dee, Di Eff

Nests for machine learning
Fang Wang, Ed Gee
"""


def test_names_of_pictures_behind_all_titles_are_none_of_them(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path, "accepted.txt", PICTURES)
    assert titles == ["Owls at Night", "Weighing Crows", "What is a Nest?"]


def test_titles_may_all_end_alike(tmp_path: Path) -> None:
    _, titles, _ = ingested(tmp_path, "accepted.txt", ALIKE)
    assert titles == ["Crows for machine learning", "Nests for machine learning", "Owls for machine learning"]


def test_a_mark_behind_many_titles_is_none_of_them(tmp_path: Path) -> None:
    birds = (
        "owls",
        "crows",
        "larks",
        "rooks",
        "terns",
        "ducks",
        "swans",
        "geese",
        "finches",
        "wrens",
        "doves",
    )
    names = [f"How to count {bird} at night{' [OWLS]' if at < 8 else ''}" for at, bird in enumerate(birds)]
    rows = "".join(f"2031-05-04,09:00,10:00,Birds,{name},Ann {name.split()[3].title()}\n" for name in names)
    text = f"Date,Start,End,Session,Paper Title,Authors\n{rows}"
    _, titles, sessions = ingested(tmp_path, "programme.csv", text)
    assert titles == sorted(f"How to count {bird} at night" for bird in birds)
    assert [slot.get("type") for slot in sessions[0]["slots"]] == ["OWLS"] * 8 + [None] * 3
