"""What a reader may save of an edition for times without a network."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.graph.queries import query
from site_gen.site import Site
from site_gen.site.subjects import EditionOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack by its name; `chosen` where most readers want it."""

    name: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Saving:
    """The packs of an edition; `route` leads to the file that tells their sizes."""

    id: str
    edition: Named
    route: str
    packs: tuple[Pack, ...]


def saving(site: Site, edition: str) -> Saving | None:
    """What can be saved of an edition; None where a site has no packs."""
    route = site.find_file("packs", EditionOf(edition))
    return Saving(edition, cards(site).edition_name(edition), route, _packs(site)) if route else None


@query
def _packs(site: Site) -> tuple[Pack, ...]:
    words = site.locale.words.offline
    return (
        Pack("programme", words.pack_programme, chosen=True),
        Pack("papers", words.pack_papers, chosen=True),
        Pack("people", words.pack_people, chosen=False),
    )
