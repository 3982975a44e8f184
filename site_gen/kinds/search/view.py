"""The page that searches the site; without a script it leads to the lists that hold everything."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named
from site_gen.frame.menus import MenuItem, edition_menu, series_menu
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import SearchPage, SeriesHome
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Lists:
    """The menu of one edition, or of the whole series where `edition` is None; `papers` says how many."""

    edition: Named | None
    papers: str
    lists: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search: the route of its index, and the lists in its stead. `facets` are ids with their words."""

    about: About
    index: str
    facets: tuple[tuple[str, str], ...]
    lists: tuple[Lists, ...]


def _view(site: Site, _subject: SearchPage) -> SearchView:
    words, title = site.locale.words.search, site.catalogue.series.title
    description = site.locale.words.phrases.search_of.format(title=title)
    return SearchView(
        about=About(words.title, description),
        index=site.file_address("search-index", SeriesHome()),
        facets=tuple(
            (facet, getattr(words, facet)) for facet in ("edition", "kind", "day", "track", "award")
        ),
        lists=(
            *(_of_edition(site, edition) for edition in site.catalogue.editions),
            Lists(None, "", _named(series_menu(site))),
        ),
    )


def _of_edition(site: Site, edition_id: str) -> Lists:
    papers = site.catalogue.editions[edition_id].accepted
    return Lists(
        edition=cards(site).edition_name(edition_id),
        papers=site.locale.count("paper", papers) if papers else "",
        lists=_named(edition_menu(site, edition_id)),
    )


def _named(menu: Iterable[MenuItem]) -> tuple[Named, ...]:
    return tuple(Named(item.label, item.route) for item in menu)


FORMS = Forms(_view)
