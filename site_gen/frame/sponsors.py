"""The sponsors of an edition, under their tiers."""

from __future__ import annotations

from site_gen import markup
from site_gen.cards.parts import Shared
from site_gen.conference import Sponsor
from site_gen.graph.queries import query
from site_gen.site import Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo by the names of its static files; `dark` is empty where it has none for a dark ground.

    `size` and `dark_size` are their widths and heights, None where not known.
    """

    file: str
    dark: str
    alt: str
    size: tuple[int, int] | None = None
    dark_size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class SponsorCard:
    """A sponsor; without a logo it is a name."""

    name: str
    address: str | None
    logo: Logo | None


@dataclass(frozen=True, slots=True)
class Tier:
    """The sponsors of one tier, in the order of the organisers' list."""

    name: str
    sponsors: tuple[SponsorCard, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Sponsors(Shared):
    """All sponsors of an edition, tiers in the order of their first sponsor."""

    tiers: tuple[Tier, ...]


@query
def sponsors(site: Site, edition: str) -> Sponsors | None:
    """The sponsors of an edition; None where it has none."""
    tiers: dict[str, list[SponsorCard]] = {}
    for sponsor in site.catalogue.editions[edition].conference.sponsors:
        tiers.setdefault(sponsor.tier, []).append(_card(site, sponsor))
    return Sponsors(tuple(Tier(name, tuple(found)) for name, found in tiers.items())) if tiers else None


def logo(site: Site, file: str | None, dark: str | None, alt: str) -> Logo | None:
    """A logo; the one for a dark ground stands in where it is the only one."""
    if not file:
        file, dark = dark, None
    return Logo(file, dark or "", alt, _size(site, file), _size(site, dark)) if file else None


def _size(site: Site, file: str | None) -> tuple[int, int] | None:
    return site.sizes.get(site.static.get(file or "", ""))


def _card(site: Site, sponsor: Sponsor) -> SponsorCard:
    return SponsorCard(
        name=sponsor.name,
        address=markup.safe_url(sponsor.url) if sponsor.url else None,
        logo=logo(site, sponsor.logo, sponsor.logo_dark, sponsor.alt or sponsor.name),
    )
