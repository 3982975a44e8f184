"""Files of a project → texts: UTF-8, regular files, nothing from outside the project."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from site_gen.problems import ExitStatus, Place, ProblemLog, Stop, report_conflict, report_unreadable_name
from site_gen.text import is_readable_name


def read_text(project: Path, file: str, problems: ProblemLog) -> str | None:
    """The text of a file as it stands; None where there is none or it is wrong, after telling so.

    Raises Stop where the file cannot be read.
    """
    body = read_bytes(project, file, problems)
    return None if body is None else decoded(body, file, problems)


def read_bytes(project: Path, file: str, problems: ProblemLog) -> bytes | None:
    """The bytes of a file as they stand; None where there is none or it is wrong, after telling so.

    Raises Stop where the file cannot be read.
    """
    path = project / file
    try:
        if not stat.S_ISREG(path.lstat().st_mode) and not _may_be_read(path, project, file, problems):
            return None
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {file}: {error.strerror}") from None


def decoded(body: bytes, file: str, problems: ProblemLog) -> str | None:
    """The text of a file; None where it is not UTF-8 or holds a merge conflict, after telling so."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_encoding(error, file, problems)
        return None
    return None if report_conflict(text, file, problems) else text


def _may_be_read(path: Path, project: Path, file: str, problems: ProblemLog) -> bool:
    """Whether what is no regular file is a link to one in the project; tells where it is not."""
    if _leaves(path, project):
        _report_link(file, problems)
    elif path.exists() and not path.is_file():
        problems.error("not-a-file", "a file is expected here", Place(file))
    else:
        return True
    return False


def entries(project: Path, folder: str, problems: ProblemLog) -> Iterator[os.DirEntry[str]]:
    """What a folder holds, by name, without hidden files; nothing where there is no such folder.

    A link that leaves the project or leads nowhere is an error. Raises Stop where the folder cannot
    be read.
    """
    if _leaves(project / folder, project):
        _report_link(folder, problems)
        return
    try:
        with os.scandir(project / folder) as found:
            held = sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {folder}: {error.strerror}") from None
    for entry in held:
        if entry.name.startswith("."):
            continue
        if not is_readable_name(entry.name):
            report_unreadable_name(Place(f"{folder}/{entry.name}"), problems)
        elif entry.is_symlink() and _leaves(Path(entry.path), project):
            _report_link(f"{folder}/{entry.name}", problems)
        else:
            yield entry


def _leaves(path: Path, project: Path) -> bool:
    """Whether a link leads out of the project, or nowhere."""
    if not path.is_symlink():
        return False
    target = Path(os.path.realpath(path))  # a loop of links is one of them; Path.resolve raises
    return not target.is_relative_to(os.path.realpath(project)) or not target.exists()


def _report_link(file: str, problems: ProblemLog) -> None:
    what = "a link that leaves the project or leads nowhere is not followed"
    problems.error("symlink", what, Place(file))


def _report_encoding(error: UnicodeDecodeError, file: str, problems: ProblemLog) -> None:
    before = error.object[: error.start]
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace").removeprefix("\ufeff")) + 1
    place = Place(file, before.count(b"\n") + 1, column)
    what = f"not UTF-8 (byte 0x{error.object[error.start]:02X})"
    problems.error("not-utf8", what, place, "re-save the file as UTF-8")
