"""The goals of each row by the size of the conference; the benchmark prints them, nothing asserts them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.bench.measure import Measured

Rows = Mapping[str, Measured]
SIZES = (1000, 5000, 20000)
# What `check` took of Hugo's CPU seconds on the 28th of November 2026, before it was made faster.
_CHECK_BEFORE = 9.2


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that has a goal: its name, and how it follows from the rows; None where one is missing."""

    name: str
    of: Callable[[str, Rows], float | None]


@dataclass(frozen=True, slots=True)
class Goal:
    """At most so much of a figure."""

    figure: Figure
    limit: float

    def line(self, row: str, rows: Rows) -> str:
        """The figure, the goal, and whether it is met."""
        value = self.figure.of(row, rows)
        if value is None:
            return ""
        verdict = "met" if value <= self.limit else "MISSED"
        return f"{self.figure.name} {value:.3g} ≤ {self.limit:g} {verdict}"


def _wall_over(other: str) -> Callable[[str, Rows], float | None]:
    return lambda row, rows: rows[row].wall / rows[other].wall if other in rows else None


def _cpu_over(other: str) -> Callable[[str, Rows], float | None]:
    return lambda row, rows: rows[row].cpu / rows[other].cpu if other in rows else None


def _after_python(row: str, rows: Rows) -> float | None:
    return rows[row].wall - rows["python"].wall if "python" in rows else None


HUGO = Figure("÷ Hugo", _wall_over("hugo"))
HUGO_CPU = Figure("CPU ÷ Hugo's", _cpu_over("hugo"))
FIRST_CPU = Figure("CPU ÷ first", _cpu_over("ingest"))
AFTER_START = Figure("s after Python's start", _after_python)
SECONDS = Figure("s", lambda row, rows: rows[row].wall)
CPU = Figure("CPU s", lambda row, rows: rows[row].cpu)
PEAK = Figure("MiB", lambda row, rows: rows[row].peak)

_Limits = tuple[float | None, float | None, float | None]  # by SIZES; None is no goal
_GOALS: tuple[tuple[str, Figure, _Limits], ...] = (
    ("equal-cold", HUGO, (1, 1, 1)),
    ("equal-cold", PEAK, (80, 130, 300)),
    ("full-cold", HUGO, (2.5, 2.5, 2.5)),
    ("full-nothing", AFTER_START, (0.1, 0.2, 0.5)),
    ("full-abstract", HUGO, (0.6, 0.25, None)),
    ("full-title", HUGO, (1, 0.5, None)),
    ("full-moved", HUGO, (1, 0.5, None)),
    ("full-renamed", HUGO, (1, 0.5, None)),
    ("preview", SECONDS, (0.15, 0.4, None)),
    ("check", HUGO_CPU, (0.4 * _CHECK_BEFORE, 0.4 * _CHECK_BEFORE, None)),
    ("ingest", CPU, (None, None, 20)),
    ("ingest", PEAK, (None, None, 300)),
    ("ingest-again", FIRST_CPU, (0.1, 0.1, 0.1)),
    ("ingest-sessions", CPU, (10, 10, 10)),
)
_FILES_A_PAPER = 9


def goals(row: str, papers: int) -> list[Goal]:
    """The goals of a row: those of the largest size in SIZES that is no larger; below all of them, none."""
    at = sum(size <= papers for size in SIZES) - 1
    listed = ((figure, limits[at]) for name, figure, limits in _GOALS if name == row and at >= 0)
    return [Goal(figure, limit) for figure, limit in listed if limit is not None]


def files_line(files: int, papers: int) -> str:
    """How many files of the whole site a paper costs, and whether that is within the goal."""
    verdict = "met" if files <= _FILES_A_PAPER * papers else "MISSED"
    goal = f" ≤ {_FILES_A_PAPER} {verdict}" if papers >= SIZES[0] else ""
    return f"full: {files / papers:.2f} files a paper{goal}"
