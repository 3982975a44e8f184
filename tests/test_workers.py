"""Work shared among processes: results in order, exceptions as they were."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence

import pytest

from site_gen.problems import ExitStatus, Stop
from site_gen.workers import WorkerFailed, share_out


def test_results_come_in_the_order_of_the_items() -> None:
    def squares(run: Sequence[int]) -> list[int]:
        return [number * number for number in run]

    assert share_out([1, 2, 3, 4, 5], squares, 2) == [[1, 4, 9], [16, 25]]
    assert share_out([1, 2, 3], squares, 1) == [[1, 4, 9]]


def test_every_run_but_the_first_has_a_process_of_its_own() -> None:
    def process(_run: Sequence[int]) -> int:
        return os.getpid()

    first, second, third = share_out([1, 2, 3], process, 3)
    assert first == os.getpid()
    assert len({first, second, third}) == 3


@pytest.mark.parametrize("wrong", [1, 4])
def test_a_stop_is_the_same_wherever_it_came_up(wrong: int) -> None:
    def work(run: Sequence[int]) -> int:
        if wrong in run:
            raise Stop(ExitStatus.ENVIRONMENT, "the disk is full", "make room")
        return 0

    with pytest.raises(Stop, match="the disk is full") as stopped:
        share_out([1, 2, 3, 4], work, 2)
    assert (stopped.value.status, stopped.value.hint) == (ExitStatus.ENVIRONMENT, "make room")


def test_a_worker_that_is_killed_fails() -> None:
    parent = os.getpid()

    def work(_run: Sequence[int]) -> int:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    with pytest.raises(WorkerFailed, match="the worker was killed"):
        share_out([1, 2], work, 2)


def test_an_exception_that_cannot_be_put_away_is_told_with_its_traceback() -> None:
    class Odd(Exception):
        """It cannot be found again by its name."""

    def work(run: Sequence[int]) -> int:
        if run[0] == 2:
            raise Odd("quite odd")
        return 0

    with pytest.raises(WorkerFailed, match="quite odd"):
        share_out([1, 2], work, 2)
