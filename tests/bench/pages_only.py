"""build.py without exports: the job of the generators that are measured beside it, which make none."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import site_gen.exports

site_gen.exports.EXPORTS = site_gen.exports.LATE_EXPORTS = ()  # before the build takes them

from site_gen.__main__ import run  # noqa: E402  # after that

if __name__ == "__main__":
    sys.exit(run())
