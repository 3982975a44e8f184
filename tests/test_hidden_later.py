"""A former name that is hidden: in no id, and where it was published its addresses end without a redirect."""

from __future__ import annotations

from pathlib import Path

from site_gen.build import build
from site_gen.check import check
from site_gen.ingest import ingest
from site_gen.problems import ProblemLog

BIBLIOGRAPHY = """\
@inproceedings{x1,
  author = {Roberta Quill and Bo Muster},
  booktitle = {Workshop on Names},
  abstract = {We measure the tides of small harbours and say why they are late.},
  year = 2025
}
"""
HIDDEN = "- {id: robin-quill, name: Robin Quill, former_names: [{name: Roberta Quill, hidden: yes}]}\n"
ID = "-we-measure-the-tides-of"


def made(project: Path, authors: str) -> None:
    """The project, ingested and built."""
    (project / "content/sources").mkdir(parents=True, exist_ok=True)
    (project / "content/site.yaml").write_text("title: Names\nbase_url: https://x.example/\n")
    (project / "content/sources/a2025.bib").write_text(BIBLIOGRAPHY)
    if authors:
        (project / "content/authors.yaml").write_text(authors)
    problems = ProblemLog()
    ingest(project, problems)
    build(project, project / "_site", problems)
    assert problems.errors == []


def leaks(folder: Path) -> list[str]:
    """The files that hold the name, or whose path does."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if "roberta" in str(path.relative_to(folder)).lower()
        or (path.is_file() and b"roberta" in path.read_bytes().lower())
    ]


def test_an_untitled_paper_is_called_after_the_present_name(tmp_path: Path) -> None:
    made(tmp_path, HIDDEN)
    assert [path.stem for path in (tmp_path / "content/2025/papers").iterdir()] == [f"robin-quill{ID}"]
    assert leaks(tmp_path / "_site") == []


def test_a_name_that_is_hidden_after_it_was_published_leaves_every_address(tmp_path: Path) -> None:
    made(tmp_path, "")
    assert (tmp_path / f"_site/2025/papers/roberta-quill{ID}/index.html").exists()
    (tmp_path / "content/2025/awards.yaml").write_text(
        f"- {{id: best, name: Best Paper, papers: [roberta-quill{ID}]}}\n"
    )
    (tmp_path / "_site").rename(tmp_path / "old")
    made(tmp_path, HIDDEN)
    assert leaks(tmp_path / "_site") == []
    assert f"robin-quill{ID}" in (tmp_path / "content/2025/awards.yaml").read_text()
    problems = ProblemLog()
    check(tmp_path, tmp_path / "_site", problems, str(tmp_path / "old"))
    assert [str(problem) for problem in problems.errors] == []
    before = {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()}
    made(tmp_path, HIDDEN)
    assert {path: path.read_bytes() for path in before} == before


def test_nobody_inherits_the_address(tmp_path: Path) -> None:
    made(tmp_path, HIDDEN)
    paper = "title: Waves\nauthors: [Robertá-Quill]\n"
    (tmp_path / "content/2025/papers/waves.yaml").write_text(paper, encoding="utf-8")
    made(tmp_path, HIDDEN)
    names = [path.name for path in (tmp_path / "_site/authors").iterdir() if path.name.startswith("roberta")]
    assert len(names) == 1
    assert names != ["roberta-quill"]


def test_ids_and_redirects_by_hand_that_print_the_name_are_errors(tmp_path: Path) -> None:
    made(tmp_path, HIDDEN)
    (tmp_path / "content/2025/papers/roberta-quill-waves.yaml").write_text("abstract: Waves.\n")
    redirect = "redirects: [{old: authors/roberta-quill/, new: authors/robin-quill/}]\n"
    (tmp_path / "content/site.yaml").write_text(f"title: Names\n{redirect}")
    problems = ProblemLog()
    build(tmp_path, tmp_path / "_site", problems)
    assert [str(problem).partition("\n")[0] for problem in problems.errors] == [
        "content/2025/papers/roberta-quill-waves.yaml: error: a former name that is hidden would be "
        "published here [hidden-name]",
        "content/site.yaml: error: a former name that is hidden would be published here [hidden-name]",
    ]


def test_words_of_the_organisers_that_print_the_name_are_errors_but_those_of_drafts(tmp_path: Path) -> None:
    texts = {
        "site.yaml": "title: Names\n",
        "authors.yaml": HIDDEN,
        "2025/conference.yaml": "title: Names 2025\ndescription: Founded by Roberta Quill.\n"
        "announcements: [{date: 2025-05-01, title: Come, text: Hear Roberta Quill.}]\n",
        "2025/sessions.yaml": "- {id: talk, title: Talk, description: By Roberta Quill.}\n",
        "2025/changes.yaml": "- {id: one, date: 2025-05-02, what: other, text: Roberta Quill speaks.}\n"
        "- {id: two, date: 2025-05-03, what: other, text: Roberta Quill is late., draft: yes}\n",
        "2025/pages/venue.md": "---\ntitle: Venue\n---\nAsk Roberta  Quill.\n",
    }
    for name, text in texts.items():
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    problems = ProblemLog()
    assert build(tmp_path, tmp_path / "_site", problems) is None
    assert {problem.code for problem in problems.errors} == {"hidden-name"}
    assert sorted(str(problem.place) for problem in problems.errors) == [
        "content/2025/changes.yaml:1:44",
        "content/2025/conference.yaml:2:1",
        "content/2025/conference.yaml:3:49",
        "content/2025/pages/venue.md",
        "content/2025/sessions.yaml:1:27",
    ]
