"""One command measured in a process of its own: wall and CPU seconds, and the largest process in it."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

# The measured command starts from a small process: a child is charged the memory of the one that starts it.
_PROBE = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
said = process.stdout.read()
_, status, used = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
if status:
    sys.exit(said.decode())
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, seconds of CPU with all children, and the peak of the largest process in MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(slots=True)
class Measured:
    """All runs of one row."""

    runs: list[Run] = field(default_factory=list)

    @property
    def wall(self) -> float:
        """Median of the seconds on the clock."""
        return self._median(lambda run: run.wall)

    @property
    def cpu(self) -> float:
        """Median of the seconds of CPU."""
        return self._median(lambda run: run.cpu)

    @property
    def peak(self) -> float:
        """Median of the peaks, in MiB."""
        return self._median(lambda run: run.peak)

    def _median(self, figure: Callable[[Run], float]) -> float:
        return statistics.median(map(figure, self.runs))


def measure(command: Sequence[str]) -> Run:
    """Run a command. Raises SystemExit with what it said where it fails."""
    probe = [sys.executable, "-I", "-S", "-c", _PROBE, *command]
    done = subprocess.run(probe, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return Run(*json.loads(done.stdout))
