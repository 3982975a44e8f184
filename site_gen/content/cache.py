"""What content files said when they were read last: a file with the same bytes is not parsed again.

YAML and its validation are nearly all of the time that loading takes, and half of what is imported for it.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from time import time_ns
from typing import Any, TypeAlias, TypeVar

from site_gen.graph.fingerprints import tool
from site_gen.graph.store import load_cache, save_cache
from site_gen.problems import Problem, ProblemLog

T = TypeVar("T")

Status: TypeAlias = tuple[int, int, int, int]
"""Size, times of the last change of the bytes and of anything in nanoseconds, inode."""

_Read: TypeAlias = tuple[Any, ...]
"""The digest of what was read, the status of the file, and what else was given, as text."""

_SETTLED = 100_000_000  # nanoseconds: what changed later than that may change once more in the same tick

CachedFiles = dict[str, tuple[str, bytes]]
"""For each content file the digest of what was read, and the value and problems that came of it."""


class ContentCache:
    """What content files said, by the digest of their bytes; without a file of its own it is empty at first.

    Who reads files through it must make of the same bytes the same value and the same problems.
    """

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        """`code` tells the code that reads: what another one read is not used."""
        self._file = file
        self._code = code
        cached: tuple[CachedFiles, dict[str, _Read]] = (load_cache(file, code) if file else None) or ({}, {})
        self._before, self._statuses_before = cached
        self._statuses = self._statuses_before.copy()
        self._now: CachedFiles = {}
        self._made: dict[str, tuple[str, Any, Sequence[Problem]]] = {}

    @classmethod
    def of(cls, project: Path, *, clean: bool = False) -> ContentCache:
        """What the last build of a project read; with `clean` all is read again."""
        file = project / ".plenary" / "content"
        if clean:
            file.unlink(missing_ok=True)
        return cls(file, tool())

    def standing(
        self, file: str, status: Status | None, given: object, problems: ProblemLog
    ) -> tuple[Any] | None:
        """What came of a file that has the status which it had when it was read, with its problems; None
        where it must be read."""
        digest, *before = self._statuses.get(file, ("",))
        if status is None or before != [*status, repr(given)]:
            return None
        known = self._now.get(file) or self._before.get(file)
        if known is None or known[0] != digest:
            return None
        return (self._value(file, digest, _never, problems),)

    def value(
        self,
        file: str,
        body: bytes | None,
        given: object,
        read: Callable[[ProblemLog], T],
        problems: ProblemLog,
        status: Status | None = None,
    ) -> T:
        """What `read` makes of a file with these bytes, None where there is no file, and of what else is
        given; the problems are told as they were when it was read. `status` is that from before."""
        digest = _digest(body, given)
        self._statuses.pop(file, None)
        if status and time_ns() - max(status[1], status[2]) > _SETTLED:
            self._statuses[file] = (digest, *status, repr(given))
        return self._value(file, digest, read, problems)

    def _value(self, file: str, digest: str, read: Callable[[ProblemLog], T], problems: ProblemLog) -> T:
        if self._made.get(file, ("",))[0] != digest:
            self._made[file] = (digest, *self._restored(file, digest, read))
        _, value, found = self._made[file]
        problems.extend(found)
        return value  # type: ignore[no-any-return]  # it is what `read` made

    def _restored(
        self, file: str, digest: str, read: Callable[[ProblemLog], object]
    ) -> tuple[object, Sequence[Problem]]:
        """The value and problems of a file as they were kept, else as it is read now."""
        known = self._now.get(file) or self._before.get(file)
        if known and known[0] == digest:
            self._now[file] = known
            value, found = _Restored(BytesIO(known[1])).load()
        else:
            log = ProblemLog()
            value, found = read(log), log.all
            self._now[file] = (digest, pickle.dumps((value, found)))
        return value, found

    @property
    def added(self) -> CachedFiles:
        """What was read and not known before; plain, so that it can go through a pipe."""
        return {file: known for file, known in self._now.items() if self._before.get(file) != known}

    def merge(self, added: CachedFiles) -> None:
        """Take over what another process read; it serves as long as the files stay as they were."""
        self._now.update(added)

    def save(self) -> None:
        """Keep what was read, and nothing else, for the next run."""
        statuses = {file: read for file, read in self._statuses.items() if file in self._now}
        if self._file and (self._now != self._before or statuses != self._statuses_before):
            save_cache(self._file, self._code, (self._now, statuses))

    def close(self) -> None:
        """Let go of all that was read, which its readers have."""
        self._before, self._now, self._made = {}, {}, {}
        self._statuses_before, self._statuses = {}, {}


class _Restored(pickle.Unpickler):
    """Takes out values of the model and problems, and nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("site_gen.conference.") or module in _PLAIN_MODULES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of content")


_PLAIN_MODULES = ("site_gen.problems", "datetime")


def status_of(path: str) -> Status | None:
    """The status of a regular file; None for all else."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _never(_problems: ProblemLog) -> Any:
    raise ValueError("a file that was read is known")


def _digest(body: bytes | None, given: object) -> str:
    digest = hashlib.blake2b(repr((given, body is None)).encode(), digest_size=16)
    digest.update(b"\0" + (body or b""))
    return digest.hexdigest()
