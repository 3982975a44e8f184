"""Deploying to a branch, with the real git: one push, history small, the checkout as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.deploy import deploy
from site_gen.problems import ExitStatus, ProblemLog
from site_gen.publish import MANIFEST
from tests.test_deploy import (
    ADDRESS,
    HOME,
    SITE,
    Desk,
    build,
    kill_in_the_middle,
    of_word,
    publish,
    refusal,
    stop,
    tree,
)


@pytest.fixture(autouse=True)
def git_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Git without the settings of this machine and its user."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "home/gitconfig"))
    yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a built site, in a checkout whose remote is a bare repository."""
    build(tmp_path / "project", SITE)
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "conf.git")
    git(tmp_path / "project", "init", "-q", "-b", "main")
    git(tmp_path / "project", "remote", "add", "origin", str(tmp_path / "conf.git"))
    git(tmp_path / "project", "add", "content")
    commit(tmp_path / "project", "Content")
    return tmp_path / "project"


def git(folder: Path, *arguments: str) -> str:
    ended = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def commit(folder: Path, message: str) -> None:
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", message)


def remote_of(project: Path) -> Path:
    return project.parent / "conf.git"


def published(project: Path, branch: str = "gh-pages") -> dict[str, str]:
    """Every file in the branch of the remote but the manifest, as path → text."""
    paths = git(remote_of(project), "ls-tree", "-r", "--name-only", branch).splitlines()
    return {path: shown(project, path, branch) for path in paths if path != MANIFEST}


def shown(project: Path, path: str, branch: str = "gh-pages") -> str:
    command = ["git", "show", f"{branch}:{path}"]
    return subprocess.run(command, cwd=remote_of(project), capture_output=True, text=True, check=True).stdout


def history(project: Path, branch: str = "gh-pages") -> list[str]:
    return git(remote_of(project), "log", "--format=%an <%ae> %s", branch).splitlines()


def commit_by_hand(project: Path, path: str, text: str) -> None:
    """Somebody else commits a file to the branch."""
    clone = project.parent / f"clone-{path}"
    git(project.parent, "clone", "-q", "-b", "gh-pages", str(remote_of(project)), str(clone))
    (clone / path).write_text(text)
    git(clone, "add", path)
    commit(clone, f"Add {path}")
    git(clone, "push", "-q")


def state(project: Path) -> tuple[dict[str, str], bytes, str, str]:
    """What must never change: working files, index, HEAD and local branches."""
    refs = git(project, "for-each-ref", "refs/heads", "refs/tags", "refs/plenary", "refs/stash")
    index, head = (project / ".git/index").read_bytes(), (project / ".git/HEAD").read_text()
    return tree(project / "content"), index, head, refs


def test_first_deployment_creates_the_branch(project: Path) -> None:
    before, desk = state(project), Desk()
    deployed = publish(project, "", desk)
    assert desk.asked == [
        "0 errors, 0 warnings. Branch gh-pages of origin: 3 files to add, also .nojekyll. Publish? [y/N]"
    ]
    assert deployed.closing == (
        f"Branch gh-pages of origin: 3 files to add, also .nojekyll: done → {ADDRESS}"
    )
    assert published(project) == SITE | {".nojekyll": ""}
    assert shown(project, MANIFEST).encode() == (project / "_site" / MANIFEST).read_bytes()
    assert history(project) == ["Plenary <plenary@localhost> Publish the site: 3 files"]
    assert state(project) == before


def test_second_deployment_takes_the_place_of_the_first_and_sends_only_what_differs(project: Path) -> None:
    publish(project, "gh-pages")
    before = git(remote_of(project), "count-objects").split()[0]
    build(project, {"index.html": HOME, "2022/index.html": "2022 b.css", "assets/b.css": "b"})
    deployed = publish(project, "origin/gh-pages")
    assert deployed.listing == ("add     assets/b.css", "change  2022/index.html", "remove  assets/a.css")
    assert published(project) == tree(project / "_site") | {".nojekyll": ""}
    assert len(history(project)) == 1
    # Two blobs and the manifest, two folders and the root, one commit.
    assert int(git(remote_of(project), "count-objects").split()[0]) - int(before) == 7


def test_what_others_did_in_the_branch_stays(project: Path) -> None:
    publish(project, "gh-pages")
    commit_by_hand(project, "CNAME", "conf.example.org\n")
    for text in ("one", "two"):
        build(project, SITE | {"2022/index.html": text})
        publish(project, "gh-pages")
    assert published(project) == SITE | {
        "2022/index.html": "two", ".nojekyll": "", "CNAME": "conf.example.org\n"
    }  # fmt: skip
    assert history(project) == [
        "Plenary <plenary@localhost> Publish the site: 3 files",
        "A <a@example.org> Add CNAME",
        "Plenary <plenary@localhost> Publish the site: 3 files",
    ]


