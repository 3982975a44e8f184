"""Work shared among processes. They are forked, so what the parent has loaded costs nothing again."""

from __future__ import annotations

import marshal
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

Item = TypeVar("Item")


class WorkerFailed(Exception):
    """A worker ended without an answer, or with an exception that cannot be told otherwise."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: int
    pipe: int


def share_out(items: Sequence[Item], work: Callable[[Sequence[Item]], Any], processes: int) -> list[Any]:
    """The results of `work` on runs of the items, one run a process, in the items' order.

    A result is plain (text, numbers, bytes, lists, tuples, dicts): it comes through a pipe. This
    process takes the first run. An exception of `work` is raised here, wherever it came up; WorkerFailed
    where a worker was killed.
    """
    if processes <= 1 or not hasattr(os, "fork"):
        return [work(items)]
    size = -(-len(items) // processes)
    runs = [items[start : start + size] for start in range(0, len(items), size)]
    workers = [_start(run, work) for run in runs[1:]]
    try:
        first = work(runs[0])
        return [first, *(_result(worker) for worker in workers)]
    except BaseException:
        for worker in workers:
            with suppress(ProcessLookupError):
                os.kill(worker.process, signal.SIGKILL)
        raise
    finally:
        for worker in workers:
            os.close(worker.pipe)
            os.waitpid(worker.process, 0)


def ahead(work: Callable[[], Any], processes: int) -> Callable[[], Any]:
    """Begin work in a process of its own; the answer waits for its result, which is plain as above.

    With one process, or where none can be forked, the work is done when its result is asked for.
    """
    if processes <= 1 or not hasattr(os, "fork"):
        return work
    worker = _start((), lambda _: work())

    def result() -> Any:
        try:
            return _result(worker)
        finally:
            os.close(worker.pipe)
            os.waitpid(worker.process, 0)

    return result


def _start(run: Sequence[Item], work: Callable[[Sequence[Item]], Any]) -> _Worker:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work(run, work, writing)
    os.close(writing)
    return _Worker(process, reading)


def _work(run: Sequence[Item], work: Callable[[Sequence[Item]], Any], pipe: int) -> NoReturn:
    """In the worker: send the result and end, without any clean-up of the parent's."""
    try:
        answer = marshal.dumps((True, work(run)))
    except BaseException as error:  # whatever it is, the parent must hear of it
        answer = marshal.dumps((False, _told(error)))
    with suppress(OSError), open(pipe, "wb") as stream:  # a descriptor, not a path
        stream.write(answer)
    os._exit(0)


def _told(error: BaseException) -> bytes:
    """An exception for the pipe."""
    try:
        told = pickle.dumps(error)
        pickle.loads(told)  # some can be put away, but not taken out
        return told
    except Exception:
        return pickle.dumps(WorkerFailed("".join(traceback.format_exception(error))))


def _result(worker: _Worker) -> Any:
    with open(worker.pipe, "rb", closefd=False) as stream:  # as above
        held = stream.read()
    if not held:
        raise WorkerFailed("the worker was killed")
    done, answer = marshal.loads(held)
    if not done:
        raise pickle.loads(answer)
    return answer
