"""The program as somebody changes it who follows CONTRIBUTING.md: a copy, its code blocks, its lines."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.rendering import PROJECT

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^`(?P<name>[\w/.]+)`:\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def copy_of_program(folder: Path) -> Path:
    """A copy that can be changed and run, with what Python compiled of what is as it was."""
    shutil.copytree(PROJECT / "site_gen", folder / "site_gen")
    for name in ("build.py", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder)
    for name in ("templates", "static"):
        shutil.copytree(PROJECT / name, folder / name)
    return folder


def files_of(section: str) -> Mapping[str, str]:
    """The files that a section of CONTRIBUTING.md writes, by their paths."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    outside = _FENCE.sub(lambda fence: " " * len(fence[0]), text)
    start = outside.index(f"\n## {section}\n")
    end = outside.find("\n## ", start + 1)
    part = text[start : end if end > 0 else None]
    return {found["name"]: found["text"] for found in _FILE.finditer(part)}


def write_all(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def register(module: Path, value: str, source: str, after: str) -> None:
    """Add an import to a module, and a value to its tuple after another one."""
    text = module.read_text(encoding="utf-8")
    assert text.count(f"    {after},\n") == 1
    text = text.replace(f"    {after},\n", f"    {after},\n    {value},\n")
    first, future, rest = text.partition("from __future__ import annotations\n\n")
    module.write_text(f"{first}{future}from {source} import {value}\n{rest}", encoding="utf-8")


def run(program: Path, project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program on a project."""
    command = [sys.executable, "build.py", arguments[0], "--project", str(project), *arguments[1:]]
    return subprocess.run(command, cwd=program, capture_output=True, text=True, check=False)
