"""The published folder: its files, those that the manifest does not list, and whether each is right."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import MANIFEST, Entry, Manifest
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Folder:
    """A published folder. `foreign` are the files in it that the manifest does not list."""

    path: Path
    manifest: Manifest
    foreign: frozenset[str]

    def contents(self, problems: ProblemLog) -> Iterator[tuple[Entry, bytes]]:
        """Every file of the manifest as it is there; what is missing or not as it was built is told."""
        for entry in self.manifest.entries:
            try:
                body = (self.path / entry.path).read_bytes()
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
                what = "the manifest lists this file, but it is not there"
                problems.error("missing-file", what, Place(entry.path), "build again")
                continue
            except OSError as error:
                raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {entry.path}: {error.strerror}") from None
            if what := entry.difference(body):
                problems.error("changed-file", what, Place(entry.path), "build again")
                entry = Entry(entry.path, len(body), hashlib.sha256(body).hexdigest())
            yield entry, body


def open_folder(path: Path) -> Folder:
    """Look at a published folder. Raises Stop where there is none."""
    hint = "run `build` first, or name the folder: check DIR"
    if not path.is_dir():
        raise Stop(ExitStatus.USAGE, f"there is no folder {path} to check", hint)
    try:
        content = (path / MANIFEST).read_bytes()
    except FileNotFoundError:
        raise Stop(ExitStatus.USAGE, f"{path} is not a published site: it has no {MANIFEST}", hint) from None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {MANIFEST}: {error.strerror}") from None
    manifest = Manifest.parse(content)
    if manifest is None:
        raise Stop(ExitStatus.USAGE, f"the {MANIFEST} of {path} is not one of ours", "build again")
    ours = {entry.path for entry in manifest.entries}
    return Folder(path, manifest, frozenset(file for file in _files(path) if file not in ours))


def _files(path: Path) -> Iterator[str]:
    """Every file in a folder but the manifest; a repository of git counts as one."""
    for parent, folders, files in os.walk(path):
        inside = Path(parent).relative_to(path)
        if ".git" in folders:
            folders.remove(".git")
            yield (inside / ".git").as_posix()
        for name in files:
            file = (inside / name).as_posix()
            if file != MANIFEST:
                yield file
