"""build.py without exports: the job of the generators that are measured beside it, which make none."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import site_gen.exports
from site_gen.exports.search_index import SEARCH_INDEX

# Before the build takes them. Every page names the search, which names its index: that stays, empty.
site_gen.exports.EXPORTS = (replace(SEARCH_INDEX, body=lambda _site, _key: b""),)
site_gen.exports.LATE_EXPORTS = ()

from site_gen.__main__ import run  # noqa: E402  # after that

if __name__ == "__main__":
    sys.exit(run())
