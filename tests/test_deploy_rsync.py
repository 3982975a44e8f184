"""Deploying with the real rsync program, to folders and through its own protocol over a stand-in for ssh."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from site_gen.deploy import deploy
from site_gen.deploy.changes import Changes, changes_of
from site_gen.deploy.delivery import Delivery
from site_gen.deploy.rsync import RsyncTarget
from site_gen.deploy.tree import open_tree
from site_gen.problems import ExitStatus, ProblemLog
from site_gen.publish import MANIFEST
from tests.test_deploy import (
    ADDRESS,
    HOME,
    SITE,
    Desk,
    broken_pages,
    build,
    kill_in_the_middle,
    of_word,
    publish,
    refusal,
    stop,
    tree,
)

pytestmark = pytest.mark.skipif(shutil.which("rsync") is None, reason="the program rsync is not installed")

WORK = ".plenary-deploy"

# Takes the place of ssh: runs the command for the other machine on this one, through a shell as sshd does.
SSH = """#!/bin/sh
[ "$1" = nowhere ] && { echo "ssh: Could not resolve hostname nowhere" >&2; exit 255; }
while [ "$1" != host ]; do shift; done
shift
exec sh -c "$*"
"""


@pytest.fixture(autouse=True)
def ssh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ssh").write_text(SSH)
    (tmp_path / "ssh").chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(tmp_path / "ssh"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    build(tmp_path / "project", SITE)
    return tmp_path / "project"


@pytest.fixture
def www(tmp_path: Path) -> Path:
    """The folder on the other machine, which need not exist; its name wants quoting."""
    return tmp_path / "w w'w"


def test_first_deployment_makes_the_folder(project: Path, www: Path) -> None:
    desk = Desk()
    deployed = publish(project, f"user@host:{www}", desk)
    assert desk.asked == [f"0 errors, 0 warnings. user@host:{www}: 3 files to add. Publish? [y/N]"]
    assert deployed.closing == f"user@host:{www}: 3 files to add: done → {ADDRESS}"
    assert tree(www) == SITE
    assert (www / MANIFEST).read_bytes() == (project / "_site" / MANIFEST).read_bytes()
    assert not (www / WORK).exists()


def test_second_deployment_changes_only_what_differs_and_leaves_foreign_files(
    project: Path, www: Path
) -> None:
    build(project, SITE | {"old/deep/x.txt": "x", "old/y[1].txt": "y", "2022/z.txt": "z"})
    publish(project, f"host:{www}")
    (www / "CNAME").write_text("conf.example.org\n")
    (www / "old/mine.txt").write_text("mine")
    (www / "old/y1.txt").write_text("mine too")
    before = (www / "index.html").stat().st_mtime_ns, (www / "2022/index.html").stat().st_ino
    build(project, {"index.html": HOME, "2022/index.html": "2022 b.css", "assets/b.css": "b"})
    deployed = publish(project, f"host:{www}/", Desk(note_vanished=lambda *_: None))
    assert deployed.listing == (
        "add     assets/b.css",
        "change  2022/index.html",
        "remove  2022/z.txt",
        "remove  assets/a.css",
        "remove  old/deep/x.txt",
        "remove  old/y[1].txt",
    )
    assert tree(www) == {
        "2022/index.html": "2022 b.css",
        "CNAME": "conf.example.org\n",
        "assets/b.css": "b",
        "index.html": HOME,
        "old/mine.txt": "mine",
        "old/y1.txt": "mine too",
    }
    assert not (www / "old/deep").exists()
    assert (www / "index.html").stat().st_mtime_ns == before[0]
    assert (www / "2022/index.html").stat().st_ino != before[1]  # renamed over, not written into


def test_nothing_to_change_asks_nothing(project: Path, www: Path) -> None:
    publish(project, f"host:{www}")
    desk = Desk()
    deployed = publish(project, f"host:{www}", desk)
    assert (desk.asked, deployed.closing) == ([], f"host:{www}: nothing to change. Nothing was published")


def test_a_change_of_the_same_length_is_seen(project: Path, www: Path) -> None:
    publish(project, f"host:{www}")
    (www / "2022/index.html").write_text("2022 A.css")
    times = (project / "_site/2022/index.html").stat()
    os.utime(www / "2022/index.html", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert publish(project, f"host:{www}").listing == ("change  2022/index.html",)
    assert tree(www) == SITE


def test_dry_run_touches_nothing(project: Path, www: Path) -> None:
    publish(project, f"host:{www}")
    build(project, SITE | {"b.txt": "b"})
    before = {path: path.stat().st_mtime_ns for path in www.rglob("*")}
    problems, prompts = ProblemLog(), Desk().alone()
    deployed = deploy(project, project / "_site", problems, prompts, target=f"host:{www}", dry_run=True)
    assert deployed is not None
    assert deployed.listing == ("add     b.txt",)
    assert {path: path.stat().st_mtime_ns for path in www.rglob("*")} == before


def test_what_stands_in_the_way_is_a_problem(project: Path, www: Path, tmp_path: Path) -> None:
    www.mkdir()
    (www / "index.html").write_text("another site")
    (www / "2022").write_text("a file")
    (www / "assets").symlink_to(tmp_path)
    assert refusal(project, f"host:{www}") == [
        f"'{path}' would replace host:{www}/{foreign}, which no deployment of ours put there [foreign-file]"
        for path, foreign in (
            ("2022/index.html", "2022"), ("assets/a.css", "assets"), ("index.html", "index.html"),
        )
    ]  # fmt: skip
    assert (www / "2022").read_text() == "a file"


def test_an_address_that_would_vanish_is_refused(project: Path, www: Path) -> None:
    build(project, SITE | {"2022/papers/a/index.html": "a"})
    publish(project, f"host:{www}")
    build(project, SITE)
    assert refusal(project, f"host:{www}") == [
        "the address '2022/papers/a/' is published, and this build has it no more [address-vanished]"
    ]
    assert (www / "2022/papers/a/index.html").exists()


def test_a_file_becomes_a_folder_and_back(project: Path, www: Path) -> None:
    for site in ({"a": "file"}, {"a/b.txt": "in a folder"}, {"a": "file"}):
        build(project, {"index.html": HOME, **site})
        publish(project, f"host:{www}", Desk(note_vanished=lambda *_: None))
        assert tree(www) == {**site, "index.html": HOME}


def test_files_are_readable_for_a_web_server_whatever_the_mask(project: Path, www: Path) -> None:
    before = os.umask(0o077)
    try:
        build(project, {"index.html": HOME, "new/b.txt": "b"})
        os.umask(0o022)  # that of the other machine
        publish(project, f"host:{www}")
    finally:
        os.umask(before)
    assert [oct((www / path).stat().st_mode & 0o777) for path in ("new", "new/b.txt")] == ["0o755", "0o644"]


@pytest.mark.parametrize("target", ["host:{}", "{}"])
def test_a_deployment_that_is_killed_shows_no_broken_page_and_the_next_one_completes(
    project: Path, www: Path, target: str
) -> None:
    address = target.format(www)
    build(project, of_word("first", 400))
    publish_by_rsync(project, address)
    random.seed(5)
    for word in ("second", "third"):
        build(project, of_word(word, 400))
        kill_in_the_middle(project, address, www / WORK, random.uniform(0.05, 0.25))
        assert broken_pages(www) == []
    publish_by_rsync(project, address)
    assert tree(www) == tree(project / "_site")
    assert not (www / WORK).exists()


def test_pages_that_are_no_more_go_before_what_they_refer_to() -> None:
    removed = ("assets/z.css", "assets/a.css", "2022/index.html", "zoo/index.html", "a")
    changes = Changes(added=("a/b.txt",), changed=(), removed=removed, unclean=False)
    assert changes.in_the_way == ("a",)
    assert [*changes.last_steps] == [
        ("2022/index.html", "zoo/index.html"),
        ("assets/a.css", "assets/z.css"),
    ]


def publish_by_rsync(project: Path, address: str) -> None:
    """To a path without a host too, which a user's target would mean a folder by."""
    site, place = open_tree(project / "_site", ProblemLog()), RsyncTarget(address)
    assert site is not None
    state = place.look(site)
    place.publish(Delivery(site, state, changes_of(site, state), ADDRESS, {}))


