"""How feeds are written in Atom (RFC 4287).

Ids are UUIDs made of the series' title and a name, so that they stay when the site moves; links are
relative where its base URL is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from uuid import UUID, uuid5

from site_gen.markup.characters import plain_line
from site_gen.site import Site, link_from
from site_gen.text import fold
from site_gen.values import dataclass

_FEEDS = UUID("b3c8d7c2-0f5a-5a8e-9c55-6a1f0e2d7b94")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `name` is what its id is made of, `link` a route or an address elsewhere."""

    name: str
    title: str
    link: str
    updated: date
    authors: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry as it stands in a feed, and how old it is."""

    text: str
    updated: date


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `about` is the route of the page that it follows."""

    route: str
    title: str
    about: str
    entries: Sequence[WrittenEntry]


def written(site: Site, feed: Feed) -> bytes:
    """The bytes of a feed; it is as old as its newest entry."""
    series = site.catalogue.series
    own = site.absolute(feed.route)
    updated = max((entry.updated for entry in feed.entries), default=date(1970, 1, 1))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(series.language)}">',
        _element("title", feed.title),
        _element("id", _id(site, feed.route)),
        _element("updated", _moment(updated)),
        f"<author>{_element('name', series.title)}</author>",
        _link(_address(site, feed.route, feed.about)),
        *([_link(own, "self")] if own else []),
        *(entry.text for entry in feed.entries),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def written_entry(site: Site, route: str, entry: Entry) -> WrittenEntry:
    """An entry of the feed at a route."""
    lines = [
        "<entry>",
        _element("title", entry.title),
        _element("id", _id(site, entry.name)),
        _element("updated", _moment(entry.updated)),
        *(f"<author>{_element('name', name)}</author>" for name in entry.authors),
        _link(_address(site, route, entry.link)),
        *([_element("summary", entry.summary)] if entry.summary else []),
        "</entry>",
    ]
    return WrittenEntry("\n".join(lines), entry.updated)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(plain_line(text), quote=False)}</{name}>"


def _link(address: str, rel: str = "alternate") -> str:
    return f'<link rel="{rel}" href="{escape(address)}"/>'


def _address(site: Site, feed: str, link: str) -> str:
    """The way from the feed at a route to another one; an address elsewhere is as it is."""
    if link.startswith(("http:", "https:", "mailto:")):
        return link
    return site.absolute(link) or link_from(feed, link)


def _id(site: Site, name: str) -> str:
    return uuid5(_FEEDS, f"{fold(site.catalogue.series.title)}\n{name}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
