"""python -m tests.fuzz [--inputs N] [--seed N] [--format NAME] [--number N]: inputs that nobody would write.

The findings are printed by kind, each with the number that makes it again, and the inputs that took longest.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from heapq import nlargest
from itertools import islice
from pathlib import Path

from tests.fuzz.inputs import inputs
from tests.fuzz.trial import BUILT, Finding, tried
from tests.machine_speed import slowness

MEMORY = Path("/dev/shm")  # a disk from which thousands of files were just deleted makes new ones slowly
SLOWEST = 5  # inputs


def main() -> int:
    """Try the inputs, and say what was found; 1 where anything was."""
    options = _read_options()
    first, built = options.number or 0, BUILT if options.number is None else 1
    count = options.inputs if options.number is None else first + 1
    chosen = islice(inputs(count, options.seed, options.format), first, None)
    kinds: dict[str, list[Finding]] = {}
    took: list[tuple[float, int, str]] = []
    slow = [slowness()]
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        for trial in tried(chosen, Path(folder), first=first, built=built):
            took.append((trial.seconds, trial.number, trial.input.name))
            if trial.finding and trial.finding.kind not in kinds:
                named = f"{trial.input.name}, number {trial.number}"
                print(f"{trial.finding.kind}\n  {named}\n{trial.finding.detail}", flush=True)
            if trial.finding:
                kinds.setdefault(trial.finding.kind, []).append(trial.finding)
    slow.append(slowness())
    for kind, alike in sorted(kinds.items()):
        print(f"{len(alike):5} {kind}: numbers {', '.join(str(each.number) for each in alike[:8])}")
    for seconds, number, name in nlargest(SLOWEST, took):
        print(f"{seconds:5.1f} s: {name}, number {number}")
    print(
        f"{len(took)} inputs (seed {options.seed}), {sum(each[0] for each in took):.0f} s of CPU, each "
        f"{min(slow):.1f} to {max(slow):.1f} times as long as on a normal machine:"
    )
    findings = sum(map(len, kinds.values()))
    print(f"{findings} findings of {len(kinds)} kinds")
    return int(bool(findings))


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--format", default="", metavar="NAME", help="of a source format, or content")
    parser.add_argument("--number", type=int, help="one input alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
