"""What a page needs to tell what is on now: while the conference runs, a script asks for the rest."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.conference.spans import span_of
from site_gen.site import Site
from site_gen.site.subjects import EditionOf, ScheduleOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class NowBar:
    """From the first to the last day, local to `zone` (an IANA name), the file at `source` tells what is on.

    `schedule` is the route that the pages of days lie below.
    """

    source: str
    schedule: str
    zone: str
    first_day: str
    last_day: str


def now_bar(site: Site, edition_id: str) -> NowBar | None:
    """The bar of an edition; None where nobody can tell what is on: no times, or in no known zone."""
    source = site.find_file("now-json", EditionOf(edition_id))
    edition = cards(site).edition(edition_id)
    zone, days = site.catalogue.time_zone(edition_id), edition.days
    if source is None or zone is None:
        return None
    schedule = site.address(ScheduleOf(edition_id))
    last_day = max([*days, *(end for each in edition.sessions.values() if (end := span_of(each).last_day))])
    return NowBar(source, schedule, zone, days[0].isoformat(), last_day.isoformat())
