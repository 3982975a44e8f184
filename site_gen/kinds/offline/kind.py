"""`/offline/`: what can be read without a network, and where the worker leads who has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.links_if_present import ways
from site_gen.cards.offline import Saving, saving
from site_gen.cards.parts import Named
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The editions that can be saved, and those that are there as one file; either may be empty."""

    head: Head
    savings: tuple[Saving, ...]
    single_files: tuple[Named, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    yield ("offline",), "offline/", contents.locate("series")


def _view(site: Site, key: Key) -> OfflineView:
    editions = tuple(site.catalogue.editions)
    savings = (saving(site, edition) for edition in editions)
    titles: dict[Key, str] = {("single-file", each): cards(site).edition_name(each).name for each in editions}
    return OfflineView(
        head=head(
            site, key, site.locale.words.offline.title, description=site.locale.words.offline.offline_lead
        ),
        savings=tuple(each for each in savings if each),
        single_files=ways(site, titles),
    )


OFFLINE = PageKind("offline", "offline.html", _pages, _view)
