"""A change of many files that is made as a whole: what a killed process left half done, the next one ends.

Every new text lies ready beside its file before the first one takes its place, and a list in the project says
which they are. It is locked by whoever works it off: one that nobody holds was left behind.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path


class HalfDoneError(OSError):
    """The disk refused a change, and the way back too: the list stays for whoever comes next."""


Mark = tuple[int, int, int]
"""The time, size and inode of a file."""

_LIST = ".plenary-pending"


def mark_of(path: Path) -> Mark | None:
    """How a file is now; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def partial_of(path: Path) -> Path:
    """Where the new text of a file lies until all are ready."""
    return path.with_name(f".{path.name[:200]}.partial")


def finish_writing(project: Path) -> None:
    """End what a process that is gone had begun; a file that somebody saved since then stays as it is."""
    try:
        opened = (project / _LIST).open("r+", encoding="utf-8")
    except OSError:  # nearly always: nothing was left
        return
    with opened, suppress(BlockingIOError):
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with suppress(ValueError, TypeError, AttributeError):  # a torn list: nothing was begun
            for path, (is_removed, mark) in json.load(opened).items():
                if _is_inside(path):  # a list that came with a project from elsewhere may say anything
                    _finish(project / path, tuple(mark) if mark else None, is_removed=is_removed)
        (project / _LIST).unlink(missing_ok=True)


def _is_inside(path: str) -> bool:
    """Whether a path names a file inside the folder that it starts from."""
    return not Path(path).is_absolute() and ".." not in Path(path).parts


def _finish(path: Path, mark: Mark | None, *, is_removed: bool) -> None:
    partial, is_as_it_was = partial_of(path), mark_of(path) == mark
    with suppress(OSError):
        if is_removed and is_as_it_was:
            path.unlink(missing_ok=True)
        elif partial.exists() and is_as_it_was:
            partial.replace(path)
        partial.unlink(missing_ok=True)
        _before(path).unlink(missing_ok=True)


@contextmanager
def listed(project: Path, paths: Mapping[str, bool]) -> Iterator[None]:
    """List files while they change, True for those that go; where that fails they come back."""
    pending = project / _LIST
    whole = {path: project / path for path in paths}
    text = json.dumps({path: (paths[path], mark_of(file)) for path, file in whole.items()})
    is_done = True
    try:
        with pending.open("wb", buffering=0) as opened:
            fcntl.flock(opened, fcntl.LOCK_EX)
            opened.write(text.encode())
            with _way_back([*whole.values()]) as backups:
                yield
            is_done = False  # if this is interrupted
            is_done = _let_go(backups)
    except HalfDoneError:
        is_done = False
        raise
    finally:
        if is_done:
            with suppress(OSError):  # who reads it next has nothing to do
                pending.unlink(missing_ok=True)


@contextmanager
def _way_back(files: Sequence[Path]) -> Iterator[Collection[Path]]:
    """Keep the old files under names of their own, which takes no room; a disk that has no links has no way
    back. These names stay where all went well."""
    backups: dict[Path, Path] = {}
    are_saved = False
    with suppress(OSError):
        for file in files:
            if file.exists():
                _before(file).unlink(missing_ok=True)
                os.link(file, _before(file))
                backups[file] = _before(file)
        are_saved = True
    try:
        yield backups.values()
    except BaseException as error:  # whoever is interrupted goes back, too
        try:
            for file in files if are_saved else ():
                backups.pop(file).replace(file) if file in backups else file.unlink(missing_ok=True)
        except BaseException as refused:
            raise HalfDoneError(*refused.args or (errno.EINTR, "interrupted twice")) from error
        finally:
            _let_go(backups.values())
        raise


def _let_go(backups: Iterable[Path]) -> bool:
    """Whether the disk let go of all that is not needed any more."""
    is_done = True
    for link in backups:
        try:
            link.unlink(missing_ok=True)
        except OSError:
            is_done = False
    return is_done


def _before(path: Path) -> Path:
    return path.with_name(f".{path.name[:200]}.before")
