"""Foreign files: what lies in the output folder and is not ours (CNAME, .git, .well-known).

They are carried by hard links, so they are in the new tree before the exchange and never missing, whatever
their size. What writes in place writes to both trees; what writes a new file and renames it (git) is
followed at the next publication, and after the exchange once more for what happened meanwhile. A program
that runs inside the output folder itself while it is exchanged goes on in the previous tree.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from site_gen.problems import ProblemLog
from site_gen.publish.planned_outputs import PlannedOutput, PlannedOutputs, parent_of, same_name
from site_gen.publish.tree import link, make_folder, names, remove, status


def refuse_foreign(foreign: Iterable[str], planned: PlannedOutputs, out: str, problems: ProblemLog) -> None:
    """Note every foreign path that stands where an output, or a folder for it, must go."""
    for path in foreign:
        if output := blocked_output(path, planned):
            problems.error(
                "foreign-file",
                f"the output '{output.path}' would replace {out}/{path}, which we did not make",
                output.source,
                hint="move it out of the output folder, or delete it",
            )


def blocked_output(path: str, planned: PlannedOutputs) -> PlannedOutput | None:
    """An output that cannot be made while something foreign lies at this path; None where there is none."""
    name = same_name(path)
    if name in planned.folders:
        return next(planned.owners[path] for path in sorted(planned.owners) if path.startswith(name + "/"))
    while name:
        if output := planned.owners.get(name):
            return output
        name = parent_of(name)
    return None


def mirror(source: int, target: int, path: str) -> None:
    """Make what lies at a path in one tree the same in the other, by links."""
    here, there = status(source, path), status(target, path)
    if here is None:
        remove(target, path)
    elif not stat.S_ISDIR(here.st_mode):
        if there is None or here.st_ino != there.st_ino:
            remove(target, path)
            with suppress(FileNotFoundError):  # its owner removed it this very moment
                link(source, target, path)
    else:
        _mirror_folder(source, target, path, there)


def _mirror_folder(source: int, target: int, path: str, there: os.stat_result | None) -> None:
    if there is None or not stat.S_ISDIR(there.st_mode):
        remove(target, path)
        make_folder(target, path)
    _copy_mode(source, target, path)
    inside = names(source, path)
    for name in {*inside, *names(target, path)}:
        mirror(source, target, f"{path}/{name}")


def rescue(source: int, target: int, path: str) -> None:
    """Bring over what appeared or became newer at a path of the old tree; remove nothing."""
    here, there = status(source, path), status(target, path)
    if here is None:
        return
    if there is None:
        mirror(source, target, path)
    elif stat.S_ISDIR(here.st_mode) and stat.S_ISDIR(there.st_mode):
        for name in names(source, path):
            rescue(source, target, f"{path}/{name}")
    elif here.st_ino != there.st_ino and here.st_mtime_ns > there.st_mtime_ns:
        mirror(source, target, path)


def _copy_mode(source: int, target: int, folder: str) -> None:
    found = os.stat(folder, dir_fd=source, follow_symlinks=False)
    os.chmod(folder, stat.S_IMODE(found.st_mode), dir_fd=target)
