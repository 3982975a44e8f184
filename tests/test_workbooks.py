"""Workbooks: every visible sheet is a table, merged cells are known as such, and what is wrong is told."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import pytest
import yaml

from tests.command import in_project as ran
from tests.test_wrong_cells import project_of

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
Cells = Sequence[Sequence[str | float]]


def sheet_xml(rows: Cells, merged: Sequence[str]) -> str:
    """A sheet of texts and numbers; a number below 1 is a time of the day, a large one a day."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for column, value in zip("ABCDEFG", row, strict=False):
            if isinstance(value, str):
                inner = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
                cells.append(f'<c r="{column}{number}" t="inlineStr">{inner}</c>' if value else "")
            else:
                cells.append(f'<c r="{column}{number}" s="{1 if value < 1 else 2}"><v>{value}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    merges = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    merges = f'<mergeCells count="{len(merged)}">{merges}</mergeCells>' if merged else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>'


def workbook(
    path: Path, sheets: Mapping[str, tuple[Cells, Sequence[str]]], hidden: Sequence[str] = ()
) -> None:
    """Write a workbook of sheets: rows, and the merged ranges."""
    numbered = list(enumerate(sheets.items(), start=1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"'
        f"{' state=' + chr(34) + 'hidden' + chr(34) if name in hidden else ''}/>"
        for number, (name, _) in numbered
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{RELS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in numbered
    )
    styles = (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="20"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r0" '
        f'Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="s" Type="{RELS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": styles,
    }
    for number, (_, (rows, merged)) in numbered:
        files[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(rows, merged)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)


NINE, TEN, ELEVEN, DAY = 9 / 24, 10 / 24, 11 / 24, 46510  # 3 May 2027
PROGRAMME: Cells = [
    ["Owl Conference 2027", "", "", "", "", ""],
    ["Day", "Start", "End", "Session", "Room", "Talk"],
    [DAY, NINE, TEN, "Flight", "Hall A", "How Owls Turn"],
    ["", "", "", "", "", "A Map\nof Barns"],
    ["", TEN, ELEVEN, "Closing", "", ""],
]
MERGED = ["A1:F1", "A3:A5", "B3:B4", "C3:C4", "D3:D4", "E3:E5"]
PAPERS: Cells = [
    ["Title", "Authors"],
    ["How Owls Turn", "Ada Abel\nBruno Castel"],
    ["A Map of Barns", "Chiara Dorn"],
]


def test_every_sheet_is_a_table_and_merged_cells_hold_for_all_their_rows(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    sheets = {"Programme": (PROGRAMME, MERGED), "Papers": (PAPERS, ()), "Budget": ([["Owls", "5"]], ())}
    workbook(project / "content/sources/book.xlsx", sheets, hidden=["Budget"])
    status, output = ran(project, "ingest")
    lines = output.splitlines()
    assert (status, lines[0].partition(" 2 ")[0], lines[1].partition(" 2 ")[0], lines[-1]) == (
        0,
        "content/sources/book.xlsx#Papers: CSV, edition 2027, the only one:",
        "content/sources/book.xlsx#Programme: programme CSV, edition 2027, the only one:",
        "Read 2 source documents: 2 papers, 2 sessions with 2 slots, 3 people added, 0 changed → content/",
    )
    held = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    assert [
        (each["title"], str(each["date"]), each["start"], each["end"], each["room"]) for each in held
    ] == [
        ("Flight", "2027-05-03", "09:00", "10:00", "Hall A"),
        ("Closing", "2027-05-03", "10:00", "11:00", "Hall A"),
    ]
    assert [slot["paper"] for slot in held[0]["slots"]] == ["how-owls-turn", "a-map-of-barns"]
    paper = yaml.safe_load((project / "content/2027/papers/how-owls-turn.yaml").read_text("utf-8"))
    assert [each["name"] if isinstance(each, dict) else each for each in paper["authors"]] == [
        "Ada Abel",
        "Bruno Castel",
    ]
    assert (
        "content/2027/sessions.yaml:3:3 ← content/sources/book.xlsx#Programme:3"
        in ran(project, "explain", "flight")[1]
    )
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.yaml")}
    assert ran(project, "ingest", "--clean", "content/sources/book.xlsx")[0] == 0
    assert before == {path: path.read_bytes() for path in (project / "content").rglob("*.yaml")}


DAYS = ("2027-05-03", "2027-05-04", "2027-05-05")


def test_a_sheet_that_is_called_as_a_day_is_of_that_day(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    head = ["Start", "End", "Session", "Talk"]
    rows: Cells = [head, [NINE, TEN, "Coffee", ""], [TEN, ELEVEN, "Flight", "How Owls Turn"]]
    grid: Cells = [
        ["", "Hall A", "Hall B"],
        ["9:00-10:00", "Wings", "Nests"],
        ["10:00-11:00", "Barns", "Mice"],
    ]
    sheets = {"Monday": (rows, ()), "Tue 4 May": (rows, ()), "5.5.2027": (grid, ())}
    workbook(project / "content/sources/book.xlsx", sheets)
    assert ran(project, "ingest")[0] == 0
    held = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    assert {day: [each["title"] for each in held if str(each["date"]) == day] for day in DAYS} == {
        "2027-05-03": ["Coffee", "Flight"],
        "2027-05-04": ["Coffee", "Flight"],
        "2027-05-05": ["Wings", "Nests", "Barns", "Mice"],
    }


def test_a_cell_over_several_rows_of_a_grid_goes_on_until_the_last_one_ends(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    grid: Cells = [
        ["3 May 2027", "Hall A", "Hall B"],
        ["9:00-10:00", "Opening", ""],
        ["10:00-11:00", "Flight", "Night"],
        ["11:00-12:00", "", "Maps"],
    ]
    workbook(project / "content/sources/grid.xlsx", {"Mon": (grid, ["B3:B4", "B2:C2"])})
    assert ran(project, "ingest")[0] == 0
    held = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    assert [(*map(each.get, ("title", "start", "end", "room")),) for each in held] == [
        ("Opening", "09:00", "10:00", None),
        ("Flight", "10:00", "12:00", "Hall A"),
        ("Night", "10:00", "11:00", "Hall B"),
        ("Maps", "11:00", "12:00", "Hall B"),
    ]


def test_the_lines_of_a_cell_of_a_grid_are_its_title_and_who_speaks(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    title = "A Rather Long Title on the Sleep of Owls in Barns; and What Wakes Them Up at Noon"
    grid: Cells = [
        ["Time", "Hall A", "Hall B"],
        ["9:00-10:00", f"{title}\nAda Abel (MIT)", "Night Flights of Owls\nBruno Castel"],
        ["10:00-11:00", "A Map\nof Barns", "Nests in Old Barns\nCleo Dorn"],
    ]
    workbook(project / "content/sources/grid.xlsx", {"Mon 3 May 2027": (grid, ())})
    assert ran(project, "ingest")[0] == 0
    held = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    assert [(each["title"], str(each["date"]), each["start"], each.get("people")) for each in held] == [
        (title, "2027-05-03", "09:00", [{"name": "Ada Abel", "affiliation": "MIT"}]),
        ("Night Flights of Owls", "2027-05-03", "09:00", ["Bruno Castel"]),
        ("A Map of Barns", "2027-05-03", "10:00", None),
        ("Nests in Old Barns", "2027-05-03", "10:00", ["Cleo Dorn"]),
    ]


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"", b"no workbook"])
def test_what_is_no_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    project = project_of(tmp_path)
    (project / "content/sources").mkdir()
    (project / "content/sources/x.xlsx").write_bytes(content)
    status, output = ran(project, "ingest")
    assert (status, "content/sources/x.xlsx: error: this workbook cannot be read" in output) == (1, True), (
        output
    )


def test_without_what_reads_workbooks_the_way_to_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_of(tmp_path)
    workbook(project / "content/sources/book.xlsx", {"Papers": (PAPERS, ())})
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()) == (
        3,
        [
            "plenary: what reads content/sources/book.xlsx is not installed",
            "    hint: run: make site    (with pip: pip install 'plenary[sheets]'); or save it "
            "as CSV (UTF-8)",
        ],
    )


def test_times_of_a_clock_of_twelve_hours_are_past_noon_where_the_order_of_the_day_shows_it(
    tmp_path: Path,
) -> None:
    project = project_of(tmp_path)
    rows: Cells = [
        ["Day", "Start", "End", "Session"],
        ["3 May 2027", 0.375, 0.5, "Opening"],
        ["", 0.5, 1 / 24, "Lunch"],
        ["", 1 / 24, 2.5 / 24, "Flight"],
        ["", 18 / 24, 20 / 24, "Dinner"],
    ]
    workbook(project / "content/sources/programme.xlsx", {"Programme": (rows, [])})
    status, output = ran(project, "ingest")
    assert (status, "01:00 has no a.m. or p.m.: read as 13:00, and so are others [afternoon]" in output) == (
        0,
        True,
    )
    held = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    assert [(each["start"], each["end"]) for each in held] == [
        ("09:00", "12:00"),
        ("12:00", "13:00"),
        ("13:00", "14:30"),
        ("18:00", "20:00"),
    ]


WRAPPED: Cells = [
    ["Title", "Authors"],
    [
        "How owls of the northern wood turn their heads\nwithout any pain",
        "Ada Abel, Bruno Castel, Chiara Dorn, Dmitri Egg\nand Elif Fox",
    ],
    [
        "A map of all the barns that stand in the wide\nNorthern Valley",
        "Greta Hall, Hiro Ito, Ines Jay, Jonas Kay, Kofi\nLund",
    ],
    [
        "Why nobody counts the mice of the great Dunes\nCoast",
        "Lena Moss, Max Noor, Nia Oak, Olaf Poe and Pia\nQuist",
    ],
    ["Nests", "Rosa Sand\nTom Ude"],
]


def test_cells_of_one_text_that_is_broken_are_no_lists(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    workbook(project / "content/sources/book.xlsx", {"Papers": (WRAPPED, ())})
    ran(project, "ingest")
    papers = [yaml.safe_load(each.read_text()) for each in (project / "content/2027/papers").glob("*.yaml")]
    assert sorted((each["title"], [*map(str, each["authors"])]) for each in papers) == [
        (
            "A map of all the barns that stand in the wide Northern Valley",
            ["Greta Hall", "Hiro Ito", "Ines Jay", "Jonas Kay", "Kofi Lund"],
        ),
        (
            "How owls of the northern wood turn their heads without any pain",
            ["Ada Abel", "Bruno Castel", "Chiara Dorn", "Dmitri Egg", "Elif Fox"],
        ),
        ("Nests", ["Rosa Sand", "Tom Ude"]),
        (
            "Why nobody counts the mice of the great Dunes Coast",
            ["Lena Moss", "Max Noor", "Nia Oak", "Olaf Poe", "Pia Quist"],
        ),
    ]
