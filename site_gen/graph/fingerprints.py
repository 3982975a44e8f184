"""Whether anything changed since the last run: a fingerprint of all that a run reads, told by `stat`.

It imports nothing that is slow to import: a run without changes ends after this.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from site_gen import __version__
from site_gen.graph.store import load_cache, save_cache


class RunCache:
    """The result of the last run of a kind ("ingest", "build"), by what it read; in .plenary/."""

    def __init__(self, project: Path, kind: str) -> None:
        self._file = project / ".plenary" / f"last-{kind}"

    def get(self, inputs: str) -> Any:
        """The result of the run that read exactly these inputs; None where the last one read others."""
        return load_cache(self._file, inputs)

    def clear(self) -> None:
        """Forget the last run: what it made is no longer there."""
        self._file.unlink(missing_ok=True)

    def put(self, inputs: str, result: Any) -> None:
        """Cache the result of a run that went well; it is plain."""
        save_cache(self._file, inputs, result)


def fingerprint(folders: Sequence[Path], *options: object) -> str:
    """The digest of names, sizes, times and inodes of files, also those in folders, and of all else."""
    digest = hashlib.blake2b(repr(options).encode(), digest_size=16)
    for folder in folders:
        for line in _files(str(folder)):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@cache
def code() -> str:
    """The fingerprint of our code, as this process found it."""
    return fingerprint([Path(__file__).parents[1]])


@cache
def tool() -> str:
    """What tells this program from another one: its code, the packages beside it, and Python itself."""
    packages = [
        name for folder in sys.path if folder.endswith("-packages") for name in _distributions(folder)
    ]
    return fingerprint([], code(), __version__, sys.version, packages)


def _distributions(folder: str) -> list[str]:
    """The packages that are installed in a folder, with their versions."""
    try:
        with os.scandir(folder) as listing:
            return sorted(entry.name for entry in listing if entry.name.endswith((".dist-info", ".egg-info")))
    except OSError:
        return []


def _files(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except NotADirectoryError:
        yield _line_of(folder, Path(folder).stat())
        return
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            yield _line_of_entry(entry)


def _line_of_entry(entry: os.DirEntry[str]) -> str:
    try:
        return _line_of(entry.path, entry.stat(follow_symlinks=entry.is_symlink()))
    except OSError:  # a link that leads nowhere; whoever reads the folder reports it
        return f"{entry.path}\0nowhere\n"


def _line_of(path: str, found: os.stat_result) -> str:
    return f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ino}\n"
