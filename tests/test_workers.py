"""Work shared among processes: results in order, exceptions as they were."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence

import pytest

from site_gen.problems import ExitStatus, Stop
from site_gen.workers import WorkerFailed, in_background, share_out


def test_results_come_in_the_order_of_the_items() -> None:
    def squares(run: Sequence[int]) -> list[int]:
        return [number * number for number in run]

    for processes in (1, 2, 3):
        results = share_out(range(100), squares, processes)
        assert [square for run in results for square in run] == [number * number for number in range(100)]
    assert share_out([1, 2, 3], squares, 2) == [[1], [4], [9]]


def test_a_free_process_takes_what_is_left() -> None:
    parent, (reading, writing) = os.getpid(), os.pipe()

    def process(_run: Sequence[int]) -> int:
        if os.getpid() == parent:  # it is busy until all other runs are done
            assert sum(len(os.read(reading, 1)) for _ in range(9)) == 9
        else:
            os.write(writing, b".")
        return os.getpid()

    taken = share_out(range(10), process, 2)
    assert len(taken) == 10
    assert taken.count(parent) <= 1
    os.close(reading)
    os.close(writing)


def test_work_in_the_background_is_done_by_another_process() -> None:
    assert in_background(os.getpid, 2)() != os.getpid()
    assert in_background(os.getpid, 1)() == os.getpid()


def test_a_stop_of_work_in_the_background_comes_when_it_is_asked_for() -> None:
    def work() -> None:
        raise Stop(ExitStatus.USAGE, "there is no content")

    result = in_background(work, 2)
    with pytest.raises(Stop, match="there is no content"):
        result()


@pytest.mark.parametrize("wrong", [1, 4])
def test_a_stop_is_the_same_wherever_it_came_up(wrong: int) -> None:
    def work(run: Sequence[int]) -> int:
        if wrong in run:
            raise Stop(ExitStatus.ENVIRONMENT, "the disk is full", "make room")
        return 0

    with pytest.raises(Stop, match="the disk is full") as stopped:
        share_out([1, 2, 3, 4], work, 2)
    assert (stopped.value.status, stopped.value.hint) == (ExitStatus.ENVIRONMENT, "make room")


def test_of_several_failures_the_first_in_order_comes() -> None:
    reading, writing = os.pipe()

    def work(run: Sequence[int]) -> int:
        if run[0] == 0:  # the other run fails while this one is still busy
            os.read(reading, 1)
        else:
            os.write(writing, b".")
        raise ValueError(run[0])

    with pytest.raises(ValueError, match=r"^0$"):
        share_out([0, 1], work, 2)
    os.close(reading)
    os.close(writing)


def test_a_worker_that_is_killed_fails() -> None:
    def work(_run: Sequence[int]) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with pytest.raises(WorkerFailed, match="the worker was killed"):
        share_out([1, 2], in_a_worker(work), 2)


def test_an_exception_that_cannot_be_put_away_comes_with_its_traceback() -> None:
    class Odd(Exception):
        """It cannot be found again by its name."""

    def work(_run: Sequence[int]) -> int:
        raise Odd("quite odd")

    with pytest.raises(WorkerFailed, match="quite odd"):
        share_out([1, 2], in_a_worker(work), 2)


def in_a_worker(work: Callable[[Sequence[int]], int]) -> Callable[[Sequence[int]], int]:
    """Work that another process does; this one does nothing until that one has begun."""
    parent, (reading, writing) = os.getpid(), os.pipe()

    def shared(run: Sequence[int]) -> int:
        if os.getpid() == parent:
            return len(os.read(reading, 1))
        os.write(writing, b".")
        return work(run)

    return shared
