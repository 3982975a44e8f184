"""A command as somebody runs it, in this process: to start Python anew costs half a second each time."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from site_gen.app import main


def printed(
    folder: Path, *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> tuple[int, str, str]:
    """The exit status of a command that is run in a folder, its output and its error output."""
    out, err = StringIO(), StringIO()
    on_sigterm = signal.getsignal(signal.SIGTERM)
    try:
        with chdir(folder), _surrounded_by(environment), redirect_stdout(out), redirect_stderr(err):
            status = main([str(argument) for argument in arguments])
    finally:
        signal.signal(signal.SIGTERM, on_sigterm)
    return status, out.getvalue(), err.getvalue()


def ran(
    folder: Path, *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """The exit status of such a command, and all that it says: errors come last."""
    status, out, err = printed(folder, *arguments, environment=environment)
    return status, out + err


def in_project(project: Path, *arguments: str | Path) -> tuple[int, str]:
    """The same of a command for a project."""
    return ran(project, "--project", project, *arguments)


def output_of(project: Path, *arguments: str | Path) -> str:
    """What a command for a project says; it must end well."""
    status, text = in_project(project, *arguments)
    assert status == 0, text
    return text


@contextmanager
def _surrounded_by(environment: Mapping[str, str] | None) -> Iterator[None]:
    """Another environment, for commands that a command runs; None keeps this one."""
    before = dict(os.environ)
    try:
        if environment is not None:
            os.environ.clear()
            os.environ.update(environment)
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
