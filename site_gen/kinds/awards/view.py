"""The awards of an edition, in the order of the organisers' list."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen import markup
from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, PaperCard
from site_gen.site import About, Forms, SearchRow, Site
from site_gen.site.subjects import AwardHistory, AwardsOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class AwardPapers:
    """An award with its papers; `id` is its anchor."""

    id: str
    name: str
    papers: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class AwardsView:
    """The awards of an edition; `history` is the route of those of all editions."""

    about: About
    edition: Named
    route: str
    awards: tuple[AwardPapers, ...]
    history: str


def _view(site: Site, subject: AwardsOf) -> AwardsView:
    edition_id = subject.edition
    conference = site.catalogue.editions[edition_id].conference
    return AwardsView(
        about=About(site.locale.words.awards, f"{site.locale.words.awards}: {conference.title}."),
        edition=cards(site).edition_name(subject.edition),
        route=site.address(subject),
        awards=tuple(
            AwardPapers(
                award.id, award.name, tuple(cards(site).paper(edition_id, paper) for paper in award.papers)
            )
            for award in conference.awards
        ),
        history=site.address(AwardHistory()),
    )


def _search_rows(view: AwardsView) -> Iterator[SearchRow]:
    """Each award, at its part of the page."""
    for award in view.awards:
        name = markup.plain(award.name)
        yield SearchRow("award", f"{view.route}#{award.id}", name, awards=(name,))


FORMS = Forms(_view, search_rows=_search_rows)
