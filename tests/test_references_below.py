"""What is cited below the text of a panel or talk is none of a programme: it is left out, and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingested import ingested

PANEL = """\
Monday 2 June 2031

09:00 – 10:00{between}Session 1: Ears
Owls that Hear
Bo Roe, Cy Dent
Ears without Owls
Di Fay, Ann Lee

10:30 – 12:00{between}Panel: The Future of Owls
Panelists: Ann Lee, Eve Hart, Flo Gray
Owls are fewer each year. The panel asks what will be left when barns are gone, and who pays.
{references}

12:00 – 13:00{between}Lunch
"""


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize(
    "references",
    [
        "References\nB. Roe, C. Dent. Owls of Hull. Journal of Owls, 2029.\nD. Fay. Barns. Barn Press, 2030.",
        "Further reading:\n\n[1] B. Roe. Owls of Hull. 2029.\n[2] D. Fay. Barns. Barn Press, 2030.",
        "Literatur\n- Roe, B. & Dent, C. (2029): Eulen in Hull.\n- Fay, D. (2030): Scheunen, Bonn.",
    ],
)
def test_references_below_a_panel_are_no_talks(tmp_path: Path, references: str, between: str) -> None:
    told, papers, sessions = ingested(
        tmp_path, "programme.txt", PANEL.format(between=between, references=references)
    )
    assert papers == ["Ears without Owls", "Owls that Hear"]
    assert [(each["title"], each.get("description"), len(each.get("slots", ()))) for each in sessions] == [
        ("Session 1: Ears", None, 2),
        (
            "Panel: The Future of Owls",
            "Owls are fewer each year. The panel asks what will be left when barns are gone, and who pays.",
            0,
        ),
        ("Lunch", None, 0),
    ]
    assert "not taken: references (2)" in told
