"""Papers that speak of the same, over all editions, and of what: found once for the whole site."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.analysis import (
    Counted,
    Held,
    Holders,
    Profile,
    Relation,
    Text,
    Words,
    compare,
    count,
    forms_of,
    relations,
    shown_by,
    topics,
    words_of,
)
from site_gen.cards.cards import cards
from site_gen.cards.parts import Titled
from site_gen.graph.queries import cached, cached_table, query, resource, stored, table
from site_gen.locale.sentences import speak_of
from site_gen.site import Listed, Site
from site_gen.values import dataclass

_RUN = 32  # papers: about the root of a thousand


@dataclass(frozen=True, slots=True)
class RelatedPaper:
    """A paper that speaks of the same as another one; `edition` is empty where it is of the same."""

    paper: Titled
    edition: str
    because: str


@query
def related_papers(site: Site, edition: str, paper: str) -> tuple[RelatedPaper, ...]:
    """The papers that are most like one, the nearest first; none where the series wants none.

    A paper that was withdrawn is related to none.
    """
    if not site.catalogue.series.related_papers:
        return ()
    return tuple(_related(site, edition, relation) for relation in _relations(site, edition, paper))


@query
def _relations(site: Site, edition: str, paper: str) -> tuple[Relation[Listed], ...]:
    """The same by their ids; none for a paper that is not compared."""
    if (edition, paper) not in profiles(site):
        return ()
    return relations((edition, paper), profiles(site), _holders(site))


@table
def profiles(site: Site) -> Mapping[Listed, Profile]:
    """What tells each paper that is published from the others, over all editions."""
    return papers_by_words(site)


def shown(site: Site, term: str) -> str:
    """A term as most papers write it."""
    return shown_by(_forms(site), term)


@cached_table
def _forms(site: Site) -> Mapping[str, tuple[str, str]]:
    """The words of all papers by their stems: few edits make another one of two forms the usual one."""
    runs = range(0, len(_compared(site)), _RUN)
    return forms_of(_words(site, first) for first in runs).of_stems


@stored
def _words(site: Site, first: int) -> Words:
    """The words of a run of papers: one edit counts those of one run anew."""
    return words_of(_counted(site, *paper) for paper in _compared(site)[first : first + _RUN])


@resource
def papers_by_words(site: Site) -> dict[Listed, Profile]:
    """The papers of all editions by the words that they use."""
    found = _compared(site)
    return dict(zip(found, compare([_counted(site, *paper) for paper in found]), strict=True))


@query
def _compared(site: Site) -> tuple[Listed, ...]:
    """The papers that are compared."""
    return tuple(
        (edition_id, paper.id)
        for edition_id, edition in site.catalogue.editions.items()
        for paper in edition.papers.values()
        if paper.status == "published"
    )


@stored
def _counted(site: Site, edition: str, paper: str) -> Counted:
    return count(_text(site, edition, paper), _known(site))


@resource
def _known(site: Site) -> frozenset[str]:
    """What is in the title or the keywords of any paper."""
    return frozenset(_all_topics(site))


@cached
def _all_topics(site: Site) -> tuple[str, ...]:
    """The same in order, each once."""
    return tuple(sorted({topic for paper in _compared(site) for topic in _topics(site, *paper)}))


@query
def _topics(site: Site, edition: str, paper: str) -> tuple[str, ...]:
    return tuple(topics(_text(site, edition, paper)))


@table
def _holders(site: Site) -> Mapping[str, Held[Listed]]:
    return Holders(papers_by_words(site))


def _text(site: Site, edition: str, paper_id: str) -> Text:
    paper = site.catalogue.editions[edition].papers[paper_id]
    language = (paper.language or site.catalogue.series.language).partition("-")[0]
    return Text(paper.title or "", paper.abstract or "", paper.keywords, language.lower())


def _related(site: Site, edition: str, relation: Relation[Listed]) -> RelatedPaper:
    other_edition, other = relation.other
    return RelatedPaper(
        paper=cards(site).paper_title(other_edition, other),
        edition="" if other_edition == edition else cards(site).edition(other_edition).conference.title,
        because=speak_of(site.locale, [shown(site, term) for term in relation.terms]),
    )
