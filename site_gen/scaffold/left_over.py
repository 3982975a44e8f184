"""Example text that would go online: a line for each file or folder that has any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from site_gen.problems import ProblemLog
from site_gen.scaffold.manifest import MANIFEST, Example, examples_left, load

_MOST = 10  # pieces of a file that are named
_MAY_BE_RIGHT = ("phase", "last_day")  # values that an organiser's own conference may have, too


def report_examples(project: Path, severity: Literal["warning", "error"], problems: ProblemLog) -> None:
    """Report what content still has of the example of a new project."""
    report = problems.warning if severity == "warning" else problems.error
    hint = f"write your own or delete it; to keep it as it is, take its line out of {MANIFEST}"
    of_file: dict[str, list[Example]] = defaultdict(list)
    for example in examples_left(project):
        if example.file.startswith("content/") and example.name not in _MAY_BE_RIGHT:
            # Whole files of one folder are one line.
            held = example.file if example.name else str(Path(example.file).parent)
            of_file[held].append(example)
    for found in of_file.values():
        report("example-text", f"{_called(found)} still of the example", found[0].place, hint)


def is_example(project: Path) -> bool:
    """Whether a project is just as `new` made it: nothing of the example was edited, or has gone."""
    groups = load(project).values()
    listed = {key for group in groups for key in group}
    return all(groups) and listed == {example.key for example in examples_left(project)}


def _called(examples: Sequence[Example]) -> str:
    """What of one file or folder is still an example: "'venue', 'links' (line 16) and 3 more are"."""
    first, *others = examples
    if not first.name:
        return f"this file and {len(others)} more in its folder are" if others else "this file is"
    named = [f"'{each.name}' (line {each.place.line})" for each in others[: _MOST - 1]]
    more = len(others) - len(named)
    listed = ", ".join([f"'{first.name}'", *named])
    return f"{listed}{f' and {more} more' if more else ''} {'are' if others else 'is'}"
