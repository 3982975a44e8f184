"""The home of the series: its editions, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import markup
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Key, PageKind, Site
from site_gen.text import counted
from site_gen.views.cards import cards, links_of
from site_gen.views.frame import Head, head
from site_gen.views.parts import Html, Named, OutLink
from site_gen.views.times import dates_words


@dataclass(frozen=True, slots=True)
class EditionCard:
    """An edition in the list; `figures` are what it holds, in words."""

    edition: Named
    dates: str
    location: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home of the series."""

    head: Head
    title: str
    description: Html | None
    editions: tuple[EditionCard, ...]
    links: tuple[OutLink, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    yield ("home",), "", contents.locate("series")


def _view(site: Site, key: Key) -> HomeView:
    series = site.catalogue.series
    return HomeView(
        head=head(site, key, series.title, description=series.description),
        title=series.title,
        description=markup.abstract(series.description) if series.description else None,
        editions=tuple(_edition_card(site, each) for each in site.catalogue.editions),
        links=links_of(series.links),
    )


def _edition_card(site: Site, edition_id: str) -> EditionCard:
    edition = site.catalogue.editions[edition_id]
    conference = edition.conference
    return EditionCard(
        edition=cards(site).edition_name(edition_id),
        dates=dates_words(conference.first_day, conference.last_day),
        location=", ".join(part for part in (conference.venue, conference.location) if part),
        figures=_figures(edition),
    )


def _figures(edition: Edition) -> tuple[str, ...]:
    numbers = {
        "paper": len(edition.papers),
        "session": len(edition.sessions),
        "award": len(edition.conference.awards),
    }
    return tuple(counted(number, noun) for noun, number in numbers.items() if number)


HOME = PageKind("home", "home.html", _pages, _view)
