"""Which files of a project git keeps already: a line in .gitignore does not take them out of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from site_gen.deploy.programs import run
from site_gen.problems import Stop


def tracked_files(project: Path, files: Sequence[str]) -> frozenset[str]:
    """Those of the files that git tracks; none where the project is in no checkout, or git is not there."""
    is_checkout = any((folder / ".git").exists() for folder in (project, *project.parents))
    if not files or not is_checkout:
        return frozenset()
    try:
        ended = run(["git", "--literal-pathspecs", "ls-files", "-z", "--", *files], project)
    except Stop:
        return frozenset()
    return frozenset(os.fsdecode(name) for name in ended.output.split(b"\0") if name)
