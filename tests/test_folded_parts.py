"""Parts of a Markdown page that its readers open: what a summary says stands above what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_gen.ingest.reading.files.folded_parts import unfolded
from site_gen.ingest.records import Document
from tests.ingested import ingested

GRIDS = """# Schedule of the Owl Days 2031

<details open><summary><h3>Monday, 5 May</h3></summary>

|  | Hall A | Hall B |
|:-:|:-:|:-:|
| 9:00-10:00 | **How owls hear**<br>Ann Lee | **Nest building**<br>Bob Roe |
| 10:00-10:30 | Coffee break ||

</details>
<details markdown="1">
  <summary>Tuesday, 6 May (click to open)</summary>

| Time | Hall A | Hall B |
|------|--------|--------|
| 9:00-10:00 | Night vision | Owls in town |
| 10:00-10:30 | Closing | Closing |

</details>
"""
ABSTRACTS = """## Programme

<details>
<summary>Monday, 5 May 2031</summary>

**09:00 – 10:00** How owls hear (Ann Lee)

<details><summary>Abstract</summary>
Owls hear better than most birds, and this talk says why that is so.
</details>

**10:00 – 10:30** Coffee

**10:30 – 11:30** Fast wings (Bob Roe)

<details><summary><b>Abstract:</b></summary>
Wings that are fast are seldom silent, and we measure their noise.
</details>

</details>
"""


def test_days_in_summaries_are_those_of_the_tables_below(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "schedule.md", GRIDS)
    names = ("title", "date", "start", "room", "people")
    assert [tuple(str(each[name]) for name in names if name in each) for each in sessions] == [
        ("How owls hear", "2031-05-05", "09:00", "Hall A", "['Ann Lee']"),
        ("Nest building", "2031-05-05", "09:00", "Hall B", "['Bob Roe']"),
        ("Coffee break", "2031-05-05", "10:00"),
        ("Night vision", "2031-05-06", "09:00", "Hall A"),
        ("Owls in town", "2031-05-06", "09:00", "Hall B"),
        ("Closing", "2031-05-06", "10:00"),
    ], output


def test_a_folded_abstract_is_that_of_the_talk_above(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "schedule.md", ABSTRACTS)
    names = ("title", "date", "start", "people", "description")
    assert [tuple(str(each[name]) for name in names if name in each) for each in sessions] == [
        (
            "How owls hear", "2031-05-05", "09:00", "['Ann Lee']",
            "Owls hear better than most birds, and this talk says why that is so.",
        ),
        ("Coffee", "2031-05-05", "10:00"),
        (
            "Fast wings", "2031-05-05", "10:30", "['Bob Roe']",
            "Wings that are fast are seldom silent, and we measure their noise.",
        ),
    ], output  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<details>\n<summary>Monday, 5 May</summary>\nx\n</details>", "\n## Monday, 5 May\nx\n"),
        ("<details><summary>\n <b>Owls</b> &amp; more\n</summary>\nx", "Owls & more\n\n\nx"),
        ("<summary>Owls</summary> and more", "<summary>Owls</summary> and more"),
        ("The `<summary>` of a page", "The `<summary>` of a page"),
        (
            "<!doctype html><details><summary>Monday, 5 May</summary></details>",
            "<!doctype html><details><summary>Monday, 5 May</summary></details>",
        ),
        ('{"a": "<summary>"}', '{"a": "<summary>"}'),
    ],
)
def test_lines_keep_their_numbers_and_other_texts_their_signs(text: str, expected: str) -> None:
    assert unfolded(Document("x.md", text)).text == expected
