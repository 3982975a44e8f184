"""Where an edition is held, for those who travel there."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.cards.parts import OutLink
from site_gen.conference import Conference
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Venue:
    """The building, its street and its town, each maybe empty, and links to maps."""

    name: str
    address: str
    location: str
    maps: tuple[OutLink, ...]


def venue(conference: Conference, links: Iterable[OutLink]) -> Venue | None:
    """Where an edition is held; None where the head of its home says all there is."""
    maps = tuple(link for link in links if link.rel == "map")
    if not conference.address and not maps:
        return None
    return Venue(conference.venue or "", conference.address or "", conference.location or "", maps)
