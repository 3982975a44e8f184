"""The sessions of a room or track, by day: the same page for both."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.cards.cards import cards
from site_gen.cards.notices import Notice, notices_of_slots
from site_gen.cards.parts import DaySessions, Named
from site_gen.cards.times import zone_words
from site_gen.conference import Session
from site_gen.site import About, Site
from site_gen.site.subjects import RoomOf, TrackOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ListingView:
    """What a room or track holds; `kind` says which of them it is. `note` and `zone` may be empty.

    `screen` is the route of the screen before a room, None where there is none.
    """

    about: About
    route: str
    edition: Named
    kind: str
    name: str
    note: str
    zone: str
    notices: tuple[Notice, ...]
    days: tuple[DaySessions, ...]
    screen: str | None = None


def listing(
    site: Site, subject: RoomOf | TrackOf, kind: str, name: str, sessions: Sequence[Session], note: str = ""
) -> ListingView:
    """The page of a subject with these sessions, which are in the programme's order."""
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    return ListingView(
        about=About(name, note),
        route=site.address(subject),
        edition=cards(site).edition_name(edition_id),
        kind=kind,
        name=name,
        note=note,
        zone=zone_words(site.locale, site.catalogue.time_zone(edition_id), edition.days)
        if edition.sessions
        else "",
        notices=notices_of_slots(site, edition_id, sessions),
        days=cards(site).by_day(edition_id, sessions),
    )
