"""What takes long in the preview: in a thread, so that others are answered meanwhile; never the end of it."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import perf_counter
from typing import TypeVar

from site_gen.problems import Place, Problem, ProblemLog, Stop
from site_gen.values import dataclass

T = TypeVar("T")

Rebuild = Callable[[ProblemLog], bool]
"""Makes something: True if it is there now, else False with the reasons in the log."""

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


class Worker:
    """One thread in which jobs wait for each other."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # A daemon: a long job must not hold up Ctrl-C.
        self._thread = Thread(target=self._work, name="rebuild", daemon=True)
        self._thread.start()

    async def run(self, job: Callable[[], T]) -> T:
        """What a job makes, or raises."""
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()

        def report(settle: Callable[[], None]) -> None:
            with suppress(RuntimeError):  # the preview has ended, and its loop is closed
                loop.call_soon_threadsafe(lambda: None if result.done() else settle())

        def work() -> None:
            try:
                made = job()
            except BaseException as error:  # it is for whoever waits, not the end of the thread
                report(partial(result.set_exception, error))
            else:
                report(partial(result.set_result, made))

        self._jobs.put(work)
        return await result

    def leave(self, seconds: float) -> None:
        """End it, and wait that long for the job that runs."""
        self._jobs.put(None)
        self._thread.join(seconds)

    def _work(self) -> None:
        while job := self._jobs.get():
            job()
