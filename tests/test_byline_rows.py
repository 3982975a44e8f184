"""Bylines below titles in tables: in rows of their own, or as the last line of the cell of a title."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.ingested import ingested

IN_SESSIONS = """<!doctype html><html><head><title>Owls 2031</title></head><body>
<h2>Monday, 8 September 2031</h2>
<table>
<tr><th>Time</th><th>Session</th></tr>
<tr><td>09:00 – 10:30</td><td><b>Session 1: Night flight</b> (Chair: Dora Finch)</td></tr>
<tr><td>09:00</td><td>How owls find the road</td></tr>
<tr><td></td><td><i>Ann Lee, Bo Katz (University of Oslo)</i></td></tr>
<tr><td>09:30</td><td>Counting wrens with phones</td></tr>
<tr><td></td><td><i>Cy Moor and Eva Holm (Nest Institute)</i></td></tr>
<tr><td>10:30 – 11:00</td><td>Coffee break</td></tr>
</table></body></html>
"""
IN_MERGED_ROWS = """<!doctype html><html><head><title>Owls 2031</title></head><body>
<h2>Monday, 8 September 2031</h2>
<table>
<tr><th>Time</th><th>Title</th><th>Room</th></tr>
<tr><td rowspan=2>09:00-09:30</td><td>How owls find the road</td><td rowspan=2>Owl Hall</td></tr>
<tr><td><i>Ann Lee, Bo Katz (University of Oslo)</i></td></tr>
<tr><td rowspan=2>09:30-10:00</td><td>Counting wrens with phones</td><td rowspan=2>Owl Hall</td></tr>
<tr><td><i>Cy Moor and Eva Holm (Nest Institute)</i></td></tr>
</table></body></html>
"""
IN_CELLS = """# Owls 2031

## Monday, 8 September 2031

| Time | Title | Room |
|---|---|---|
| 09:00-09:30 | How owls find the road<br>*Ann Lee, Bo Katz (University of Oslo)* | Owl Hall |
| 09:30-10:00 | Counting wrens with phones<br>*Cy Moor and Eva Holm (Nest Institute)* | Owl Hall |
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "2031.html",
            IN_SESSIONS,
            [
                ("Session 1: Night flight", "how-owls-find-the-road counting-wrens-with-phones"),
                ("Coffee break", ""),
            ],
        ),
        (
            "2031.html",
            IN_MERGED_ROWS,
            [
                ("How owls find the road", "how-owls-find-the-road"),
                ("Counting wrens with phones", "counting-wrens-with-phones"),
            ],
        ),
        (
            "2031.md",
            IN_CELLS,
            [
                ("How owls find the road", "how-owls-find-the-road"),
                ("Counting wrens with phones", "counting-wrens-with-phones"),
            ],
        ),
    ],
)
def test_they_are_of_the_title_above(
    tmp_path: Path, name: str, text: str, expected: list[tuple[str, str]]
) -> None:
    output, papers, sessions = ingested(tmp_path, name, text)
    assert "warning" not in output
    assert papers == ["Counting wrens with phones", "How owls find the road"]
    held = [(each["title"], " ".join(slot["paper"] for slot in each.get("slots", []))) for each in sessions]
    assert held == expected
    paper = yaml.safe_load((tmp_path / "content/2031/papers/how-owls-find-the-road.yaml").read_text("utf-8"))
    assert paper["authors"] == ["Ann Lee", {"name": "Bo Katz", "affiliations": ["University of Oslo"]}]


def test_other_rows_that_fill_one_column_are_no_bylines(tmp_path: Path) -> None:
    table = (
        "# Owls 2031\n\n## Monday, 8 September 2031\n\n| Time | Session | Room |\n|---|---|---|\n"
        "| 09:00-10:00 | Ann Lee: Owls | Hall |\n| | Bo Katz: Wrens | |\n| | Posters and tea | |\n"
    )
    _, _, sessions = ingested(tmp_path, "2031.md", table)
    assert [each["title"] for each in sessions] == ["Ann Lee: Owls", "Bo Katz: Wrens", "Posters and tea"]


WIDE = {
    "ja.txt": (
        "著者リスト\n\n北のスズメガ\n田中 太郎（東京大学）、佐藤 花子（京都大学）\n\n"
        "絹とその織り手\n鈴木 一郎（大阪大学）\n",
        {
            "北のスズメガ": [("田中 太郎", "東京大学"), ("佐藤 花子", "京都大学")],
            "絹とその織り手": [("鈴木 一郎", "大阪大学")],
        },
    ),
    "zh.txt": (
        "录用论文\n\n北方的天蛾\n张伟（北京大学），李娜（清华大学）\n\n丝绸与织工\n王芳（复旦大学）\n",
        {
            "北方的天蛾": [("张伟", "北京大学"), ("李娜", "清华大学")],
            "丝绸与织工": [("王芳", "复旦大学")],
        },
    ),
}


@pytest.mark.parametrize("name", WIDE)
def test_institutions_in_wide_brackets(tmp_path: Path, name: str) -> None:
    text, expected = WIDE[name]
    ingested(tmp_path, name, text)
    papers = [
        yaml.safe_load(each.read_text("utf-8")) for each in (tmp_path / "content/2031/papers").iterdir()
    ]
    assert {
        paper["title"]: [(each["name"], *each["affiliations"]) for each in paper["authors"]]
        for paper in papers
    } == expected
