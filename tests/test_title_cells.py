"""Cells of a column of speakers that say what takes place, beside a blank title."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

TABLE = """### Tuesday 2 September 2031

| Start | End | Who | Title |
|---|---|---|---|
| 11:30 | 12:20 | **Registration and lunch** | |
| 12:20 | 12:30 | **Keynote:** Ann Lee | Welcome to the owls |
| 12:30 | 13:00 | Bo Katz (Owl Labs) | Counting wrens |
| 13:00 | 13:30 | *Coffee* | |
| 13:30 | 14:00 | Evolving Nests 2 | |
"""


def test_what_nobody_speaks_at_is_a_title(tmp_path: Path) -> None:
    output, _, sessions = ingested(tmp_path, "2031.md", TABLE)
    assert ": warning" not in output
    assert [(each["start"], each["title"], each.get("people")) for each in sessions] == [
        ("11:30", "Registration and lunch", None),
        ("12:20", "Welcome to the owls", ["Ann Lee"]),
        ("12:30", "Counting wrens", [{"name": "Bo Katz", "affiliation": "Owl Labs"}]),
        ("13:00", "Coffee", None),
        ("13:30", "Evolving Nests 2", None),
    ]
