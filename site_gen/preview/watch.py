"""Notices changes in the folders that a site is made of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, awatch

from site_gen.assets import built_in
from site_gen.problems import ExitStatus, Stop

_FOLDERS = ("content", "templates", "static")
_STEP = 20  # milliseconds of quiet after which changes are told
_RARE_STEP = 100  # the same for what hardly ever changes
_PAUSE = 0.5  # seconds before what was not there is looked up again


async def watch(project: Path, changed: Callable[[], None]) -> None:
    """Call `changed` after every change, until cancelled; raises Stop where the system cannot watch."""
    while True:
        replaced = asyncio.Event()
        sentry = asyncio.create_task(_await_replacement(project, replaced))
        await asyncio.sleep(0)  # the sentry stands before the folders are looked up
        try:
            async for _ in awatch(*_watched(project), step=_STEP, stop_event=replaced):
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
