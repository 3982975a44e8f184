"""Builds the site of the folder that this file lies in; `python build.py --help` lists the commands."""

import sys
from pathlib import Path

from site_gen.__main__ import run

if __name__ == "__main__":
    sys.exit(run(project=Path(__file__).resolve().parent))
