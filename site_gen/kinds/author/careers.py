"""The years of a person: what they did in each edition of the series, in small marks and in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, Shared
from site_gen.cards.roles import parts_of
from site_gen.graph.queries import query
from site_gen.locale import Locale
from site_gen.site import Site

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
    parts = Counter(part.edition.route for part in parts_of(site, author))
    if not papers and not parts:
        return ()
    return tuple(
        years.year(papers[edition], parts[years.edition.route]) for edition, years in _years(site).items()
    )


class _Years:
    """What people did in one edition: one value for all who did the same."""

    def __init__(self, locale: Locale, edition: Named) -> None:
        self.edition = edition
        self._locale = locale
        self._made: dict[tuple[int, int], Year] = {}

    def year(self, papers: int, parts: int) -> Year:
        """So many papers, and parts in sessions."""
        made = self._made.get((papers, parts))
        if made is None:
            did = (
                self._locale.count("paper", papers) if papers else "",
                self._locale.count("session", parts) if parts else "",
            )
            marks = _marks(papers, parts)
            made = self._made[papers, parts] = Year(self.edition, ", ".join(filter(None, did)), marks)
        return made


def _marks(papers: int, parts: int) -> tuple[Mark, ...]:
    """Papers, then parts; not more than there is room for."""
    series = ([1] * papers + [2] * parts)[:_MOST_MARKS]
    return tuple(Mark(_STEP * place, each) for place, each in enumerate(series))


@query
def _years(site: Site) -> dict[str, _Years]:
    """The editions that hold anything, oldest first; none where there is but one."""
    known = {
        edition_id: _Years(site.locale, cards(site).edition_name(edition_id))
        for edition_id, edition in reversed(list(site.catalogue.editions.items()))
        if edition.papers or edition.sessions
    }
    return known if len(known) > 1 else {}
