"""The awards of all editions, newest edition first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, PaperCard
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


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

    head: Head
    title: str
    editions: tuple[EditionAwards, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    if any(edition.conference.awards for edition in contents.editions.values()):
        yield ("award-history",), "awards/", contents.locate("series")


def _view(site: Site, key: Key) -> AwardHistoryView:
    series = site.catalogue.series.title
    return AwardHistoryView(
        head=head(
            site, key, site.locale.words.awards, description=f"{site.locale.words.all_awards}: {series}."
        ),
        title=site.locale.words.all_awards,
        editions=tuple(
            _edition_awards(site, edition_id)
            for edition_id, edition in site.catalogue.editions.items()
            if edition.conference.awards
        ),
    )


def _edition_awards(site: Site, edition: str) -> EditionAwards:
    route = site.address("awards", edition)
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


AWARD_HISTORY = PageKind("award-history", "award-history.html", _pages, _view)