def test_a_domain_of_ones_own_is_announced_and_never_replaced(project: Path) -> None:
    home = HOME.replace(ADDRESS, "https://conf.example.org/")
    (project / "content/site.yaml").write_text("title: Conf\nbase_url: https://conf.example.org/\n")
    build(project, SITE | {"index.html": home})
    desk = Desk()
    publish(project, "", desk)
    assert desk.asked[0].endswith("3 files to add, also .nojekyll and CNAME conf.example.org. Publish? [y/N]")
    assert published(project)["CNAME"] == "conf.example.org\n"
    commit_by_hand(project, "CNAME", "www.example.org\n")
    build(project, SITE | {"index.html": home, "2022/index.html": "new"})
    publish(project, "")
    assert published(project)["CNAME"] == "www.example.org\n"


def test_the_user_is_the_author_if_git_knows_them(project: Path) -> None:
    git(project, "config", "user.name", "Ada")
    publish(project, "")
    assert history(project) == ["Ada <plenary@localhost> Publish the site: 3 files"]
    assert git(project, "config", "--get-regexp", "^user") == "user.name Ada"


def test_dry_run_touches_nothing(project: Path) -> None:
    publish(project, "")
    build(project, SITE | {"b.txt": "b"})
    commit_by_hand(project, "CNAME", "conf.example.org\n")
    before = state(project), git(remote_of(project), "for-each-ref"), git(project, "for-each-ref")
    deployed = deploy(project, project / "_site", ProblemLog(), Desk().alone(), dry_run=True)
    assert deployed is not None
    assert (deployed.listing, deployed.done) == (("add     b.txt",), False)
    assert (state(project), git(remote_of(project), "for-each-ref"), git(project, "for-each-ref")) == before
    assert not (project / ".git/FETCH_HEAD").exists()


def test_an_address_that_would_vanish_is_refused(project: Path) -> None:
    build(project, SITE | {"2022/papers/a/index.html": "a"})
    publish(project, "")
    build(project, SITE)
    assert refusal(project, "") == [
        "the address '2022/papers/a/' is published, and this build has it no more [address-vanished]"
    ]
    assert "2022/papers/a/index.html" in published(project)


def test_a_foreign_site_in_the_branch_is_in_the_way(project: Path) -> None:
    git(project, "push", "-q", "origin", "main:gh-pages")
    git(project, "rm", "-q", "-r", "--cached", "content")
    (project / "index.html").write_text("another site")
    git(project, "add", "index.html")
    commit(project, "Another site")
    git(project, "push", "-q", "origin", "main:gh-pages")
    before = published(project)
    assert refusal(project, "") == [
        "'index.html' would replace origin/gh-pages/index.html, "
        "which no deployment of ours put there [foreign-file]"
    ]
    assert published(project) == before


def test_a_page_that_was_edited_in_the_branch_is_put_right(project: Path) -> None:
    publish(project, "")
    commit_by_hand(project, "index.html", "by hand")
    assert publish(project, "").listing == ("change  index.html",)
    assert published(project) == SITE | {".nojekyll": ""}


def test_a_push_of_somebody_else_meanwhile_is_not_overwritten(project: Path) -> None:
    publish(project, "")
    build(project, SITE | {"b.txt": "b"})
    ended = stop(project, "", Desk(meanwhile=lambda: commit_by_hand(project, "CNAME", "conf.example.org\n")))
    assert ended.status is ExitStatus.ENVIRONMENT
    assert str(ended) == "somebody else pushed to origin/gh-pages meanwhile; nothing changed"
    assert ended.hint == "run deploy again: it starts from what is there now"
    assert published(project) == SITE | {".nojekyll": "", "CNAME": "conf.example.org\n"}
    publish(project, "")
    assert published(project) == SITE | {".nojekyll": "", "CNAME": "conf.example.org\n", "b.txt": "b"}


def test_a_branch_that_somebody_made_meanwhile_is_not_overwritten(project: Path) -> None:
    def push() -> None:
        git(project, "push", "-q", "origin", "main:gh-pages")

    ended = stop(project, "", Desk(meanwhile=push))
    assert str(ended) == "somebody else pushed to origin/gh-pages meanwhile; nothing changed"
    assert list(published(project)) == ["content/site.yaml"]


def test_a_remote_that_refuses_says_why(project: Path) -> None:
    hook(project, "echo too late >&2; exit 1")
    ended = stop(project, "")
    assert str(ended) == (
        "origin refuses the push to gh-pages: [remote rejected] (pre-receive hook declined) "
        "(remote: too late); the old site stays"
    )


