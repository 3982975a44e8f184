"""The command line: commands, options and exit statuses. The only room that prints.

`main` is the one place that runs a command: it gives each step a log for problems, prints all of them
whatever ends the step, then how it ended.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import NoReturn

from site_gen.app.commands import Step, steps
from site_gen.app.options import read_options
from site_gen.app.terminal import printed_lines, say, warn
from site_gen.problems import ExitStatus, Problem, ProblemLog, Stop


def main(arguments: Sequence[str] | None = None, *, project: Path | None = None) -> int:
    """Run a command on the project that `--project` names, else `project`, else the nearest parent
    folder with content/site.yaml. Returns the exit status; a problem is printed, never raised."""
    try:
        signal.signal(signal.SIGTERM, _terminate)
        if isinstance(sys.stdout, TextIOWrapper):  # a terminal may lack letters that we print
            sys.stdout.reconfigure(errors="backslashreplace")
        options = read_options(sys.argv[1:] if arguments is None else arguments, project)
        return _run(steps(options))
    except Stop as stop:
        warn(f"plenary: {stop}")
        if stop.hint:
            warn(f"    hint: {stop.hint}")
        return stop.status
    except KeyboardInterrupt:
        warn("plenary: interrupted")
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the last flush
        return ExitStatus.OK
    except OSError as error:
        warn(f"plenary: {error.filename}: {error.strerror}" if error.filename else f"plenary: {error}")
        return ExitStatus.ENVIRONMENT


def _run(steps: Sequence[Step]) -> ExitStatus:
    """Run the steps of a command in their order, up to one that is refused."""
    printed: set[Problem] = set()  # what two steps find is printed once
    status = ExitStatus.OK
    for step in steps:
        problems = ProblemLog()
        try:
            ending = step(problems)
        finally:  # a Stop, a signal or a mistake of ours too: what was found so far is printed
            for line in printed_lines([problem for problem in problems.all if problem not in printed]):
                warn(line)
            printed.update(problems.all)
        if ending.closing:
            say(ending.closing)
        if ending.refusal:
            warn(ending.refusal)
        status = ending.status or status
        if ending.status != ExitStatus.OK and not ending.goes_on:
            break
    return status


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Stop(ExitStatus.TERMINATED, "terminated")
