"""Files as programs export them, whole: what comes in is what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.ingest.reading.texts.latex import unicode_text
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


LISTED = """[
  {"title": "How Owls Turn", "author": "Ada Abel;Bo Bee", "status": "Technical Paper",
   "aff": ";Owl University+Barn Inc.",
   "site": "https://owls.example/1.html", "pdf": "https://owls.example/1.pdf",
   "openreview": "https://openreview.net/forum?id=a1",
   "github": "https://x.example/a; https://x.example/b", "homepage": "https://ada.example;https://bo.example"},
  {"title": "A Map of Barns", "author": "Cy Roe", "status": "Barn Paper", "site": "https://owls.example/2.html",
   "pdf": "", "openreview": "", "github": "", "homepage": "https://barns.example"}
]
"""


def test_every_address_of_a_list_is_a_link_and_a_type_is_no_decision(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_json=LISTED)
    _, told = ran(project, "ingest")
    assert "2 accepted papers, 3 names, 2 new, 2 missing; not taken: homepages of authors (1)\n" in told
    assert [
        (each["title"], [tuple(link.values()) for link in each["links"]]) for each in papers(project)
    ] == [
        (
            "A Map of Barns",
            [("paper", "https://owls.example/2.html"), ("website", "https://barns.example")],
        ),
        (
            "How Owls Turn",
            [
                ("pdf", "https://owls.example/1.pdf"),
                ("paper", "https://owls.example/1.html"),
                ("paper", "https://openreview.net/forum?id=a1"),
                ("code", "https://x.example/a"),
                ("code", "https://x.example/b"),
            ],
        ),
    ]
    assert papers(project)[1]["authors"] == [
        "Ada Abel",
        {"name": "Bo Bee", "affiliations": ["Owl University", "Barn Inc."]},
    ]


SPOKEN = """[
  {"title": "Opening", "date": "2027-05-03", "start": "09:00", "end": "10:00", "room": "Hall 1",
   "speaker1": "Ada Abel", "speaker2": "Bo Bee"},
  {"title": "Closing", "date": "2027-05-03", "start": "10:00", "end": "11:00", "room": "Hall 1",
   "speaker1": "Cy Roe", "speaker2": ""}
]
"""


def test_all_speakers_of_an_object_are_read(tmp_path: Path) -> None:
    project = project_of(tmp_path, x_json=SPOKEN)
    assert ran(project, "ingest")[0] == 0
    sessions = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    assert [(each["title"], each["people"]) for each in sessions] == [
        ("Opening", ["Ada Abel", "Bo Bee"]),
        ("Closing", ["Cy Roe"]),
    ]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Needs \&\#38; Owls", "Needs & Owls"),
        ("Owls &Ldquo;at Night&Rdquo;", "Owls “at Night”"),
        ("a #x201C;divide#x201D; strategy", "a “divide” strategy"),
        (r"Q&A; R\&D;", "Q&A; R&D;"),
        ("50% ~ 75% of~owls", "50% ~ 75% of owls"),
    ],
)
def test_entities_and_tildes_of_exports_are_what_a_page_shows(latex: str, text: str) -> None:
    assert unicode_text(latex) == text
