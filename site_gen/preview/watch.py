"""Notices changes in the folders that a site is made of."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from watchfiles import Change, awatch

from site_gen.assets import built_in
from site_gen.problems import ExitStatus, Stop

_FOLDERS = ("content", "templates", "static")
_STEP = 20  # milliseconds of quiet after which changes are told
_PATIENCE = 50  # milliseconds in which a file that is being saved is filled
_GLANCE = 10  # milliseconds between two looks at it
_RARE_STEP = 100  # the same for what hardly ever changes
_PAUSE = 0.5  # seconds before what was not there is looked up again


async def watch(project: Path, changed: Callable[[], None]) -> None:
    """Call `changed` after every change, until cancelled; raises Stop where the system cannot watch."""
    while True:
        replaced = asyncio.Event()
        sentry = asyncio.create_task(_await_replacement(project, replaced))
        await asyncio.sleep(0)  # the sentry stands before the folders are looked up
        try:
            async for changes in awatch(*_watched(project), step=_STEP, stop_event=replaced):
                await _settled([Path(path) for _, path in changes])
                changed()
            await sentry
        except FileNotFoundError:  # a folder, or the whole project, went while it was looked up
            await asyncio.sleep(_PAUSE)
        except OSError as error:
            hint = "with WATCHFILES_FORCE_POLLING=1 the files are polled instead"
            raise Stop(ExitStatus.ENVIRONMENT, f"cannot watch the project: {error}", hint) from error
        finally:
            sentry.cancel()
            await asyncio.gather(sentry, return_exceptions=True)
        changed()


async def _settled(files: Sequence[Path]) -> None:
    """Wait a moment for files that are empty: an editor that saves may have emptied them first."""
    for _ in range(_PATIENCE // _GLANCE):
        if not any(map(_is_empty, files)):
            return
        await asyncio.sleep(_GLANCE / 1000)


def _is_empty(path: Path) -> bool:
    try:
        found = path.stat()
    except OSError:  # gone, which is no state of saving
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == 0


async def _await_replacement(project: Path, replaced: asyncio.Event) -> None:
    """Set the event when one of the folders comes, goes or is another: a new one is not watched yet.

    It is set also where the system cannot watch, and the error raised.
    """

    def is_ours(_: Change, path: str) -> bool:
        return Path(path).name in _FOLDERS

    try:
        async for _ in awatch(project, watch_filter=is_ours, step=_RARE_STEP, recursive=False):
            return
    finally:
        replaced.set()


def _watched(project: Path) -> list[Path]:
    """The project's folders and, in a clone, the built-in ones; in a wheel those never change."""
    folders = [project / name for name in _FOLDERS]
    if "_builtin" not in built_in("templates").parts:
        folders += [built_in("templates"), built_in("static")]
    return sorted({folder.resolve() for folder in folders if folder.is_dir()})
