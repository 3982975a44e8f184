"""`/my/`: what a reader starred. Without a script it says what it would be, and leads to the programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class Beginning:
    """An edition with the pages on which there is something to star."""

    edition: Named
    pages: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class MyView:
    """The page of every reader; `sentences` are what its script says, by name."""

    head: Head
    beginnings: tuple[Beginning, ...]
    sentences: tuple[tuple[str, str], ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    if any(edition.papers or edition.sessions for edition in contents.editions.values()):
        yield ("my",), "my/", contents.locate("series")


def _view(site: Site, key: Key) -> MyView:
    return MyView(
        head=head(site, key, site.locale.words.my.title, description=site.locale.words.my.lead),
        beginnings=tuple(_beginnings(site)),
        sentences=tuple(site.locale.words.my.sentences.items()),
    )


def _beginnings(site: Site) -> Iterator[Beginning]:
    for edition_id, edition in site.catalogue.editions.items():
        wanted = (
            ("schedule", site.locale.words.schedule, edition.sessions),
            ("papers", site.locale.words.papers, edition.papers),
        )
        pages = tuple(Named(label, site.address(kind, edition_id)) for kind, label, any_ in wanted if any_)
        if pages:
            yield Beginning(cards(site).edition_name(edition_id), pages)


MY = PageKind("my", "my.html", _pages, _view)
