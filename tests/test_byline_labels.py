"""What a page prints beside the papers of its programme: words before bylines, and menus."""

from __future__ import annotations

from pathlib import Path

from tests.ingested import ingested

PROGRAMME = """<html><body><h2>Monday</h2><table>
<tr><td>9:00-10:40</td><td><b>Session 1</b> Chair: Zed Young</td></tr>
<tr><td>9:00-9:20</td><td><u>Highlight</u> Ann Lee and Bo Dee. <b>Trees that sing</b></td></tr>
<tr><td>9:20-9:40</td><td>Cy Roe and Di Fay. <b>Owls at noon</b></td></tr>
<tr><td>9:40-10:00</td><td><u>Highlight</u> Ed Gum and Flo Hart. <b>Nests in barns</b></td></tr>
<tr><td>10:00-10:20</td><td><u>Highlight</u> Gus Ives. <b>Eggs in spring</b></td></tr>
<tr><td>10:40-11:00</td><td>Coffee</td></tr></table>
<div role="navigation"><div><ul><li><a>Home</a><li><a>Program</a></ul></div><a>Venue</a></div>
</body></html>
"""


def test_a_word_before_bylines_is_a_type_and_a_menu_is_nothing(tmp_path: Path) -> None:
    _, titles, sessions = ingested(tmp_path, "programme.html", PROGRAMME)
    assert titles == ["Eggs in spring", "Nests in barns", "Owls at noon", "Trees that sing"]
    assert [(each["title"], each.get("people"), each.get("slots")) for each in sessions] == [
        (
            "Session 1",
            [{"name": "Zed Young", "role": "chair"}],
            [
                {"paper": "trees-that-sing", "type": "Highlight", "start": "09:00", "end": "09:20"},
                {"paper": "owls-at-noon", "start": "09:20", "end": "09:40"},
                {"paper": "nests-in-barns", "type": "Highlight", "start": "09:40", "end": "10:00"},
                {"paper": "eggs-in-spring", "type": "Highlight", "start": "10:00", "end": "10:20"},
            ],
        ),
        ("Coffee", None, None),
    ]
    paper = (tmp_path / "content" / "2031" / "papers" / "trees-that-sing.yaml").read_text()
    assert paper.endswith("title: Trees that sing\nauthors:\n  - Ann Lee\n  - Bo Dee\n")


NAMES = PROGRAMME.replace("<u>Highlight</u> Ann Lee", "Mohammad Ali Karimi").replace("Cy Roe", "Gil Haas")
NAMES = NAMES.replace("<u>Highlight</u> Ed Gum", "Mohammad Reza Ahmadi")
NAMES = NAMES.replace("<u>Highlight</u> Gus Ives", "Mohammad Hossein Rad")


def test_a_given_name_before_several_bylines_stays(tmp_path: Path) -> None:
    ingested(tmp_path, "programme.html", NAMES)
    papers = tmp_path / "content" / "2031" / "papers"
    first = [
        (papers / f"{name}.yaml").read_text().split("  - ")[1].strip()
        for name in ("trees-that-sing", "nests-in-barns", "eggs-in-spring")
    ]
    assert first == ["Mohammad Ali Karimi", "Mohammad Reza Ahmadi", "Mohammad Hossein Rad"]
