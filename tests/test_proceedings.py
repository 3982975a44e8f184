"""Files of papers: found by their names in content, published beside their pages as they are."""

from __future__ import annotations

import json
from pathlib import Path

from site_gen.build import build
from site_gen.check.left_out import note_missing_pdfs
from site_gen.conference import PaperFile
from site_gen.content import Content, paper_files
from site_gen.planning import plan_site
from site_gen.problems import ProblemLog
from tests.rendering import links
from tests.test_metadata import metas

PDF = b"%PDF-1.7\n\xe2\xe3\xcf\xd3"


def project(folder: Path) -> Path:
    """A project of one edition with three papers."""
    texts = {
        "site.yaml": "title: MLSys\nbase_url: https://mlsys.org/x/\n",
        "2022/conference.yaml": "title: MLSys 2022\n",
        "2022/papers/ways.yaml": "title: Ways\n",
        "2022/papers/ways-slides.yaml": "title: Ways of Slides\n",
        "2022/papers/linked.yaml": "title: Linked\nlinks:\n  - {rel: pdf, url: 'https://arxiv.org/p.pdf'}\n",
    }
    for name, text in texts.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def put(folder: Path, name: str, body: bytes = PDF) -> None:
    """A file in the edition's files/."""
    path = folder / "content/2022/files" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(body)


def found(folder: Path) -> tuple[list[PaperFile], list[str]]:
    """The files of the edition's papers, and what is wrong with the others."""
    problems = ProblemLog()
    (conference,) = Content(folder).draft(problems).conferences
    files = list(paper_files(folder, conference, problems))
    return files, [f"{each.place.file}: {each.what}" for each in problems.all]


def test_files_are_named_after_their_paper_and_what_they_are(tmp_path: Path) -> None:
    project(tmp_path)
    for name in (
        "ways.pdf",
        "ways-poster.png",
        "ways-supplement.zip",
        "linked-slides.pdf",
        "ways-slides.pdf",
    ):
        put(tmp_path, name)
    assert found(tmp_path) == (
        [
            PaperFile(edition="2022", paper="linked", kind="slides", name="linked-slides.pdf"),
            PaperFile(edition="2022", paper="ways", kind="poster", name="ways-poster.png"),
            PaperFile(edition="2022", paper="ways-slides", kind="pdf", name="ways-slides.pdf"),
            PaperFile(edition="2022", paper="ways", kind="supplement", name="ways-supplement.zip"),
            PaperFile(edition="2022", paper="ways", kind="pdf", name="ways.pdf"),
        ],
        [],
    )


def test_a_file_that_names_no_paper_is_a_problem(tmp_path: Path) -> None:
    project(tmp_path)
    for name in ("way.pdf", "ways.docx", "Ways.pdf", "ways-poster.zip", ".DS_Store"):
        put(tmp_path, name)
    (tmp_path / "content/2022/files/linked.pdf").mkdir()
    assert found(tmp_path) == (
        [],
        [
            f"content/2022/files/{name}: the file '{name}' names no paper of 2022: it is not published"
            for name in ("Ways.pdf", "linked.pdf", "way.pdf", "ways-poster.zip", "ways.docx")
        ],
    )


def test_a_link_that_leaves_the_project_is_refused_and_one_inside_is_followed(tmp_path: Path) -> None:
    inner = project(tmp_path / "project")
    put(inner, "ways.pdf")
    (tmp_path / "secret").write_bytes(b"secret")
    (inner / "content/2022/files/linked.pdf").symlink_to(tmp_path / "secret")
    (inner / "content/2022/files/ways-slides.pdf").symlink_to("ways.pdf")
    files, problems = found(inner)
    assert [file.name for file in files] == ["ways-slides.pdf", "ways.pdf"]
    assert problems == [
        "content/2022/files/linked.pdf: a link that leaves the project or leads nowhere is not followed"
    ]


def test_they_are_published_beside_the_page_and_named_on_it(tmp_path: Path) -> None:
    project(tmp_path)
    for name, body in (
        ("ways-poster.png", b"\x89PNG"),
        ("ways.pdf", PDF),
        ("ways-supplement.zip", b"PK" * 9),
    ):
        put(tmp_path, name, body)
    problems = ProblemLog()
    out = tmp_path / "_site"
    first = build(tmp_path, out, problems)
    assert first and problems.all == []
    paper = out / "2022/papers/ways"
    assert {each.name: each.read_bytes() for each in paper.glob("ways*.[pz][dni][fgp]")} == {
        "ways.pdf": PDF, "ways-poster.png": b"\x89PNG", "ways-supplement.zip": b"PK" * 9,
    }  # fmt: skip
    html = (paper / "index.html").read_text(encoding="utf-8")
    assert list(links(html, ".link-list a").items()) == [
        ("PDF", "../../../2022/papers/ways/ways.pdf"),
        ("Poster", "../../../2022/papers/ways/ways-poster.png"),
        ("Supplement", "../../../2022/papers/ways/ways-supplement.zip"),
    ]
    pdf = "https://mlsys.org/x/2022/papers/ways/ways.pdf"
    assert metas(html, "citation_pdf_url") == [("citation_pdf_url", pdf)]
    manifest = json.loads((out / "build-manifest.json").read_text(encoding="utf-8"))
    assert "2022/papers/ways/ways.pdf" in json.dumps(manifest)
    again = build(tmp_path, out, problems)
    assert again and again.published.written == 0


def test_a_new_version_replaces_the_old_one_and_a_removed_file_goes(tmp_path: Path) -> None:
    project(tmp_path)
    put(tmp_path, "ways.pdf")
    put(tmp_path, "linked.pdf")
    out, problems = tmp_path / "_site", ProblemLog()
    build(tmp_path, out, problems)
    put(tmp_path, "ways.pdf", PDF + b"2")
    (tmp_path / "content/2022/files/linked.pdf").unlink()
    build(tmp_path, out, problems)
    assert problems.all == []
    assert (out / "2022/papers/ways/ways.pdf").read_bytes() == PDF + b"2"
    assert not (out / "2022/papers/linked/linked.pdf").exists()


def missing_pdfs(folder: Path) -> list[str]:
    """What `check` says of the PDFs of the project."""
    problems = ProblemLog()
    site = plan_site(folder, problems)
    assert site
    note_missing_pdfs(site, problems)
    return [f"{problem.place}: {problem.what}" for problem in problems.all]


def test_check_lists_the_papers_without_a_pdf_only_where_others_have_one(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "content/2022/papers/linked.yaml").write_text("title: Linked\n")
    assert missing_pdfs(tmp_path) == []
    put(tmp_path, "ways.pdf")
    expected = "content/2022/files: 2 of 3 papers have no PDF: linked, ways-slides"
    assert missing_pdfs(tmp_path) == [expected]


def test_check_counts_links_to_pdfs_elsewhere(tmp_path: Path) -> None:
    project(tmp_path)
    expected = "content/2022/papers: 2 of 3 papers have no PDF: ways, ways-slides"
    assert missing_pdfs(tmp_path) == [expected]
    (tmp_path / "content/2022/papers/ways.yaml").write_text("title: Ways\nstatus: withdrawn\n")
    put(tmp_path, "ways-slides.pdf")
    assert missing_pdfs(tmp_path) == []
