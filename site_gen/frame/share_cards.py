"""What a page shows where somebody shares it: the card that is drawn of it, else the site's own picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_gen.cards.cards import cards
from site_gen.graphics import ShareCard
from site_gen.graphics.colours import ink_on
from site_gen.markup.characters import clean
from site_gen.site import Key, Site
from site_gen.text import squeeze

DEFAULT = "card.png"
"""The static file that stands for the site where no card is drawn: 1200×630."""

# The colours of the masthead, as the style sheet has them by itself.
_GROUND, _INK, _MARK = "#0a4a3d", "#ffffff", "#f2c14e"


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture by its full address; `alt` is what it says. Only of a drawn one the size is known."""

    address: str
    alt: str
    is_drawn: bool


def share_picture(site: Site, key: Key) -> SharePicture | None:
    """The card of a page, of its edition or of the home; else the site's picture, None where it has none."""
    for of in (key, ("edition", *key[1:2]), ("home",)):
        route = site.addresses.get(("share-card", *of))
        if route and (address := site.absolute(route)):
            return SharePicture(address, share_card(site, of).words, is_drawn=True)
    path = site.static.get(DEFAULT)
    address = site.absolute(path) if path else None
    return SharePicture(address, site.catalogue.series.title, is_drawn=False) if address else None


def share_card(site: Site, key: Key) -> ShareCard:
    """The card of the page of this key, of a kind that has one."""
    made = _made(site)
    if key not in made:
        whole, title, about = map(_line, _TEXTS[key[0]](site, key))
        made[key] = ShareCard(whole, title, about, *_colours(site))
    return made[key]


@lru_cache(maxsize=1)
def _made(_site: Site) -> dict[Key, ShareCard]:
    """The cards made so far: those of editions stand for many pages."""
    return {}


def _colours(site: Site) -> tuple[str, str, str]:
    theme = site.catalogue.series.theme
    ground = theme.band or theme.accent
    if ground is None:
        return _GROUND, theme.on_band or _INK, theme.on_band or _MARK
    ink = theme.on_band or ink_on(ground)
    return ground, ink, ink


_Texts = tuple[str, str, str]
"""The name of the whole, the title, and a line about it."""


def _home(site: Site, _key: Key) -> _Texts:
    return "", site.catalogue.series.title, ""


def _edition(site: Site, key: Key) -> _Texts:
    conference = site.catalogue.editions[key[1]].conference
    dates = site.locale.span(conference.first_day, conference.last_day)
    return site.catalogue.series.title, conference.title, _joined(dates, conference.place)


def _paper(site: Site, key: Key) -> _Texts:
    _, edition, paper = key
    card = cards(site).paper(edition, paper)
    names = [part.name for part in card.byline if part.name]
    authors = "" if card.title.stand_in else site.locale.listed(names)
    return cards(site).edition_name(edition).name, card.title.plain, _joined(card.status, authors)


def _session(site: Site, key: Key) -> _Texts:
    _, edition, session = key
    card = cards(site).session(edition, session)
    when = ", ".join(each.text for each in (card.day, card.start) if each)
    room = card.room.name if card.room else ""
    about = _joined(card.status, card.kind_name, when, room)
    return cards(site).edition_name(edition).name, card.title.plain, about


def _author(site: Site, key: Key) -> _Texts:
    people = site.catalogue.people
    papers = people.papers.get(key[1], ())
    about = site.locale.count("paper", len(papers)) if papers else ""
    return site.catalogue.series.title, people.authors[key[1]].name, about


def _prose(site: Site, key: Key) -> _Texts:
    _, edition, page = key
    whole = cards(site).edition_name(edition).name if edition else site.catalogue.series.title
    return whole, site.catalogue.prose_page(edition, page).title, ""


_TEXTS: Mapping[str, Callable[[Site, Key], _Texts]] = {
    "home": _home,
    "edition": _edition,
    "paper": _paper,
    "session": _session,
    "author": _author,
    "prose": _prose,
}


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _line(text: str) -> str:
    return squeeze(clean(text))
