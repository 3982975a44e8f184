"""What surrounds the content of every page: head, menus, breadcrumbs, and the site-wide frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from site_gen.assets.theme import bands
from site_gen.cards.cards import cards, links_of
from site_gen.cards.links_if_present import ways
from site_gen.cards.parts import Named, OutLink
from site_gen.cards.shortened import shortened
from site_gen.conference import ProsePage
from site_gen.frame.edit_links import Mending, mending
from site_gen.frame.metadata import Metadata, metadata
from site_gen.frame.page_actions import QuietLinks, quiet_links
from site_gen.frame.sponsors import Logo, Sponsors, logo, sponsors
from site_gen.site import Edition, Key, Site

_LONGEST_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of a menu. `current` is "page" on that very page, "true" on one below it, else empty."""

    label: str
    route: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Menus:
    """The menus of a page: of the whole site and, inside an edition, of that; one value for all
    pages of a section."""

    site: tuple[MenuItem, ...]
    edition: Named | None
    of_edition: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What every page has: title of the window, description, canonical address (None where the base
    URL is not known), menus, and the way here: the `trail` to the page, and its own title; below the
    page the sponsors of its edition, None where there are none or the page itself shows them; what it
    offers beside that; how a reader mends it, None where nobody said; and what it tells programs."""

    title: str
    description: str
    canonical: str | None
    menus: Menus
    trail: tuple[Named, ...]
    here: str
    sponsors: Sponsors | None
    quiet_links: tuple[QuietLinks, ...]
    mending: Mending | None
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Frame:
    """The site-wide part of every page.

    `search` is the route of the description of the search, `my` that of the reader's own programme; each is
    None where there is none. `search_page` is the route of the page that searches, `manifest` that of the
    web app manifest. `band` and `band_dark` are the ground of the masthead on light and on dark pages.
    """

    title: str
    language: str
    home: str
    logo: Logo | None
    search: str | None
    my: str | None
    search_page: str
    manifest: str
    band: str
    band_dark: str
    editions: tuple[Named, ...]
    pages: tuple[Named, ...]
    links: tuple[OutLink, ...]


def frame(site: Site) -> Frame:
    """The frame of a site."""
    series = site.catalogue.series
    band, band_dark = bands(series.theme)
    return Frame(
        title=series.title,
        language=series.language,
        home=site.address("home"),
        logo=logo(site, series.logo, series.logo_dark, ""),
        search=site.addresses.get(("opensearch",)),
        my=site.addresses.get(("my",)),
        search_page=site.address("search"),
        manifest=site.address("web-manifest"),
        band=band,
        band_dark=band_dark,
        editions=tuple(cards(site).edition_name(each) for each in site.catalogue.editions),
        pages=(
            *(Named(item.label, item.route) for item in _menus(site).of_site),
            *ways(site, _beside_menus(site)),
        ),
        links=links_of(site.locale, series.links),
    )


def _beside_menus(site: Site) -> dict[Key, str]:
    """The pages and files that stand in no menu, only at the foot of every page."""
    words = site.locale.words
    return {("offline",): words.offline.title, ("data",): words.data, ("atom", "home"): words.feed}


def head(
    site: Site, key: Key, title: str, edition: str = "", section: Key = (), description: str | None = None
) -> Head:
    """The head of the page of this key.

    `section` is the key of the page that this one lies below, where it has an entry in a menu.
    """
    route = site.addresses[key]
    series = site.catalogue.series
    whole = site.catalogue.editions[edition].conference.title if edition else series.title
    trail = _menus(site).trail(key, section, edition)
    return Head(
        title=title if title == whole else f"{title} · {whole}",
        description=shortened(description, _LONGEST_DESCRIPTION) if description else "",
        canonical=site.absolute(route),
        menus=_menus(site).at(key, section, edition),
        trail=trail,
        here=title,
        sponsors=sponsors(site, edition) if edition and key != ("edition", edition) else None,
        quiet_links=quiet_links(site, key),
        mending=mending(site, key, title),
        metadata=metadata(site, key, trail, title),
    )


def edition_menu(site: Site, edition: str) -> tuple[MenuItem, ...]:
    """The menu of an edition for pages outside it: without the entry of its home."""
    return _menus(site).at(("edition", edition), (), edition).of_edition[1:]


def in_order(pages: Iterable[ProsePage]) -> list[ProsePage]:
    """Pages as menus list them: by their order, then those without one by title."""
    return sorted(pages, key=lambda page: (page.order is None, page.order or 0, page.title, page.id))


class _Menus:
    """The menus of a site; those of one section are made once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._site_entries = _entries_of_site(site)
        self._entries = {
            each: _entries_of_edition(site, each, edition)
            for each, edition in site.catalogue.editions.items()
        }
        self._made: dict[tuple[Key, str, str], Menus] = {}
        self._trails: dict[tuple[bool, bool, Key, str], tuple[Named, ...]] = {}
        every = [self._site_entries, *self._entries.values()]
        self.labels: dict[Key, str] = {key: label for entries in every for key, label in entries.items()}
        self.of_site = self._items(self._site_entries, (), "")

    def at(self, key: Key, section: Key, edition: str) -> Menus:
        """The menus as a page shows them, which is marked in them or lies below what is."""
        here, current = (key, "page") if key in self.labels else (section, "true")
        made = self._made.get((here, current, edition))
        if made is None:
            made = self._made[here, current, edition] = Menus(
                site=self._items(self._site_entries, here, current),
                edition=cards(self._site).edition_name(edition) if edition else None,
                of_edition=self._items(self._entries[edition], here, current) if edition else (),
            )
        return made

    def trail(self, key: Key, section: Key, edition: str) -> tuple[Named, ...]:
        """The pages above one, from the home of the series; one value for all pages of a section."""
        at_home, at_edition = key == ("home",), key == ("edition", edition)
        place = (at_home, at_edition, section, edition)
        made = self._trails.get(place)
        if made is None:
            series = Named(self._site.catalogue.series.title, self._site.address("home"))
            home = () if at_home else (series,)
            within = (cards(self._site).edition_name(edition),) if edition and not at_edition else ()
            below = (Named(self.labels[section], self._site.addresses[section]),) if section else ()
            made = self._trails[place] = (*home, *within, *below)
        return made

    def _items(self, entries: dict[Key, str], here: Key, current: str) -> tuple[MenuItem, ...]:
        return tuple(
            MenuItem(label, self._site.addresses[key], current if key == here else "")
            for key, label in entries.items()
        )


