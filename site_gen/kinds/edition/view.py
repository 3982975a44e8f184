"""The home of an edition: what matters most in its phase comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from site_gen import markup
from site_gen.cards.cards import cards, links_of
from site_gen.cards.hero import HeroArt, hero_art
from site_gen.cards.linked_data import EditionFacts, edition_facts, elsewhere, event_node
from site_gen.cards.links_if_present import links_if_present
from site_gen.cards.news import DeadlineLine, News, announcements, deadlines
from site_gen.cards.notices import Notice, notices_of_edition
from site_gen.cards.now import NowBar, now_bar
from site_gen.cards.offline import Saving, saving
from site_gen.cards.parts import Named, OutLink, PaperCard, Passage
from site_gen.cards.prose_pages import in_order
from site_gen.cards.speakers import Keynote, keynotes
from site_gen.cards.times import Moment
from site_gen.conference import Award, Conference, Link, Phase
from site_gen.frame.menus import MenuItem, edition_menu
from site_gen.frame.sponsors import Sponsors, sponsors
from site_gen.kinds.edition.action import Action, action
from site_gen.kinds.edition.details import Details, details
from site_gen.kinds.edition.venue import Venue, venue
from site_gen.locale import Locale, Noun
from site_gen.site import About, Absolute, CardTexts, Edition, Forms, Node, SearchRow, Site, Subject
from site_gen.site.subjects import (
    AwardsOf,
    DayOf,
    EditionOf,
    FiguresOf,
    MapOf,
    PapersOf,
    ProseOf,
    ScheduleOf,
)
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


@dataclass(frozen=True, slots=True)
class EditionView:
    """The home of an edition. Any part may be empty; `order` names those to show, as they follow.

    `papers` are listed while the accepted papers are the news; `notices` while the conference is on.
    """

    about: About
    series: str
    facts: EditionFacts
    title: str
    dates: str
    place: str
    art: HeroArt
    description: Passage | None
    description_text: str
    website: str
    action: Action | None
    venue: Venue | None
    links: tuple[OutLink, ...]
    now: NowBar | None
    order: tuple[str, ...]
    announcements: tuple[News, ...]
    deadlines: tuple[DeadlineLine, ...]
    pages: tuple[Named, ...]
    figures: tuple[Figure, ...]
    more_figures: tuple[Named, ...]
    notices: tuple[Notice, ...]
    days: tuple[DayLink, ...]
    keynotes: tuple[Keynote, ...]
    papers: tuple[PaperCard, ...]
    awards: tuple[AwardPapers, ...]
    details: Details | None
    sponsors: Sponsors | None
    saving: Saving | None
    menu: tuple[MenuItem, ...]
    json: str


# The parts of an edition's home by phase. What is not listed for a phase is not shown in it.
_ORDERS: Mapping[Phase, tuple[str, ...]] = {
    "call": ("deadlines", "announcements", "pages", "keynotes", "days", "venue", "details", "sponsors"),
    "accepted": (
        "announcements", "deadlines", "papers", "keynotes", "days", "pages", "venue", "awards", "details",
        "sponsors",
    ),
    "programme": (
        "figures", "announcements", "days", "keynotes", "deadlines", "venue", "pages", "awards", "details",
        "sponsors",
    ),
    "live": ("announcements", "notices", "days", "keynotes", "figures", "venue", "pages", "awards", "details",
             "sponsors"),
    "archive": ("figures", "awards", "details", "days", "keynotes", "announcements", "venue", "sponsors"),
}  # fmt: skip
_PLAIN = (
    "figures", "announcements", "deadlines", "days", "keynotes", "awards", "venue", "details", "sponsors",
)  # fmt: skip


def _view(site: Site, subject: EditionOf) -> EditionView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    conference = edition.conference
    links = links_of(site.locale, _links(conference))
    called = action(site, edition, _links(conference))
    view = EditionView(
        about=About(conference.title, _description(site.locale, conference)),
        series=site.catalogue.series.title,
        facts=edition_facts(site, edition_id),
        title=conference.title,
        dates=site.locale.span(conference.first_day, conference.last_day),
        place=conference.place,
        art=hero_art(site, conference.hero, conference.title),
        description=Passage.of(conference.description),
        description_text=markup.plain(conference.description) if conference.description else "",
        website=conference.website or "",
        action=called,
        venue=venue(conference, links),
        links=tuple(link for link in links if link.rel != "map" and not (called and link.url == called.url)),
        now=now_bar(site, edition_id),
        order=_ORDERS[conference.phase] if conference.phase else _PLAIN,
        announcements=announcements(site, edition_id),
        deadlines=deadlines(site, edition_id),
        pages=_prose_pages(site, edition),
        figures=_figures(site, edition),
        more_figures=links_if_present(
            site,
            {FiguresOf(edition_id): site.locale.words.figures, MapOf(edition_id): site.locale.words.map},
        ),
        notices=notices_of_edition(site, edition_id) if conference.phase == "live" else (),
        days=_days(site, edition),
        keynotes=keynotes(site, edition_id),
        papers=_accepted(site, edition) if conference.phase == "accepted" else (),
        awards=tuple(_award(site, edition_id, award) for award in conference.awards),
        details=details(site, edition),
        sponsors=sponsors(site, edition_id),
        saving=saving(site, edition_id),
        menu=edition_menu(site, edition_id),
        json=site.file_address("conference-json", subject),
    )
    return replace(view, order=tuple(part for part in view.order if _is_shown(view, part)))


def _is_shown(view: EditionView, part: str) -> bool:
    """Whether a part of the home has anything; that there are no papers is worth saying."""
    return bool(getattr(view, part)) or part == "figures"


def _prose_pages(site: Site, edition: Edition) -> tuple[Named, ...]:
    pages = in_order(edition.conference.pages)
    return tuple(
        Named(page.title, site.address(ProseOf(edition.conference.id, page.id)))
        for page in pages
        if not page.part_of
    )


def _accepted(site: Site, edition: Edition) -> tuple[PaperCard, ...]:
    return tuple(
        cards(site).paper(edition.conference.id, paper.id)
        for paper in edition.papers.values()
        if paper.status != "withdrawn"
    )


def _links(conference: Conference) -> tuple[Link, ...]:
    """Its own website, then its links, of which one may lead there too; nobody registers for what is over."""
    is_over = conference.phase == "archive"
    links = tuple(link for link in conference.links if not (is_over and link.rel == "register"))
    if conference.website is None or any(link.url == conference.website for link in links):
        return links
    return (Link(rel="website", url=conference.website), *links)


def _description(locale: Locale, conference: Conference) -> str:
    dates = locale.span(conference.first_day, conference.last_day)
    known = ". ".join(part for part in (conference.title, dates, conference.place) if part)
    return conference.description or known + "."


def _figures(site: Site, edition: Edition) -> tuple[Figure, ...]:
    edition_id = edition.conference.id
    found: dict[Subject, tuple[int, Noun]] = {
        PapersOf(edition_id): (edition.accepted, "paper"),
        ScheduleOf(edition_id): (len(edition.sessions), "session"),
        AwardsOf(edition_id): (len(edition.conference.awards), "award"),
    }
    figures = [
        Figure(site.locale.number(number), site.locale.noun(noun, number), site.address(page))
        for page, (number, noun) in found.items()
        if number
    ]
    if edition.conference.phase == "archive" and edition.filmed:  # what there is to see
        papers = site.address(PapersOf(edition_id))
        number = edition.filmed
        figures.insert(1, Figure(site.locale.number(number), site.locale.noun("video", number), papers))
    return tuple(figures)


def _days(site: Site, edition: Edition) -> tuple[DayLink, ...]:
    return tuple(
        DayLink(
            Moment(site.locale.day_of_year(day), day.isoformat()),
            site.address(DayOf(edition.conference.id, day)),
            site.locale.count("session", len(edition.on_day.get(day, ()))),
        )
        for day in edition.days
    )


def _award(site: Site, edition: str, award: Award) -> AwardPapers:
    return AwardPapers(award.name, tuple(cards(site).paper(edition, paper) for paper in award.papers))


def _linked_data(view: EditionView, absolute: Absolute) -> Node:
    return event_node(absolute, view.facts) | {
        "image": absolute(view.art.picture.path) if view.art.picture else None,
        "description": view.description_text,
        "sameAs": elsewhere(view.website),
        "sponsor": [
            {"@type": "Organization", "name": each.name, "url": next(iter(elsewhere(each.address)), None)}
            for tier in (view.sponsors.tiers if view.sponsors else ())
            for each in tier.sponsors
        ],
    }


def _share_card(view: EditionView) -> CardTexts:
    return CardTexts(view.series, view.title, " · ".join(part for part in (view.dates, view.place) if part))


def _search_rows(view: EditionView) -> Iterator[SearchRow]:
    """The edition, and its sponsors, which are listed nowhere else."""
    yield SearchRow("page", view.facts.route, view.title, view.description_text, label=view.dates)
    for tier in view.sponsors.tiers if view.sponsors else ():
        for each in tier.sponsors:
            yield SearchRow("sponsor", f"{view.facts.route}#sponsors", each.name, label=tier.name)


FORMS = Forms(_view, linked_data=_linked_data, share_card=_share_card, search_rows=_search_rows)
