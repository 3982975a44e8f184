"""The page of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen import markup
from site_gen.cards.bylines import PartedByline, parted_byline
from site_gen.cards.cards import cards, doi_link, links_of
from site_gen.cards.keywords import keyword_links
from site_gen.cards.licences import licence_link
from site_gen.cards.linked_data import elsewhere, node, person_node
from site_gen.cards.neighbours import Neighbours, neighbours
from site_gen.cards.organisers import organisers
from site_gen.cards.paper_files import paper_files, pdf_address
from site_gen.cards.parts import Named, OutLink, PaperCard, Passage, Person
from site_gen.cards.references import Reference, editors_of, plain_abstract, reference
from site_gen.cards.related import RelatedPaper, related_papers
from site_gen.conference import Paper
from site_gen.conference.links import anthology_ids
from site_gen.frame.page_actions import PageAction, citation_files
from site_gen.kinds.paper.places import PlaceInProgramme, places_of
from site_gen.kinds.paper.scholar import citation_tags, published_on
from site_gen.locale import Locale
from site_gen.site import (
    About,
    Absolute,
    CardTexts,
    Forms,
    Node,
    SearchPlace,
    SearchRow,
    Site,
)
from site_gen.site.lazy import LazyView, fact
from site_gen.site.subjects import PaperOf, VolumeOf
from site_gen.text.json_text import Json
from site_gen.values import dataclass
from site_gen.writers.citations import Citation, citation


@dataclass(frozen=True, slots=True)
class RevisionCard:
    """A version of a paper: what it is called, when it came and what is different in it, and its file."""

    label: str
    note: str
    url: str


class PaperView(LazyView[PaperOf]):
    """A paper. `statement` says what is to be said of the abstract: that there is none, or it is cut."""

    def __init__(self, site: Site, subject: PaperOf) -> None:
        """The paper of a site that has it."""
        super().__init__(site, subject)
        self._ids = subject.edition, subject.paper
        self._edition = site.catalogue.editions[subject.edition]
        self._paper = self._edition.papers[subject.paper]

    @fact
    def about(self) -> About:
        return About(self.card.title.plain, self._paper.abstract or "")

    @fact
    def edition(self) -> Named:
        return cards(self._site).edition_name(self._subject.edition)

    @fact
    def card(self) -> PaperCard:
        return cards(self._site).paper(*self._ids)

    @fact
    def byline(self) -> PartedByline:
        return parted_byline(self._site.locale, self.card.byline)

    @fact
    def listed_names(self) -> str:
        names = [part.name for part in self.byline.first if part.name]
        return self._site.locale.listed([*names, self.byline.others] if self.byline.others else names)

    @fact
    def note(self) -> str:
        return self._paper.note or ""

    @fact
    def erratum(self) -> str:
        return self._paper.erratum or ""

    @fact
    def revisions(self) -> tuple[RevisionCard, ...]:
        locale = self._site.locale
        return tuple(
            RevisionCard(
                locale.words.phrases.revision.format(version=each.version),
                ": ".join(part for part in (locale.day(each.date) if each.date else "", each.note) if part),
                each.url or "",
            )
            for each in self._paper.revisions
        )

    @fact
    def places(self) -> tuple[PlaceInProgramme, ...]:
        return places_of(self._site, self._edition, self._subject.paper)

    @fact
    def abstract(self) -> Passage | None:
        return Passage.of(self._paper.abstract)

    @fact
    def abstract_text(self) -> str:
        return plain_abstract(self._site, *self._ids)

    @fact
    def language(self) -> str:
        return self._paper.language or ""

    @fact
    def statement(self) -> str:
        return _statement(self._site.locale, self._paper)

    @fact
    def files(self) -> tuple[Named, ...]:
        return paper_files(self._site, *self._ids)

    @fact
    def links(self) -> tuple[OutLink, ...]:
        return links_of(self._site.locale, self._paper.links)

    @fact
    def volume(self) -> Named | None:
        found = self._edition.volumes.get(self._paper.volume or "")
        if found is None:
            return None
        return Named(found.title, self._site.address(VolumeOf(self._subject.edition, found.id)))

    @fact
    def anthology_ids(self) -> tuple[str, ...]:
        return anthology_ids(self._paper.links)

    @fact
    def pages(self) -> str:
        return str(self._paper.pages or "")

    @fact
    def doi(self) -> OutLink | None:
        return doi_link(self._paper.doi) if self._paper.doi else None

    @fact
    def licence(self) -> OutLink | None:
        return licence_link(self.reference.licence) if self.reference.licence else None

    @fact
    def keywords(self) -> tuple[str, ...]:
        return self._paper.keywords

    @fact
    def keyword_links(self) -> tuple[Named, ...]:
        """The keywords; one that other papers have leads to all of them."""
        return keyword_links(self._site, self._subject.edition, self._paper)

    @fact
    def related(self) -> tuple[RelatedPaper, ...]:
        return related_papers(self._site, *self._ids)

    @fact
    def reference(self) -> Reference:
        return reference(self._site, *self._ids)

    @fact
    def published(self) -> date | None:
        return published_on(self._edition, self._subject.paper)

    @fact
    def pdf(self) -> str:
        return pdf_address(self._site, *self._ids) or ""

    @fact
    def editors(self) -> tuple[Person, ...]:
        return organisers(self._site, editors_of(self._site, self._subject.edition, self.reference.in_volume))

    @fact
    def citation(self) -> Citation:
        return citation(self._site, *self._ids)

    @fact
    def citation_files(self) -> tuple[PageAction, ...]:
        return citation_files(self._site, self._subject)

    @fact
    def neighbours(self) -> Neighbours:
        return neighbours(self._site, self._subject)


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
        "version": view.revisions[-1].label if view.revisions else None,
        "encoding": _encoding(view.pdf),
        "sameAs": elsewhere(found.url if found.doi else "", found.link),
    }


def _volume(view: PaperView, absolute: Absolute) -> Node:
    found = view.reference
    publisher: Json = {"@type": "Organization", "name": found.publisher} if found.publisher else None
    own = node(absolute, "PublicationVolume", view.volume.route) if view.volume else {}
    return own | {
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


def _searched_texts(view: PaperView) -> Iterator[str]:
    affiliations = dict.fromkeys(part.affiliation for part in view.card.byline)
    changes = (each.note for each in view.revisions)
    texts = (
        view.abstract_text,
        *view.keywords,
        *affiliations,
        view.note,
        view.erratum,
        *changes,
        *view.anthology_ids,
    )
    return (text for text in texts if text)


def _search_rows(view: PaperView) -> Iterator[SearchRow]:
    yield SearchRow(
        "paper",
        view.card.route,
        view.card.title.plain,
        " ".join(_searched_texts(view)),
        names=view.card.byline,
        places=tuple(
            SearchPlace(
                place.session.route, place.slot.start.marked if place.slot.start else "", place.slot.board
            )
            for place in view.places
        ),
        awards=tuple(markup.plain(award.name) for award in view.card.awards),
        state=view.card.status,
    )


FORMS = Forms(
    PaperView,
    linked_data=_linked_data,
    share_card=_share_card,
    citation_tags=lambda view: citation_tags(view.reference, view.published, view.language, view.pdf),
    search_rows=_search_rows,
)
