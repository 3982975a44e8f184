"""Whether the live tree is still what the last publication left."""

from __future__ import annotations

import os
from pathlib import Path

from site_gen.publish.staging import StagingDirectory, descriptor_of
from site_gen.publish.tree import folder_mark, is_as_filed


def is_untouched(project: Path, out: Path) -> bool:
    """Whether every file and folder of the site in `out` is as the last build left it."""
    if not out.is_dir():
        return False
    staging = StagingDirectory.of(project, Path(os.path.realpath(out)))
    state = staging.load_exact()
    if state is None:
        return False
    with descriptor_of(staging.out) as live:
        return all(is_as_filed(live, path, filed) for path, filed in state.live.files.items()) and all(
            folder_mark(live, folder) == mark for folder, mark in state.live.folders.items()
        )
