"""A build is the same bytes however it came about: anew or on top of another, by one process or two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen import build as building
from site_gen.problems import ProblemLog
from tests.rendering import PROJECT

FILES = {
    "site.yaml": "title: S\nbase_url: https://s.example/\n",
    "2026/conference.yaml": "title: S 2026\nfirst_day: 2026-05-18\ntime_zone: Europe/Berlin\n",
    "2026/sessions.yaml": "- id: one\n  title: One\n  kind: oral\n  date: 2026-05-18\n  start: '09:00'\n"
    "  slots:\n    - paper: first\n    - paper: second\n",
    "2026/awards.yaml": "- id: best\n  name: Best Paper\n  papers:\n    - second\n",
    "2026/papers/first.yaml": "title: First\nauthors:\n  - name: Ada Byron\n  - name: Bo\nabstract: Old.\n",
    "2026/papers/second.yaml": "title: Second\nauthors:\n  - name: Bo Li\nabstract: It *is*.\n",
}
EDITED = "title: Number 1\nauthors:\n  - name: Ada Byron\n  - name: Cy Twombly\nabstract: New $y$.\n"


def project(folder: Path) -> Path:
    """A project with these content files."""
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def built(folder: Path, *, clean: bool = False, jobs: int = 1) -> dict[str, bytes]:
    """The bytes of every file that a build of the project publishes."""
    problems = ProblemLog()
    assert building.build(folder, folder / "_site", problems, clean=clean, jobs=jobs)
    assert problems.all == []
    return published(folder)


def published(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of the published site."""
    site = folder / "_site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_a_build_after_an_edit_is_a_build_from_nothing(tmp_path: Path) -> None:
    before = built(project(tmp_path / "kept"))
    for each in (tmp_path / "kept", project(tmp_path / "new")):
        (each / "content/2026/papers/first.yaml").write_text(EDITED, encoding="utf-8")
    after = built(tmp_path / "kept")
    assert after == built(tmp_path / "new")
    assert before["2026/papers/first/index.html"] != after["2026/papers/first/index.html"]
    assert after == built(tmp_path / "kept", clean=True)


def test_a_session_with_a_paper_that_nobody_has_is_reported_and_not_built(tmp_path: Path) -> None:
    before = built(project(tmp_path))
    (tmp_path / "content/2026/papers/first.yaml").unlink()
    problems = ProblemLog()
    assert building.build(tmp_path, tmp_path / "_site", problems) is None
    assert [(each.code, str(each.place)) for each in problems.all] == [
        ("unknown-paper", "content/2026/sessions.yaml:7:7")
    ]
    assert published(tmp_path) == before


def test_a_session_of_a_track_that_is_not_there_is_reported_and_not_built(tmp_path: Path) -> None:
    before = built(project(tmp_path))
    sessions = FILES["2026/sessions.yaml"].replace("  slots:", "  track: gone\n  slots:")
    (tmp_path / "content/2026/sessions.yaml").write_text(sessions, encoding="utf-8")
    problems = ProblemLog()
    assert building.build(tmp_path, tmp_path / "_site", problems) is None
    assert [(each.code, str(each.place)) for each in problems.all] == [
        ("unknown-track", "content/2026/sessions.yaml:6:3")
    ]
    assert published(tmp_path) == before


def test_two_processes_build_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = built(project(tmp_path / "one"))
    monkeypatch.setattr(building, "PAGES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(building, "PORTIONS_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert built(project(tmp_path / "two"), jobs=2) == alone


@pytest.mark.parametrize("surroundings", [{"PYTHONHASHSEED": "1"}, {"TZ": "Asia/Kathmandu", "LC_ALL": "C"}])
def test_a_build_is_the_same_in_any_surroundings(tmp_path: Path, surroundings: dict[str, str]) -> None:
    command = [
        sys.executable,
        str(PROJECT / "build.py"),
        "build",
        "--project",
        str(project(tmp_path / "other")),
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **surroundings})
    assert published(tmp_path / "other") == built(project(tmp_path / "here"))
