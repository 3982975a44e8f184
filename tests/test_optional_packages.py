"""What is merely installed changes no byte; cards are drawn where site.yaml asks for them, and only there."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from importlib.metadata import distributions, packages_distributions
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.command import printed
from tests.rendering import PROJECT
from tests.test_hostile_text import write_project

# Runs the command with modules hidden, as if their packages were not installed.
HIDING = """
import sys
sys.path.insert(0, sys.argv.pop(1))
for module in sys.argv.pop(1).split():
    sys.modules[module] = None
from site_gen.__main__ import run
sys.exit(run())
"""
EXTRA = ["fontTools", "fontpkg_inter", "resvg_py"]
SITE = "title: S\nbase_url: https://s.example/x/\n"


def normal(name: str) -> str:
    """The name of a package as packages are compared by, without what follows it in a requirement."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name)[0]).lower()


def needed_packages() -> set[str]:
    """The packages that pyproject.toml requires, and what these require."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed = {normal(each.name): each for each in distributions()}
    found: set[str] = set()
    waiting = [normal(each) for each in project["dependencies"]]
    while waiting:
        package = waiting.pop()
        if package in installed and package not in found:  # some are for another Python
            found.add(package)
            required = installed[package].requires or ()
            waiting += [normal(each) for each in required if "extra ==" not in each]
    return found


def not_needed() -> list[str]:
    """Every installed module of a package that the site does not need."""
    needed = needed_packages()
    modules = packages_distributions().items()
    return sorted(
        module
        for module, packages in modules
        if module.isidentifier() and not needed.intersection(map(normal, packages))
    )


def command(project: Path, hidden: Iterable[str], *arguments: str) -> list[str]:
    return [
        sys.executable, "-c", HIDING, str(PROJECT), " ".join(hidden), "--project", str(project), *arguments
    ]  # fmt: skip


def built(project: Path, hidden: Sequence[str]) -> dict[str, bytes]:
    """Every published file by its path, of a build without what is hidden."""
    write_project(project)
    status, _, err = ended(project, hidden, "build")
    assert status == 0, err
    out = project / "_site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_what_the_site_does_not_need_is_known() -> None:
    hidden = not_needed()
    assert [module for module in (*EXTRA, "lxml", "PIL", "pytest") if module not in hidden] == []
    assert [
        module for module in ("jinja2", "markupsafe", "tornado", "yaml", "tzdata") if module in hidden
    ] == []


def test_nothing_that_is_merely_installed_changes_a_byte(tmp_path: Path) -> None:
    everything = built(tmp_path / "everything", [])
    assert [path for path in everything if path.endswith("/card.png")] == []
    for number, hidden in enumerate([["resvg_py"], not_needed()]):
        without = built(tmp_path / str(number), hidden)
        differing = [
            path
            for path in sorted(everything.keys() | without.keys())
            if everything.get(path) != without.get(path)
        ]
        assert (hidden, differing) == (hidden, [])


def write(project: Path, site: str) -> Path:
    paper = project / "content/2022/papers/p.yaml"
    paper.parent.mkdir(parents=True, exist_ok=True)
    paper.write_text("title: P\nauthors: [Ada Bee]\n")
    (project / "content/site.yaml").write_text(site)
    (project / "content/2022/conference.yaml").write_text("title: S 2022\n")
    return project


def ended(project: Path, hidden: Sequence[str], *arguments: str) -> tuple[int, str, str]:
    """Status, output and error output of a command; of one from which nothing is hidden in this process."""
    if not hidden:
        return printed(project, "--project", project, *arguments)
    done = subprocess.run(
        command(project, hidden, *arguments),
        cwd=project,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def cards(folder: Path) -> list[str]:
    """The paths of the drawn cards; those that are named by their content are files of `static/`."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("card.png"))


DRAWN = ["2022/card.png", "2022/papers/p/card.png", "authors/ada-bee/card.png", "card.png"]


@pytest.mark.parametrize(("asked", "expected"), [("", []), ("cards: no\n", []), ("cards: yes\n", DRAWN)])
def test_cards_are_drawn_where_site_yaml_asks(tmp_path: Path, asked: str, expected: list[str]) -> None:
    project = write(tmp_path, SITE + asked)
    status, _, err = ended(project, [], "build")
    assert (status, err, cards(project / "_site")) == (0, "", expected)


def test_where_cards_are_asked_for_and_cannot_be_drawn_the_line_to_run_is_told(tmp_path: Path) -> None:
    project = write(tmp_path, f"{SITE}cards: yes\n")
    expected = (
        "plenary: content/site.yaml:3:1 asks for cards, and what draws them is not installed:"
        " fontpkg-inter, fonttools, resvg-py\n"
        "    hint: run: make cards    (with pip: pip install 'plenary[cards]'); or write `cards: no`\n"
    )
    assert ended(project, EXTRA, "build") == (3, "", expected)
    assert not (project / "_site").exists()
    assert ended(project, ["resvg_py"], "build")[2].splitlines()[0].endswith("installed: resvg-py")


def test_without_an_address_it_is_told_that_no_card_is_drawn(tmp_path: Path) -> None:
    project = write(tmp_path, "title: S\ncards: yes\n")
    expected = (
        "content/site.yaml:2:1: warning: no card is drawn: pages name them by the full address of the site,"
        " which is not known [cards-without-address]\n"
        "    hint: write here base_url: https://…, or --base-url\n"
    )
    status, _, err = ended(project, [], "build")
    assert (status, err, cards(project / "_site")) == (0, expected, [])
    assert ended(project, [], "build", "--base-url", "https://s.example/")[2] == ""
    assert cards(project / "_site") == DRAWN


def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    project = write(tmp_path, f"{SITE}cards: yes\n")
    for number in range(32):
        (project / f"content/2022/papers/p{number}.yaml").write_text(f"title: P {number}\n")
    terminal, its_end = pty.openpty()
    process = subprocess.Popen(
        command(project, [], "build", "--jobs", "1"), stdout=its_end, stderr=its_end, cwd=project
    )
    os.close(its_end)
    shown = b""
    try:
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:  # the other end was closed
        pass
    os.close(terminal)
    assert process.wait(timeout=600) == 0
    output = shown.decode()
    assert output.startswith("Drawing cards: 16 of 36\rDrawing cards: 32 of 36\r" + " " * 23 + "\r")
    assert output.split("\r")[3].startswith("Built 1 edition, 33 papers → _site/")


def test_the_preview_draws_no_card_and_leaves_the_site_alone(tmp_path: Path) -> None:
    project = write(tmp_path, f"{SITE}cards: yes\n")
    assert ended(project, [], "build")[0] == 0
    before = {path: path.stat().st_mtime_ns for path in (project / "_site").rglob("*")}
    serving = command(project, EXTRA, "serve", "--port", "0")
    with subprocess.Popen(serving, stdout=-1, stderr=subprocess.STDOUT, text=True) as preview:
        assert preview.stdout
        lines = [preview.stdout.readline() for _ in range(2)]
        address = lines[0].split()[2]
        page = urlopen(f"{address}2022/papers/p/").read().decode()
        preview.kill()
    assert [line.split()[0] for line in lines] == ["Preview", "Built"]
    assert ("<h1" in page, "papers/p/card.png" in page) == (True, False)
    assert {path: path.stat().st_mtime_ns for path in (project / "_site").rglob("*")} == before
