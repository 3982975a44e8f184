"""Whatever ends a command prints every located problem with its hint, then how it ended."""

from __future__ import annotations

from pathlib import Path

from tests.command import printed
from tests.test_command_line import write

EMPTY = {"content/2022/papers/a.yaml": "title:\n"}
WARNED = (
    "content/2022/papers/a.yaml:1:1: warning: the title is empty [empty-title]\n"
    "    hint: write the title, or take the key away\n"
)


def ended(project: Path, *arguments: str) -> tuple[int, str, str]:
    """Status, output and error output of a command for a project."""
    return printed(project, "--project", project, *arguments)


def test_a_foreign_file_in_the_way_is_named_with_all_else_that_is_wrong(tmp_path: Path) -> None:
    project = write(tmp_path, {"content/2022/papers/b.yaml": "title: B\n"})
    assert ended(project, "build")[0] == 0
    write(project, {**EMPTY, "_site/2022/papers/a/index.html": "somebody's"})
    expected = (
        f"content/2022/papers/a.yaml: error: the output '2022/papers/a/index.html' would replace {project}"
        "/_site/2022/papers/a/index.html, which we did not make [foreign-file]\n"
        "    hint: move it out of the output folder, or delete it\n"
    )
    assert ended(project, "build") == (1, "", f"{expected}{WARNED}plenary: nothing was published\n")
    # Without a command ingest has told the warning already.
    assert ended(project) == (1, "", f"{WARNED}{expected}plenary: nothing was published\n")
    assert (project / "_site/2022/papers/a/index.html").read_text() == "somebody's"


def test_two_outputs_on_one_path_name_both_sources(tmp_path: Path) -> None:
    project = write(tmp_path, {**EMPTY, "static/root/2022/papers/index.html": "ours too"})
    expected = (
        "static/root/2022/papers/index.html: error: two outputs have one path: '2022/papers/index.html' of"
        " content/2022/conference.yaml and '2022/papers/index.html' of static/root/2022/papers/index.html"
        " [path-collision]\n"
        "    hint: give one another id or take it away; case does not tell two paths apart on every system\n"
        "plenary: nothing was published\n"
    )
    assert ended(project, "build") == (1, "", WARNED + expected)


def test_a_reserved_name_is_told_beside_the_warnings(tmp_path: Path) -> None:
    project = write(tmp_path, {**EMPTY, "content/pages/data.md": "---\ntitle: Data\n---\nText.\n"})
    expected = (
        f"{WARNED}content/pages/data.md: error: a page cannot be named 'data' [reserved-name]\n"
        "    hint: choose another id: this name is an address of its own\n"
    )
    assert ended(project, "build") == (1, "", f"{expected}1 error, 1 warning; nothing changed\n")
    status, out, err = ended(project, "explain", "content/2022/papers/a.yaml")
    assert (status, out.splitlines()[0], err) == (1, "paper 2022/a", expected)


def test_a_stop_deep_inside_comes_after_what_was_found_before(tmp_path: Path) -> None:
    project = write(tmp_path, EMPTY)
    expected = (
        "plenary: nothing here is called 'nobody'\n"
        "    hint: name a paper, person, session, award, page or content file\n"
    )
    assert ended(project, "explain", "nobody") == (2, "", WARNED + expected)
    expected = (
        "plenary: content/sources/other.bib is not a source document\n"
        "    hint: source documents lie in content/sources/\n"
    )
    assert ended(project, "ingest", str(project / "content/sources/other.bib")) == (2, "", WARNED + expected)


def test_what_changes_and_deploy_find_in_content_is_told(tmp_path: Path) -> None:
    project = write(tmp_path / "project", EMPTY)
    assert ended(project, "build")[0] == 0
    drafted = ended(project, "changes", "--against", str(project / "_site"))
    assert drafted == (0, "No change of the programme is left to draft\n", WARNED)
    write(project, {"static/root/2022/index.html": "ours too"})
    status, out, err = ended(
        project, "deploy", str(tmp_path / "public"), "--yes", "--base-url", "https://a.example/"
    )
    assert (status, out) == (1, "Building the site for https://a.example/\n")
    assert err == (
        f"{WARNED}static/root/2022/index.html: error: two outputs have one path: '2022/index.html' of"
        " content/2022/conference.yaml and '2022/index.html' of static/root/2022/index.html"
        " [path-collision]\n"
        "    hint: give one another id or take it away; case does not tell two paths apart on every system\n"
        "plenary: nothing was published\n"
    )
    assert not (tmp_path / "public").exists()


def test_what_was_told_of_a_site_is_told_again_when_nothing_changed(tmp_path: Path) -> None:
    project = write(tmp_path, EMPTY)
    for _ in range(2):
        status, out, err = ended(project, "build")
        assert (status, out[:26], err) == (0, "Built 1 edition, 1 paper →", WARNED)
