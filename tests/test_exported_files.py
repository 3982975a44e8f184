"""Files as programs export them, whole: what comes in is what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.command import in_project as ran
from tests.test_wrong_cells import project_of

ALIGNED_RIS = """1.
TY  - JOUR
TI  - Owls at Night
AU  - Abel, A.
PY  - 2027
N1  - Cited By :5  Export Date: 3 May 2027
ER  -

2.
TY  - JOUR
TI  - Owls by Day
AU  - Bee, B.
PY  - 2027
N1  - Cited By :2  Export Date: 3 May 2027
ER  -

3.
TY  - JOUR
TI  - Barns
AU  - Castel, C.
PY  - 2027
N1  - Cited By :9  Export Date: 3 May 2027
ER  -
"""


def papers(project: Path) -> list[dict[str, Any]]:
    """The papers of content."""
    files = sorted((project / "content/2027/papers").glob("*.yaml"))
    return [yaml.safe_load(file.read_text("utf-8")) for file in files]


def test_tags_of_ris_below_each_other_are_no_columns(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_ris=ALIGNED_RIS)
    assert ran(project, "ingest")[0] == 0
    assert papers(project) == [
        {"title": "Barns", "authors": ["C. Castel"]},
        {"title": "Owls at Night", "authors": ["A. Abel"]},
        {"title": "Owls by Day", "authors": ["B. Bee"]},
    ]


CORRECTED_RIS = """TY  - JOUR
TI  - How Owls Turn
AU  - Abel, A.
PY  - 2027
DO  - 10.1000/owls.1
SP  - 1
EP  - 9
ER  -
TY  - JOUR
TI  - How Owls Turn
AU  - Abel, A.
PY  - 2027
DO  - 10.1000/owls.2
SP  - 10
ER  -
"""


def test_papers_of_one_title_with_different_dois_are_two_papers(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_ris=CORRECTED_RIS)
    for _ in range(2):
        assert ran(project, "ingest")[0] == 0
        assert [(each["doi"], each["pages"]) for each in papers(project)] == [
            ("10.1000/owls.2", "10"),
            ("10.1000/owls.1", "1–9"),
        ]
