"""Groups on a plane: each a disc of dots, like ones near each other, no two overlapping.

Only sums, products, quotients and square roots are taken of fractions, which are the same on every
machine; the results are rounded once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import sqrt

from site_gen.values import dataclass

DOT = 14
"""The radius of a dot."""

_STEP = 2 * DOT + 5  # from the middle of one dot to that of the next
_GAP = 8  # between discs
_RIM = 8  # around what a disc holds
_ROOT_OF_3 = 1.7320508075688772
_FLATNESS = 2  # the plane becomes wider than high


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the plane; x grows to the right, y downwards."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc with the places of its dots, the first in the middle."""

    centre: Point
    radius: int
    dots: tuple[Point, ...]


def cells(number: int) -> list[tuple[float, float]]:
    """Places for dots around the origin, the nearest first, none nearer to another than a step."""
    reach = 1
    while 3 * reach * (reach + 1) + 1 < number:
        reach += 1
    # Beyond the hexagon of this reach there are cells that are nearer than its corners.
    reach += 1 + reach // 6
    span = range(-reach, reach + 1)
    nearest = sorted((q * q + q * r + r * r, r, q) for q in span for r in span)
    return [(_STEP * (q + r / 2), _STEP * _ROOT_OF_3 / 2 * r) for _, r, q in nearest[:number]]


def arranged(
    sizes: Sequence[int], labels: Sequence[tuple[int, int]], likeness: Callable[[int, int], int]
) -> tuple[Disc, ...]:
    """The discs of groups of these sizes, in their order, which is that of placing them.

    `labels` are the widths and heights that stand above the dots of each. Groups that `likeness` calls
    like each other lie near.
    """
    radii = [_radius(size, label) for size, label in zip(sizes, labels, strict=True)]
    places: list[tuple[float, float]] = []
    for number, radius in enumerate(radii):
        free = [spot for spot in _spots(places, radii, radius) if _is_free(spot, places, radii, radius)]
        near = [(likeness(number, other), place) for other, place in enumerate(places)]
        places.append(min(free, key=lambda spot: (_strain(spot, near), spot)))
    return tuple(
        Disc(Point(round(x), round(y)), round(radius), _dots(x, y, size, label))
        for (x, y), radius, size, label in zip(places, radii, sizes, labels, strict=True)
    )


def _reach(size: int) -> float:
    """How far from the middle the dots reach."""
    return max((sqrt(x * x + y * y) for x, y in cells(size)), default=0) + DOT


def _radius(size: int, label: tuple[int, int]) -> float:
    """A disc that holds its dots and, above them, its label."""
    width, height = label[0], label[1] + 2 * _reach(size)
    return sqrt(width * width + height * height) / 2 + _RIM


def _dots(x: float, y: float, size: int, label: tuple[int, int]) -> tuple[Point, ...]:
    # The dots stand below the middle, for the label is above them.
    return tuple(Point(round(x + right), round(y + label[1] / 2 + down)) for right, down in cells(size))


def _spots(
    places: Sequence[tuple[float, float]], radii: Sequence[float], radius: float
) -> Iterator[tuple[float, float]]:
    """Where a disc touches two others; the first lies at the origin, the second to its right."""
    if not places:
        yield 0.0, 0.0
    elif len(places) == 1:
        yield radii[0] + radius + _GAP, 0.0
    for one, two in combinations(range(len(places)), 2):
        reaches = radii[one] + radius + _GAP, radii[two] + radius + _GAP
        yield from _crossings(places[one], places[two], *reaches)


def _crossings(
    one: tuple[float, float], two: tuple[float, float], reach_one: float, reach_two: float
) -> Iterator[tuple[float, float]]:
    """The points at given distances from two others."""
    right, down = two[0] - one[0], two[1] - one[1]
    squared = right * right + down * down
    along = (reach_one * reach_one - reach_two * reach_two + squared) / (2 * squared)
    aside = reach_one * reach_one / squared - along * along
    if aside < 0:
        return
    for side in (sqrt(aside), -sqrt(aside)):
        yield one[0] + along * right - side * down, one[1] + along * down + side * right


def _is_free(
    spot: tuple[float, float], places: Sequence[tuple[float, float]], radii: Sequence[float], radius: float
) -> bool:
    for (x, y), other in zip(places, radii, strict=False):
        right, down, apart = spot[0] - x, spot[1] - y, other + radius + _GAP - 0.001
        if right * right + down * down < apart * apart:
            return False
    return True


def _strain(spot: tuple[float, float], near: Sequence[tuple[int, tuple[float, float]]]) -> float:
    """How far a spot lies from the middle, and from what it should be near to."""
    strain = _stretch(spot[0], spot[1])
    for like, (x, y) in near:
        strain += like * _stretch(spot[0] - x, spot[1] - y) / 100
    return strain


def _stretch(right: float, down: float) -> float:
    return right * right + _FLATNESS * down * down
