"""The page of a person over all editions: papers, sessions, co-authors."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.cards import cards, open_aliases, orcid_link
from site_gen.cards.linked_data import elsewhere, node
from site_gen.cards.notices import Notice, notices_of_author
from site_gen.cards.parts import EditionPapers, Named, OutLink
from site_gen.cards.roles import PartInSession, parts_of
from site_gen.conference import Author
from site_gen.conference.people import AuthoredPaper
from site_gen.graph.queries import query
from site_gen.kinds.author.careers import Year, career
from site_gen.locale.sentences import papers_of
from site_gen.site import About, Absolute, CardTexts, Forms, Node, Site
from site_gen.site.subjects import PersonOf
from site_gen.text import sort_key


@dataclass(frozen=True, slots=True)
class CoAuthor:
    """Somebody who wrote papers with this person; `papers` says how many."""

    person: Named
    papers: str


@dataclass(frozen=True, slots=True)
class AuthorView:
    """A person. `aliases` are other spellings that may be published."""

    about: About
    series: str
    route: str
    name: str
    aliases: tuple[str, ...]
    homepage: str | None
    orcid: OutLink | None
    notices: tuple[Notice, ...]
    career: tuple[Year, ...]
    count: str
    papers: tuple[EditionPapers, ...]
    parts: tuple[PartInSession, ...]
    co_authors: tuple[CoAuthor, ...]


def _view(site: Site, subject: PersonOf) -> AuthorView:
    author = site.catalogue.people.authors[subject.person]
    papers = _papers(site, author)
    return AuthorView(
        about=About(author.name, papers_of(site.locale, len(papers), author.name)),
        series=site.catalogue.series.title,
        route=site.address(subject),
        name=author.name,
        aliases=open_aliases(site.catalogue.people, author),
        homepage=markup.safe_url(author.homepage) if author.homepage else None,
        orcid=orcid_link(author.orcid) if author.orcid else None,
        notices=notices_of_author(site, author.id),
        career=career(site, author.id),
        count=site.locale.count("paper", len(papers)),
        papers=cards(site).by_edition((each.edition, each.paper.id) for each in papers),
        parts=parts_of(site, author.id),
        co_authors=_co_authors(site, author),
    )


def _papers(site: Site, author: Author) -> list[AuthoredPaper]:
    """The papers of a person, newest edition first, by title within one."""
    places = {edition: rank for rank, edition in enumerate(site.catalogue.editions)}
    papers = site.catalogue.people.papers.get(author.id, ())
    return sorted(
        papers, key=lambda each: (places[each.edition], sort_key(each.paper.title or each.paper.id))
    )


def _co_authors(site: Site, author: Author) -> tuple[CoAuthor, ...]:
    """Those who share most papers first, then by name."""
    company = _company(site)
    shared = Counter(
        person
        for each in site.catalogue.people.papers.get(author.id, ())
        for person in company.writers[each.edition, each.paper.id]
    )
    del shared[author.id]
    ordered = sorted(shared.items(), key=lambda pair: (-pair[1], company.ranks[pair[0]]))
    return tuple(_co_author(site, *each) for each in ordered)


class _Company:
    """Who wrote together: made once, for every author's page shows some twenty others."""

    def __init__(self, site: Site) -> None:
        people = site.catalogue.people
        by_name = sorted(people.authors.values(), key=lambda author: sort_key(author.name))
        self.ranks = {author.id: rank for rank, author in enumerate(by_name)}
        self.writers = {
            (edition_id, paper.id): {person for each in paper.authors if (person := people.id_of(each))}
            for edition_id, edition in site.catalogue.editions.items()
            for paper in edition.papers.values()
        }


@query
def _co_author(site: Site, person: str, papers: int) -> CoAuthor:
    """A person who shares this many papers, one value for all pages."""
    name = site.catalogue.people.authors[person].name
    return CoAuthor(Named(name, site.address(PersonOf(person))), site.locale.count("paper", papers))


@query
def _company(site: Site) -> _Company:
    return _Company(site)


def _linked_data(view: AuthorView, absolute: Absolute) -> Node:
    return node(absolute, "Person", view.route) | {
        "name": view.name,
        "alternateName": [*view.aliases],
        "sameAs": elsewhere(view.homepage, view.orcid.url if view.orcid else None),
    }


def _share_card(view: AuthorView) -> CardTexts:
    return CardTexts(view.series, view.name, view.count if view.papers else "")


FORMS = Forms(_view, linked_data=_linked_data, share_card=_share_card)
