"""What an edition holds: its pages, papers, days and awards, and how many of each."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, PaperCard
from site_gen.cards.prose_pages import in_order
from site_gen.cards.times import Moment
from site_gen.locale import Noun
from site_gen.site import Edition, Site, Subject
from site_gen.site.subjects import AwardsOf, DayOf, PapersOf, ProseOf, ScheduleOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of something there are: "36", "papers"."""

    number: str
    noun: str
    route: str


@dataclass(frozen=True, slots=True)
class DayLink:
    """A day of the programme with what it holds, in words."""

    day: Moment
    route: str
    contents: str


@dataclass(frozen=True, slots=True)
class AwardPapers:
    """An award with its papers."""

    name: str
    papers: tuple[PaperCard, ...]


def prose_pages(site: Site, edition: Edition) -> tuple[Named, ...]:
    """The pages of the organisers, but for parts of others."""
    pages = in_order(edition.conference.pages)
    return tuple(
        Named(page.title, site.address(ProseOf(edition.conference.id, page.id)))
        for page in pages
        if not page.part_of
    )


def accepted(site: Site, edition: Edition) -> tuple[PaperCard, ...]:
    """The papers that are presented."""
    return tuple(
        cards(site).paper(edition.conference.id, paper.id)
        for paper in edition.papers.values()
        if paper.status != "withdrawn"
    )


def figures(site: Site, edition: Edition) -> tuple[Figure, ...]:
    """How much there is of what has a page."""
    edition_id = edition.conference.id
    found: dict[Subject, tuple[int, Noun]] = {
        PapersOf(edition_id): (edition.accepted, "paper"),
        ScheduleOf(edition_id): (len(edition.sessions), "session"),
        AwardsOf(edition_id): (len(edition.conference.awards), "award"),
    }
    shown = [
        Figure(site.locale.number(number), site.locale.noun(noun, number), site.address(page))
        for page, (number, noun) in found.items()
        if number
    ]
    if edition.conference.phase == "archive" and edition.filmed:  # what there is to see
        papers = site.address(PapersOf(edition_id))
        number = edition.filmed
        shown.insert(1, Figure(site.locale.number(number), site.locale.noun("video", number), papers))
    return tuple(shown)


def days(site: Site, edition: Edition) -> tuple[DayLink, ...]:
    """The days of the programme."""
    return tuple(
        DayLink(
            Moment(site.locale.day_of_year(day), day.isoformat()),
            site.address(DayOf(edition.conference.id, day)),
            site.locale.count("session", len(edition.on_day.get(day, ()))),
        )
        for day in edition.days
    )


def awards(site: Site, edition: Edition) -> tuple[AwardPapers, ...]:
    """The awards of an edition, each with its papers."""
    edition_id = edition.conference.id
    return tuple(
        AwardPapers(award.name, tuple(cards(site).paper(edition_id, paper) for paper in award.papers))
        for award in edition.conference.awards
    )
