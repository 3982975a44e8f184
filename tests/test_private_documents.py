"""Private documents stand in .gitignore before anything else happens, whatever becomes of them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from site_gen.app.ingestion import ingest_documents
from site_gen.ingest import ingest
from site_gen.ingest.reading.columns.privacy import looks_private
from site_gen.problems import ProblemLog

PRIVATE = "ID,Title,Email,Overall merit\n1,Trees,ann@fair.example,4\n"
SITE = "title: Fair\ntime_zone: UTC\n"


def project(folder: Path, site: str = SITE, **sources: str) -> Path:
    """A project with these source documents; "_" in a keyword stands for "."."""
    (folder / "content/sources").mkdir(parents=True)
    (folder / "content/site.yaml").write_text(site, encoding="utf-8")
    for name, text in sources.items():
        (folder / "content/sources" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def ignored(folder: Path) -> list[str]:
    """The lines of .gitignore after an ingest, which has an error."""
    problems = ProblemLog()
    ingest(folder, problems)
    assert problems.errors
    assert sorted(path.name for path in (folder / "content").iterdir()) == ["site.yaml", "sources"]
    return (folder / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "refused",
    [
        "Reviewer,Reviewer Email,Paper\nBea Lind,bea@fair.example,1\n",  # a list of reviews
        "ID,Title,Authors,Decision\n1,Trees,Ann Bee,Rejected\n",  # no paper is accepted
        '[{"pid": 1, "title": "Trees", "authors": [{"email": "ann@fair.example"',  # cut
        "Ann Bee <ann@fair.example>\nBea Lind <bea@fair.example>\nCai Wu <cai@fair.example>\n",  # no format
    ],
)
def test_a_private_document_is_ignored_though_it_is_refused(tmp_path: Path, refused: str) -> None:
    assert ignored(project(tmp_path, a_csv=refused)) == ["content/sources/a.csv"]


def test_a_private_document_is_ignored_though_another_one_is_broken(tmp_path: Path) -> None:
    folder = project(tmp_path, accepted_csv=PRIVATE, broken_json='[{"pid": 1, "title": ')
    (folder / "content/sources/latin.txt").write_bytes(b"\xe9\xe8")
    assert ignored(folder) == ["content/sources/accepted.csv"]


def test_a_private_document_is_ignored_though_the_site_cannot_be_read(tmp_path: Path) -> None:
    assert ignored(project(tmp_path, "title: [\n", a_csv=PRIVATE)) == ["content/sources/a.csv"]


def test_the_command_ignores_it_before_anything_is_parsed(tmp_path: Path) -> None:
    folder = project(tmp_path, "title: [\n", a_csv=PRIVATE)
    ingest_documents(folder, ProblemLog())
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "content/sources/a.csv\n"


def test_other_lines_keep_their_bytes_and_names_are_written_as_git_reads_them(tmp_path: Path) -> None:
    folder = project(tmp_path, **{"a [1]_csv": PRIVATE, "b\x1b_csv": PRIVATE, "c_csv": PRIVATE})
    (folder / ".gitignore").write_bytes(b"# ours\r\n_site/\r\n/content/sources/c.csv")
    ignored(folder)
    assert (folder / ".gitignore").read_bytes() == (
        b"# ours\r\n_site/\r\n/content/sources/c.csv\ncontent/sources/a \\[1\\].csv\ncontent/sources/b*.csv\n"
    )


@pytest.mark.parametrize(
    ("body", "is_private"),
    [
        (b"title,authors\nTrees,Ann Bee\n", False),
        (b"title,authors,decision\nTrees,Ann Bee,Accept (oral)\n", False),
        (b"title,authors,decision\nTrees,Ann Bee,Accept\n\"Owls, rejected\",Bea Lind,Reject\n", True),
        (b"title,authors,decision\nHow to be rejected,Ann Bee,accept\n", False),
        (b"Papers of 2030\n\ntitle;authors;Average score\nTrees;Ann Bee;3.5\n", True),
        ("title\tauthors\te-mail\nTrees\tAnn Bee\tann@fair.example\n".encode("utf-16"), True),
        (b"Date,Start,Session title,Speaker,Notes\n2030-05-06,09:00,Opening,Ada,\n", False),
        (b'[{"uid": "a", "title": "Trees", "score": 3}]', True),
        (b'[{"uid": "a", "title": "Trees", "decision": "Accept (poster)"}]', False),
        (b'[{"pid": 1, "title": "Trees", "decision": "Rejected"}]', True),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@fair.example\nSUMMARY:Trees\n", False),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=Ann:mailto:ann@fair.example\n", True),
        (b"@article{a,\n  title = {Trees, video, code},\n  note = {ann@fair.example}}\n", False),
        (b"Questions go to chairs@fair.example or web@fair.example.\n", False),
        (b"PK\x03\x04 a workbook", True),
        (gzip.compress(b"title", mtime=0), True),
        (b"", False),
        (b'"', False),
    ],
)  # fmt: skip
def test_what_looks_private(body: bytes, is_private: bool) -> None:
    assert looks_private(body) == is_private
