"""The page of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.cards import cards, doi_link, links_of
from site_gen.cards.licences import licence_link
from site_gen.cards.neighbours import Neighbours, neighbours
from site_gen.cards.paper_files import paper_files
from site_gen.cards.parts import Html, Named, OutLink, PaperCard, SessionCard, SlotCard
from site_gen.cards.references import reference
from site_gen.cards.related import RelatedPaper, related_papers
from site_gen.conference import Paper
from site_gen.frame.head import Head, head
from site_gen.frame.page_actions import QuietLink, citation_files
from site_gen.locale import Locale
from site_gen.locale.sentences import place_of
from site_gen.problems import Place
from site_gen.site import Appearance, Catalogue, Edition, Key, PageKind, Site
from site_gen.writers.citations import Citation, citation


@dataclass(frozen=True, slots=True)
class PlaceInProgramme:
    """Where a paper appears: its session, its slot, and its place there ("2nd of 5")."""

    session: SessionCard
    slot: SlotCard
    place: str


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper. `statement` says what is to be said of the abstract: that there is none, or it is cut."""

    head: Head
    card: PaperCard
    note: str
    erratum: str
    places: tuple[PlaceInProgramme, ...]
    abstract: Html | None
    language: str
    statement: str
    files: tuple[Named, ...]
    links: tuple[OutLink, ...]
    pages: str
    doi: OutLink | None
    licence: OutLink | None
    keywords: tuple[str, ...]
    related: tuple[RelatedPaper, ...]
    citation: Citation
    citation_files: tuple[QuietLink, ...]
    neighbours: Neighbours


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for paper in edition.papers:
            place = contents.locate("papers", edition_id, paper)
            yield ("paper", edition_id, paper), f"{edition_id}/papers/{paper}/", place


def _view(site: Site, key: Key) -> PaperView:
    _, edition_id, paper_id = key
    edition = site.catalogue.editions[edition_id]
    paper, card = edition.papers[paper_id], cards(site).paper(edition_id, paper_id)
    return PaperView(
        head=head(site, key, card.title.plain, edition_id, ("papers", edition_id), paper.abstract),
        card=card,
        note=paper.note or "",
        erratum=paper.erratum or "",
        places=_places(site, edition, paper_id),
        abstract=markup.abstract(paper.abstract) if paper.abstract else None,
        language=paper.language or "",
        statement=_statement(site.locale, paper),
        files=paper_files(site, edition_id, paper_id),
        links=links_of(site.locale, paper.links),
        pages=str(paper.pages or ""),
        doi=doi_link(paper.doi) if paper.doi else None,
        licence=licence_link(licence) if (licence := reference(site, edition_id, paper_id).licence) else None,
        keywords=paper.keywords,
        related=related_papers(site, edition_id, paper_id),
        citation=citation(site, edition_id, paper_id),
        citation_files=citation_files(site, key),
        neighbours=neighbours(site, key),
    )


def _places(site: Site, edition: Edition, paper: str) -> tuple[PlaceInProgramme, ...]:
    return tuple(_place(site, edition, each) for each in edition.appearances.get(paper, ()))


def _place(site: Site, edition: Edition, appearance: Appearance) -> PlaceInProgramme:
    session, number = appearance.session, len(appearance.session.slots)
    edition_id = edition.conference.id
    return PlaceInProgramme(
        session=cards(site).session(edition_id, session.id),
        slot=cards(site).slots(edition_id, session)[appearance.position - 1],
        place=place_of(site.locale, appearance.position, number) if number > 1 else "",
    )


def _statement(locale: Locale, paper: Paper) -> str:
    if paper.abstract is None:
        return locale.words.no_abstract
    return "" if paper.abstract_complete else locale.words.cut_abstract


PAPER = PageKind("paper", "paper.html", _pages, _view)
