"""The quiet links of a page: to take its programme into a calendar, or to cite what it lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.frame.subscriptions import calendar_route, giggity_link, webcal_link
from site_gen.site import Key, Site


@dataclass(frozen=True, slots=True)
class QuietLink:
    """A link to a file of the site by its route, or to elsewhere by its full address."""

    label: str
    route: str | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class QuietLinks:
    """Links under one word; a link that is alone stands for the word."""

    label: str
    links: tuple[QuietLink, ...]


def quiet_links(site: Site, key: Key) -> tuple[QuietLinks, ...]:
    """What the page of this key offers beside what it shows, as far as there is any.

    A paper's page has the files for its citation beside that, and here only the way to them.
    """
    calendar, cite = tuple(_calendar(site, key)), citation_files(site, key)
    if key[0] == "paper":
        cite = (QuietLink(site.locale.words.cite_short, address="#cite"),)
    groups = (
        QuietLinks(site.locale.words.calendar, calendar),
        QuietLinks(site.locale.words.cite_short, cite),
        QuietLinks(site.locale.words.booklet, tuple(_booklet(site, key))),
    )
    return tuple(group for group in groups if group.links)


def citation_files(site: Site, key: Key) -> tuple[QuietLink, ...]:
    """The bibliographies of what the page of this key lists; an edition's are those of its papers."""
    page = ("papers", key[1]) if key[0] == "edition" else key
    if page[0] == "home":
        return ()
    routes = {
        label: site.addresses.get((export, *page))
        for export, label in site.locale.words.bibliographies.items()
    }
    return tuple(QuietLink(label, route) for label, route in routes.items() if route)


def _booklet(site: Site, key: Key) -> Iterator[QuietLink]:
    """The booklet of the papers that a page lists."""
    route = site.addresses.get(("booklet", *key[1:])) if key[0] == "papers" else None
    if route:
        yield QuietLink(site.locale.words.booklet, route)


def _calendar(site: Site, key: Key) -> Iterator[QuietLink]:
    """The calendar of a page; a schedule has that of its edition, and opens in an app."""
    page = ("edition", key[1]) if key[0] == "schedule" else key
    route, subscription = calendar_route(site, page), webcal_link(site, page)
    if subscription:
        yield QuietLink(site.locale.words.subscribe, address=subscription)
    if route:
        yield QuietLink(site.locale.words.calendar_file, route)
    app = giggity_link(site, key[1]) if key[0] == "schedule" else None
    if app:
        yield QuietLink(site.locale.words.giggity, address=app)
