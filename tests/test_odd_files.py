"""What is no file, or has a name or text that nobody can read, is a located problem wherever it lies."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.ingest.source_files import text_of
from site_gen.problems import ProblemLog
from tests.command import in_project

FILES = {
    "content/site.yaml": "title: S\n",
    "content/2026/conference.yaml": "title: S 2026\n",
    "content/2026/papers/a.yaml": "title: A\n",
}
FOLDERS = (
    "content/2026", "content/2026/pages", "content/2026/papers", "content", "content/pages",
    "content/sources", "static", "static/root", "templates",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for folder in FOLDERS:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    return tmp_path


def problems(project: Path) -> list[str]:
    """The places and codes of the problems that the command reports."""
    status, output = in_project(project)
    assert (status, (project / "_site").exists()) == (1, False), output
    return [f"{line.split(':')[0]} {line.split()[-1]}" for line in output.splitlines() if ": error: " in line]


def test_names_that_are_not_utf8_are_reported_at_once(project: Path) -> None:
    for folder in FOLDERS:
        (project / folder / os.fsdecode(b"caf\xe9.yaml")).write_text("title: x\n")
    in_content = [folder for folder in FOLDERS if folder.startswith("content") and "sources" not in folder]
    assert problems(project) == [f"{each}/caf\\udce9.yaml [file-name]" for each in in_content]
    for folder in in_content:
        (project / folder / os.fsdecode(b"caf\xe9.yaml")).unlink()
    assert problems(project) == ["content/sources/caf\\udce9.yaml [file-name]"]
    (project / "content/sources" / os.fsdecode(b"caf\xe9.yaml")).unlink()
    others = [folder for folder in FOLDERS if not folder.startswith("content")]
    assert problems(project) == [f"{each}/caf\\udce9.yaml [file-name]" for each in others]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("made", [pipe, listening, dangling])
def test_what_is_no_file_is_reported(
    project: Path, made: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)  # the address of a socket is short
    code = "symlink" if made is dangling else "not-a-file"
    made(Path("content/2026/papers/odd.yaml"))
    made(Path("content/pages/odd.md"))
    assert problems(project) == [f"content/2026/papers/odd.yaml [{code}]", f"content/pages/odd.md [{code}]"]
    for name in ("content/2026/papers/odd.yaml", "content/pages/odd.md"):
        Path(name).unlink()
    made(Path("static/odd.css"))
    made(Path("static/root/odd.txt"))
    made(Path("templates/odd.html"))
    assert problems(project) == [
        f"{each} [not-a-file]" for each in ("static/odd.css", "static/root/odd.txt", "templates/odd.html")
    ]


@pytest.mark.parametrize("folder", ["static", "templates"])
def test_a_link_out_of_the_project_is_reported(
    project: Path, folder: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    (away / "own.html").write_text("<p>secret</p>")
    (project / folder / "kept.html").symlink_to(project / "content/site.yaml")
    (project / folder / "own.html").symlink_to(away / "own.html")
    (project / folder / "part").symlink_to(away)
    assert problems(project) == [f"{folder}/{name} [link-outside]" for name in ("own.html", "part")]


def test_a_template_that_is_not_utf8_is_reported(project: Path) -> None:
    (project / "templates/own.html").write_bytes(b"<p>\ncaf\xe9")
    status, output = in_project(project, "build")
    assert (status, output.splitlines()[0]) == (
        1,
        "templates/own.html:2: error: not UTF-8 (byte 0xE9) [not-utf8]",
    )


def test_a_template_with_an_unfinished_merge_is_reported(project: Path) -> None:
    (project / "templates/own.html").write_text("<p>\r\n<<<<<<< HEAD\r\n", newline="")
    assert in_project(project, "build")[1].splitlines()[0] == (
        "templates/own.html:2: error: a merge of git was not finished here [merge-conflict]"
    )


def test_a_source_document_that_is_larger_than_any_text_is_not_read_and_enters_no_repository(
    project: Path,
) -> None:
    with (project / "content/sources/film.csv").open("wb") as film:
        film.write(b"title,authors\nOwls,Ann Lee\n")
        film.truncate((64 << 20) + 1)  # a file of zeros, which takes no room
    status, output = in_project(project, "ingest")
    assert status == 1
    assert "content/sources/film.csv: error: this file is larger than 64 MB, as no document is" in output
    assert "content/sources/film.csv\n" in (project / ".gitignore").read_text()


def test_gaps_that_are_wider_than_any_page_are_as_wide_as_one() -> None:
    mixed, problems = " \t", ProblemLog()
    escaped = "\\u3000"  # as JSON writes a wide space
    text = f"a{' ' * 300}b\nc{mixed * 500}d\n{' ' * 150}e{escaped * 300}f\n"
    expected = f"a{' ' * 200}b\nc{mixed * 100}d\n{' ' * 150}e{escaped * 200}f\n"
    assert text_of(text.encode(), "page.txt", None, problems) == expected
    assert problems.all == []
