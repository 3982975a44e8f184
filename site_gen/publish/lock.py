"""The lock of a project: one build at a time."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from pathlib import Path

from site_gen.problems import ExitStatus, Stop
from site_gen.values import dataclass

_POLL = 0.05  # seconds between two tries


@dataclass(frozen=True, slots=True)
class Lock:
    """Held while a build writes.

    A POSIX record lock: it belongs to this process alone, so forked workers do not inherit it and cannot
    keep it when the build is killed. It does not separate two publications inside one process.
    """

    descriptor: int

    @classmethod
    def acquire(cls, file: Path, patience: float) -> Lock:
        """Wait up to `patience` seconds for another build to end, then raise Stop naming its process."""
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        deadline = time.monotonic() + patience
        try:
            while not _try(descriptor):
                if time.monotonic() >= deadline:
                    holder = os.pread(descriptor, 20, 0).decode(errors="replace").strip() or "unknown"
                    raise Stop(ExitStatus.ENVIRONMENT, f"another build is running (pid {holder})")
                time.sleep(_POLL)
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, b"%d\n" % os.getpid(), 0)
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        """Let the next build begin."""
        os.close(self.descriptor)


def _try(descriptor: int) -> bool:
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN):
            return False
        raise
    return True
