"""`/offline/`: what can be read without a network, and where the worker leads who has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.cards.cards import cards
from site_gen.cards.offline import Saving, saving
from site_gen.cards.parts import Named
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import EditionOf, OfflinePage
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The editions that can be saved, and those that are there as one file; either may be empty."""

    about: About
    savings: tuple[Saving, ...]
    single_files: tuple[Named, ...]


def _view(site: Site, _subject: OfflinePage) -> OfflineView:
    editions = tuple(site.catalogue.editions)
    savings = (saving(site, edition) for edition in editions)
    return OfflineView(
        about=About(site.locale.words.offline.title, site.locale.words.offline.offline_lead),
        savings=tuple(each for each in savings if each),
        single_files=tuple(_single_files(site, editions)),
    )


def _single_files(site: Site, editions: Iterable[str]) -> Iterator[Named]:
    for each in editions:
        route = site.find_file("single-file", EditionOf(each))
        if route:
            yield Named(cards(site).edition_name(each).name, route)


FORMS = Forms(_view)
