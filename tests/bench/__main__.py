"""`make bench`: what every command takes on made-up conferences, beside Hugo and `cp -r` in the same run.

Usage: python -m tests.bench [--sizes N,N…] [--repeat N] [--rows NAME,…]. Names may hold *.
All rows run once in turn, then again, so that what else the machine does falls on all; medians are printed.
Nothing is asserted of time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from tests.bench.corpus import make_corpus
from tests.bench.goals import Rows, goals
from tests.bench.measure import Measured
from tests.bench.rows import Bench, Row

MEMORY = Path("/dev/shm")  # a disk would measure the disk


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure every size and print a table for each."""
    options = _options(arguments)
    print(f"{os.cpu_count()} processors, {options.repeat} rounds of all rows, medians of whole processes")
    for papers in options.sizes:
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            _measure_size(papers, Path(folder), options.repeat, options.rows)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--sizes", default="1000,5000", type=_sizes, help="numbers of papers")
    parser.add_argument("--repeat", default=3, type=int, help="how often each row runs")
    parser.add_argument("--rows", default="*", help="names of rows, or patterns of them")
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def _measure_size(papers: int, folder: Path, repeat: int, wanted: str) -> None:
    bench = Bench(make_corpus(papers), folder)
    try:
        rows = _measured(_chosen(bench.rows(), wanted), repeat)
        print("", *table(papers, rows), sep="\n")
        print(*bench.verify(), sep="\n")
    finally:
        bench.end()


def _chosen(rows: Sequence[Row], wanted: str) -> list[Row]:
    patterns = wanted.split(",")
    chosen = [row for row in rows if any(fnmatch(row.name, pattern) for pattern in patterns)]
    if not chosen:
        raise SystemExit(f"no row is called so; rows: {', '.join(row.name for row in rows)}")
    return chosen


def _measured(rows: Sequence[Row], repeat: int) -> dict[str, Measured]:
    measured = {row.name: Measured() for row in rows}
    for number in range(repeat):
        for row in rows:
            _progress(f"round {number + 1}: {row.name}")
            measured[row.name].runs.append(row.run())
    _progress("")
    return measured


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{text:<40}\r", end="", file=sys.stderr, flush=True)


def table(papers: int, rows: Rows) -> Iterator[str]:
    """The lines of the table: medians, ratios to Hugo's, and goals."""
    title = f"{papers} papers"
    yield f"{title:17}{'s':>8}{'CPU s':>8}{'÷ Hugo':>8}{'CPU ÷':>8}{'MiB':>7}   goals"
    hugo = rows.get("hugo")
    for name, row in rows.items():
        ratios = f"{row.wall / hugo.wall:8.2f}{row.cpu / hugo.cpu:8.2f}" if hugo else " " * 16
        lines = [line for goal in goals(name, papers) if (line := goal.line(name, rows))]
        yield f"{name:17}{row.wall:8.2f}{row.cpu:8.2f}{ratios}{row.peak:7.0f}   {' · '.join(lines)}".rstrip()


if __name__ == "__main__":
    main()
