"""What a folder of the project holds that is no file, or has a name or text that nobody can read."""

from __future__ import annotations

import os
from pathlib import Path

from site_gen.assets.asset import read_source
from site_gen.assets.withheld import is_withheld
from site_gen.problems import Place, ProblemLog, report_unreadable_name
from site_gen.text import is_readable_name


def report_odd_files(project: Path, folder: str, problems: ProblemLog) -> None:
    """Report names that are not UTF-8, links out of the project or to nowhere, pipes and sockets; not hidden
    ones."""
    for parent, folders, files in os.walk(project / folder):
        folders[:] = [name for name in folders if not is_withheld(name)]
        inside = Path(parent).relative_to(project).as_posix()
        for name in [*folders, *files]:
            if is_withheld(name):
                continue
            place = Place(f"{inside}/{name}")
            if not is_readable_name(name):
                report_unreadable_name(place, problems)
            elif name in files and not Path(parent, name).is_file():
                what = "a link that leads nowhere" if Path(parent, name).is_symlink() else "not a file"
                problems.error("not-a-file", f"{what}: it cannot be read", place, "remove it")
            elif not may_be_followed(Path(parent, name), project):
                is_file = name in files
                what = "this link leaves the project" if is_file else "a linked folder is not followed"
                problems.error("link-outside", what, place, "put a copy there instead")


def may_be_followed(path: Path, project: Path) -> bool:
    """Whether what is there is no link, or one to a file of the project."""
    if not path.is_symlink():
        return True
    return not path.is_dir() and path.resolve().is_relative_to(project.resolve())


def report_odd_templates(project: Path, problems: ProblemLog) -> None:
    """Report the same of templates, and those that are not UTF-8."""
    report_odd_files(project, "templates", problems)
    for path in sorted((project / "templates").rglob("*")):
        if path.is_file():
            read_source(path.relative_to(project).as_posix(), path, problems)
