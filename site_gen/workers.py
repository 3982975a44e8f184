"""Work shared among processes. They are forked, so what the parent has loaded costs nothing again."""

from __future__ import annotations

import faulthandler
import marshal
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from site_gen.values import dataclass

Item = TypeVar("Item")

_RUNS_A_PROCESS = 8  # so that none waits long for another one at the end
_NUMBER = 2  # bytes, which are read at once


class WorkerFailed(Exception):
    """A worker ended without an answer, or with an exception that cannot be sent otherwise."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: int
    pipe: int


def share_out(
    items: Sequence[Item],
    work: Callable[[Sequence[Item]], Any],
    processes: int,
    *,
    longest_run: int | None = None,
    progress: Callable[[int], None] = lambda _items: None,
) -> list[Any]:
    """The results of `work` on runs of the items, in the items' order.

    Every process, this one among them, takes the next run when it is free. A result is plain (text,
    numbers, bytes, lists, tuples, dicts): it comes through a pipe. Where `work` fails, the exception of the
    first run that does is raised here; WorkerFailed where a worker was killed. `progress` is called in this
    process after each of its runs, with how many items were given out until then.
    """
    is_alone = min(processes, len(items)) <= 1 or not hasattr(os, "fork")
    size = len(items) if is_alone else -(-len(items) // (processes * _RUNS_A_PROCESS))
    size = max(1, min(size, longest_run or size))
    runs = [items[start : start + size] for start in range(0, len(items), size)]

    def work_here(number: int) -> Any:
        result = work(runs[number])
        progress(min((number + 1) * size, len(items)))
        return result

    if is_alone:
        return [work_here(number) for number in range(len(runs))]
    owner = os.getpid()
    with _numbers(len(runs)) as numbers:

        def take_runs() -> tuple[list[tuple[int, Any]], list[tuple[int, bytes]]]:
            done, failed = _done(_taken(numbers, owner), lambda number: work(runs[number]))
            return done, [(number, _pickled(error)) for number, error in failed]

        workers = [_start(take_runs) for _ in range(processes - 1)]
        try:
            done, failed = _done(_taken(numbers, owner), work_here)
            for worker in workers:
                done_there, failed_there = _result(worker)
                done += done_there
                failed += ((number, pickle.loads(error)) for number, error in failed_there)
        except BaseException:
            for worker in workers:
                with suppress(ProcessLookupError):
                    os.kill(worker.process, signal.SIGKILL)
            raise
        finally:
            for worker in workers:
                _end(worker)
    if failed:
        raise min(failed, key=lambda numbered: numbered[0])[1]
    return [result for _, result in sorted(done, key=lambda numbered: numbered[0])]


def _done(
    numbers: Iterator[int], work: Callable[[int], Any]
) -> tuple[list[tuple[int, Any]], list[tuple[int, Exception]]]:
    """The results of runs by their numbers, and the exception of one that fails; then nobody begins another.

    All runs before it have begun, so that which is the first one to fail does not depend on chance.
    """
    done: list[tuple[int, Any]] = []
    for number in numbers:
        try:
            done.append((number, work(number)))
        except Exception as error:
            for _ in numbers:
                pass
            return done, [(number, error)]
    return done, []


@contextmanager
def _numbers(count: int) -> Iterator[int]:
    """A pipe out of which every process that shares it reads numbers from 0 on, each of them once."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_NUMBER) for number in range(count)))
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


def _taken(numbers: int, owner: int) -> Iterator[int]:
    """Numbers for as long as there are some and their owner lives, who may have been killed."""
    while owner in (os.getpid(), os.getppid()) and (number := os.read(numbers, _NUMBER)):
        yield int.from_bytes(number)


def in_background(work: Callable[[], Any], processes: int) -> Callable[[], Any]:
    """Begin work in a process of its own; the answer waits for its result, which is plain as above.

    With one process, or where none can be forked, the work is done when its result is asked for.
    """
    if processes <= 1 or not hasattr(os, "fork"):
        return work
    worker = _start(work)

    def result() -> Any:
        try:
            return _result(worker)
        finally:
            _end(worker)

    return result


def apart(work: Callable[[], Any], memory: int) -> Any:
    """The result of work that may end in any way, in a process of its own, which alone ends with it.

    It may take so many bytes of memory more than this one, and what it says is not shown. The result is plain
    as above. Raises WorkerFailed where there is none. Where no process can be forked, the work is done here.
    """
    if not hasattr(os, "fork"):
        return work()
    worker = _start(partial(_contained, work, memory))
    try:
        return _result(worker)
    finally:
        _end(worker)


def _contained(work: Callable[[], Any], memory: int) -> Any:
    import resource  # late: not where no process can be forked

    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(OSError, ValueError):  # another system than Linux tells it elsewhere
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + memory, most))
    return work()


def _start(work: Callable[[], Any]) -> _Worker:
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    return _Worker(process, reading)


def _work(work: Callable[[], Any], pipe: int) -> NoReturn:
    """In the worker: send the result and end, without any clean-up of the parent's."""
    try:
        answer = marshal.dumps((True, work()))
    except BaseException as error:  # whatever it is, the parent must hear of it
        answer = marshal.dumps((False, _pickled(error)))
    with suppress(OSError), open(pipe, "wb") as stream:  # a descriptor, not a path
        stream.write(answer)
    os._exit(0)


def _pickled(error: BaseException) -> bytes:
    """An exception for the pipe."""
    try:
        pickled = pickle.dumps(error)
        pickle.loads(pickled)  # some can be put away, but not taken out
        return pickled
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


def _end(worker: _Worker) -> None:
    os.close(worker.pipe)
    os.waitpid(worker.process, 0)
