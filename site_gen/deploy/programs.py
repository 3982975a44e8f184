"""Running git and rsync: their complaints become one line of ours, without secrets."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from site_gen.problems import ExitStatus, Stop
from site_gen.values import dataclass

# A caller's repository (we may run inside a hook of git) must not stand in for the project's own.
_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
_LOGIN = re.compile(r"(?i)\b([a-z][a-z0-9+.-]*://)[^/\s'\"]+@")
_SECRET = re.compile(r"(?i)\b(\w*(?:token|password|secret|key)=)[^&\s'\"]+")
_CHATTER = ("warning:", "hint:", "remote: resolving", "to ")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended; `complaint` is the line of its messages that tells most, without secrets."""

    status: int
    output: bytes
    complaint: str


def run(
    command: Sequence[str],
    folder: Path | None = None,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program to its end, with messages in English. Raises Stop where it is not installed."""
    inherited = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    settings = {**inherited, "LC_ALL": "C", "LANGUAGE": "C", **(environment or {})}
    try:
        ended = subprocess.run(
            command, cwd=folder, env=settings, input=given, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise Stop(ExitStatus.ENVIRONMENT, f"deploying needs {command[0]}, which is not installed") from None
    return Ended(ended.returncode, ended.stdout, _main_complaint(ended.stderr.decode("utf-8", "replace")))


def without_secrets(text: str) -> str:
    """Text without the login that an address may hold ("https://token@host" → "https://host")."""
    return _SECRET.sub(r"\1…", _LOGIN.sub(r"\1", text))


def _main_complaint(messages: str) -> str:
    lines = [line.strip() for line in messages.splitlines() if line.strip()]
    complaints = [line for line in lines if not line.lower().startswith(_CHATTER)] or lines
    return without_secrets(complaints[0]) if complaints else ""
