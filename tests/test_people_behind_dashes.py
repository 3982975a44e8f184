"""Who speaks behind a dash, beside a title or in a line below it, with the town that they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingested import ingested

HEAD = "Owl Workshop\n\nMonday 2 June 2031\n\n"


def test_a_dash_below_each_title_begins_a_line_with_people(tmp_path: Path) -> None:
    text = f"""{HEAD}09:00 Registration
09:30 Why Owls Turn Their Heads
– Di Fay (University of London)
10:00 The Hearing of Owls
– Bo Roe and Ann Lee
10:30 Coffee break
11:00 Nests
– Cy Dent
"""
    _, papers, sessions = ingested(tmp_path, "programme.txt", text)
    shown = [(each["title"], each.get("people"), len(each.get("slots", ()))) for each in sessions]
    assert (papers, shown) == (
        [],
        [
            ("Registration", None, 0),
            ("Why Owls Turn Their Heads", [{"name": "Di Fay", "affiliation": "University of London"}], 0),
            ("The Hearing of Owls", ["Bo Roe", "Ann Lee"], 0),
            ("Coffee break", None, 0),
            ("Nests", ["Cy Dent"], 0),
        ],
    )


def test_items_below_a_session_are_its_talks_though_they_look_like_names(tmp_path: Path) -> None:
    text = f"{HEAD}09:00 Short Talks\n– Quiet Mice\n– Loud Owls\n10:00 Coffee break\n11:00 Closing\n"
    _, _, sessions = ingested(tmp_path, "programme.txt", text)
    assert [(each["title"], [slot["title"] for slot in each.get("slots", ())]) for each in sessions] == [
        ("Short Talks", ["Quiet Mice", "Loud Owls"]),
        ("Coffee break", []),
        ("Closing", []),
    ]


@pytest.mark.parametrize(
    ("others", "is_told"), [(("Bo Roe, Leeds", "Ann Lee, Hull"), True), (("Roe, Bo", "Lee, Ann"), False)]
)
def test_a_name_that_only_a_comma_turns_round_is_told(
    tmp_path: Path, others: tuple[str, str], is_told: bool
) -> None:
    rows = "\n".join(
        f"Owls in Woods Number {n},{each!r}" for n, each in enumerate(("Di Fay, London", *others))
    )
    text = "title,authors\n" + rows.replace("'", '"') + "\n"
    told = ingested(tmp_path, "papers.csv", text)[0]
    assert ("warning: 'Di Fay, London' is read as a family name and a given name" in told) == is_told
