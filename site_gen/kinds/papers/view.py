"""All papers of an edition, by title; those without one last. A script sorts and filters them.

The abstracts are folded in the list while they are few: those of a thousand papers would weigh more than
a megabyte, and each is loaded from its page when somebody opens it. In a long list names are no links: they
would weigh a third of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil

from site_gen import markup
from site_gen.cards.cards import cards
from site_gen.cards.filters import Choice
from site_gen.cards.names import family_of
from site_gen.cards.parts import Html, Named, PaperCard, Titled
from site_gen.conference import Paper
from site_gen.graph.queries import query
from site_gen.kinds.papers.choices import PaperChoices, keywords_of, materials_of, paper_choices
from site_gen.locale.sentences import papers_of
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import MapOf, PapersOf
from site_gen.values import dataclass

_LONG = 200  # papers of an index whose cards are laid out only as they come into view
_FEW_LINES, _MANY_LINES = 7, 11  # of a card on a phone
_MOST_FOLDED = 100_000  # characters of all abstracts of an edition


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper in the index. `awards`, `materials`, `volume` and `keywords` say by what it can be chosen: by
    the ids of choices, the keywords by their positions among all. `letter` is the anchor of its letter, of
    which it is the first.

    `abstract` is None where there is none, and where `is_apart`: then its page has it. `language`
    is empty where it is that of the page. `room` is "more" or "most" where a card needs
    more than most do before it is laid out.
    """

    card: PaperCard
    room: str
    in_sessions: tuple[Titled, ...]
    awards: str
    materials: str
    volume: str
    keywords: str
    letter: str
    abstract: Html | None
    language: str
    is_apart: bool


@dataclass(frozen=True, slots=True)
class PapersView:
    """The papers of an edition; `count` says in words how many, `map` is the route of their map, if any.

    `letters` are the anchors in a list that `is_long`. `programme` has the rank of each paper in the
    programme, `authors` that of its first author's family name; both count from 0. Here they weigh half of
    what they would beside each paper.
    """

    about: About
    edition: Named
    count: str
    map: str | None
    papers: tuple[ListedPaper, ...]
    programme: str
    authors: str
    is_long: bool
    letters: tuple[Choice, ...]
    choices: PaperChoices


def _view(site: Site, subject: PapersOf) -> PapersView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    number, title = len(edition.papers), edition.conference.title
    choices = paper_choices(site, edition)
    letters = _letters(site, edition) if number > _LONG else {}
    return PapersView(
        about=About(site.locale.words.papers, papers_of(site.locale, number, title)),
        edition=cards(site).edition_name(subject.edition),
        count=site.locale.count("paper", number),
        map=site.routes.get(MapOf(edition_id)),
        papers=tuple(_listed(site, edition, choices, {first: own for own, first in letters.values()})),
        programme=_ranks(_in_programme(edition), edition.papers),
        authors=_ranks(_by_first_author(site, edition), edition.papers),
        is_long=number > _LONG,
        letters=tuple(Choice(own, name) for name, (own, _) in letters.items()),
        choices=choices,
    )


def _letters(site: Site, edition: Edition) -> dict[str, tuple[str, str]]:
    """The letters with which titles begin, each with its anchor and its first paper."""
    found: dict[str, tuple[str, str]] = {}
    for paper in edition.papers:
        letter = site.locale.initial(cards(site).paper(edition.conference.id, paper).title.plain)
        found.setdefault(letter, (f"letter-{letter.lower()}", paper))
    return found


def _listed(
    site: Site, edition: Edition, choices: PaperChoices, letters: Mapping[str, str]
) -> Iterator[ListedPaper]:
    edition_id = edition.conference.id
    positions = {name: str(position) for position, name in enumerate(choices.keywords)}
    with_abstract, is_apart = _abstracts(site, edition_id)
    for paper_id, paper in edition.papers.items():
        sessions = list(dict.fromkeys(each.session.id for each in edition.appearances.get(paper_id, ())))
        card = cards(site).paper(edition_id, paper_id)
        yield ListedPaper(
            card=card,
            room=_room(card, len(sessions)),
            in_sessions=tuple(cards(site).session_title(edition_id, session) for session in sessions),
            awards=" ".join(award.id for award in edition.awards.get(paper_id, ())),
            materials=",".join(materials_of(site, edition_id, paper)) if choices.materials else "",
            volume=paper.volume or "" if choices.volumes else "",
            keywords=" ".join(positions[word] for word in keywords_of(site, edition_id, paper)),
            letter=letters.get(paper_id, ""),
            abstract=None if is_apart or not paper.abstract else markup.abstract(paper.abstract),
            language=paper.language or "",
            is_apart=is_apart and with_abstract[paper_id],
        )


def _room(card: PaperCard, sessions: int) -> str:
    """The room of a card by the lines that its title, names and badges have on a phone."""
    names = ceil(sum(len(part.name) + 2 for part in card.byline) / 44)
    lines = ceil(len(card.title.plain) / 30) + names + bool(card.awards or card.status) + sessions
    return "most" if lines > _MANY_LINES else "more" if lines > _FEW_LINES else ""


@query
def _abstracts(site: Site, edition: str) -> tuple[dict[str, bool], bool]:
    """Whether each paper has an abstract, and whether all together are too long for the list."""
    found = {paper.id: paper.abstract or "" for paper in site.catalogue.editions[edition].papers.values()}
    weight = sum(map(len, found.values()))
    return {paper: bool(abstract) for paper, abstract in found.items()}, weight > _MOST_FOLDED


def _ranks(first: Iterable[str], papers: Iterable[str]) -> str:
    """The rank of each paper in an order, which may hold a paper twice or not at all; those come last."""
    ranks = {paper: str(rank) for rank, paper in enumerate(dict.fromkeys([*first, *papers]))}
    return " ".join(ranks[paper] for paper in papers)


def _in_programme(edition: Edition) -> Iterator[str]:
    return (slot.paper for session in edition.sessions.values() for slot in session.slots if slot.paper)


def _by_first_author(site: Site, edition: Edition) -> list[str]:
    known = [paper for paper in edition.papers.values() if paper.authors and paper.authors[0].name]
    return [paper.id for paper in sorted(known, key=lambda paper: _first_author(site, paper))]


def _first_author(site: Site, paper: Paper) -> tuple[tuple[str, str], tuple[str, str]]:
    first = paper.authors[0]
    name = site.catalogue.people.shown_name(first) or ""
    return site.locale.order(family_of(site.catalogue.people, first)), site.locale.order(name)


FORMS = Forms(_view)
