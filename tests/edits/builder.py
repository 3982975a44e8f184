"""A process that builds projects when told, one line of JSON a build: quickly, for everything is imported.

`python -m tests.edits.builder fresh` makes every build in a process of its own, as a command does;
`… lasting` makes all of them in this one, as the preview does.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import tempfile
import traceback
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NoReturn

import site_gen.build
from site_gen.app import main
from site_gen.content.schema import adapter
from site_gen.kinds import KINDS
from tests.edits.project import FILES, content_files

KILLED = -9
BROKEN = 70


def serve(mode: str) -> None:
    """Answer every line of the standard input: [arguments, seconds until it is killed or null]."""
    # What commands import late, and else each would; what reads the files of content is made once, too.
    assert all(kind.forms for kind in KINDS if kind.has_pages)
    assert all(adapter(file.entity) for file in content_files(FILES))
    # Small projects are shared among processes too, as large ones are.
    assert site_gen.build.PAGES_WORTH_A_PROCESS
    site_gen.build.PAGES_WORTH_A_PROCESS = site_gen.build.PORTIONS_WORTH_A_PROCESS = 1
    for line in sys.stdin:
        arguments, patience = json.loads(line)
        answer = built(arguments) if mode == "lasting" else built_apart(arguments, patience)
        print(json.dumps(answer), flush=True)


def built(arguments: list[str]) -> tuple[int, str]:
    """The exit status of a command and what it says of problems; a traceback where it breaks."""
    output, errors = StringIO(), StringIO()
    with redirect_stdout(output), redirect_stderr(errors):
        try:
            status = main(arguments)
        except Exception:  # a fault of ours, which the oracle shows
            return BROKEN, traceback.format_exc()
    return status, errors.getvalue()


def built_apart(arguments: list[str], patience: float | None) -> tuple[int, str]:
    """The same in a process of its own, which is killed when patience ends."""
    with tempfile.NamedTemporaryFile() as answer:
        child = os.fork()
        if child == 0:
            _build_and_end(arguments, Path(answer.name))
        end = os.pidfd_open(child)
        ended, _, _ = select.select([end], [], [], patience)
        os.close(end)
        if not ended:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return KILLED, ""
        return json.loads(Path(answer.name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _build_and_end(arguments: list[str], answer: Path) -> NoReturn:
    try:
        answer.write_text(json.dumps(built(arguments)), encoding="utf-8")
    finally:
        os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1])