def hook(project: Path, script: str) -> None:
    path = remote_of(project) / "hooks/pre-receive"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_a_deployment_that_is_killed_leaves_the_old_site_and_the_next_one_completes(project: Path) -> None:
    build(project, of_word("old", 200))
    publish(project, "")
    before, old = state(project), published(project)
    build(project, of_word("new", 200))
    hook(project, f"touch {remote_of(project)}/reached; sleep 5")
    kill_in_the_middle(project, "", remote_of(project) / "reached", 0)
    assert published(project) == old
    assert state(project) == before
    (remote_of(project) / "hooks/pre-receive").unlink()
    publish(project, "")
    assert published(project) == of_word("new", 200) | {".nojekyll": ""}
    assert len(history(project)) == 1


def test_killed_while_objects_are_written_nothing_is_broken(project: Path) -> None:
    build(project, of_word("old", 200))
    publish(project, "")
    build(project, of_word("new", 200))
    known = set((project / ".git/objects").iterdir())
    kill_in_the_middle(project, "", project / ".git/objects/00", 0)
    assert set((project / ".git/objects").iterdir()) >= known
    publish(project, "")
    assert published(project) == of_word("new", 200) | {".nojekyll": ""}
    assert git(project, "status", "--porcelain").splitlines() == ["?? .plenary/", "?? _site/"]


def test_from_a_shallow_clone_the_history_beneath_stays(project: Path, tmp_path: Path) -> None:
    publish(project, "")
    commit_by_hand(project, "CNAME", "conf.example.org\n")
    build(project, SITE | {"b.txt": "b"})
    publish(project, "")
    git(project, "push", "-q", "origin", "main")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{remote_of(project)}", str(shallow))
    build(shallow, SITE | {"c.txt": "c"})
    desk = Desk(note_vanished=lambda *_: None)
    publish(shallow, "", desk)
    assert len(history(project)) == 3
    assert published(project) == SITE | {".nojekyll": "", "CNAME": "conf.example.org\n", "c.txt": "c"}


def test_the_branch_that_is_worked_on_is_refused(project: Path) -> None:
    ended = stop(project, "main")
    assert (ended.status, str(ended)) == (ExitStatus.USAGE, "main is the branch that you work on")


def test_a_branch_with_sources_is_refused(project: Path) -> None:
    git(project, "push", "-q", "origin", "main:sources")
    ended = stop(project, "origin/sources")
    assert str(ended) == "Branch sources of origin holds the sources of a site (content/site.yaml)"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("upstream/gh-pages", "the git checkout has no remote 'upstream'"),
        ("origin/a..b", "'a..b' cannot be the name of a branch"),
        ("a b", "'a b' cannot be the name of a branch"),
        ("-e touch x:", "'-e touch x:' cannot be a target"),
        ("--mirror", "'--mirror' cannot be a target"),
    ],
)
def test_a_target_that_is_none_is_reported(project: Path, target: str, message: str) -> None:
    ended = stop(project, target)
    assert (ended.status, str(ended)) == (ExitStatus.USAGE, message)


def test_a_folder_that_is_no_checkout_is_reported(tmp_path: Path) -> None:
    build(tmp_path / "project", SITE)
    assert str(stop(tmp_path / "project", "")).startswith(f"{tmp_path}/project is not in a git checkout: ")


def test_a_checkout_around_the_project_is_not_taken_for_its_own(project: Path) -> None:
    build(project / "inner", SITE)
    ended = stop(project / "inner", "")
    assert str(ended) == f"the git checkout {project} is not this project's"


def test_an_unreachable_remote_is_one_line_without_the_secret(project: Path) -> None:
    git(project, "remote", "set-url", "origin", "https://user:s3cret@127.0.0.1:9/conf.git")
    ended = stop(project, "")
    assert ended.status is ExitStatus.ENVIRONMENT
    assert str(ended).startswith(
        "cannot reach origin: fatal: unable to access 'https://127.0.0.1:9/conf.git/': "
    )
    assert "\n" not in str(ended)


def test_without_git_it_is_reported(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    ended = stop(project, "")
    assert (ended.status, str(ended)) == (
        ExitStatus.ENVIRONMENT, "deploying needs git, which is not installed",
    )  # fmt: skip


def test_the_remote_proposes_the_address(project: Path) -> None:
    git(project, "remote", "set-url", "origin", "https://user:s3cret@github.com/Someone/conf.git")
    (project / "content/site.yaml").write_text("title: Conf\n")
    desk = Desk(rebuild=lambda _: False)
    assert deploy(project, project / "_site", desk.problems, desk.prompts()) is None
    assert desk.asked == ["Where will the site live? https://someone.github.io/conf/"]
    assert (project / "content/site.yaml").read_text() == "title: Conf\n"
