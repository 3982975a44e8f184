"""Papers that speak of the same, over all editions, and of what: found once for the whole site."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.analysis import Corpus, Relation, Relations, Text, read
from site_gen.cards.cards import cards
from site_gen.cards.parts import Titled
from site_gen.conference import Paper
from site_gen.graph.queries import query
from site_gen.locale.sentences import speak_of
from site_gen.site import Site


@dataclass(frozen=True, slots=True)
class RelatedPaper:
    """A paper that speaks of the same as another one; `edition` is empty where it is of the same."""

    paper: Titled
    edition: str
    because: str


def related_papers(site: Site, edition: str, paper: str) -> tuple[RelatedPaper, ...]:
    """The papers that are most like one, the nearest first; none where the series wants none.

    A paper that was withdrawn is related to none.
    """
    if not site.catalogue.series.related_papers:
        return ()
    library = papers_by_words(site)
    number = library.numbers.get((edition, paper))
    if number is None:
        return ()
    return tuple(_related(site, edition, relation) for relation in library.relations.of(number))


@dataclass(frozen=True, slots=True)
class Library:
    """All papers that are published: as edition and id in the order of their numbers, and compared."""

    papers: tuple[tuple[str, str], ...]
    numbers: dict[tuple[str, str], int]
    corpus: Corpus
    relations: Relations


@query
def papers_by_words(site: Site) -> Library:
    """The papers of all editions by the words that they use."""
    found = {
        (edition_id, paper.id): _text(paper)
        for edition_id, edition in site.catalogue.editions.items()
        for paper in edition.papers.values()
        if paper.status == "published"
    }
    corpus = read(list(found.values()))
    numbers = {paper: number for number, paper in enumerate(found)}
    return Library(tuple(found), numbers, corpus, Relations(corpus.profiles))


def _text(paper: Paper) -> Text:
    return Text(paper.title or "", paper.abstract or "", paper.keywords)


def _related(site: Site, edition: str, relation: Relation) -> RelatedPaper:
    library = papers_by_words(site)
    other_edition, other = library.papers[relation.other]
    return RelatedPaper(
        paper=cards(site).paper_title(other_edition, other),
        edition="" if other_edition == edition else cards(site).edition(other_edition).conference.title,
        because=speak_of(site.locale, [library.corpus.forms.shown(term) for term in relation.terms]),
    )
