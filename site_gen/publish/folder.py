"""The output folder: refused where a build into it could touch anything but a published site."""

from __future__ import annotations

import os
from pathlib import Path

from site_gen.problems import ExitStatus, Stop

_SOURCES = ("content", "templates", "static", "site_gen", ".git", ".plenary")
_HINT = "choose a folder of its own, for instance --out _site"


def output_folder(project: Path, out: Path) -> Path:
    """The real folder to publish to.

    A symbolic link as the output folder is followed: the folder that it points to is exchanged, the link
    stays; one in the project must not lead out of it. Raises Stop before anything is written where the
    folder is, holds or lies inside what is not ours.
    """
    root, target = project.resolve(), _resolved(out)
    if target.exists() and not target.is_dir():
        raise Stop(ExitStatus.USAGE, f"the output folder {out} is a file", _HINT)
    if _holds(target, root):
        raise Stop(ExitStatus.USAGE, f"the output folder {out} is the project or holds it", _HINT)
    if _holds(target, _home()):
        raise Stop(ExitStatus.USAGE, f"the output folder {out} is the home folder or holds it", _HINT)
    if _leaves(out, root, target):
        raise Stop(ExitStatus.USAGE, f"the output folder {out} leaves the project by a symbolic link", _HINT)
    for name in _SOURCES:
        source = (root / name).resolve()
        if _holds(target, source) or _holds(source, target):
            raise Stop(ExitStatus.USAGE, f"the output folder {out} is, holds or lies inside {name}/", _HINT)
    if {".git", ".plenary"} & set(target.parts):
        raise Stop(ExitStatus.USAGE, f"the output folder {out} lies inside a tool's own folder", _HINT)
    _require_rights(target)
    return target


def nearest_folder(path: Path) -> Path:
    """The path, or its nearest parent that exists."""
    return next(folder for folder in (path, *path.parents) if folder.exists())


def real(path: Path) -> Path:
    """A path without symbolic links; one that leads in circles stays, and what opens it is refused."""
    return Path(os.path.realpath(path))


def _resolved(out: Path) -> Path:
    try:
        return out.resolve()
    except (OSError, RuntimeError) as error:  # a loop of links
        raise Stop(ExitStatus.USAGE, f"the output folder {out} cannot be found: {error}", _HINT) from None


def _leaves(out: Path, root: Path, target: Path) -> bool:
    """Whether a folder that is named inside the project really lies elsewhere."""
    if _holds(root, target):
        return False
    named = Path(os.path.normpath(out.absolute()))
    return any(_holds(root, _resolved(folder)) for folder in named.parents)


def _home() -> Path:
    try:
        return Path.home().resolve()
    except RuntimeError:  # no home folder: nothing but "/" to protect
        return Path("/")


def _holds(outer: Path, inner: Path) -> bool:
    return any(_same(outer, folder) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    """Also true for two spellings of one folder where the file system ignores case."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _require_rights(target: Path) -> None:
    if os.path.ismount(target):
        raise Stop(
            ExitStatus.ENVIRONMENT,
            f"the output folder {target} is a mount point and cannot be exchanged",
            f"publish to a folder inside it: --out {target}/site",
        )
    existing = nearest_folder(target.parent)
    if not os.access(existing, os.W_OK | os.X_OK):
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot publish to {target}: no right to write in {existing}")
