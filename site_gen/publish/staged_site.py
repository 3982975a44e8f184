"""The staged site: the previous tree while it becomes the next site, beside the live tree."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from site_gen.publish.foreign import blocked_output, mirror, rescue
from site_gen.publish.manifest import MANIFEST, Entry, Manifest
from site_gen.publish.planned_outputs import PlannedOutputs, folders_of, parent_of
from site_gen.publish.scan import Scan, scan, scan_folders
from site_gen.publish.state import State
from site_gen.publish.tree import (
    Filed,
    FolderMark,
    Tree,
    copy_into,
    folder_mark,
    link,
    make_folder,
    open_root,
    read,
    remove,
    remove_files,
    status,
    write,
)
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class StagedSite:
    """Two trees by the descriptors of their roots, and what is known of them.

    After `clear` it holds nothing of ours but files that are live and planned.
    """

    live: int
    descriptor: int
    planned: PlannedOutputs
    state: State
    found: Scan

    @classmethod
    def open(cls, previous: Path, out: Path, planned: PlannedOutputs, state: State) -> StagedSite:
        """Open both trees and scan them."""
        descriptor = open_root(previous)
        # Before the first publication nothing is live: the empty tree stands for that.
        live = open_root(out) if out.exists() else os.dup(descriptor)
        return cls(live, descriptor, planned, state, scan(live, descriptor, state, planned.folders))

    def close(self) -> None:
        """Let both trees go."""
        os.close(self.descriptor)
        os.close(self.live)

    def clear(self) -> None:
        """Remove what is not live or not planned, so that `put` finds room and `read` finds no old bytes."""
        keepable = self.found.linked & self.planned.paths
        remove_files(self.descriptor, sorted(self.state.previous.files.keys() - keepable))
        for item in sorted({*self.state.previous.foreign} - {*self.found.foreign}):
            remove(self.descriptor, item)

    def abandon(self) -> None:
        """Remove what was put and the state does not tell of."""
        remove_files(self.descriptor, sorted(self.planned.paths - self.state.previous.files.keys()))

    def is_live(self, path: str, sha256: str) -> bool:
        """Whether these bytes are proved to be live at the path."""
        filed = self.found.sound.get(path)
        return filed is not None and filed[0] == sha256

    def put(self, path: str, body: bytes) -> None:
        """Write a file that is not live."""
        write(self.descriptor, path, body)

    def copy(self, path: str, opened: BinaryIO) -> None:
        """Write a file that is not live, as another one stands from where it is read."""
        copy_into(self.descriptor, path, opened)

    def read(self, path: str) -> bytes:
        """The bytes that the path will have."""
        return read(self.descriptor if status(self.descriptor, path) else self.live, path)

    def complete(self, manifest: Manifest, content: bytes) -> State:
        """Make the staged site whole; the answer is the state of both trees after the exchange."""
        files = self._place(manifest)
        write(self.descriptor, MANIFEST, content)
        for item in self.found.foreign:
            mirror(self.live, self.descriptor, item)
        live = Tree(files, self._marks(files), self.found.foreign)
        return State(live, Tree(self._old_files(), self.found.folders, self.found.foreign))

    def unchanged(self) -> State:
        """The state where nothing had to be published, with the times that were read."""
        live = Tree(self.found.sound, self.found.folders, self.found.foreign)
        return State(live, Tree(self.state.previous.files, {}, self.state.previous.foreign))

    def _place(self, manifest: Manifest) -> dict[str, Filed]:
        """Complete the tree: what is live and not yet in it is linked."""
        files: dict[str, Filed] = {}
        if not self.found.linked:  # a new tree: cheaper than to miss each folder when linking
            for folder in sorted(folders_of(self.planned.paths)):
                make_folder(self.descriptor, folder)
        for entry in manifest.entries:
            if self.is_live(entry.path, entry.sha256) and self._is_linked(entry.path):
                files[entry.path] = self.found.sound[entry.path]
            else:
                files[entry.path] = self._filed(entry)
        return files

    def _is_linked(self, path: str) -> bool:
        return path in self.found.linked or link(self.live, self.descriptor, path)

    def _filed(self, entry: Entry) -> Filed:
        found = status(self.descriptor, entry.path)
        if found is None or found.st_size != entry.size:
            raise ValueError(f"'{entry.path}' was not put")
        return (entry.sha256, found.st_size, found.st_mtime_ns, found.st_ino)

    def _marks(self, files: dict[str, Filed]) -> dict[str, FolderMark]:
        """The folders of the staged site, parents first; one in which nothing was done keeps its old mark."""
        marks = self.state.previous.folders
        before = self.state.previous.files
        touched = {parent_of(path) for path in before.keys() ^ files.keys()}
        touched |= {parent_of(path) for path, filed in files.items() if before.get(path) != filed}
        touched |= folders_of(f"{folder}/" for folder in touched)
        found: dict[str, FolderMark] = {}
        for folder in sorted(folders_of(files)):
            old = None if folder in touched else marks.get(folder)
            mark = old or folder_mark(self.descriptor, folder)
            if mark:
                found[folder] = mark
        return found

    def _old_files(self) -> dict[str, Filed]:
        """What the next build may remove from the tree that leaves: each file of ours that can be in it."""
        files = {**self.state.live.files, **self.found.sound}
        if self.found.intact:
            return files
        # A folder that somebody replaced by a link must not lead us out of the tree.
        inside = {"", *self.found.folders}
        return {path: filed for path, filed in files.items() if parent_of(path) in inside}

    def rescue(self) -> bool:
        """What others wrote into the old tree between our scan and the exchange comes over.

        False where something took the place of an output: then the previous tree cannot be relied on.
        """
        before = Tree(self.state.live.files, self.found.folders, self.found.foreign)
        late = scan_folders(self.live, before, self.planned.folders).foreign
        free = [item for item in late if blocked_output(item, self.planned) is None]
        for item in free:
            rescue(self.live, self.descriptor, item)
        return free == late

    def size_of_new(self) -> int:
        """The bytes of the files that only the staged site has."""
        return sum(
            found.st_size
            for _, _, files, folder in os.fwalk(dir_fd=self.descriptor)
            for found in (os.stat(name, dir_fd=folder, follow_symlinks=False) for name in files)
            if found.st_nlink == 1
        )
