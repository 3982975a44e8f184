"""The live preview, from a save to the page that shows it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from tests.bench.edits import Shown
from tests.bench.measure import Run

_PAUSE = 0.002  # seconds between two looks
_PATIENCE = 600.0
_TICKS = os.sysconf("SC_CLK_TCK")


class Preview:
    """`build.py serve` of a project, until `end`."""

    def __init__(self, program: Path, project: Path) -> None:
        command = [sys.executable, str(program), "serve", "--port", "0", "--project", str(project)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._process.stdout
        found = re.search(r":(\d+)/", self._process.stdout.readline())
        assert found, "the preview does not say where it is"
        self._port = int(found[1])

    def wait_for(self, page: str, text: str) -> None:
        """Wait until a page holds a text. Raises TimeoutError where it never does."""
        until = time.perf_counter() + _PATIENCE
        while text not in self._page(page):
            if time.perf_counter() > until or self._process.poll() is not None:
                raise TimeoutError(f"{page} never showed '{text}'")
            time.sleep(_PAUSE)

    def measure(self, save: Callable[[], Shown]) -> Run:
        """The seconds from a save to the page that shows it, those of CPU, and the peak until now."""
        before = self._cpu()
        shown = save()
        start = time.perf_counter()
        self.wait_for(shown.page, shown.text)
        return Run(time.perf_counter() - start, self._cpu() - before, self._peak())

    def end(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.communicate()

    def _page(self, page: str) -> str:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        try:
            connection.request("GET", f"/{page.removesuffix('index.html')}")
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def _cpu(self) -> float:
        """Seconds of the server and of the children that it waited for."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / _TICKS

    def _peak(self) -> float:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0
