"""The page that a host shows where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Ways on from an address that leads nowhere."""

    head: Head
    title: str
    editions: tuple[Named, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    yield ("not-found",), "404.html", contents.locate("series")


def _view(site: Site, key: Key) -> NotFoundView:
    return NotFoundView(
        head=head(site, key, site.locale.words.not_found_title),
        title=site.locale.words.not_found_title,
        editions=tuple(cards(site).edition_name(edition) for edition in site.catalogue.editions),
    )


NOT_FOUND_PAGE = PageKind("not-found", "404.html", _pages, _view)
