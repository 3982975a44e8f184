"""The page of a person over all editions: papers, sessions, co-authors."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from heapq import nsmallest

from site_gen import markup
from site_gen.cards.cards import cards, open_aliases, orcid_link
from site_gen.cards.linked_data import elsewhere, node
from site_gen.cards.names import is_body
from site_gen.cards.notices import Notice, notices_of_author
from site_gen.cards.parts import EditionPapers, Named, OutLink, PaperCard, Passage
from site_gen.cards.roles import printed_parts
from site_gen.cards.speakers import Speaker, speaker
from site_gen.conference import Author
from site_gen.conference.people import AuthoredPaper
from site_gen.graph.queries import query
from site_gen.kinds.author.affiliations import Affiliation, affiliations
from site_gen.kinds.author.careers import Year, career
from site_gen.kinds.author.engagements import Engagement, engagements
from site_gen.locale.sentences import papers_of
from site_gen.site import About, Absolute, CardTexts, Forms, Node, SearchPerson, Site
from site_gen.site.lazy import LazyView, fact
from site_gen.site.subjects import PersonOf
from site_gen.values import dataclass

_MOST_CO_AUTHORS = 100


@dataclass(frozen=True, slots=True)
class CoAuthor:
    """Somebody who wrote papers with this person; `papers` says how many."""

    person: Named
    papers: str


@dataclass(frozen=True, slots=True)
class CoAuthors:
    """Those who share most papers with a person; `others` counts whom no list has room for, or is empty."""

    listed: tuple[CoAuthor, ...]
    others: str

    def __bool__(self) -> bool:
        return bool(self.listed)


class AuthorView(LazyView[PersonOf]):
    """A person. `aliases` are other spellings that may be published.

    `portrait` and `biography` are those of the newest programme that has one of them; None where none has.
    """

    def __init__(self, site: Site, subject: PersonOf) -> None:
        """The person of a site that has them."""
        super().__init__(site, subject)
        self._author = site.catalogue.people.authors[subject.person]

    @fact
    def about(self) -> About:
        return About(self.name, papers_of(self._site.locale, len(self._papers), self.name))

    @fact
    def series(self) -> str:
        return self._site.catalogue.series.title

    @fact
    def route(self) -> str:
        return self._site.address(self._subject)

    @fact
    def name(self) -> str:
        return self._author.name

    @fact
    def is_body(self) -> bool:
        return is_body(self._author)

    @fact
    def aliases(self) -> tuple[str, ...]:
        return open_aliases(self._site.catalogue.people, self._author)

    @fact
    def affiliations(self) -> tuple[Affiliation, ...]:
        return affiliations(self._site, self._subject.person)

    @fact
    def homepage(self) -> str | None:
        printed = (each.homepage for each in printed_parts(self._site, self._subject.person) if each.homepage)
        found = self._author.homepage or next(printed, None)
        return markup.safe_url(found) if found else None

    @fact
    def portrait(self) -> Speaker | None:
        return self._speaker if self._speaker and self._speaker.picture else None

    @fact
    def biography(self) -> Passage | None:
        return self._speaker.biography if self._speaker else None

    @fact
    def orcid(self) -> OutLink | None:
        return orcid_link(self._author.orcid) if self._author.orcid else None

    @fact
    def notices(self) -> tuple[Notice, ...]:
        return notices_of_author(self._site, self._subject.person)

    @fact
    def career(self) -> tuple[Year, ...]:
        return career(self._site, self._subject.person)

    @fact
    def count(self) -> str:
        return self._site.locale.count("paper", len(self._papers))

    @fact
    def papers(self) -> tuple[EditionPapers, ...]:
        editions: dict[str, list[PaperCard]] = {}
        for each in self._papers:
            card = cards(self._site).paper(each.edition, each.paper)
            editions.setdefault(each.edition, []).append(card)
        name = cards(self._site).edition_name
        return tuple(EditionPapers(name(each), tuple(found)) for each, found in editions.items())

    @fact
    def engagements(self) -> tuple[Engagement, ...]:
        return engagements(self._site, self._subject.person)

    @fact
    def co_authors(self) -> CoAuthors:
        return _co_authors(self._site, self._author)

    @cached_property
    def _speaker(self) -> Speaker | None:
        return speaker(self._site, self._subject.person)

    @cached_property
    def _papers(self) -> list[AuthoredPaper]:
        return _papers(self._site, self._author)


def _papers(site: Site, author: Author) -> list[AuthoredPaper]:
    """The papers of a person, newest edition first, by title within one."""
    places = {edition: rank for rank, edition in enumerate(site.catalogue.editions)}
    papers = site.catalogue.people.papers.get(author.id, ())
    return sorted(papers, key=lambda each: (places[each.edition], _title_key(site, each.edition, each.paper)))


@query
def _title_key(site: Site, edition: str, paper: str) -> tuple[str, str]:
    """What orders papers by their titles; one without a title by its id."""
    return site.locale.order(site.catalogue.editions[edition].papers[paper].title or paper)


def _co_authors(site: Site, author: Author) -> CoAuthors:
    """Those who share most papers first, then by name."""
    papers = site.catalogue.people.papers.get(author.id, ())
    company = _company_of(site, tuple(sorted({(each.edition, each.paper) for each in papers})))
    nearest = zip(company.nearest, company.shared, strict=True)
    listed = [each for each in nearest if each[0] != author.id][:_MOST_CO_AUTHORS]
    others = company.count - 1 - len(listed)
    return CoAuthors(
        tuple(_co_author(site, *each) for each in listed),
        site.locale.count("other", others) if others > 0 else "",
    )


@dataclass(frozen=True, slots=True)
class _CompanyOf:
    """Who wrote some papers: how many they are, and those with most papers, with how many each has."""

    count: int
    nearest: tuple[str, ...]
    shared: tuple[int, ...]


@query
def _company_of(site: Site, papers: tuple[tuple[str, str], ...]) -> _CompanyOf:
    """Once for all who wrote the same papers, so that a paper of a thousand names is counted once."""
    shared = Counter(person for paper in papers for person in _writers(site, *paper))
    ordered = nsmallest(
        _MOST_CO_AUTHORS + 1, shared.items(), key=lambda pair: (-pair[1], _name_key(site, pair[0]))
    )
    return _CompanyOf(
        len(shared), tuple(person for person, _ in ordered), tuple(number for _, number in ordered)
    )


@query
def _writers(site: Site, edition: str, paper: str) -> tuple[str, ...]:
    """Who wrote a paper, each once."""
    people = site.catalogue.people
    authors = site.catalogue.editions[edition].papers[paper].authors
    return tuple(dict.fromkeys(person for each in authors if (person := people.id_of(each))))


@query
def _name_key(site: Site, person: str) -> tuple[tuple[str, str], str]:
    """What orders people by their names; those of one name by their ids."""
    return site.locale.order(site.catalogue.people.authors[person].name), person


@query
def _co_author(site: Site, person: str, papers: int) -> CoAuthor:
    """A person who shares this many papers, one value for all pages."""
    name = site.catalogue.people.authors[person].name
    return CoAuthor(Named(name, site.address(PersonOf(person))), site.locale.count("paper", papers))


def _linked_data(view: AuthorView, absolute: Absolute) -> Node:
    return node(absolute, "Organization" if view.is_body else "Person", view.route) | {
        "name": view.name,
        "alternateName": [*view.aliases],
        "description": markup.plain(view.biography.text) if view.biography else "",
        "parentOrganization" if view.is_body else "affiliation": [
            {"@type": "Organization", "name": each.name} for each in view.affiliations if each.is_latest
        ],
        "sameAs": elsewhere(view.homepage, view.orcid.url if view.orcid else None),
    }


def _share_card(view: AuthorView) -> CardTexts:
    return CardTexts(view.series, view.name, view.count if view.papers else "")


FORMS = Forms(
    AuthorView,
    linked_data=_linked_data,
    share_card=_share_card,
    search_rows=lambda view: [SearchPerson(view.route, view.name, view.aliases)],
)
