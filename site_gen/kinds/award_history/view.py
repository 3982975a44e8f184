"""The awards of all editions, newest edition first."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, PaperCard
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import AwardHistory, AwardsOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class AwardPapers:
    """An award with its papers."""

    award: Named
    papers: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class EditionAwards:
    """The awards of one edition; `id` is its anchor."""

    id: str
    edition: Named
    awards: tuple[AwardPapers, ...]


@dataclass(frozen=True, slots=True)
class AwardHistoryView:
    """The awards of all editions that have any."""

    about: About
    title: str
    editions: tuple[EditionAwards, ...]


def _view(site: Site, _subject: AwardHistory) -> AwardHistoryView:
    series = site.catalogue.series.title
    return AwardHistoryView(
        about=About(site.locale.words.awards, f"{site.locale.words.all_awards}: {series}."),
        title=site.locale.words.all_awards,
        editions=tuple(
            _edition_awards(site, edition_id)
            for edition_id, edition in site.catalogue.editions.items()
            if edition.conference.awards
        ),
    )


def _edition_awards(site: Site, edition: str) -> EditionAwards:
    route = site.address(AwardsOf(edition))
    awards = site.catalogue.editions[edition].conference.awards
    return EditionAwards(
        id=f"edition-{edition}",
        edition=cards(site).edition_name(edition),
        awards=tuple(
            AwardPapers(
                Named(award.name, f"{route}#{award.id}"),
                tuple(cards(site).paper(edition, paper) for paper in award.papers),
            )
            for award in awards
        ),
    )


FORMS = Forms(_view)
