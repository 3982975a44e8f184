"""The seats of a round hall from above: a pattern for the head of a page, another one for each name."""

from __future__ import annotations

import hashlib
import math

from site_gen.values import dataclass

WIDTH, HEIGHT = 800, 600
_FIRST, _LAST, _BETWEEN = 120, 890, 48
"""The radius of the first row and of the last, and how far rows are from each other."""
_SEAT = 31  # how far the seats of a row are from each other, about
_TAKEN = 20  # of 256 seats


@dataclass(frozen=True, slots=True)
class Row:
    """A row of seats: a circle of this radius that is parted into as many seats, turned by some degrees."""

    radius: int
    seats: int
    turn: int


@dataclass(frozen=True, slots=True)
class Seats:
    """The rows around a stage at `x` and `y`, in a box of WIDTH × HEIGHT; `taken` is a path through the
    seats that stand out."""

    x: int
    y: int
    rows: tuple[Row, ...]
    taken: str


def seats(name: str) -> Seats:
    """The hall of a name: the same one on every machine."""
    chance = hashlib.sha256(name.encode()).digest()
    x, y = 420 + chance[0] % 160, HEIGHT + 40 + chance[1] % 60
    rows = tuple(
        _row(radius, chance[2 + place % 30]) for place, radius in enumerate(range(_FIRST, _LAST, _BETWEEN))
    )
    return Seats(x, y, rows, "".join(_taken(name, x, y, row) for row in rows))


def _row(radius: int, chance: int) -> Row:
    return Row(radius, round(2 * math.pi * radius / _SEAT), chance % 12)


def _taken(name: str, x: int, y: int, row: Row) -> str:
    """The seats of a row that stand out, as far as they are in the box."""
    chance = hashlib.sha256(f"{name} {row.radius}".encode()).digest()
    path = ""
    for seat in range(row.seats):
        if chance[seat % len(chance)] ^ seat * 37 % 256 >= _TAKEN:
            continue
        angle = math.radians(row.turn + seat * 360 / row.seats)
        across, down = round(x + row.radius * math.cos(angle)), round(y + row.radius * math.sin(angle))
        if 0 < across < WIDTH and 0 < down < HEIGHT:
            path += f"M{across} {down}h0"
    return path
