"""One build of the preview: in a thread, so that pages are answered meanwhile, and never the end of it."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import perf_counter

from site_gen.problems import Place, Problem, ProblemLog, Stop

Rebuild = Callable[[ProblemLog], bool]
"""Builds the site: True if it is published, else False with the reasons in the log."""

_PACKAGE = Path(__file__).parent.parent
_LONGEST = 300  # characters of an exception; some hold whole documents


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: whether the site is the new one, all problems, and how long it took."""

    good: bool
    problems: tuple[Problem, ...]
    seconds: float

    @property
    def obstacles(self) -> tuple[Problem, ...]:
        """The problems that forbade the site: the errors, or where warnings were enough, those."""
        errors = tuple(problem for problem in self.problems if problem.severity == "error")
        return () if self.good else errors or self.problems


def attempt(rebuild: Rebuild) -> Outcome:
    """Build once; an exception becomes a problem."""
    log, begin, good = ProblemLog(), perf_counter(), False
    try:
        good = rebuild(log)
        if not good and not log.all:
            log.error("no-reason", "the build failed and did not say why", Place("plenary"))
    except Stop as stop:
        log.error("stopped", str(stop), Place("plenary"), stop.hint)
    except BaseException as bug:  # a SystemExit too must not leave the preview waiting for ever
        hint = "this is a mistake in the program, not in your content; please report it"
        log.error("bug", f"{type(bug).__name__}: {bug}"[:_LONGEST], _origin(bug), hint)
    return Outcome(good, tuple(log.all), perf_counter() - begin)


def _origin(bug: BaseException) -> Place:
    """The line that raised."""
    frame = traceback.extract_tb(bug.__traceback__)[-1]
    file = Path(frame.filename)
    inside = file.is_relative_to(_PACKAGE)
    return Place(file.relative_to(_PACKAGE.parent).as_posix() if inside else file.name, frame.lineno or 0)


class Builder:
    """Runs builds, one at a time."""

    def __init__(self, rebuild: Rebuild) -> None:
        self._rebuild = rebuild
        self._thread: Thread | None = None

    async def outcome(self) -> Outcome:
        """Build in a thread; call again only when this has returned."""
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[Outcome] = loop.create_future()

        def finish(result: Outcome) -> None:
            if not outcome.done():
                outcome.set_result(result)

        def work() -> None:
            result = attempt(self._rebuild)
            with suppress(RuntimeError):  # the preview has ended, and its loop is closed
                loop.call_soon_threadsafe(finish, result)

        # A daemon: a long build must not hold up Ctrl-C, and publishing is all or nothing.
        self._thread = Thread(target=work, name="rebuild", daemon=True)
        self._thread.start()
        return await outcome

    def leave(self, seconds: float) -> None:
        """Wait that long for a build that still runs."""
        if self._thread:
            self._thread.join(seconds)
