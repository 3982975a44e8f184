"""Many files change as one: what a killed process left half done is ended by whoever comes next."""

from __future__ import annotations

import fcntl
import json
from pathlib import Path

import pytest

from site_gen.content import finish_writing, write_files
from site_gen.content.pending import listed, mark_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as a kill leaves it: `a` is new already, `b`, `new` and `gone` are not."""
    texts = {
        "a": "old a",
        "b": "old b",
        "gone": "old",
        "kept": "kept",
        ".b.partial": "new b",
        ".new.partial": "new",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    marks = {name: (name == "gone", mark_of(tmp_path / name)) for name in ("a", "b", "new", "gone", "kept")}
    (tmp_path / ".a.before").hardlink_to(tmp_path / "a")
    (tmp_path / ".a.partial").write_text("new a")
    (tmp_path / ".a.partial").replace(tmp_path / "a")
    (tmp_path / ".plenary-pending").write_text(json.dumps(marks))
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.iterdir()) if file.name != ".plenary-pending")
    return {file.name: file.read_text() for file in files}


def test_what_was_left_is_ended(project: Path) -> None:
    finish_writing(project)
    assert texts(project) == {"a": "new a", "b": "new b", "kept": "kept", "new": "new"}
    assert not (project / ".plenary-pending").exists()
    finish_writing(project)
    assert texts(project) == {"a": "new a", "b": "new b", "kept": "kept", "new": "new"}


def test_what_somebody_saved_since_then_stays(project: Path) -> None:
    (project / "b").write_text("by hand")
    (project / "gone").write_text("wanted")
    finish_writing(project)
    assert texts(project) == {"a": "new a", "b": "by hand", "gone": "wanted", "kept": "kept", "new": "new"}


def test_what_another_process_works_off_is_left_to_it(project: Path) -> None:
    before = texts(project)
    with (project / ".plenary-pending").open() as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        finish_writing(project)
        assert texts(project) == before


def test_a_list_that_is_torn_says_nothing(project: Path) -> None:
    (project / ".plenary-pending").write_text('{"b": [1')
    before = texts(project)
    finish_writing(project)
    assert texts(project) == before


def test_nothing_is_left_beside_files_that_were_written(tmp_path: Path) -> None:
    assert write_files(tmp_path, {"x/a": "1", "b": "2"}) == ["x/a", "b"]
    assert write_files(tmp_path, {"x/a": "1", "b": None}) == ["b"]
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a"]


def test_a_list_from_elsewhere_reaches_nothing_outside_the_project(tmp_path: Path) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    project.mkdir()
    outside.write_text("mine")
    pending = {path: (True, mark_of(outside)) for path in ("../outside", str(outside))}
    (project / ".plenary-pending").write_text(json.dumps(pending))
    finish_writing(project)
    assert outside.read_text() == "mine"
    assert not (project / ".plenary-pending").exists()


def test_the_next_writing_ends_the_last_one_first(project: Path) -> None:
    assert write_files(project, {"kept": "another", "new": "newer"}) == ["kept", "new"]
    assert texts(project) == {"a": "new a", "b": "new b", "kept": "another", "new": "newer"}


def test_whoever_is_interrupted_between_two_files_goes_back(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old a")
    with pytest.raises(KeyboardInterrupt), listed(tmp_path, {"a": False, "b": False}):
        for name in "ab":
            (tmp_path / ".new").write_text(f"new {name}")
            (tmp_path / ".new").replace(tmp_path / name)
        raise KeyboardInterrupt
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"a": "old a"}
