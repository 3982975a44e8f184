"""What is told of several lines or papers at once: a signature, and one talk in two parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingested import ingested

MAIL = """\
Dear all,

here is the programme of our day.

Monday 2 June 2031

09:00 Opening
09:10 Why Owls Turn (Ann Lee)
10:00 The Hearing of Owls (Bo Roe)
11:00 Nests in Churches (Cy Dent)
12:00 Lunch

Best wishes,
Ann

--
Prof. Dr. Ann Lee
Institute of Owls
12 Barn Street
"""


def test_the_lines_of_a_signature_are_told_once(tmp_path: Path) -> None:
    told, _, sessions = ingested(tmp_path, "mail.txt", MAIL)
    titles = ["Opening", "Why Owls Turn", "The Hearing of Owls", "Nests in Churches", "Lunch"]
    assert [each["title"] for each in sessions] == titles
    assert [line for line in told.splitlines() if "warning" in line] == [
        "content/sources/mail.txt:13:1: warning: nothing tells what this line is: it is not read, nor 5 lines"
        " below it [unread-line]"
    ]


@pytest.mark.parametrize(
    ("first", "second", "text", "is_told"),
    [
        ("Owls for Beginners (Part 1)", "Owls for Beginners (Part 2)", "How to look at owls.", True),
        ("Eulen, Teil I", "Eulen, Teil II", "How to look at owls.", True),
        ("Owls for Beginners (Part 1)", "Owls for Beginners (Part 2)", "How to look at them again.", False),
    ],
)
def test_a_talk_in_two_parts_with_one_text_is_told(
    tmp_path: Path, first: str, second: str, text: str, is_told: bool
) -> None:
    rows = (
        f'"{first}",Ann Lee,How to look at owls.\n"{second}",Ann Lee,{text}\nNests,Bo Roe,What owls build.\n'
    )
    told, papers, _ = ingested(tmp_path, "papers.csv", f"title,authors,abstract\n{rows}")
    assert papers == sorted((first, second, "Nests"))
    assert (f"papers.csv:3: warning: '{second}' has the text of '{first}'" in told) == is_told
