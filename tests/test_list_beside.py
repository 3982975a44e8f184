"""A page that shows when sessions are, and below it their papers: both are read, and belong together."""

from __future__ import annotations

from pathlib import Path

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
        ("Keynote 1 by Hal Nine", "2031-05-05", "09:00", []),
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
