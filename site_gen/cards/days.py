"""The menu of the days of an edition."""

from __future__ import annotations

from datetime import date

from site_gen.cards.times import Moment, day_moment
from site_gen.site import Edition, Site
from site_gen.site.subjects import DayOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class DayChip:
    """A day in the menu of days: "Mon 7"; `route` is None for the present one."""

    day: Moment
    short: str
    route: str | None


def day_chips(site: Site, edition: Edition, present: date | None = None) -> tuple[DayChip, ...]:
    """The days of an edition in order, where there are several; `present` is that of the page, if it is of
    one."""
    if len(edition.days) == 1:
        return ()
    routes = {day: site.address(DayOf(edition.conference.id, day)) for day in edition.days}
    return tuple(
        DayChip(day_moment(site.locale, day), site.locale.short_day(day), None if day == present else route)
        for day, route in routes.items()
    )
