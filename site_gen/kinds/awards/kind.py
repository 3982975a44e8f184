"""The awards of an edition, in the order of the organisers' list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.parts import PaperCard
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class AwardPapers:
    """An award with its papers; `id` is its anchor."""

    id: str
    name: str
    papers: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class AwardsView:
    """The awards of an edition; `history` is the route of those of all editions."""

    head: Head
    awards: tuple[AwardPapers, ...]
    history: str


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for award in edition.conference.awards[:1]:
            place = contents.locate("awards", edition_id, award.id)
            yield ("awards", edition_id), f"{edition_id}/awards/", place


def _view(site: Site, key: Key) -> AwardsView:
    edition_id = key[1]
    conference = site.catalogue.editions[edition_id].conference
    return AwardsView(
        head=head(
            site,
            key,
            site.locale.words.awards,
            edition_id,
            description=f"{site.locale.words.awards}: {conference.title}.",
        ),
        awards=tuple(
            AwardPapers(
                award.id, award.name, tuple(cards(site).paper(edition_id, paper) for paper in award.papers)
            )
            for award in conference.awards
        ),
        history=site.address("award-history"),
    )


AWARDS = PageKind("awards", "awards.html", _pages, _view)
