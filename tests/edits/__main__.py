"""python -m tests.edits [--steps N] [--seed N] [--keep DIR]: build after many random edits.

Each step makes some edits and builds; the site must be, byte for byte, that of the same project built from
nothing. The first difference ends the run: the seed, all edits and the differences are printed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.edits.walk import Taken, walk

SHOWN = 20  # differences


def main() -> int:
    """Walk, and say where it ended; 1 where a step differs."""
    options = _read_options()
    print(f"seed {options.seed}", flush=True)
    if options.keep:
        options.keep.mkdir(parents=True)  # an empty one, for it is changed in any way
        return _walk(options, options.keep)
    with tempfile.TemporaryDirectory(prefix="edits-") as folder:
        return _walk(options, Path(folder))


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.edits", description=__doc__)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a new folder, where the projects stay")
    return parser.parse_args()


def _walk(options: argparse.Namespace, folder: Path) -> int:
    wrong = 0
    for number, taken in enumerate(walk(options.seed, options.steps, folder)):
        print(f"{number}{'' if taken.valid else ' (wrong content)'}\n{taken.step}", flush=True)
        wrong += not taken.valid
        if taken.differences:
            _print_differences(taken)
            print(f"again: python -m tests.edits --seed {options.seed} --steps {number + 1} --keep DIR")
            return 1
    print(f"{options.steps} steps, {wrong} of them with wrong content: no difference")
    return 0


def _print_differences(taken: Taken) -> None:
    print(f"\n{len(taken.differences)} differences to a build from nothing:")
    for difference in taken.differences[:SHOWN]:
        print(f"  {difference}")


if __name__ == "__main__":
    sys.exit(main())
