"""What surrounds the content of every page: head, menus, breadcrumbs, and the site-wide frame."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.assets.theme import bands
from site_gen.cards.cards import cards, links_of
from site_gen.cards.parts import Named, OutLink
from site_gen.cards.shortened import shortened
from site_gen.frame.edit_links import EditLinks, edit_links
from site_gen.frame.menus import Menus, foot_of, menus_of, trail_of
from site_gen.frame.metadata import Metadata, metadata
from site_gen.frame.page_actions import PageActions, page_actions
from site_gen.frame.sponsors import Logo, Sponsors, logo, sponsors
from site_gen.locale import ENGLISH
from site_gen.site import Page, Site, View
from site_gen.site.policy import page_policy
from site_gen.site.subjects import EditionOf, MyProgramme, SearchPage, SeriesHome
from site_gen.text.direction import isolated, runs_right_to_left

_LONGEST_DESCRIPTION = 200


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
    page_actions: tuple[PageActions, ...]
    edit_links: EditLinks | None
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Frame:
    """The site-wide part of every page.

    `is_rtl` where the language runs from right to left, `locale` the tag by which scripts write numbers and
    days; empty where the language alone tells. `comma` stands between what they join; empty where it is as in
    English. `search` is the route of the description of the search, `my` that of the reader's own programme;
    each is None where there is none. `search_page` is the route of the page that searches, `manifest` that of
    the web app manifest. `band` and `band_dark` are the ground of the masthead on light and on dark pages.
    """

    policy: str
    title: str
    language: str
    locale: str
    comma: str
    is_rtl: bool
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
    feed = site.find_file("atom", SeriesHome())
    return Frame(
        policy=page_policy(series.allow),
        title=series.title,
        language=series.language,
        locale=site.locale.for_scripts,
        comma=site.locale.words.comma if site.locale.words.comma != ENGLISH.words.comma else "",
        is_rtl=runs_right_to_left(series.language),
        home=site.address(SeriesHome()),
        logo=logo(site, series.logo, series.logo_dark, ""),
        search=site.find_file("opensearch", SeriesHome()),
        my=site.routes.get(MyProgramme()),
        search_page=site.address(SearchPage()),
        manifest=site.file_address("web-manifest", SeriesHome()),
        band=band,
        band_dark=band_dark,
        editions=tuple(cards(site).edition_name(each) for each in site.catalogue.editions),
        pages=(*foot_of(site), *((Named(site.locale.words.feed, feed),) if feed else ())),
        links=links_of(site.locale, series.links),
    )


def head(site: Site, page: Page, view: View) -> Head:
    """The head of a page with this view."""
    about, edition = view.about, page.subject.edition
    series = site.catalogue.series
    whole = site.catalogue.editions[edition].conference.title if edition else series.title
    shows_sponsors = isinstance(page.subject, EditionOf)
    return Head(
        title=" · ".join(isolated(each) for each in dict.fromkeys([about.title, whole])),
        description=shortened(about.description, _LONGEST_DESCRIPTION) if about.description else "",
        canonical=site.absolute(site.address(page.subject)),
        menus=menus_of(site, page),
        trail=trail_of(site, page),
        here=about.title,
        sponsors=sponsors(site, edition) if edition and not shows_sponsors else None,
        page_actions=page_actions(site, page.subject),
        edit_links=edit_links(site, page, about.title),
        metadata=metadata(site, page, view),
    )
