"""The picture at the head of an edition's home."""

from __future__ import annotations

from site_gen.conference.scalars import Line, StaticFile
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hero:
    """The picture at the head of an edition's home: of the town, the hall, last year's audience."""

    picture: StaticFile
    """The picture; it is cut to the room that it has, and about 1600 pixels wide."""
    alt: Line | None = None
    """What it shows, for those who do not see it; without it the picture says nothing to them."""
    credit: Line | None = None
    """Who made it and under which licence, as "A. Example, CC BY 4.0"; it stands below the picture."""
