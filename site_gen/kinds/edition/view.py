"""The home of an edition: what matters most in its phase comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen import markup
from site_gen.cards.cards import links_of
from site_gen.cards.hero import HeroArt, hero_art
from site_gen.cards.linked_data import EditionFacts, edition_facts, elsewhere, event_node
from site_gen.cards.links_if_present import links_if_present
from site_gen.cards.news import DeadlineLine, News, announcements, deadlines
from site_gen.cards.notices import Notice, notices_of_edition
from site_gen.cards.now import NowBar, now_bar
from site_gen.cards.offline import Saving, saving
from site_gen.cards.parts import Named, OutLink, PaperCard, Passage
from site_gen.cards.speakers import Keynote, keynotes
from site_gen.conference import Conference, Link, Phase
from site_gen.frame.menus import MenuItem, edition_menu
from site_gen.frame.sponsors import Sponsors, sponsors
from site_gen.kinds.edition import contents
from site_gen.kinds.edition.action import Action, action
from site_gen.kinds.edition.details import Details, details
from site_gen.kinds.edition.venue import Venue, venue
from site_gen.site import About, Absolute, CardTexts, Forms, Node, SearchRow, Site
from site_gen.site.lazy import LazyView, fact
from site_gen.site.subjects import (
    EditionOf,
    FiguresOf,
    MapOf,
)

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


class EditionView(LazyView[EditionOf]):
    """The home of an edition. Any part may be empty; `order` names those to show, as they follow.

    `papers` are listed while the accepted papers are the news; `notices` while the conference is on.
    """

    def __init__(self, site: Site, subject: EditionOf) -> None:
        """The home of an edition that there is."""
        super().__init__(site, subject)
        self._edition = site.catalogue.editions[subject.edition]
        self._conference = self._edition.conference

    @fact
    def about(self) -> About:
        known = ". ".join(part for part in (self.title, self.dates, self.place) if part)
        return About(self.title, self._conference.description or known + ".")

    @fact
    def series(self) -> str:
        return self._site.catalogue.series.title

    @fact
    def facts(self) -> EditionFacts:
        return edition_facts(self._site, self._subject.edition)

    @fact
    def title(self) -> str:
        return self._conference.title

    @fact
    def dates(self) -> str:
        return self._site.locale.span(self._conference.first_day, self._conference.last_day)

    @fact
    def place(self) -> str:
        return self._site.locale.joined((self._conference.venue, self._conference.location))

    @fact
    def art(self) -> HeroArt:
        return hero_art(self._site, self._conference.hero, self.title)

    @fact
    def description(self) -> Passage | None:
        return Passage.of(self._conference.description)

    @fact
    def description_text(self) -> str:
        return markup.plain(self._conference.description) if self._conference.description else ""

    @fact
    def website(self) -> str:
        return self._conference.website or ""

    @fact
    def action(self) -> Action | None:
        return action(self._site, self._edition, _links(self._conference))

    @fact
    def venue(self) -> Venue | None:
        return venue(self._conference, links_of(self._site.locale, _links(self._conference)))

    @fact
    def links(self) -> tuple[OutLink, ...]:
        """Those that neither the venue nor the action shows."""
        links = links_of(self._site.locale, _links(self._conference))
        called = self.action.url if self.action else None
        return tuple(link for link in links if link.rel != "map" and link.url != called)

    @fact
    def now(self) -> NowBar | None:
        return now_bar(self._site, self._subject.edition)

    @fact
    def order(self) -> tuple[str, ...]:
        """That of the phase; that there are no papers is worth saying."""
        phase = self._conference.phase
        parts = _ORDERS[phase] if phase else _PLAIN
        return tuple(part for part in parts if part == "figures" or getattr(self, part))

    @fact
    def announcements(self) -> tuple[News, ...]:
        return announcements(self._site, self._subject.edition)

    @fact
    def deadlines(self) -> tuple[DeadlineLine, ...]:
        return deadlines(self._site, self._subject.edition)

    @fact
    def pages(self) -> tuple[Named, ...]:
        return contents.prose_pages(self._site, self._edition)

    @fact
    def figures(self) -> tuple[contents.Figure, ...]:
        return contents.figures(self._site, self._edition)

    @fact
    def more_figures(self) -> tuple[Named, ...]:
        edition, words = self._subject.edition, self._site.locale.words
        return links_if_present(self._site, {FiguresOf(edition): words.figures, MapOf(edition): words.map})

    @fact
    def notices(self) -> tuple[Notice, ...]:
        is_live = self._conference.phase == "live"
        return notices_of_edition(self._site, self._subject.edition) if is_live else ()

    @fact
    def days(self) -> tuple[contents.DayLink, ...]:
        return contents.days(self._site, self._edition)

    @fact
    def keynotes(self) -> tuple[Keynote, ...]:
        return keynotes(self._site, self._subject.edition)

    @fact
    def papers(self) -> tuple[PaperCard, ...]:
        return contents.accepted(self._site, self._edition) if self._conference.phase == "accepted" else ()

    @fact
    def count(self) -> str:
        """How many papers are listed."""
        return self._site.locale.number(len(self.papers))

    @fact
    def awards(self) -> tuple[contents.AwardPapers, ...]:
        return contents.awards(self._site, self._edition)

    @fact
    def details(self) -> Details | None:
        return details(self._site, self._edition)

    @fact
    def sponsors(self) -> Sponsors | None:
        return sponsors(self._site, self._subject.edition)

    @fact
    def saving(self) -> Saving | None:
        return saving(self._site, self._subject.edition)

    @fact
    def menu(self) -> tuple[MenuItem, ...]:
        return edition_menu(self._site, self._subject.edition)

    @fact
    def json(self) -> str:
        return self._site.file_address("conference-json", self._subject)


def _links(conference: Conference) -> tuple[Link, ...]:
    """Its own website, then its links, of which one may lead there too; nobody registers for what is over."""
    is_over = conference.phase == "archive"
    links = tuple(link for link in conference.links if not (is_over and link.rel == "register"))
    if conference.website is None or any(link.url == conference.website for link in links):
        return links
    return (Link(rel="website", url=conference.website), *links)


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


FORMS = Forms(EditionView, linked_data=_linked_data, share_card=_share_card, search_rows=_search_rows)
