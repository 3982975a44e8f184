"""One input tried in a project of its own: it is read or refused, within limits of time and memory."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from site_gen.content import Content
from site_gen.ingest import ingest
from site_gen.ingest.documents import read_documents
from site_gen.problems import ProblemLog, Stop
from tests.command import in_project
from tests.edits.oracle import write
from tests.edits.project import FILES
from tests.fuzz.inputs import CONTENT, Input
from tests.machine_speed import slowness

SECONDS = 5  # of CPU, on a normal machine
MEMORY = 500 * 2**20
BUILT = 12  # of the inputs that are right, one in so many is built too


class TooSlowError(BaseException):
    """A command took more than its seconds of CPU."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with an input: one line that tells its kind, and where it was seen."""

    kind: str
    number: int
    input: Input
    detail: str


@dataclass(frozen=True)
class Trial:
    """An input that was tried: the seconds of CPU that it took, and what is wrong with it, if anything."""

    number: int
    input: Input
    seconds: float
    finding: Finding | None


def tried(
    found: Iterable[Input], folder: Path, *, first: int = 0, ingested: int = 1, built: int = BUILT
) -> Iterator[Trial]:
    """Try each input; the number of the first is given.

    One document in `ingested` is ingested, others are only read; one project in `built` is built, too.
    """
    memory = resource.getrlimit(resource.RLIMIT_AS)
    for number, each in enumerate(found, first):
        project = folder / "project"
        shutil.rmtree(project, ignore_errors=True)
        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + MEMORY, memory[1]))
        begun, finding = time.process_time(), None
        try:
            _try(project, each, ingested=(number + 1) % ingested == 0, built=(number + 1) % built == 0)
        except (Exception, TooSlowError) as error:  # whatever it is, it is a finding
            finding = Finding(_kind(error), number, each, traceback.format_exc()[-3000:])
        finally:
            resource.setrlimit(resource.RLIMIT_AS, memory)
        yield Trial(number, each, time.process_time() - begun, finding)


def _try(project: Path, each: Input, *, ingested: bool, built: bool) -> None:
    if each.name.startswith(CONTENT):
        write(project, {}, {**FILES, each.path: each.body})
    else:
        write(project, {}, {"content/site.yaml": b"title: Toy\n", each.path: each.body})
    try:
        content = Content(project)
        with _at_most(SECONDS):
            series = content.series(ProblemLog())
        if series and not each.name.startswith(CONTENT):
            if ingested:
                _try_ingest(project)
            else:
                with _at_most(SECONDS):
                    read_documents(content, series, ProblemLog())
    except Stop:
        return
    if built and series is not None:
        with _at_most(SECONDS):
            status, output = in_project(project, "build", "--jobs", "1")
        assert status in (0, 1, 2), f"status {status}: {output}"


def _try_ingest(project: Path) -> None:
    """What is written is read again without an error, and a second ingest says the same."""
    problems = ProblemLog()
    with _at_most(SECONDS):
        ingested = ingest(project, problems)
    if not ingested.is_written:
        assert problems.all, "nothing was written, and nobody is told why"
        return
    of_content = ProblemLog()
    Content(project).series(of_content)
    assert of_content.errors == [], f"written and not readable: {of_content.errors[0].code}"
    with _at_most(SECONDS):
        again = ingest(project, ProblemLog())
    assert again.written == [], "a second ingest writes again"


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    begun = time.process_time()

    def end(_number: int, _frame: FrameType | None) -> None:
        left = seconds * slowness() - (time.process_time() - begun)
        if left <= 0:
            raise TooSlowError(f"more than {seconds} s of a normal machine's CPU")
        signal.setitimer(signal.ITIMER_PROF, left)

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _address_space() -> int:
    """The bytes of address space that this process has, where the system tells."""
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE") if pages.exists() else 2**40


def _kind(error: BaseException) -> str:
    """The sort of an error, and where in the program it was seen last."""
    steps = [step for step in traceback.extract_tb(error.__traceback__) if "site_gen" in step.filename]
    last = f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else ""
    name = type(error).__name__
    what = str(error)[:80] if isinstance(error, AssertionError) else ""
    return " ".join(part for part in (name, what, last) if part)
