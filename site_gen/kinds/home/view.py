"""The home of the series: the edition that is coming or on, then all of them, newest first."""

from __future__ import annotations

from site_gen import markup
from site_gen.cards.cards import cards, links_of
from site_gen.cards.hero import HeroArt, hero_art
from site_gen.cards.linked_data import node
from site_gen.cards.news import announcements
from site_gen.cards.parts import Named, OutLink, Passage
from site_gen.cards.prose_pages import PageCard, page_cards
from site_gen.cards.skyline import Skyline, skyline
from site_gen.frame.menus import MenuItem, edition_menu
from site_gen.locale import Locale, Noun
from site_gen.site import About, Absolute, CardTexts, Edition, Forms, Node, Site
from site_gen.site.subjects import EditionOf, SeriesHome
from site_gen.values import dataclass

_NEWS = 3
_NEAREST = ("live", "programme", "accepted", "call")  # the phases of what is not over


@dataclass(frozen=True, slots=True)
class EditionCard:
    """An edition in the list; `figures` are what it holds, in words. `skyline` is None where it would say
    nothing."""

    edition: Named
    dates: str
    location: str
    figures: tuple[str, ...]
    skyline: Skyline | None


@dataclass(frozen=True, slots=True)
class CurrentEdition:
    """The edition that leads the home; `menu` are its pages, `news` its newest announcements."""

    card: EditionCard
    menu: tuple[MenuItem, ...]
    news: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home of the series; `current` is None where every edition is over. `pages` are shown where
    there is no edition."""

    about: About
    title: str
    language: str
    description: Passage | None
    description_text: str
    art: HeroArt
    current: CurrentEdition | None
    editions: tuple[EditionCard, ...]
    has_skylines: bool
    pages: tuple[PageCard, ...]
    links: tuple[OutLink, ...]


def _view(site: Site, _subject: SeriesHome) -> HomeView:
    series, current = site.catalogue.series, _current(site)
    editions = tuple(_edition_card(site, each) for each in site.catalogue.editions)
    return HomeView(
        about=About(series.title, series.description or ""),
        title=series.title,
        language=series.language,
        description=Passage.of(series.description),
        description_text=markup.plain(series.description) if series.description else "",
        art=hero_art(site, None, series.title),
        current=current,
        editions=editions,
        has_skylines=any(each.skyline for each in editions),
        pages=() if site.catalogue.editions else page_cards(site, "", None),
        links=links_of(site.locale, series.links),
    )


def _current(site: Site) -> CurrentEdition | None:
    """Of the editions that are not over the one that is nearest by its phase; of several the newest."""
    phases = {each: edition.conference.phase for each, edition in site.catalogue.editions.items()}
    ahead = [each for each, phase in phases.items() if phase in _NEAREST]
    edition_id = min(ahead, key=lambda each: _NEAREST.index(str(phases[each])), default=None)
    if edition_id is None:
        return None
    home = site.address(EditionOf(edition_id))
    news = announcements(site, edition_id)[:_NEWS]
    return CurrentEdition(
        card=_edition_card(site, edition_id),
        menu=edition_menu(site, edition_id),
        news=tuple(Named(each.title.plain, f"{home}#{each.id}") for each in news),
    )


def _edition_card(site: Site, edition_id: str) -> EditionCard:
    edition = site.catalogue.editions[edition_id]
    conference = edition.conference
    return EditionCard(
        edition=cards(site).edition_name(edition_id),
        dates=site.locale.span(conference.first_day, conference.last_day),
        location=site.locale.joined((conference.venue, conference.location)),
        figures=_figures(site.locale, edition),
        skyline=skyline(site.locale, edition),
    )


def _figures(locale: Locale, edition: Edition) -> tuple[str, ...]:
    numbers: dict[Noun, int] = {
        "paper": edition.accepted,
        "session": len(edition.sessions),
        "award": len(edition.conference.awards),
    }
    return tuple(locale.count(noun, number) for noun, number in numbers.items() if number)


def _linked_data(view: HomeView, absolute: Absolute) -> Node:
    description = view.description_text or None
    return node(absolute, "WebSite", "") | {
        "name": view.title,
        "description": description,
        "inLanguage": view.language,
    }


FORMS = Forms(_view, linked_data=_linked_data, share_card=lambda view: CardTexts("", view.title))
