"""All papers of an edition, by title; those without one last. A script sorts and filters them.

The abstracts are folded in the list while they are few: those of a thousand papers would weigh more than
a megabyte, and each is loaded from its page when somebody opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.cards import cards, session_title, title_of
from site_gen.cards.filters import Choice
from site_gen.cards.names import family_of
from site_gen.cards.parts import Html, Named, PaperCard, Titled
from site_gen.conference import Paper
from site_gen.locale.sentences import papers_of
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import MapOf, PapersOf
from site_gen.text import sort_key

_LONG = 200  # papers of an index whose cards are laid out only as they come into view
_MOST_FOLDED = 100_000  # characters of all abstracts of an edition


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper in the index. `sessions` and `awards` are those of it, as the ids of `Choice`s.

    `place` is its rank in the programme, `author` that of its first author's family name; both count
    from 0. `abstract` is None where there is none, and where `is_apart`: then its page has it. `language`
    is empty where it is that of the page.
    """

    card: PaperCard
    in_sessions: tuple[Titled, ...]
    sessions: str
    awards: str
    place: int
    author: int
    abstract: Html | None
    language: str
    is_apart: bool


@dataclass(frozen=True, slots=True)
class PapersView:
    """The papers of an edition; `count` says in words how many, `map` is the route of their map, if any.

    `sessions` and `awards` are those that papers can be chosen by.
    """

    about: About
    edition: Named
    count: str
    map: str | None
    papers: tuple[ListedPaper, ...]
    is_long: bool
    sessions: tuple[Choice, ...]
    awards: tuple[Choice, ...]


def _view(site: Site, subject: PapersOf) -> PapersView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    number, title = len(edition.papers), edition.conference.title
    return PapersView(
        about=About(site.locale.words.papers, papers_of(site.locale, number, title)),
        edition=cards(site).edition_name(subject.edition),
        count=site.locale.count("paper", number),
        map=site.routes.get(MapOf(edition_id)),
        papers=tuple(_listed(site, edition)),
        is_long=number > _LONG,
        sessions=tuple(
            Choice(session.id, session_title(site.locale, session).plain)
            for session in edition.sessions.values()
            if any(slot.paper for slot in session.slots)
        ),
        awards=tuple(
            Choice(award.id, title_of(award.name).plain)
            for award in edition.conference.awards
            if award.papers
        ),
    )


def _listed(site: Site, edition: Edition) -> Iterator[ListedPaper]:
    edition_id = edition.conference.id
    places = _ranks(_in_programme(edition), edition.papers)
    authors = _ranks(_by_first_author(site, edition), edition.papers)
    weight = sum(len(paper.abstract or "") for paper in edition.papers.values())
    for paper_id, paper in edition.papers.items():
        sessions = list(dict.fromkeys(each.session.id for each in edition.appearances.get(paper_id, ())))
        yield ListedPaper(
            card=cards(site).paper(edition_id, paper_id),
            in_sessions=tuple(cards(site).session_title(edition_id, session) for session in sessions),
            sessions=" ".join(sessions),
            awards=" ".join(award.id for award in edition.awards.get(paper_id, ())),
            place=places[paper_id],
            author=authors[paper_id],
            abstract=markup.abstract(paper.abstract) if paper.abstract and weight <= _MOST_FOLDED else None,
            language=paper.language or "",
            is_apart=bool(paper.abstract) and weight > _MOST_FOLDED,
        )


def _ranks(first: Iterable[str], all_papers: Iterable[str]) -> dict[str, int]:
    """The rank of each paper in an order, which may hold a paper twice or not at all; those come last."""
    return {paper: rank for rank, paper in enumerate(dict.fromkeys([*first, *all_papers]))}


def _in_programme(edition: Edition) -> Iterator[str]:
    return (slot.paper for session in edition.sessions.values() for slot in session.slots if slot.paper)


def _by_first_author(site: Site, edition: Edition) -> list[str]:
    known = [paper for paper in edition.papers.values() if paper.authors and paper.authors[0].name]
    return [paper.id for paper in sorted(known, key=lambda paper: _first_author(site, paper))]


def _first_author(site: Site, paper: Paper) -> tuple[tuple[str, str], tuple[str, str]]:
    first = paper.authors[0]
    name = site.catalogue.people.shown_name(first) or ""
    return sort_key(family_of(site.catalogue.people, first)), sort_key(name)


FORMS = Forms(_view)