def test_what_a_broken_deployment_put_is_known_for_ours(project: Path, www: Path) -> None:
    build(project, SITE | {"new.txt": "half"})
    (www / WORK).mkdir(parents=True)
    (www / WORK / "pending.json").write_bytes((project / "_site" / MANIFEST).read_bytes())
    (www / WORK / ".index.html.AbCdEf").write_text("hal")
    (www / "new.txt").write_text("half")
    build(project, SITE)
    assert publish(project, f"host:{www}").listing[-1] == "remove  new.txt"
    assert tree(www) == SITE


def test_an_unreachable_machine_is_one_line(project: Path) -> None:
    ended = stop(project, "nowhere:www")
    assert ended.status is ExitStatus.ENVIRONMENT
    assert str(ended) == "cannot read nowhere:www: ssh: Could not resolve hostname nowhere"


def test_an_upload_that_breaks_off_says_how_to_go_on(project: Path, www: Path) -> None:
    ended = stop(project, f"host:{www}/no/such/folder")
    assert (ended.status, ended.hint) == (
        ExitStatus.ENVIRONMENT, "run deploy again: it completes what broke off",
    )  # fmt: skip
    assert str(ended).startswith(f"publishing to host:{www}/no/such/folder broke off: rsync: ")


def test_without_rsync_it_is_reported(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ended = stop(project, "host:www")
    assert (ended.status, str(ended)) == (
        ExitStatus.ENVIRONMENT, "deploying needs rsync, which is not installed",
    )  # fmt: skip
