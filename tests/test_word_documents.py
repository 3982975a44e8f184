"""Documents of word processors: read as the page that they print, or refused in words that say what to do."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from site_gen.ingest.reading.files.saved_page import copied
from site_gen.ingest.reading.files.word_document import page_of
from site_gen.ingest.records import Document
from site_gen.problems import ProblemLog
from tests.command import in_project as ran
from tests.test_wrong_cells import project_of

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""{HEAD}<w:styles {MAIN}>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
</w:styles>"""


def word_document(path: Path, body: str) -> Path:
    """Write a document with this body, and styles as a German word processor has them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml", f"{HEAD}<w:document {MAIN}><w:body>{body}</w:body></w:document>"
        )
        archive.writestr("word/styles.xml", STYLES)
    return path


def paragraph(*runs: str, style: str = "", item: bool = False) -> str:
    """A paragraph; "*x" is an emphasised run, a tab is one."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += '<w:numPr><w:numId w:val="1"/></w:numPr>' if item else ""
    words = "".join(
        f"<w:r>{'<w:rPr><w:i/></w:rPr>' if run.startswith('*') else ''}"
        f'<w:t xml:space="preserve">{run.removeprefix("*")}</w:t></w:r>'
        if run != "\t"
        else "<w:r><w:tab/></w:r>"
        for run in runs
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def table(*rows: str) -> str:
    """A table of rows of cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*lines: str, across: int = 1, down: str = "") -> str:
    """A cell of paragraphs that goes over columns; `down` is "restart" or "continue"."""
    merged = f'<w:vMerge w:val="{down}"/>' if down else ""
    inner = "".join(paragraph(line) for line in lines)
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/>{merged}</w:tcPr>{inner}</w:tc>'


def test_what_is_shown_is_read_and_nothing_else(tmp_path: Path) -> None:
    body = (
        paragraph("Owls ", "2027", style="Titel")
        + paragraph("Monday, 3 May 2027 – Flight", style="berschrift1")
        + paragraph("9:00", "\t", "Opening &amp; ", "*Ada ", "*Abel", "*, ", "Barn")
        + paragraph("An item", item=True)
        + '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:del><w:r><w:delText>gone</w:delText>'
        "</w:r></w:del><w:ins><w:r><w:t>kept</w:t></w:r></w:ins><w:r><w:rPr><w:i w:val=\"0\"/></w:rPr>"
        "<w:br/><w:t>below</w:t></w:r></w:p>"
        + table(cell("Time") + cell("Hall A"), cell("10:00", "-", "11:00") + cell("Nests"))
        + table(
            cell("3 May", across=2),
            cell("1") + cell("2", down="restart"),
            cell("3") + cell("", down="continue"),
        )
    )  # fmt: skip
    file = word_document(tmp_path / "x.docx", body)
    problems = ProblemLog()
    page = page_of(file.read_bytes(), "x.docx", problems)
    assert (page is not None, problems.all) == (True, [])
    assert copied(Document("x.docx", page or ""), "marked").text.split("\n") == [
        "# Owls 2027",
        "# Monday, 3 May 2027 – Flight",
        "9:00\tOpening & *Ada Abel,* Barn",
        "* An item",
        "kept",
        "below",
        "| Time | Hall A |",
        "|---|---|",
        "| 10:00<br>-<br>11:00 | Nests |",
        "3 May",
        "| 1 | 2 |",
        "|---|---|",
        "| 3 | ^^ |",
    ]


def test_a_programme_is_ingested_with_its_days_times_and_rooms(tmp_path: Path) -> None:
    project = project_of(tmp_path)
    grid = table(
        cell("Day 2 (4 May 2027)", across=3),
        cell("Time") + cell("Hall A") + cell("Hall B"),
        cell("9:00", "-", "10:00") + cell("Flight") + cell("Night"),
        cell("10:00", "-10:30") + cell("Coffee Break", across=2),
    )
    body = (
        paragraph("Owls 2027", style="Titel")
        + paragraph("Monday, 3 May 2027 – Nests", style="berschrift1")
        + paragraph("9:00 to 10:00", "\t", "*How Owls Turn (Part 1) -", " Ada Abel")
        + paragraph("10:00 to 11:00", "\t", "*A Map of Barns -", " Bruno Castel")
        + paragraph("11:00 to 11:30", "\t", "Coffee Break")
    )
    word_document(project / "content/sources/lines.docx", body)
    word_document(project / "content/sources/grid.docx", grid)
    status, output = ran(project, "ingest")
    told = [line.partition(": warning: ")[2] for line in output.splitlines() if ": warning: " in line]
    assert (status, told) == (0, ["'Nests' beside this day is not read [unread-line]"])
    sessions = yaml.safe_load((project / "content/2027/sessions.yaml").read_text("utf-8"))
    names = ("title", "date", "start", "end", "room", "people")
    assert [tuple(map(each.get, names)) for each in sessions] == [
        ("Flight", date(2027, 5, 4), "09:00", "10:00", "Hall A", None),
        ("Night", date(2027, 5, 4), "09:00", "10:00", "Hall B", None),
        ("Coffee Break", date(2027, 5, 4), "10:00", "10:30", None, None),
        ("How Owls Turn (Part 1)", date(2027, 5, 3), "09:00", "10:00", None, ["Ada Abel"]),
        ("A Map of Barns", date(2027, 5, 3), "10:00", "11:00", None, ["Bruno Castel"]),
        ("Coffee Break", date(2027, 5, 3), "11:00", "11:30", None, None),
    ]


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"", b"no document"])
def test_what_is_no_such_document_is_told(tmp_path: Path, content: bytes) -> None:
    project = project_of(tmp_path)
    (project / "content/sources").mkdir()
    (project / "content/sources/x.docx").write_bytes(content)
    ignored = "x.docx: now in .gitignore"
    status, output = ran(project, "ingest")
    assert (status, output[output.index("content/sources/x.docx: error") :], ignored in output) == (
        1,
        "content/sources/x.docx: error: this document of a word processor cannot be read [word-document]\n"
        "    hint: save it as a web page or as plain text (UTF-8), or write ignore: yes for it into "
        "content/sources.yaml\n"
        "1 error, 0 warnings; nothing changed\n",
        content.startswith(b"PK"),
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("paper46.pdf", "it does not begin as a PDF does: get it again"),
        ("programme.doc", "save it as .docx, as a web page, or as plain text (UTF-8)"),
        ("all.zip", "unpack it, and put what it holds beside it"),
        ("photo.jpg", "give its text as .txt, .md or .csv (UTF-8)"),
    ],
)  # fmt: skip
def test_a_file_without_text_is_refused_with_what_to_do(tmp_path: Path, name: str, hint: str) -> None:
    project = project_of(tmp_path)
    (project / "content/sources").mkdir()
    (project / f"content/sources/{name}").write_bytes(b"\xd0\xcf\x11\xe0\x00\xff")
    status, output = ran(project, "ingest")
    assert (status, hint in output) == (1, True), output