@lru_cache(maxsize=1)
def _menus(site: Site) -> _Menus:
    return _Menus(site)


def _entries_of_site(site: Site) -> dict[Key, str]:
    entries: dict[Key, str] = {("authors",): site.locale.words.authors}
    if ("award-history",) in site.addresses:
        entries["award-history",] = site.locale.words.awards
    if ("figures",) in site.addresses:
        entries["figures",] = site.locale.words.figures
    entries |= {("prose", "", page.id): page.title for page in in_order(site.catalogue.series.pages)}
    return entries | ({("my",): site.locale.words.my.title} if ("my",) in site.addresses else {})


def _entries_of_edition(site: Site, each: str, edition: Edition) -> dict[Key, str]:
    entries: dict[Key, str] = {("edition", each): site.locale.words.this_edition}
    wanted = {
        ("schedule", each): site.locale.words.schedule if edition.sessions else "",
        ("changes", each): site.locale.words.changes if edition.changes else "",
        ("papers", each): site.locale.words.papers
        if edition.papers or edition.conference.phase != "call"
        else "",
        ("awards", each): site.locale.words.awards if edition.conference.awards else "",
        ("committees", each): site.locale.words.committees if edition.conference.committees else "",
        ("figures", each): site.locale.words.figures if ("figures", each) in site.addresses else "",
    }
    entries |= {key: label for key, label in wanted.items() if label}
    return entries | {("prose", each, page.id): page.title for page in in_order(edition.conference.pages)}
