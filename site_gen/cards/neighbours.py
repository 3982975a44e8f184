"""Previous and next: the papers of an edition by title, its sessions in the programme's order."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.cards.cards import cards
from site_gen.cards.parts import Titled
from site_gen.graph.queries import table
from site_gen.site import Site
from site_gen.site.subjects import PaperOf, SessionOf
from site_gen.values import dataclass

_Listed = PaperOf | SessionOf


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before and after a page; None at the ends."""

    previous: Titled | None
    next: Titled | None


def neighbours(site: Site, subject: PaperOf | SessionOf) -> Neighbours:
    """The neighbours of a paper's or session's page."""
    before, after = _around(site)[subject]
    return Neighbours(_titled(site, before), _titled(site, after))


@table
def _around(site: Site) -> dict[_Listed, tuple[_Listed | None, _Listed | None]]:
    """What stands before and after each page."""
    return {
        here: (before, after)
        for listed in _lists(site)
        for before, here, after in zip([None, *listed], listed, [*listed[1:], None], strict=False)
    }


def _lists(site: Site) -> Iterator[list[_Listed]]:
    for edition_id, edition in site.catalogue.editions.items():
        yield [PaperOf(edition_id, paper) for paper in edition.papers]
        yield [SessionOf(edition_id, session) for session in edition.sessions]


def _titled(site: Site, subject: _Listed | None) -> Titled | None:
    if subject is None:
        return None
    if isinstance(subject, PaperOf):
        return cards(site).paper_title(subject.edition, subject.paper)
    return cards(site).session_title(subject.edition, subject.session)
