"""Charts: tables whose rows and cells carry bars, so that a chart and its facts are one thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_gen.cards.parts import Named
from site_gen.values import dataclass

FULL = 100
"""The length of the longest bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a bar, in hundredths of the longest one. `series` tells what it counts: 1 or 2."""

    start: int
    length: int
    series: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact in words, or empty; `bars` are those beside it."""

    text: str
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row is of, with the bars below its name, and its facts."""

    label: Named
    bars: tuple[Bar, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `heads` name its columns, that of the labels first; `legend` the series of its bars.

    `note` says in words what is counted where the title alone does not; it may be empty.
    """

    id: str
    title: str
    note: str
    heads: tuple[str, ...]
    legend: tuple[str, ...]
    rows: tuple[Row, ...]


def bar_rows(
    labels: Sequence[Named], series: Sequence[Sequence[int]], shown: Callable[[int], str] = str
) -> tuple[Row, ...]:
    """Rows with one number of each series, and one bar of all of them end to end."""
    columns = list(zip(*series, strict=True))
    most = max((sum(numbers) for numbers in columns), default=0)
    return tuple(
        Row(label, stacked(numbers, most), tuple(Cell(shown(number)) for number in numbers))
        for label, numbers in zip(labels, columns, strict=True)
    )


def stacked(numbers: Sequence[int], most: int) -> tuple[Bar, ...]:
    """The parts of one bar, each a series; the length of `most` is full."""
    bars, before = [], 0
    for series, number in enumerate(numbers, start=1):
        start, before = _scaled(before, most), before + number
        if number:
            bars.append(Bar(start, max(_scaled(before, most) - start, 1), series))
    return tuple(bars)


def share_rows(
    labels: Sequence[Named], shares: Sequence[Sequence[tuple[int, int]]], shown: Callable[[int], str] = str
) -> tuple[Row, ...]:
    """Rows of cells that each show which part of a whole something is; all their bars can be compared."""
    hundredths = [[_scaled(part, whole) for part, whole in row] for row in shares]
    most = max((number for row in hundredths for number in row), default=0)
    return tuple(
        Row(label, (), tuple(Cell(f"{shown(number)} %", stacked([number], most)) for number in row))
        for label, row in zip(labels, hundredths, strict=True)
    )


def _scaled(number: int, most: int) -> int:
    """A number in hundredths of the greatest, to the nearest."""
    return (2 * FULL * number + most) // (2 * most) if most else 0
