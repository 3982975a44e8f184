"""Exchanging two folders: the one moment at which a visitor's site changes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

# exchange(new, live, aside): afterwards `live` is what `new` was, and `new` what `live` was, if it was.
Exchange = Callable[[Path, Path, Path], None]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2
_RENAME_SWAP = 2  # macOS: renamex_np
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276}  # for C libraries without the function
_LACKING = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)


def exchange_folders(new: Path, live: Path, aside: Path) -> None:
    """Exchange atomically where the system can, else by two renames; a missing `live` is only renamed to."""
    if not live.exists():
        new.rename(live)
        return
    code = _exchange_natively(os.fsencode(new), os.fsencode(live))
    if code in _LACKING:
        rename_twice(new, live, aside)
    elif code:
        raise OSError(code, os.strerror(code), str(live))


def rename_twice(new: Path, live: Path, aside: Path) -> None:
    """Exchange with a gap of microseconds in which `live` is missing; `recover` mends a kill inside it.

    Chosen over a symbolic link that is flipped: a link has no gap, but the folder would no longer be a
    folder for what uploads it (rsync, zip, artefact uploaders), the step to the first link is not atomic
    either, and links need rights on Windows. Few systems lack the exchange.
    """
    if live.exists():
        live.rename(aside)
    new.rename(live)
    if aside.exists():
        aside.rename(new)


def recover(live: Path, aside: Path) -> Path | None:
    """After a kill inside `rename_twice`: put the old site back, or tell the remains to be removed."""
    if not aside.exists():
        return None
    if live.exists():
        return aside
    aside.rename(live)
    return None


def flush(descriptor: int) -> None:
    """Bring all that was written to this file system to the disk, so that a power cut cannot mix two sites.

    One call for the file system: with a sync for each file, ext4 commits its journal once a file.
    """
    import ctypes  # late: only a build that publishes needs it

    try:
        ctypes.CDLL(None).syncfs(descriptor)
    except AttributeError:
        os.sync()


def _exchange_natively(new: bytes, live: bytes) -> int:
    """0, or the error number."""
    import ctypes  # late: only a build that publishes needs it

    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(new, live, _RENAME_SWAP)
        elif hasattr(library, "renameat2"):
            failed = library.renameat2(_AT_FDCWD, new, _AT_FDCWD, live, _RENAME_EXCHANGE)
        else:
            number = _RENAMEAT2[os.uname().machine]
            failed = library.syscall(number, _AT_FDCWD, new, _AT_FDCWD, live, _RENAME_EXCHANGE)
    except (AttributeError, KeyError):
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
