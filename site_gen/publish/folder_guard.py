"""The output-folder guard: a folder that others filled is never published into, whatever its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from site_gen.problems import ExitStatus, Stop
from site_gen.publish.folder import output_folder
from site_gen.publish.manifest import MANIFEST
from site_gen.publish.staging import StagingDirectory

# What hosts and search engines want in a site's folder before the first build: .git, .well-known, .nojekyll…
_GUESTS = (".*", "CNAME", "robots.txt", "favicon.ico", "google*.html")
_HINT = "choose a new or empty folder, for instance --out _site"


def guarded_folder(project: Path, out: Path) -> Path:
    """The real folder to publish to: a new one, one of ours, or one that holds nothing but guests.

    Raises Stop, before anything is written, for any other and for one inside a folder of somebody's.
    """
    target, root = output_folder(project, out), project.resolve()
    for folder in _folders_between(root, target):
        if folder.name.startswith(".") or any(file.is_file() for file in _unknown_files(folder)):
            what = f"the output folder {out} lies in {folder.relative_to(root)}/, which was not made by us"
            raise Stop(ExitStatus.USAGE, what, _HINT)
    if not _is_ours(project, target) and any(_unknown_files(target)):
        what = f"the output folder {out} is not empty and was not made by us"
        raise Stop(ExitStatus.USAGE, what, _HINT)
    return target


def _folders_between(root: Path, target: Path) -> list[Path]:
    """The folders of the project that hold the output folder; none where it lies elsewhere."""
    return [folder for folder in target.parents if folder != root and folder.is_relative_to(root)]


def _is_ours(project: Path, target: Path) -> bool:
    """Whether we published there: a manifest tells it, or our state where that was removed."""
    return (target / MANIFEST).exists() or StagingDirectory.of(project, target).knows_site()


def _unknown_files(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder and is no guest; nothing where there is no such folder."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as listing:
        for entry in listing:
            if not any(fnmatchcase(entry.name, guest) for guest in _GUESTS):
                yield entry
