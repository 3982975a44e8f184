"""All papers of an edition, by title; those without one last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site
from site_gen.text import counted
from site_gen.views.cards import cards
from site_gen.views.frame import Head, head
from site_gen.views.parts import PaperCard
from site_gen.wording import WORDS, papers_of


@dataclass(frozen=True, slots=True)
class PapersView:
    """The papers of an edition; `count` says in words how many."""

    head: Head
    count: str
    papers: tuple[PaperCard, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition in contents.editions:
        yield ("papers", edition), f"{edition}/papers/", contents.locate("conference", edition)


def _view(site: Site, key: Key) -> PapersView:
    edition_id = key[1]
    edition = site.catalogue.editions[edition_id]
    number, title = len(edition.papers), edition.conference.title
    return PapersView(
        head=head(site, key, WORDS.papers, edition_id, description=papers_of(number, title)),
        count=counted(number, "paper"),
        papers=tuple(cards(site).paper(edition_id, paper) for paper in edition.papers),
    )


PAPERS = PageKind("papers", "papers.html", _pages, _view)
