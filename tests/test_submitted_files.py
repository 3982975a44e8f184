"""PDFs by the number of a submission or by their title: proposed, and taken only when somebody says so."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

import pytest

from tests.command import in_project as ran
from tests.test_wrong_cells import project_of

PAPERS = """Paper ID,Title,Authors
46,How Owls Turn Their Heads,Ada Abel
7,A Map of Barns and Roofs,Bruno Castel
8,Silent Flight at Low Speed,Chiara Dorn
9,Counting Mice by Ear,Dmitri Gomez
"""


def pdf(*lines: str) -> bytes:
    """A PDF that prints these lines, each in pieces, as TeX does."""
    text = "".join(f"[({line[:3]})-12({line[3:]})]TJ\n" for line in lines).encode("latin-1")
    return b"%PDF-1.5\n1 0 obj\n<<>>\nstream\n" + zlib.compress(text) + b"\nendstream\n%%EOF\n"


def test_pdfs_are_proposed_by_number_then_by_title_and_taken_when_asked(tmp_path: Path) -> None:
    project = project_of(tmp_path, papers_csv=PAPERS)
    assert ran(project, "ingest")[0] == 0
    folder = project / "content/2027/files"
    folder.mkdir()
    both = "How Owls Turn Their Heads", "Counting Mice by Ear"  # it cites the other one
    files = {"paper46.pdf": pdf("x"), "final.pdf": pdf("A Map of Barns", "and Roofs"), "new.pdf": pdf(*both)}
    for name, body in files.items():
        (folder / name).write_bytes(body)
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("camera/008-final.pdf", pdf("y"))
        archive.writestr("notes.txt", "z")
    status, output = ran(project, "ingest")
    proposed = [
        "content/2027/files/all.zip: camera/008-final.pdf may be the PDF of silent-flight-at-low-speed "
        "(submission 8)",
        "content/2027/files/final.pdf may be the PDF of a-map-of-barns-and-roofs (its title stands in it)",
        "content/2027/files/paper46.pdf may be the PDF of how-owls-turn-their-heads (submission 46)",
        "Where that is right: ingest --take-files",
        "content/2027/files/new.pdf: of no paper, as far as can be seen; name it after the paper's id",
    ]
    assert (status, output.splitlines()[1:-1]) == (0, proposed)
    assert sorted(path.name for path in folder.iterdir()) == ["all.zip", *sorted(files)]
    status, output = ran(project, "build")
    assert (status, output.count("[unknown-paper-file]"), "`ingest` proposes whose a PDF is" in output) == (
        0,
        4,
        True,
    )
    status, output = ran(project, "ingest", "--take-files")
    assert (status, output.splitlines()[1:-1]) == (
        0,
        ["3 PDFs named after the paper", "content/2027/files/all.zip: what it held is taken; delete it"],
    )
    (folder / "all.zip").unlink()
    (folder / "new.pdf").unlink()
    assert sorted(path.name for path in folder.iterdir()) == [
        "a-map-of-barns-and-roofs.pdf",
        "how-owls-turn-their-heads.pdf",
        "silent-flight-at-low-speed.pdf",
    ]
    assert (folder / "how-owls-turn-their-heads.pdf").read_bytes() == pdf("x")
    assert ran(project)[0] == 0
    paper = "2027/papers/how-owls-turn-their-heads/how-owls-turn-their-heads.pdf"
    assert (project / "_site" / paper).read_bytes() == pdf("x")


@pytest.mark.parametrize(
    "stated",
    [
        b"/Title(How Owls Turn\\040Their Heads)",
        b"/Title <FEFF" + "How Owls Turn Their Heads".encode("utf-16-be").hex().encode() + b">",
        b"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>How Owls Turn Their Heads</rdf:li></rdf:Alt>",
    ],
)
def test_a_pdf_whose_letters_are_drawn_is_known_by_the_title_that_it_states(
    tmp_path: Path, stated: bytes
) -> None:
    project = project_of(tmp_path, papers_csv=PAPERS)
    assert ran(project, "ingest")[0] == 0
    folder = project / "content/2027/files"
    folder.mkdir()
    pdf = b"%PDF-1.5\n1 0 obj\n<<>>\nstream\n" + zlib.compress(stated) + b"\nendstream\n%%EOF\n"
    (folder / "camera.pdf").write_bytes(pdf)
    (folder / "talk.pdf").write_bytes(
        pdf.replace(zlib.compress(stated), zlib.compress(b"/Title(Why (We) Ask)"))
    )
    assert ran(project, "ingest")[1].splitlines()[1:-1] == [
        "content/2027/files/camera.pdf may be the PDF of how-owls-turn-their-heads (it has its title)",
        "Where that is right: ingest --take-files",
        "content/2027/files/talk.pdf, which is called 'Why (We) Ask': of no paper, as far as can be seen; "
        "name it after the paper's id",
    ]
