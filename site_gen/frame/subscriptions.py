"""Links with which other programs take up a programme; there are none before the base URL is known."""

from __future__ import annotations

from urllib.parse import quote

from site_gen.site import Site, Subject
from site_gen.site.subjects import ScheduleOf


def calendar_route(site: Site, subject: Subject) -> str | None:
    """The route of the calendar of an edition, day, session, room, track or person.

    None where nothing on the page has a time.
    """
    return site.find_file("calendar", subject)


def webcal_link(site: Site, subject: Subject) -> str | None:
    """The link that subscribes to the calendar of a page, instead of copying it once."""
    route = calendar_route(site, subject)
    address = site.absolute(route) if route else None
    return f"webcal://{address.partition('://')[2]}" if address else None


def giggity_link(site: Site, edition: str) -> str | None:
    """The link that opens the schedule of an edition in Giggity (https://github.com/Wilm0r/giggity)."""
    route = site.find_file("schedule-xml", ScheduleOf(edition))
    address = site.absolute(route) if route else None
    return f"https://ggt.gaa.st/#url={quote(address, safe=':/%')}" if address else None
