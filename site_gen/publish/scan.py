"""The scan: what of the live tree is still as we left it, and what in it is not ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from dataclasses import field

from site_gen.publish.manifest import MANIFEST
from site_gen.publish.planned_outputs import parent_of, same_name
from site_gen.publish.state import State
from site_gen.publish.tree import Filed, FolderMark, Tree, file_again, folder_mark, is_as_filed, open_folder
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in the live tree and the previous tree.

    `sound` are the files whose bytes are proved, `linked` those of them that the previous tree holds already,
    `folders` and `foreign` are those of the live tree, which is `intact` where it holds all of its files.
    """

    sound: dict[str, Filed]
    linked: frozenset[str]
    folders: dict[str, FolderMark]
    foreign: tuple[str, ...]
    intact: bool
    all_known: bool  # False where bytes had to be read because times or inodes were new


def scan(live: int, previous: int, state: State, planned_folders: Set[str]) -> Scan:
    """Look at every file and folder that the state lists; reading bytes only where a file looks new."""
    folders = scan_folders(live, state.live, planned_folders)
    sound, linked, all_known = _scan_files(live, previous, state)
    intact = len(sound) == len(state.live.files) and folders.holds_all(sound)
    return Scan(sound, frozenset(linked), folders.marks, tuple(sorted(folders.foreign)), intact, all_known)


@dataclass(frozen=True, slots=True)
class FolderScan:
    """The folders of a tree; `inodes` are the names found in the `changed` ones."""

    marks: dict[str, FolderMark] = field(default_factory=dict)
    foreign: list[str] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    inodes: dict[str, int] = field(default_factory=dict)

    def holds_all(self, files: dict[str, Filed]) -> bool:
        """Whether every file still has its name; a folder that did not change lost none."""
        return not any(
            parent_of(path) in self.changed and self.inodes.get(path) != filed[3]
            for path, filed in files.items()
        )


def scan_folders(live: int, tree: Tree, planned_folders: Set[str]) -> FolderScan:
    """Find what is not ours: only a folder whose time changed, or that held such things, is listed."""
    found = FolderScan()
    found.changed.add("")
    found.foreign.extend(_foreign_in(live, "", tree, planned_folders, found.inodes))
    holding = {parent_of(item) for item in tree.foreign}
    for folder, known in tree.folders.items():  # parents come before what they hold
        above = parent_of(folder)
        mark = folder_mark(live, folder) if not above or above in found.marks else None
        if mark is None:
            found.changed.add(folder)
            continue
        found.marks[folder] = mark
        if mark != known or folder in holding:
            found.changed.add(folder)
            found.foreign.extend(_foreign_in(live, folder, tree, planned_folders, found.inodes))
    return found


def _foreign_in(
    live: int, folder: str, tree: Tree, planned_folders: Set[str], inodes: dict[str, int]
) -> Iterator[str]:
    descriptor = open_folder(live, folder)
    try:
        with os.scandir(descriptor) as listing:
            entries = [(entry.name, entry.is_dir(follow_symlinks=False), entry.inode()) for entry in listing]
    finally:
        os.close(descriptor)
    for name, is_folder, inode in entries:
        path = f"{folder}/{name}" if folder else name
        if not is_folder and (path in tree.files or path == MANIFEST):
            inodes[path] = inode
        elif not is_folder or path not in tree.folders:
            if is_folder and same_name(path) in planned_folders:
                yield from _foreign_in(live, path, tree, planned_folders, inodes)
            else:
                yield path


def _scan_files(live: int, previous: int, state: State) -> tuple[dict[str, Filed], list[str], bool]:
    sound: dict[str, Filed] = {}
    linked: list[str] = []
    spare, all_known = state.previous.files, True
    for path, filed in state.live.files.items():
        if spare.get(path) == filed and is_as_filed(previous, path, filed):
            linked.append(path)
            sound[path] = filed
        elif is_as_filed(live, path, filed):
            sound[path] = filed
        elif again := file_again(live, path, filed[0]):
            sound[path] = again
            all_known = False
    return sound, linked, all_known
