"""Where the running Plenary comes from, as a project made by it remembers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from site_gen.values import dataclass

_ROOT = Path(__file__).resolve().parent.parent.parent
_PUBLIC = re.compile(r"(?:https://|ssh://|git@)\S+")


@dataclass(frozen=True, slots=True)
class Origin:
    """`plenary` is the folder of a clone, as seen from the project, or a command.

    `repository` and `commit` are what others can get the same one with; empty where that is not known.
    """

    plenary: str
    repository: str = ""
    commit: str = ""


def origin_for(directory: Path) -> Origin:
    """The origin, for a project in this folder."""
    if not (_ROOT / "build.py").is_file() or not (_ROOT / "Makefile").is_file():
        return Origin(_command())
    clone = _seen_from(directory.resolve(), _ROOT)
    if _git("rev-parse", "--show-toplevel") != str(_ROOT):
        return Origin(clone)
    repository = _git("remote", "get-url", "origin")
    if not _PUBLIC.fullmatch(repository):
        return Origin(clone)
    is_published = bool(_git("branch", "--remotes", "--contains", "HEAD"))
    # A password in the address is nobody's business.
    public = re.sub(r"^(https://)[^/@]*@", r"\1", repository)
    return Origin(clone, public, _git("rev-parse", "HEAD") if is_published else "")


def _command() -> str:
    """The installed command; its path where a shell would not find it."""
    command = shutil.which("plenary", path=str(Path(sys.executable).parent))
    if command is None or shutil.which("plenary") == command:
        return "plenary"
    return command


def _seen_from(directory: Path, folder: Path) -> str:
    """The way to a folder: relative, unless the two have nothing in common."""
    try:
        common = Path(os.path.commonpath([directory, folder]))
    except ValueError:  # two drives
        return folder.as_posix()
    if common == Path(common.anchor):
        return folder.as_posix()
    return Path(os.path.relpath(folder, directory)).as_posix()


def _git(*arguments: str) -> str:
    """What git answers about the clone; empty where it refuses or is not there."""
    try:
        asked = subprocess.run(
            ["git", "-C", _ROOT, *arguments], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if asked.returncode else asked.stdout.strip()
