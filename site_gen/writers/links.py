"""Links as exports give them: absolute or not at all, for a program knows no page that they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from site_gen.cards.cards import links_of
from site_gen.cards.parts import OutLink
from site_gen.conference import Link
from site_gen.locale import Locale
from site_gen.markup.characters import plain_line
from site_gen.site import Site
from site_gen.site.events import Event
from site_gen.site.subjects import PaperOf, SessionOf


def uri(address: str) -> str:
    """An address in ASCII (RFC 3986); what is escaped already stays so."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~")


def absolute_links(locale: Locale, links: Iterable[Link]) -> tuple[OutLink, ...]:
    """The links that lead to the web wherever they are followed, with their words."""
    return tuple(
        OutLink(link.rel, plain_line(link.label), uri(link.url))
        for link in links_of(locale, links)
        if link.url.lower().startswith(("http://", "https://"))
    )


def event_address(site: Site, event: Event) -> str | None:
    """The full address of the page of a slot's paper, else of the session; None without a base URL."""
    paper = event.slot.paper if event.slot else None
    of = PaperOf(event.edition, paper) if paper else SessionOf(event.edition, event.session.id)
    address = site.absolute(site.address(of))
    return uri(address) if address else None
