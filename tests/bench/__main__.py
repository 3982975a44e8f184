"""`make bench`: times of building made-up conferences, as ratios in one run to Hugo and to `cp -r`.

Usage: python -m tests.bench [--papers N,N…] [--runs N]. Medians of whole processes; nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import Corpus, make_corpus
from tests.bench.emit import emit_hugo, emit_plenary

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PAGES_ONLY = HERE / "pages_only.py"
MEMORY = Path("/dev/shm")  # a disk would measure the disk


@dataclass(frozen=True)
class Measured:
    """Seconds of every run, and the peak memory of the largest process in MiB."""

    seconds: list[float]
    peak: float

    @property
    def median(self) -> float:
        """The median of the runs in seconds."""
        return statistics.median(self.seconds)


def main() -> None:
    """Measure every size and print a table for each."""
    options = _options()
    print(f"{os.cpu_count()} processors, {options.runs} runs each, medians of whole processes")
    for papers in options.papers:
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            _measure_size(make_corpus(papers), Path(folder), options.runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--papers", default="1000,5000", type=_sizes)
    parser.add_argument("--runs", default=3, type=int)
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def _measure_size(corpus: Corpus, folder: Path, runs: int) -> None:
    equal, full, hugo = folder / "equal", folder / "full", folder / "hugo"
    emit_plenary(corpus, equal, related_papers="no", figures="no")  # nor have the others
    emit_plenary(corpus, full)
    shutil.copytree(HERE / "templates", equal / "templates")
    emit_hugo(corpus, hugo)
    edited, edited_full = (min((each / "content/2026/papers").iterdir()) for each in (equal, full))
    rows = {
        "Hugo, its best case": _times(runs, _hugo(hugo), lambda: _forget(hugo / "public")),
        "equal job, cold": _times(
            runs, _build(equal, PAGES_ONLY), lambda: _forget(equal / "_site", equal / ".plenary")
        ),
        "cp -r of its output": _times(
            runs, ["cp", "-r", str(equal / "_site"), str(folder / "copy")], lambda: _forget(folder / "copy")
        ),
        "nothing changed": _times(runs, _build(equal, PAGES_ONLY), lambda: None),
        "one abstract edited": _times(runs, _build(equal, PAGES_ONLY), lambda: _edit(edited)),
        "full site, cold": _times(runs, _build(full), lambda: _forget(full / "_site", full / ".plenary")),
        "full site, one abstract": _times(runs, _build(full), lambda: _edit(edited_full)),
    }
    _print_table(len(corpus.papers), rows)


def _build(project: Path, program: Path = ROOT / "build.py") -> list[str]:
    return [sys.executable, str(program), "build", "--project", str(project)]


def _hugo(folder: Path) -> list[str]:
    hugo = Path(sys.executable).with_name("hugo")
    return [str(hugo), "--quiet", "--source", str(folder), "--destination", str(folder / "public")]


def _forget(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _edit(paper: Path) -> None:
    paper.write_text(
        f"{paper.read_text(encoding='utf-8').rstrip()}\n  Edited {time.time_ns()}.\n", encoding="utf-8"
    )


def _times(runs: int, command: Sequence[str], before: Callable[[], None]) -> Measured:
    seconds = []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    before()
    return Measured(seconds, _peak(command))


def _peak(command: Sequence[str]) -> float:
    """The peak memory of one more run: measured in a process of its own, for it counts all children."""
    probe = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    told = subprocess.run([sys.executable, "-c", probe, *command], check=True, capture_output=True, text=True)
    return int(told.stdout) / 1024


def _print_table(papers: int, rows: dict[str, Measured]) -> None:
    hugo, cold, copy = (rows[name].median for name in list(rows)[:3])
    print(
        f"\n{papers} papers{'':14}{'seconds':>10}{'÷ Hugo':>10}{'÷ cp -r':>10}{'÷ cold':>10}{'peak MiB':>10}"
    )
    for name, row in rows.items():
        ratios = (row.median / base for base in (hugo, copy, cold))
        print(f"{name:24}{row.median:10.2f}{''.join(f'{ratio:10.2f}' for ratio in ratios)}{row.peak:10.0f}")


if __name__ == "__main__":
    main()
