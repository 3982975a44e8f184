"""A folder on this machine as a target: every file replaced as a whole, pages after what they refer to."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.deploy.delivery import Delivery
from site_gen.deploy.target_state import (
    PENDING,
    WORK,
    TargetState,
    pending_manifest,
    published_exports,
    read_manifest,
)
from site_gen.deploy.tree import Tree
from site_gen.problems import ExitStatus, Stop
from site_gen.publish import MANIFEST, Entry
from site_gen.publish.exchange import flush
from site_gen.publish.planned_outputs import parent_of
from site_gen.publish.staging import descriptor_of
from site_gen.publish.tree import make_folder, remove, remove_files, write
from site_gen.values import dataclass

_PART = f"{WORK}/part"
_AGAIN = "when that is mended, run deploy again: it completes what broke off"


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """A folder, which may hold files that are not ours. It need not exist yet."""

    path: Path

    @property
    def title(self) -> str:
        return f"Folder {self.path}"

    @property
    def root(self) -> str:
        return str(self.path)

    def proposal(self) -> str:
        return ""

    def look(self, tree: Tree) -> TargetState:
        with self._right("read"):
            files = frozenset(_files(self.path)) - {MANIFEST}
            pending = _bytes(self.path / PENDING)
            published = read_manifest(_bytes(self.path / MANIFEST), self.title)
            return TargetState(
                published=published,
                exports=published_exports(published, lambda path: _bytes(self.path / path)),
                pending=pending_manifest(pending, begun=(self.path / WORK).is_dir()),
                files=files,
                same=frozenset(_same(self.path, tree, files)),
            )

    def extras(self, _state: TargetState, _address: str) -> dict[str, bytes]:
        return {}

    def publish(self, delivery: Delivery) -> None:
        tree, changes = delivery.tree, delivery.changes
        with self._right("write to"), _usual_rights():
            self.path.mkdir(parents=True, exist_ok=True)
            with descriptor_of(self.path) as root:
                write(root, PENDING, delivery.pending.to_bytes())
                remove_files(root, changes.in_the_way)
                for path in (path for step in changes.steps for path in step):
                    _put(root, path, tree.read(path))
                flush(root)  # the manifest must not outlive a power cut that its files do not
                _put(root, MANIFEST, tree.manifest.to_bytes())
                for step in changes.last_steps:
                    remove_files(root, step)
                remove(root, WORK)

    @contextmanager
    def _right(self, verb: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            inside = [str(error.filename)] if error.filename not in (None, "", str(self.path)) else []
            what = ": ".join([f"cannot {verb} {self.path}", *inside, error.strerror or "broken"])
            raise Stop(ExitStatus.ENVIRONMENT, what, _AGAIN) from None


@contextmanager
def _usual_rights() -> Iterator[None]:
    """A web server must be able to read what is published, whatever the mask of the user."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def _put(root: int, path: str, body: bytes) -> None:
    """Replace a file as a whole, or make it."""
    write(root, _PART, body)
    if folder := parent_of(path):
        make_folder(root, folder)
    os.replace(_PART, path, src_dir_fd=root, dst_dir_fd=root)


def _files(folder: Path) -> Iterator[str]:
    """Everything in a folder that is not a folder, and the folders that are empty or links."""
    for parent, folders, names in os.walk(folder):
        inside = Path(parent).relative_to(folder)
        if inside == Path() and WORK in folders:
            folders.remove(WORK)
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        yield from ((inside / name).as_posix() for name in (*names, *links))


def _same(folder: Path, tree: Tree, files: frozenset[str]) -> Iterator[str]:
    """The paths at which the very bytes of the tree lie."""
    for entry in tree.manifest.entries:
        if entry.path in files and _holds(folder / entry.path, entry):
            yield entry.path


def _holds(path: Path, entry: Entry) -> bool:
    if path.is_symlink() or path.stat().st_size != entry.size:
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == entry.sha256


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
