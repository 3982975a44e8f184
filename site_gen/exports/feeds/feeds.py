"""How feeds are written in Atom (RFC 4287).

Ids are UUIDs made of the series' title and a name, so that they stay when the site moves; links are
relative where its base URL is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import UUID, uuid5

from site_gen.markup.characters import plain_line
from site_gen.site import Site, link_from
from site_gen.text import fold

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
class Feed:
    """A feed; `about` is the route of the page that it follows."""

    route: str
    title: str
    about: str
    entries: tuple[Entry, ...]


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
        _link(_address(site, feed, feed.about)),
        *([_link(own, "self")] if own else []),
        *(line for entry in feed.entries for line in _entry(site, feed, entry)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(site: Site, feed: Feed, entry: Entry) -> Iterable[str]:
    yield "<entry>"
    yield _element("title", entry.title)
    yield _element("id", _id(site, entry.name))
    yield _element("updated", _moment(entry.updated))
    yield from (f"<author>{_element('name', name)}</author>" for name in entry.authors)
    yield _link(_address(site, feed, entry.link))
    if entry.summary:
        yield _element("summary", entry.summary)
    yield "</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(plain_line(text), quote=False)}</{name}>"


def _link(address: str, rel: str = "alternate") -> str:
    return f'<link rel="{rel}" href="{escape(address)}"/>'


def _address(site: Site, feed: Feed, link: str) -> str:
    """The way from a feed to a route; an address elsewhere is as it is."""
    if link.startswith(("http:", "https:", "mailto:")):
        return link
    return site.absolute(link) or link_from(feed.route, link)


def _id(site: Site, name: str) -> str:
    return uuid5(_FEEDS, f"{fold(site.catalogue.series.title)}\n{name}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
