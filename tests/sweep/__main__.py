"""python -m tests.sweep [--share N] [--first N] [--subject WORD]: a fault at each write, or at some."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.sweep.subjects import SUBJECTS
from tests.sweep.sweep import swept


def main() -> int:
    """Sweep, and say what was wrong; 1 where anything was."""
    parser = argparse.ArgumentParser(prog="python -m tests.sweep", description=__doc__)
    parser.add_argument("--share", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--subject", default="", metavar="WORD", help="those whose name begins with it")
    options = parser.parse_args()
    tried, wrong = Counter[str](), 0
    with tempfile.TemporaryDirectory(prefix="sweep-") as folder:
        for subject in (each for each in SUBJECTS if each.name.startswith(options.subject)):
            if subject.name.startswith("rsync") and shutil.which("rsync") is None:
                print(f"{subject.name}: the program rsync is not installed", flush=True)
                continue
            for fault, ended, what in swept(subject, Path(folder), options.share, options.first):
                tried[subject.name] += 1
                wrong += bool(what)
                if what:
                    call = ended.calls[fault.at] if fault.at < len(ended.calls) else "the call"
                    print(f"{subject.name}, {fault} ({call}): {what}", flush=True)
            print(f"{subject.name}: {tried[subject.name]} faults", flush=True)
    print(f"{tried.total()} faults, {wrong} of them with something wrong after them")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
