"""Texts → files: only what differs is written, and nothing before all of it lies ready on the disk."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from site_gen.content.pending import HalfDoneError, Mark, finish_writing, listed, mark_of, partial_of
from site_gen.problems import ExitStatus, Place, ProblemLog, Stop

Marks = Mapping[str, Mark]
"""The time, size and inode of files by their paths inside the project."""


def marks_of(project: Path, folder: str) -> Marks:
    """How the files of a folder are now, so that what somebody saves later is seen."""
    marks: dict[str, Mark] = {}
    for parent, _, names in os.walk(project / folder):
        inside = Path(parent).relative_to(project).as_posix()
        marks |= {f"{inside}/{name}": mark for name in names if (mark := mark_of(Path(parent, name)))}
    return marks


def report_saved_meanwhile(
    project: Path, files: Mapping[str, str | None], before: Marks, problems: ProblemLog
) -> None:
    """Report files that are to get these texts, and that somebody saved after the marks were taken."""
    for path, text in files.items():
        if before.get(path) != mark_of(project / path) and _differs(project / path, text):
            what = "this file was saved while it was read; it keeps what was saved, and nothing was written"
            problems.error("saved-meanwhile", what, Place(path), "run the command again")


def write_files(project: Path, files: Mapping[str, str | None]) -> list[str]:
    """Bring files of a project to these texts; None removes one. Returns the paths that changed.

    A file that is right already keeps its modification time. Raises Stop where the disk refuses;
    then no file has changed, or `finish_writing` makes it so, as after a kill.
    """
    finish_writing(project)  # whose list would be lost
    whole = {path: project / path for path in files}
    changed = [path for path, text in files.items() if _differs(whole[path], text)]
    if not changed:
        return []
    ready: dict[str, Path] = {}
    folders: set[str] = set()
    path = ""
    try:
        for path in changed:
            if (text := files[path]) is not None:
                if (folder := path.rpartition("/")[0]) not in folders:
                    whole[path].parent.mkdir(parents=True, exist_ok=True)
                    folders.add(folder)
                ready[path] = _lay_ready(whole[path], text)
        with listed(project, {path: files[path] is None for path in changed}):
            for path in changed:
                if files[path] is None:
                    whole[path].unlink()
                else:
                    ready.pop(path).replace(whole[path])
    except HalfDoneError as error:
        ready.clear()
        what = f"cannot write {path}: {error.strerror}; some files are new, and others old"
        hint = "the next command ends it, when the disk lets it"
        raise Stop(ExitStatus.ENVIRONMENT, what, hint) from None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot write {path}: {error.strerror}") from None
    finally:
        for partial in ready.values():
            partial.unlink(missing_ok=True)
    return changed


def _differs(path: Path, text: str | None) -> bool:
    try:
        held = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return text is not None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {path.name}: {error.strerror}") from None
    return text is None or held != text.encode()


def _lay_ready(path: Path, text: str) -> Path:
    partial = partial_of(path)
    try:
        partial.write_bytes(text.encode())
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    return partial
