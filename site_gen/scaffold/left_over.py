"""Example text that would go online: every piece that nobody edited, with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from site_gen.problems import ProblemLog
from site_gen.scaffold.manifest import MANIFEST, Example, examples_left

_MAY_BE_RIGHT = ("phase", "last_day")  # values that an organiser's own conference may have, too


def report_examples(project: Path, severity: Literal["warning", "error"], problems: ProblemLog) -> None:
    """Report what content still has of the example of a new project."""
    report = problems.warning if severity == "warning" else problems.error
    hint = f"write your own or delete it; to keep it as it is, take its line out of {MANIFEST}"
    for example in examples_left(project):
        if example.file.startswith("content/") and example.name not in _MAY_BE_RIGHT:
            report("example-text", f"{_called(example)} is still that of the example", example.place, hint)


def _called(example: Example) -> str:
    return f"'{example.name}'" if example.name else "this file"
