"""python -m tests.fuzz [--inputs N] [--seed N] [--format NAME] [--number N]: inputs that nobody would write.

The findings are printed by kind, each with the number that makes it again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import islice
from pathlib import Path

from tests.fuzz.inputs import inputs
from tests.fuzz.trial import BUILT, Finding, tried

MEMORY = Path("/dev/shm")  # a disk from which thousands of files were just deleted makes new ones slowly


def main() -> int:
    """Try the inputs, and say what was found; 1 where anything was."""
    options = _read_options()
    found = inputs(
        options.inputs if options.number is None else options.number + 1, options.seed, options.format
    )
    chosen = islice(found, options.number or 0, None)
    kinds: dict[str, list[Finding]] = {}
    total = slowest = 0.0
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        for seconds, finding in tried(chosen, Path(folder), built=BUILT if options.number is None else 1):
            total, slowest = total + seconds, max(slowest, seconds)
            if finding and finding.kind not in kinds:
                number = finding.number + (options.number or 0)
                print(
                    f"{finding.kind}\n  {finding.input.name}, number {number}\n{finding.detail}", flush=True
                )
            if finding:
                kinds.setdefault(finding.kind, []).append(finding)
    for kind, alike in sorted(kinds.items()):
        print(f"{len(alike):5} {kind}: numbers {', '.join(str(each.number) for each in alike[:8])}")
    findings = sum(map(len, kinds.values()))
    print(
        f"{options.inputs} inputs (seed {options.seed}), {total:.0f} s of CPU, the slowest {slowest:.1f} s:"
    )
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
