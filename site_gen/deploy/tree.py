"""The built tree that is deployed: what its manifest lists, each file proved to be what was built."""

from __future__ import annotations

import re
from pathlib import Path

from site_gen.problems import ExitStatus, Place, ProblemLog, Stop
from site_gen.publish import MANIFEST, Entry, Manifest
from site_gen.values import dataclass

_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]*)">')
_REFRESH = re.compile(rb'(?i)<meta http-equiv="?refresh\b')


@dataclass(frozen=True, slots=True)
class Tree:
    """A published folder that is whole."""

    folder: Path
    manifest: Manifest

    @property
    def paths(self) -> frozenset[str]:
        """Every file of the site but its manifest."""
        return frozenset(entry.path for entry in self.manifest.entries)

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises Stop where it cannot be read."""
        try:
            return (self.folder / path).read_bytes()
        except OSError as error:
            raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {path}: {error.strerror}") from None

    @property
    def address(self) -> str:
        """Where its home page says that the site lives; empty where it does not say."""
        found = _CANONICAL.search(self.read("index.html")) if "index.html" in self.paths else None
        return found[1].decode() if found else ""

    def is_redirect(self, path: str) -> bool:
        """Whether a page of it only leads on."""
        return path in self.paths and _REFRESH.search(self.read(path)) is not None


def open_tree(folder: Path, problems: ProblemLog) -> Tree | None:
    """The tree in a folder; None where a file of it is not what was built, after telling each.

    Raises Stop where there is no published site.
    """
    manifest = _manifest(folder)
    is_whole = True
    for entry in manifest.entries:
        if what := _difference(folder, entry):
            problems.error(
                "changed-file", what, Place(entry.path), "build again: only what was built is deployed"
            )
            is_whole = False
    return Tree(folder, manifest) if is_whole else None


def _manifest(folder: Path) -> Manifest:
    hint = "run `build` first"
    try:
        content = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        message = f"there is no site to deploy: {folder} has no {MANIFEST}"
        raise Stop(ExitStatus.USAGE, message, hint) from None
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {folder / MANIFEST}: {error.strerror}") from None
    manifest = Manifest.parse(content)
    if manifest is None:
        raise Stop(ExitStatus.USAGE, f"the {MANIFEST} of {folder} is not one of ours", hint)
    return manifest


def _difference(folder: Path, entry: Entry) -> str:
    """How a file differs from what was built; empty where it does not."""
    path = folder / entry.path
    if path.is_symlink() or not path.is_file():
        return "the manifest lists this file, but it is not there"
    try:
        body = path.read_bytes()
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {path}: {error.strerror}") from None
    return entry.difference(body)
