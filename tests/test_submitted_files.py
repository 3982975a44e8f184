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
        "Where that is right: make ingest ARGS=--take-files",
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
        "Where that is right: make ingest ARGS=--take-files",
        "content/2027/files/talk.pdf, which is called 'Why (We) Ask': of no paper, as far as can be seen; "
        "name it after the paper's id",
    ]


def test_pdfs_among_the_source_documents_are_proposed_too_and_one_of_no_paper_is_an_error(
    tmp_path: Path,
) -> None:
    project = project_of(tmp_path, papers_csv=PAPERS)
    sources, files = project / "content/sources", project / "content/2027/files"
    (sources / "46.pdf").write_bytes(pdf("x"))
    (sources / "9.pdf").write_bytes(
        b"/Title(A Map of Barns and Roofs)".join([b"%PDF-1.5\n<<", b">>\n%%EOF\n"])
    )
    (sources / "booklet.pdf").write_bytes(pdf("Programme"))
    with zipfile.ZipFile(sources / "all.zip", "w") as archive:
        archive.writestr("camera/paper8.pdf", pdf("y"))
        archive.writestr("camera/99.pdf", pdf("z"))
        archive.writestr("__MACOSX/camera/._paper8.pdf", b"")
    status, output = ran(project, "ingest")
    unknown = (
        "content/sources/all.zip: camera/99.pdf: of no paper, as far as can be seen; "
        "name it after the paper's id"
    )
    assert (status, [line for line in output.splitlines() if ".pdf" in line]) == (
        1,
        [
            "content/sources/46.pdf may be the PDF of how-owls-turn-their-heads (submission 46)",
            "content/sources/9.pdf may be the PDF of counting-mice-by-ear "
            "(submission 9, though it is called as a-map-of-barns-and-roofs)",
            "content/sources/all.zip: camera/paper8.pdf may be the PDF of silent-flight-at-low-speed "
            "(submission 8)",
            unknown,
            "content/sources/booklet.pdf: error: files of this kind are not read [unread-file]",
            "          to publish it as it is: put it into static/, and link to it as /name.pdf;",
        ],
    )
    assert len(list((project / "content/2027/papers").glob("*.yaml"))) == 4
    (project / "content/sources.yaml").write_text("- file: sources/booklet.pdf\n  ignore: yes\n")
    status, output = ran(project, "ingest", "--take-files")
    taken = ["3 PDFs named after the paper", "content/sources/all.zip: what it held is taken; delete it"]
    assert (status, output.splitlines()[-3:-1]) == (0, taken)
    names = ("counting-mice-by-ear", "how-owls-turn-their-heads", "silent-flight-at-low-speed")
    assert sorted(path.name for path in files.iterdir()) == [f"{name}.pdf" for name in names]
    assert sorted(path.name for path in sources.glob("*.[pz]*")) == ["all.zip", "booklet.pdf"]
    status, output = ran(project, "ingest")
    assert (status, output.splitlines()[1:-1]) == (0, [unknown])


def test_another_version_of_a_pdf_is_told_and_slides_are_no_paper(tmp_path: Path) -> None:
    project = project_of(tmp_path, papers_csv=PAPERS)
    assert ran(project, "ingest")[0] == 0
    folder = project / "content/2027/files"
    folder.mkdir()
    (folder / "how-owls-turn-their-heads.pdf").write_bytes(pdf("x"))
    (folder / "counting-mice-by-ear-slides.pdf").write_bytes(pdf("Counting Mice", "by Ear"))
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("46.pdf", pdf("x"))
    assert ran(project, "ingest")[1].splitlines()[1:-1] == []
    (project / "content/sources/46.pdf").write_bytes(pdf("better"))
    reported = (
        "content/sources/46.pdf is another version of content/2027/files/how-owls-turn-their-heads.pdf, "
        "which stays; to take it, delete that one"
    )
    assert ran(project, "ingest")[1].splitlines()[1:-1] == [reported]
    assert ran(project, "ingest", "--take-files")[0] == 0
    assert (folder / "how-owls-turn-their-heads.pdf").read_bytes() == pdf("x")


def test_a_number_that_two_editions_have_is_of_neither(tmp_path: Path) -> None:
    project = project_of(tmp_path, papers_csv=PAPERS)
    (project / "content/2028").mkdir()
    (project / "content/2028/conference.yaml").write_text("title: Owls 2028\n")
    (project / "content/sources.yaml").write_text(
        '- file: sources/papers.csv\n  edition: "2027"\n- file: sources/new.csv\n  edition: "2028"\n'
    )
    (project / "content/sources/new.csv").write_text("Paper ID,Title,Authors\n46,Barns at Night,Eva Eff\n")
    (project / "content/sources/46.pdf").write_bytes(pdf("x"))
    status, output = ran(project, "ingest")
    reported = (
        "content/sources/46.pdf may be of 2027/how-owls-turn-their-heads or of 2028/barns-at-night: "
        "put it where the files of its edition lie"
    )
    assert (status, reported in output.splitlines()) == (0, True)
