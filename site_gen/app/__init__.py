"""The command line: commands, options and exit statuses. The only module that prints."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import NoReturn

from site_gen.app.options import read_options
from site_gen.problems import ExitStatus, Stop, printable


def main(arguments: Sequence[str] | None = None, *, project: Path | None = None) -> int:
    """Run a command on the project that `--project` names, else `project`, else the nearest parent
    folder with content/site.yaml. Returns the exit status; a problem is printed, never raised."""
    signal.signal(signal.SIGTERM, _terminate)
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal may lack letters that we print
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options = read_options(sys.argv[1:] if arguments is None else arguments, project)
        return int(options.run(options))
    except Stop as stop:
        print(f"plenary: {printable(str(stop))}", file=sys.stderr)
        if stop.hint:
            print(f"    hint: {printable(stop.hint)}", file=sys.stderr)
        return stop.status
    except KeyboardInterrupt:
        print("plenary: interrupted", file=sys.stderr)
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the last flush
        return ExitStatus.OK
    except OSError as error:
        print(f"plenary: {printable(f'{error.filename}: {error.strerror}')}", file=sys.stderr)
        return ExitStatus.ENVIRONMENT


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Stop(ExitStatus.TERMINATED, "terminated")
