"""The survey: what of the live tree is still as we left it, and what in it is not ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from site_gen.publish.claims import parent_of, same_name
from site_gen.publish.manifest import MANIFEST
from site_gen.publish.state import State
from site_gen.publish.tree import Filed, FolderMark, Tree, file_again, folder_mark, is_as_filed, open_folder


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in the live tree and the standby.

    `sound` are the files whose bytes are proved, `linked` those of them that the standby holds already,
    `folders` and `foreign` are those of the live tree, which is `intact` where it holds all of its files.
    """

    sound: dict[str, Filed]
    linked: frozenset[str]
    folders: dict[str, FolderMark]
    foreign: tuple[str, ...]
    intact: bool
    all_known: bool  # False where bytes had to be read because times or inodes were new


def survey(live: int, standby: int, state: State, claimed_folders: Set[str]) -> Survey:
    """Look at every file and folder that the state lists; reading bytes only where a file looks new."""
    folders = survey_folders(live, state.live, claimed_folders)
    sound, linked, all_known = _survey_files(live, standby, state)
    intact = len(sound) == len(state.live.files) and folders.holds_all(sound)
    return Survey(sound, frozenset(linked), folders.marks, tuple(sorted(folders.foreign)), intact, all_known)


@dataclass(frozen=True, slots=True)
class FolderSurvey:
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


def survey_folders(live: int, tree: Tree, claimed_folders: Set[str]) -> FolderSurvey:
    """Find what is not ours: only a folder whose time changed, or that held such things, is listed."""
    found = FolderSurvey()
    found.changed.add("")
    found.foreign.extend(_foreign_in(live, "", tree, claimed_folders, found.inodes))
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
            found.foreign.extend(_foreign_in(live, folder, tree, claimed_folders, found.inodes))
    return found


def _foreign_in(
    live: int, folder: str, tree: Tree, claimed_folders: Set[str], inodes: dict[str, int]
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
            if is_folder and same_name(path) in claimed_folders:
                yield from _foreign_in(live, path, tree, claimed_folders, inodes)
            else:
                yield path


def _survey_files(live: int, standby: int, state: State) -> tuple[dict[str, Filed], list[str], bool]:
    sound: dict[str, Filed] = {}
    linked: list[str] = []
    spare, all_known = state.standby.files, True
    for path, filed in state.live.files.items():
        if spare.get(path) == filed and is_as_filed(standby, path, filed):
            linked.append(path)
            sound[path] = filed
        elif is_as_filed(live, path, filed):
            sound[path] = filed
        elif again := file_again(live, path, filed[0]):
            sound[path] = again
            all_known = False
    return sound, linked, all_known
