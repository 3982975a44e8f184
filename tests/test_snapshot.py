"""What a snapshot says of two published folders, and the large conference that it builds."""

from __future__ import annotations

from pathlib import Path

from site_gen.content import write_files
from site_gen.planning import plan_site
from site_gen.problems import ProblemLog
from tests.large_conference import large_conference
from tests.snapshot import compare


def write(folder: Path, files: dict[str, str]) -> Path:
    write_files(folder, dict(files))
    return folder


SAME = {f"{folder}/same.txt": "same" for folder in ("2026", "a", "b", "c", "d", "e", "f")}


def test_differences_stand_by_kind_of_file_with_the_lines_that_changed(tmp_path: Path) -> None:
    papers = {f"2026/papers/{paper}/index.html": f"<p>\n{paper}\n" for paper in "abcdefg"}
    before = write(tmp_path / "before", {**papers, "index.html": "home", "old.csv": "x", **SAME})
    papers = {path: text.replace("p>", "div>") for path, text in papers.items()}
    after = write(tmp_path / "after", {**papers, "index.html": "start", "new.txt": "x", **SAME})
    lines = ["@@ -1 +1 @@", "-<p>", "+<div>"]
    assert compare(before, after) == {
        ("changed", "2026/papers/*/index.html"): [(path, lines) for path in papers],
        ("added", "new.txt"): [("new.txt", [])],
        ("removed", "old.csv"): [("old.csv", [])],
        ("changed", "index.html"): [("index.html", ["@@ -1 +1 @@", "-home", "+start"])],
    }


def test_the_large_conference_has_no_problem_at_any_size(tmp_path: Path) -> None:
    for papers in (20, 400):
        project = write(tmp_path / str(papers), large_conference(papers))
        problems = ProblemLog()
        site = plan_site(project, problems)
        assert [str(problem) for problem in problems.all] == []
        assert site and len(site.catalogue.editions["2026"].papers) == papers


def test_the_large_conference_is_the_same_each_time() -> None:
    assert large_conference(20) == large_conference(20)
