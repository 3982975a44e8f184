"""How fast this machine is now: limits of seconds are those of a normal one, and tests run on any."""

from __future__ import annotations

import time

_STEPS = 500_000
_NORMAL = 0.025  # seconds of CPU that they take on a normal machine


def slowness() -> float:
    """How many times as long as on a normal machine a fixed loop takes here now; at least 1."""
    start, total = time.process_time(), 0
    for step in range(_STEPS):
        total += step * step % 7
    return max(1.0, (time.process_time() - start) / _NORMAL)
