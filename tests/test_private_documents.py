"""Private documents stand in .gitignore before anything else happens, whatever becomes of them."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path
from typing import Any

import pytest
from yaml import BaseLoader, load

from site_gen.app.ingestion import ingest_documents
from site_gen.ingest import ingest
from site_gen.ingest.reading.columns.privacy import looks_private
from site_gen.problems import ProblemLog
from tests.command import in_project
from tests.test_workbooks import workbook

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
        (b'{"hits": {"hit": [{"@score": "5", "info": {"title": "Trees"}}]}}', False),
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


def read_yaml(text: str) -> Any:
    """What a content file holds, every scalar as text."""
    return load(text, BaseLoader)


ZOE = "zoe.quill@mail.example"
TEXTS = {
    "a.bib": "@inproceedings{a, title={Fast Trees {ZOE}}, author={Ann Bee and Bo Dee}, year={2026},"
    " abstract={We grow trees. Ask {ZOE}.}, url={mailto:{ZOE}}}\n",
    "b.md": "# Programme 2026\n\n## Monday 4 May 2026\n\n"
    "| Time | Session | Room | Chair |\n|---|---|---|---|\n"
    "| 9:00 | Opening ({ZOE}) | Hall {ZOE} | Cy Roe <{ZOE}> |\n| 9:30 | Tea and biscuits | Barn | {ZOE} |\n",
    "c.txt": "Accepted papers 2026\n\nOwls by Day, or {ZOE}\nAnn Bee (MIT), Bo Dee (ETH)\n\n"
    "Mice by Night\nCy Roe (MIT), Bo Dee (ETH)\n\nBarns in Winter\nCy Roe (MIT), Eve Fox (ETH)\n",
}


def test_an_address_in_the_texts_of_a_document_is_taken_out_and_one_of_a_page_of_ours_stays(
    tmp_path: Path,
) -> None:
    made = project(
        tmp_path, **{name.replace(".", "_"): text.replace("{ZOE}", ZOE) for name, text in TEXTS.items()}
    )
    (made / "content/pages").mkdir()
    (made / "content/pages/contact.md").write_text("---\ntitle: Contact\n---\nAsk chair@owls.example.\n")
    status, output = in_project(made)
    assert (status, ZOE in output) == (0, False), output
    folders = (made / "content/2026", made / "_site", made / ".plenary")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert [path for path in files if ZOE in path.read_bytes().decode("utf-8", "replace")] == []
    assert "chair@owls.example" in (made / "_site/contact/index.html").read_text("utf-8")
    papers = {
        path.stem: read_yaml(path.read_text("utf-8")) for path in (made / "content/2026/papers").iterdir()
    }
    assert papers["fast-trees"] == {
        "title": "Fast Trees",
        "authors": ["Ann Bee", "Bo Dee"],
        "abstract": "We grow trees. Ask [email address].",
    }
    assert sorted(papers) == ["barns-in-winter", "fast-trees", "mice-by-night", "owls-by-day-or"]
    sessions = read_yaml((made / "content/2026/sessions.yaml").read_text("utf-8"))
    assert [each["title"] for each in sessions] == ["Opening ([email address])", "Tea and biscuits"]
    for file, number in (("a.bib", 3), ("c.txt", 1)):
        line, *_ = (each for each in output.splitlines() if each.startswith(f"content/sources/{file}: "))
        assert line.endswith(f"not taken: email addresses in texts ({number})")


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        (
            "programme.txt",
            "Monday, 8 June 2026\n\n9:00-9:30 Opening\n9:30-10:00 Nests\nor {ZOE} else\n10:00-11:00 Tea\n",
            "    | or [email address] else",
        ),
        (
            "notes.txt",
            "{ZOE} wrote\nthat owls are kept\n",
            "content/sources/notes.txt:1: error: no source format recognises this document, which begins "
            "'… wrote', 'that owls are kept' [unknown-format]",
        ),
    ],
)
def test_a_problem_shows_no_address_of_its_line(tmp_path: Path, name: str, text: str, shown: str) -> None:
    made = project(tmp_path, **{name.replace(".", "_"): text.replace("{ZOE}", ZOE)})
    for _ in range(2):  # also as it was put away
        _, output = in_project(made, "ingest")
        assert (shown in output.splitlines(), ZOE in output) == (True, False), output


PROGRAMME = [["Day", "Start", "Session"], ["2027-05-03", "9:00", "How Owls Turn"]]


@pytest.mark.parametrize(
    ("sheets", "hidden", "is_private"),
    [
        ({"Programme": (PROGRAMME, [])}, [], False),
        ({"Programme": (PROGRAMME, []), "Mails": ([["ann@fair.example"]], [])}, ["Mails"], True),
        ({"Papers": ([["ID", "Title", "Score"], ["1", "Owls", "4"]], [])}, [], True),
        ({"Papers": ([["Title", "Decision"], ["Owls", "Accept"], ["Mice", "Reject"]], [])}, [], True),
        ({"Papers": ([["Title", "Decision"], ["Owls", "Accept"]], [])}, [], False),
    ],
)
def test_a_workbook_is_private_for_what_stands_in_any_of_its_sheets(
    tmp_path: Path, sheets: dict[str, tuple[list[list[str]], list[str]]], hidden: list[str], is_private: bool
) -> None:
    workbook(tmp_path / "a.xlsx", sheets, hidden)
    assert looks_private((tmp_path / "a.xlsx").read_bytes()) == is_private


def test_a_workbook_with_comments_is_private(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", {"Programme": (PROGRAMME, [])})
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("xl/comments1.xml", "<comments/>")
    assert looks_private((tmp_path / "a.xlsx").read_bytes())


def test_what_enters_gitignore_is_said(tmp_path: Path) -> None:
    folder = project(tmp_path, a_csv=PRIVATE)
    workbook(folder / "content/sources/public.xlsx", {"Programme": (PROGRAMME, [])})
    workbook(
        folder / "content/sources/notes.xlsx", {"Programme": ([*PROGRAMME, ["", "", "e@x.example"]], [])}
    )
    _, lines, _ = ingest_documents(folder, ProblemLog())
    assert [line for line in lines if ".gitignore" in line] == [
        f"content/sources/{name}: now in .gitignore, for it may hold addresses, scores, refused "
        "papers, remarks or comments"
        for name in ("a.csv", "notes.xlsx")
    ]
