"""Files that somebody made to harm: refused in words, or read as what they say, and quickly."""

from __future__ import annotations

import io
import os
import signal
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_gen.content import Content
from site_gen.ingest.reading.files.word_document import page_of
from site_gen.ingest.reading.files.workbook import sheets_of
from site_gen.ingest.submitted_files import submitted_files
from site_gen.problems import Problem, ProblemLog
from site_gen.workers import WorkerFailed, apart
from tests.test_word_documents import MAIN, cell, table
from tests.test_workbooks import workbook
from tests.test_wrong_cells import project_of

ROWS = [["Title", "Authors"], ["Fast Trees", "Ann Lee"]]
AS_CSV = "Title,Authors\nFast Trees,Ann Lee\n"


def archive(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, body in members.items():
            made.writestr(name, body)
    return held.getvalue()


def word(body: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    text = f"<w:document {MAIN}><w:body>{body}</w:body></w:document>"
    return archive({"word/document.xml": text.encode()}, method)


def page(content: bytes) -> tuple[str | None, list[Problem]]:
    problems = ProblemLog()
    return page_of(content, "x.docx", problems), problems.all


@pytest.mark.parametrize("across", ["many", "9" * 5000, "-3", "", "999999999"])
def test_a_cell_of_a_width_that_no_table_has_is_one_column_wide(across: str) -> None:
    content = word(table(cell("x").replace('w:val="1"', f'w:val="{across}"')))
    lines = '<html><table>\n<tr><td colspan="1" rowspan="1"><p>x</p></td></tr>\n</table>\n</html>'
    assert page(content) == (lines, [])


REFUSED = {
    "half of it is missing": word("<w:p/>" * 999, zipfile.ZIP_STORED).replace(b"<w:p/>" * 500, b""),
    "it is packed in an unusual way": word("<w:p/>", zipfile.ZIP_LZMA),
    "a small file holds millions of paragraphs": word("<w:p/>" * 2_000_000),
    "it holds too many elements": word("<w:p/>" * 500_001, zipfile.ZIP_STORED),
    "it names a file of this computer": archive(
        {"word/document.xml": b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'}
    ),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_a_document_that_was_made_to_harm_is_refused(content: bytes) -> None:
    made, problems = page(content)
    assert (made, [problem.code for problem in problems]) == (None, ["word-document"])


def test_a_line_of_tabs_and_spaces_is_read_in_one_go() -> None:
    inner = "<w:t>" + " " * 50_000 + "</w:t>" + "<w:tab/>" * 50_000 + "<w:t>x</w:t>"
    assert page(word(f"<w:p><w:r><w:rPr><w:b/></w:rPr>{inner}</w:r></w:p>", zipfile.ZIP_STORED)) == (
        "<html><p><b>x</b></p>\n</html>",
        [],
    )


def sheet(tmp_path: Path, at: str, merged: str = "A1:A1") -> tuple[list[str], list[str]]:
    """The sheets of a workbook with a last cell there, and what is told."""
    workbook(tmp_path / "x.xlsx", {"S": ([*ROWS, ["", ""], ["Slow Owls", "Bo Li"]], [merged])})
    with zipfile.ZipFile(tmp_path / "x.xlsx") as made:
        members = {name: made.read(name).replace(b'r="A4"', f'r="{at}"'.encode()) for name in made.namelist()}
    problems = ProblemLog()
    found = sheets_of(archive(members), "x.xlsx", problems)
    return [each.text for each in found], [problem.what for problem in problems.all]


def test_a_workbook_with_a_cell_in_its_last_corner_is_refused(tmp_path: Path) -> None:
    ended = "this workbook cannot be read: its reader ended without an answer"
    assert sheet(tmp_path, "XFD1048576") == ([], [ended])
    assert sheet(tmp_path, "XFD4294967295") == ([], [ended])
    assert sheet(tmp_path, "B1048576") == ([], ["this workbook is too large to be read"])


def test_a_cell_that_is_merged_beyond_its_table_ends_with_it(tmp_path: Path) -> None:
    assert sheet(tmp_path, "A4", "A2:A1048576") == (
        ["Title,Authors\nFast Trees,Ann Lee\nFast Trees,\nFast Trees,Bo Li\n"],
        [],
    )


def pdfs(tmp_path: Path, files: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """What is proposed of files that came with a paper on owls, and what is not known."""
    project = project_of(tmp_path)
    (project / "content/2027/papers").mkdir()
    (project / "content/2027/papers/owls.yaml").write_text("title: How Owls Turn Their Heads\n")
    for name, body in files.items():
        (project / "content/2027/files").mkdir(exist_ok=True)
        (project / "content/2027/files" / name).write_bytes(body)
    found = submitted_files(Content(project))
    return [str(each) for each in found.proposed], [str(each) for each in found.unknown]


HEAD = b"%PDF-1.5\n"
TITLE = b"/Title (How Owls Turn Their Heads)\n"
FOLDED = zlib.compress(b"(a" * 5_000_000)
HOSTILE_PDFS = {
    "a" * 200 + ".pdf": HEAD,
    "streams.pdf": HEAD + TITLE + b"stream\n" * 200_000,
    "brackets.pdf": HEAD + TITLE + b"(" + rb"\(" * 700_000,
    "folded.pdf": HEAD + TITLE + (b"stream\n" + FOLDED + b"\nendstream\n") * 90,
}


@pytest.mark.parametrize("name", HOSTILE_PDFS)
def test_a_pdf_without_ends_is_read_in_one_go(tmp_path: Path, name: str) -> None:
    proposed, unknown = pdfs(tmp_path, {name: HOSTILE_PDFS[name]})
    if TITLE in HOSTILE_PDFS[name]:
        assert (proposed, unknown) == (
            [f"content/2027/files/{name} may be the PDF of owls (it has its title)"],
            [],
        )
    else:
        assert (proposed, len(unknown)) == ([], 1)


def test_members_of_an_archive_that_cannot_be_read_are_of_nobody(tmp_path: Path) -> None:
    fine = archive({"7.pdf": HEAD + TITLE}, zipfile.ZIP_STORED)
    entry = fine.index(b"PK\x01\x02")
    files = {
        "fine.zip": fine,
        "bomb.zip": archive({"7.pdf": HEAD + b"(a" * 3_000_000}),
        "locked.zip": fine[:6] + b"\x01" + fine[7 : entry + 8] + b"\x01" + fine[entry + 9 :],
        "strange.zip": fine[:8] + b"\x63" + fine[9 : entry + 10] + b"\x63" + fine[entry + 11 :],
        "broken.zip": fine.replace(b"Owls", b"Mice"),
    }
    of_nobody = "of no paper, as far as can be seen; name it after the paper's id"
    broken = ("bomb", "broken", "locked", "strange")
    assert pdfs(tmp_path, files) == (
        ["content/2027/files/fine.zip: 7.pdf may be the PDF of owls (it has its title)"],
        [f"content/2027/files/{name}.zip: 7.pdf: {of_nobody}" for name in broken],
    )


def test_work_apart_ends_alone() -> None:
    assert apart(lambda: ["a", 1], 10**8) == ["a", 1]
    for work in (lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: len(b"x" * 10**9)):
        with pytest.raises((WorkerFailed, MemoryError)):
            apart(work, 10**8)
