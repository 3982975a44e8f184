"""What content files said when they were read last: a file with the same bytes is not parsed again.

YAML and its validation are nearly all of the time that loading takes, and half of what is imported for it.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from site_gen.graph.fingerprints import tool
from site_gen.graph.store import load_cache, save_cache
from site_gen.problems import Problem, ProblemLog

T = TypeVar("T")

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
        self._before: CachedFiles = (load_cache(file, code) or {}) if file else {}
        self._now: CachedFiles = {}
        self._made: dict[str, tuple[str, Any, Sequence[Problem]]] = {}

    @classmethod
    def of(cls, project: Path, *, clean: bool = False) -> ContentCache:
        """What the last build of a project read; with `clean` all is read again."""
        file = project / ".plenary" / "content"
        if clean:
            file.unlink(missing_ok=True)
        return cls(file, tool())

    def value(
        self,
        file: str,
        body: bytes | None,
        given: object,
        read: Callable[[ProblemLog], T],
        problems: ProblemLog,
    ) -> T:
        """What `read` makes of a file with these bytes, None where there is no file, and of what else is
        given; the problems are told as they were when it was read."""
        digest = _digest(body, given)
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
        if self._file and self._now != self._before:
            save_cache(self._file, self._code, self._now)


class _Restored(pickle.Unpickler):
    """Takes out values of the model and problems, and nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("site_gen.conference.") or module in _PLAIN_MODULES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of content")


_PLAIN_MODULES = ("site_gen.problems", "datetime")


def _digest(body: bytes | None, given: object) -> str:
    digest = hashlib.blake2b(repr((given, body is None)).encode(), digest_size=16)
    digest.update(b"\0" + (body or b""))
    return digest.hexdigest()
