"""What surrounds the content of every page: head, menus, breadcrumbs, and the site-wide frame."""

from __future__ import annotations

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
from site_gen.site.lazy import Lazy, fact
from site_gen.site.policy import page_policy
from site_gen.site.subjects import EditionOf, MyProgramme, SearchPage, SeriesHome
from site_gen.text.direction import isolated, runs_right_to_left
from site_gen.values import dataclass

_LONGEST_DESCRIPTION = 200


class Head(Lazy):
    """What every page has around its content; a template pays for what it prints."""

    def __init__(self, site: Site, page: Page, view: View) -> None:
        """The head of a page with this view."""
        self._site, self._page, self._view = site, page, view

    @fact
    def title(self) -> str:
        """The title of the window."""
        edition = self._page.subject.edition
        catalogue = self._site.catalogue
        whole = catalogue.editions[edition].conference.title if edition else catalogue.series.title
        return " · ".join(isolated(each) for each in dict.fromkeys([self.here, whole]))

    @fact
    def description(self) -> str:
        """What is said of the page where it is linked; may be empty."""
        description = self._view.about.description
        return shortened(description, _LONGEST_DESCRIPTION) if description else ""

    @fact
    def canonical(self) -> str | None:
        """The canonical address; None where the base URL is not known."""
        return self._site.absolute(self._site.address(self._page.subject))

    @fact
    def menus(self) -> Menus:
        """The menus as this page shows them."""
        return menus_of(self._site, self._page)

    @fact
    def trail(self) -> tuple[Named, ...]:
        """The way here: the pages above this one."""
        return trail_of(self._site, self._page)

    @fact
    def here(self) -> str:
        """The page's own title."""
        return self._view.about.title

    @fact
    def sponsors(self) -> Sponsors | None:
        """The sponsors of its edition; None where there are none or the page itself shows them."""
        subject = self._page.subject
        shown = not subject.edition or isinstance(subject, EditionOf)
        return None if shown else sponsors(self._site, subject.edition)

    @fact
    def page_actions(self) -> tuple[PageActions, ...]:
        """What the page offers beside its content."""
        return page_actions(self._site, self._page.subject)

    @fact
    def edit_links(self) -> EditLinks | None:
        """How a reader mends it; None where nobody said."""
        return edit_links(self._site, self._page, self.here)

    @fact
    def metadata(self) -> Metadata:
        """What the page tells programs."""
        return metadata(self._site, self._page, self._view)


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
