"""What may befall the output folder and the caches of a project between two builds."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from site_gen.publish.manifest import MANIFEST

Sort = Literal[
    "a published file is gone", "a published file is edited", "a cache is gone", "a cache is torn",
    "all caches are gone",
]  # fmt: skip
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True)
class Damage:
    """One of the sorts, done to one file: `share` of the way down the list of files."""

    sort: Sort
    share: float

    def __str__(self) -> str:
        return f"{self.sort} ({self.share:.4f})"

    def do(self, project: Path) -> None:
        """Do it, where there is such a file."""
        if self.sort == "all caches are gone":
            shutil.rmtree(project / ".plenary", ignore_errors=True)
            return
        files = _published(project) if "published" in self.sort else _caches(project)
        if files:
            _harm(files[int(self.share * len(files))], self.sort)


def _published(project: Path) -> list[Path]:
    # Without a manifest and caches nobody could tell that a site is ours.
    return sorted(file for file in (project / "_site").rglob("*") if file.is_file() and file.name != MANIFEST)


def _caches(project: Path) -> list[Path]:
    """The caches, but for the files of the previous tree, which share their bytes with published ones."""
    files = (file for file in (project / ".plenary").rglob("*") if file.is_file())
    return sorted(file for file in files if not any("published-" in part for part in file.parts[:-2]))


def _harm(file: Path, sort: Sort) -> None:
    if sort.endswith("gone"):
        file.unlink()
    else:
        body = file.read_bytes()
        file.unlink()  # not in place: the previous tree may share the file
        file.write_bytes(body[: len(body) // 2])
