"""A page that shows when sessions are, and below it their papers: both are read, and belong together."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.ingested import ingested

PAGE = """---
title: Program
---

### Day 1 (Monday, May 5) {#day-1}

| Time          | Events                                                                              |
|---------------|-------------------------------------------------------------------------------------|
| 09:00 - 10:00 | [Keynote 1](./keynotes.md#keynote-1) by Hal Nine                                    |
| 10:00 - 11:00 | **[Research Session 1](#session-1)**: Owls & Nests <br> Session Chair: Gus Grissom  |
| 11:00 - 12:00 | **[Research Session 2](#session-2)**: Feathers and Wings                            |

# Research Sessions

### Research Session 1: Owls & Nests

* **How to grow owls at night** Ann Lee and Bob Roe
* **Nests without any trees** Cy Dee and Dan Eel

### Research Session 2: Feathers

* **Weighing owls with a feather** Ida Jay and Ivo Kay

### Poster Session 7: Eggs

* **Eggs of many colours** Max Noor and Nia Oak
"""


def test_sessions_of_a_table_hold_the_papers_that_stand_below_their_titles(tmp_path: Path) -> None:
    _, _, sessions = ingested(tmp_path, "program.md", PAGE)
    found = [
        (
            each["title"],
            str(each.get("date")),
            each.get("start"),
            [slot["paper"] for slot in each.get("slots", [])],
        )
        for each in sessions
    ]
    assert found == [
        ("Keynote 1", "2031-05-05", "09:00", []),
        (
            "Research Session 1: Owls & Nests",
            "2031-05-05",
            "10:00",
            ["how-to-grow-owls-at-night", "nests-without-any-trees"],
        ),
        (
            "Research Session 2: Feathers and Wings",
            "2031-05-05",
            "11:00",
            ["weighing-owls-with-a-feather"],
        ),
        ("Poster Session 7: Eggs", "None", None, ["eggs-of-many-colours"]),
    ]


TIMES = """<html><body><h1>Owl Workshop, June 20, 2031</h1>
<ul><li>9:00 - 9:10 Opening</li><li>10:00 - 10:30 Break</li><li>10:30 - 12:00 Poster session</li>
<li>12:00 - 13:00 Lunch</li></ul>
<h2>Award papers</h2>
<h3>Best paper</h3><ul><li><b>Trees that sing</b>. Ann Lee, Bo Dee</li></ul>
<h2>Posters</h2>
<ul><li><b>Feathers and wind</b>. Gus Ives, Ann Lee</li><li><b>Beaks of the coast</b>. Hal Jay, Jo Lux</li>
<li><b>Eggs in spring</b>. Ida Kim, Jo Lux</li></ul></body></html>
"""


def test_papers_below_the_times_of_a_page_are_read_too(tmp_path: Path) -> None:
    output, titles, sessions = ingested(tmp_path, "program.html", TIMES)
    assert titles == ["Beaks of the coast", "Eggs in spring", "Feathers and wind", "Trees that sing"]
    assert [each["title"] for each in sessions] == ["Opening", "Break", "Poster session", "Lunch"]
    assert "unread-line" not in output
    awards = yaml.safe_load((tmp_path / "content" / "2031" / "awards.yaml").read_text())
    assert [each["papers"] for each in awards] == [["trees-that-sing"]]


def test_a_list_of_one_paper_whose_title_looks_like_a_name_is_told(tmp_path: Path) -> None:
    page = """# Programme

## Tuesday, 4 March 2031

### Session 1: Rivers

- Flooding by Design. Ann Abel
- Dams and Datasets. Bob Byrne

### Session 2: Lakes

- Still Waters. Cat Cole
"""
    output, titles, _ = ingested(tmp_path, "programme.md", page)
    assert titles == ["Dams and Datasets", "Flooding by Design"]
    assert "programme.md:12:3: warning: this item parts into a title and authors as the others do" in output
