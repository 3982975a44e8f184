"""The years of a person: what they did in each edition of the series, in small marks and in words."""

from __future__ import annotations

from collections import Counter

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, Shared
from site_gen.cards.roles import parts_of
from site_gen.graph.queries import query
from site_gen.site import Site
from site_gen.values import dataclass

_MOST_MARKS = 8
_STEP = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of an edition, at its place: a paper (series 1), or a part in a session (series 2)."""

    x: int
    series: int


@dataclass(frozen=True, slots=True, repr=False)
class Year(Shared):
    """An edition in a person's years. `did` says in words what the `marks` count; both may be empty."""

    edition: Named
    did: str
    marks: tuple[Mark, ...]


def career(site: Site, author: str) -> tuple[Year, ...]:
    """The editions, oldest first, with what a person did in each; none where the series has but one.

    Editions of which no paper and no session is known are left out.
    """
    papers = Counter(each.edition for each in site.catalogue.people.papers.get(author, ()))
    parts = Counter(part.edition for part in parts_of(site, author))
    if not papers and not parts:
        return ()
    return tuple(_year(site, edition, papers[edition], parts[edition]) for edition in _editions(site))


@query
def _year(site: Site, edition: str, papers: int, parts: int) -> Year:
    """So many papers, and parts in sessions, of an edition: one value for all who did the same."""
    did = (
        site.locale.count("paper", papers) if papers else "",
        site.locale.count("session", parts) if parts else "",
    )
    return Year(cards(site).edition_name(edition), site.locale.joined(did), _marks(papers, parts))


def _marks(papers: int, parts: int) -> tuple[Mark, ...]:
    """Papers, then parts; not more than there is room for."""
    series = ([1] * papers + [2] * parts)[:_MOST_MARKS]
    return tuple(Mark(_STEP * place, each) for place, each in enumerate(series))


@query
def _editions(site: Site) -> tuple[str, ...]:
    """The editions that hold anything, oldest first; none where there is but one."""
    editions = reversed(list(site.catalogue.editions.items()))
    known = tuple(edition_id for edition_id, edition in editions if edition.papers or edition.sessions)
    return known if len(known) > 1 else ()
