"""A command with a fault at each of its writing calls, and what must hold after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.edits.project import Files
from tests.sweep.subjects import Subject, Whole, files_of
from tests.sweep.tracing import BROKEN, ERRORS, KILLED, Ended, Fault, traced
from tests.test_deploy import broken_pages


def swept(
    subject: Subject, folder: Path, share: int = 1, first: int = 0
) -> Iterator[tuple[Fault, Ended, str]]:
    """Each fault that is tried, one in `share`, how the command ended, and what is wrong after it."""
    with subject.surroundings(folder):
        subject.command(_fresh(subject, folder))  # what is imported late is imported once
        project = _fresh(subject, folder)
        old = subject.files(project)
        whole = traced(lambda: subject.command(project), project, generations=subject.generations)
        assert whole.status == 0, whole.output
        new, everything = subject.files(project), set(files_of(project))
        faults = [Fault(at, error) for at in range(len(whole.calls)) for error in (None, *ERRORS)]
        for fault in faults[first::share]:
            project = _fresh(subject, folder)
            ended = traced(lambda: subject.command(project), project, fault, subject.generations)  # noqa: B023  # called at once
            yield fault, ended, _wrong(subject, project, ended, old, new, everything)


def _fresh(subject: Subject, folder: Path) -> Path:
    project = folder / "project"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir()
    subject.before(project)
    return project


def _wrong(
    subject: Subject, project: Path, ended: Ended, old: Files, new: Files, everything: set[str]
) -> str:
    if ended.status == BROKEN:
        return ended.output.strip().rpartition("\n")[2]
    found = subject.files(project)
    for path, body in found.items():
        if path.endswith(".yaml") and not path.startswith("."):
            yaml.load(body, yaml.BaseLoader)
    if _must_be_whole(subject, project, ended) and _shown(found) not in (_shown(old), _shown(new)):
        differing = sorted(path for path in found.keys() | old.keys() if found.get(path) != old.get(path))
        return f"neither old nor new: {differing[:3]}"
    if subject.whole is Whole.BY_FILE and (broken := broken_pages(project / subject.tree)):
        return f"refer to what is not there: {broken[:3]}"
    subject.command(project)  # without help
    found = subject.files(project)
    if _shown(found) != _shown(new):
        return f"the next run does not complete it: {sorted(set(new.items()) ^ set(found.items()))[:2]}"
    stray = sorted(path for path in files_of(project) if path not in everything and not _may_stay(path))
    return f"stray files: {stray[:3]}" if stray else ""


def _must_be_whole(subject: Subject, project: Path, ended: Ended) -> bool:
    if subject.whole is Whole.UNLESS_KILLED:
        is_pending = (project / ".plenary-pending").exists()  # the way back was refused too
        return ended.status != KILLED and not is_pending
    return subject.whole is Whole.ALWAYS


def _may_stay(path: str) -> bool:
    """Whether a file may stay after a fault: in our own store, or what a killed git leaves in its own."""
    return ".plenary" in path or "objects/" in path or (path.startswith(".git/") and path.endswith(".lock"))


def _shown(files: Files) -> Files:
    """The files that anybody reads: hidden ones lie ready, and no disk that is read-only lets go of them."""
    return {path: body for path, body in files.items() if not path.rpartition("/")[2].startswith(".")}
