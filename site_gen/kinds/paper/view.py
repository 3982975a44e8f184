"""The page of a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_gen.cards.cards import cards, doi_link, links_of
from site_gen.cards.licences import licence_link
from site_gen.cards.linked_data import elsewhere, node, person_node
from site_gen.cards.neighbours import Neighbours, neighbours
from site_gen.cards.organisers import organisers
from site_gen.cards.paper_files import paper_files, pdf_address
from site_gen.cards.parts import Named, OutLink, PaperCard, Passage, Person, SessionCard, SlotCard
from site_gen.cards.references import Reference, plain_abstract, reference
from site_gen.cards.related import RelatedPaper, related_papers
from site_gen.conference import Paper
from site_gen.frame.page_actions import PageAction, citation_files
from site_gen.kinds.paper.scholar import citation_tags, published_on
from site_gen.locale import Locale
from site_gen.locale.sentences import place_of
from site_gen.site import About, Absolute, Appearance, CardTexts, Edition, Forms, Node, Site
from site_gen.site.subjects import PaperOf
from site_gen.text.json_text import Json
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

    about: About
    edition: Named
    card: PaperCard
    listed_names: str
    note: str
    erratum: str
    places: tuple[PlaceInProgramme, ...]
    abstract: Passage | None
    abstract_text: str
    language: str
    statement: str
    files: tuple[Named, ...]
    links: tuple[OutLink, ...]
    pages: str
    doi: OutLink | None
    licence: OutLink | None
    keywords: tuple[str, ...]
    related: tuple[RelatedPaper, ...]
    reference: Reference
    published: date | None
    pdf: str
    editors: tuple[Person, ...]
    citation: Citation
    citation_files: tuple[PageAction, ...]
    neighbours: Neighbours


def _view(site: Site, subject: PaperOf) -> PaperView:
    edition_id, paper_id = subject.edition, subject.paper
    edition = site.catalogue.editions[edition_id]
    paper, card = edition.papers[paper_id], cards(site).paper(edition_id, paper_id)
    found = reference(site, edition_id, paper_id)
    return PaperView(
        about=About(card.title.plain, paper.abstract or ""),
        edition=cards(site).edition_name(edition_id),
        card=card,
        listed_names=site.locale.listed([part.name for part in card.byline if part.name]),
        note=paper.note or "",
        erratum=paper.erratum or "",
        places=_places(site, edition, paper_id),
        abstract=Passage.of(paper.abstract),
        abstract_text=plain_abstract(site, edition_id, paper_id),
        language=paper.language or "",
        statement=_statement(site.locale, paper),
        files=paper_files(site, edition_id, paper_id),
        links=links_of(site.locale, paper.links),
        pages=str(paper.pages or ""),
        doi=doi_link(paper.doi) if paper.doi else None,
        licence=licence_link(found.licence) if found.licence else None,
        keywords=paper.keywords,
        related=related_papers(site, edition_id, paper_id),
        reference=found,
        published=published_on(edition, paper_id),
        pdf=pdf_address(site, edition_id, paper_id) or "",
        editors=organisers(site, edition.conference.editors),
        citation=citation(site, edition_id, paper_id),
        citation_files=citation_files(site, subject),
        neighbours=neighbours(site, subject),
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


def _linked_data(view: PaperView, absolute: Absolute) -> Node:
    found, year = view.reference, str(view.reference.year) if view.reference.year else None
    return node(absolute, "ScholarlyArticle", view.card.route) | {
        "name": view.card.title.plain,
        "author": [person_node(absolute, part) for part in view.card.byline if part.name],
        "abstract": view.abstract_text,
        "inLanguage": view.language,
        "isPartOf": _volume(view, absolute),
        "license": view.licence.url if view.licence else None,
        "datePublished": view.published.isoformat() if view.published else year,
        "pagination": str(found.pages or ""),
        "keywords": [*found.keywords],
        "award": [award.name for award in view.card.awards],
        "creativeWorkStatus": view.card.status,
        "correction": view.erratum,
        "encoding": _encoding(view.pdf),
        "sameAs": elsewhere(found.url if found.doi else "", found.link),
    }


def _volume(view: PaperView, absolute: Absolute) -> Node:
    found = view.reference
    publisher: Json = {"@type": "Organization", "name": found.publisher} if found.publisher else None
    return {
        "@type": "PublicationVolume",
        "name": found.book,
        "volumeNumber": found.volume,
        "editor": [person_node(absolute, each) for each in view.editors],
        "publisher": publisher,
    }


def _encoding(pdf: str) -> Node | None:
    if not pdf:
        return None
    return {"@type": "MediaObject", "contentUrl": pdf, "encodingFormat": "application/pdf"}


def _share_card(view: PaperView) -> CardTexts:
    authors = "" if view.card.title.stand_in else view.listed_names
    about = " · ".join(part for part in (view.card.status, authors) if part)
    return CardTexts(view.edition.name, view.card.title.plain, about)


FORMS = Forms(
    _view,
    linked_data=_linked_data,
    share_card=_share_card,
    citation_tags=lambda view: citation_tags(view.reference, view.published, view.language, view.pdf),
)
