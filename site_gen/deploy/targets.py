"""What the user wrote → a target: a branch, a folder, or what rsync reaches."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

from site_gen.deploy.branch import BranchTarget
from site_gen.deploy.delivery import Target
from site_gen.deploy.folder import FolderTarget
from site_gen.deploy.git import Checkout
from site_gen.deploy.rsync import RsyncTarget
from site_gen.problems import ExitStatus, Stop
from site_gen.publish.folder import real

BRANCH = "gh-pages"
REMOTE = "origin"

_HINT = "a target is BRANCH, REMOTE/BRANCH, /folder, ./folder, user@host:path or rsync://host/path"
_FOLDER = re.compile(r"/|\.{1,2}(?:/|$)|~")
_ELSEWHERE = re.compile(r"rsync://|[^/:]+:")
_SOURCES = ("content", "templates", "static", ".git", ".plenary")


def target_of(project: Path, out: Path, written: str) -> Target:
    """The target that `written` names, the branch gh-pages of origin where it is empty.

    Raises Stop where there is no such target, or publishing to it could harm the project.
    """
    if written.startswith("file:"):
        path = unquote(written.removeprefix("file:"))
        return _folder(project, out, re.sub(r"^//(?:localhost)?(?=/)", "", path))
    if written.startswith("-"):  # what git and rsync would take for an option
        raise Stop(ExitStatus.USAGE, f"'{written}' cannot be a target", _HINT)
    if _FOLDER.match(written):
        return _folder(project, out, written)
    if _ELSEWHERE.match(written):
        return RsyncTarget(written)
    return _branch(Checkout.of(project), written)


def _folder(project: Path, out: Path, written: str) -> FolderTarget:
    path = real(Path(os.path.expanduser(written)))  # noqa: PTH111  # nobody's home is a name like others
    apart = [out.resolve(), *(project.resolve() / name for name in _SOURCES)]
    holds = path in (project.resolve(), *project.resolve().parents)
    if holds or any(path.is_relative_to(each) or each.is_relative_to(path) for each in apart):
        raise Stop(ExitStatus.USAGE, f"{path} is or holds a part of the project", "name a folder of its own")
    if path.exists() and not path.is_dir():
        raise Stop(ExitStatus.USAGE, f"{path} is not a folder")
    return FolderTarget(path)


def _branch(checkout: Checkout, written: str) -> BranchTarget:
    remotes = checkout.remotes
    remote, _, branch = written.partition("/") if "/" in written else (_usual(remotes), "", written or BRANCH)
    if remote not in remotes:
        known = f"remotes: {', '.join(remotes)}; " if remotes else "`git remote add origin URL` adds one; "
        raise Stop(ExitStatus.USAGE, f"the git checkout has no remote '{remote}'", known + _HINT)
    if checkout.try_("check-ref-format", f"refs/heads/{branch}").status:
        raise Stop(ExitStatus.USAGE, f"'{branch}' cannot be the name of a branch", _HINT)
    if checkout.line("symbolic-ref", "--quiet", "--short", "HEAD") == branch:
        hint = f"name a branch for the site alone, for instance {BRANCH}"
        raise Stop(ExitStatus.USAGE, f"{branch} is the branch that you work on", hint)
    return BranchTarget(checkout, remote, branch)


def _usual(remotes: list[str]) -> str:
    return remotes[0] if len(remotes) == 1 else REMOTE
