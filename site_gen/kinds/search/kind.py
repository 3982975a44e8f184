"""The page that searches the site; without a script it leads to the lists that hold everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.cards.cards import cards
from site_gen.cards.links_if_present import ways
from site_gen.cards.parts import Named
from site_gen.frame.head import Head, head
from site_gen.locale.sentences import search_description
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one edition, or of the whole series where `edition` is None; `papers` says how many."""

    edition: Named | None
    papers: str
    lists: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search: the route of its index, and the lists in its stead. `facets` are ids with their words."""

    head: Head
    index: str
    facets: tuple[tuple[str, str], ...]
    ways: tuple[Lists, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    yield ("search",), "search/", contents.locate("series")


def _view(site: Site, key: Key) -> SearchView:
    words, title = site.locale.words.search, site.catalogue.series.title
    return SearchView(
        head=head(site, key, words.title, description=search_description(site.locale, title)),
        index=site.address("search-index"),
        facets=tuple(
            (facet, getattr(words, facet)) for facet in ("edition", "kind", "day", "track", "award")
        ),
        ways=(*(_of_edition(site, edition) for edition in site.catalogue.editions), _of_series(site)),
    )


def _of_edition(site: Site, edition_id: str) -> Lists:
    papers = len(site.catalogue.editions[edition_id].papers)
    kinds = {
        "papers": site.locale.words.papers,
        "schedule": site.locale.words.schedule,
        "awards": site.locale.words.awards,
    }
    return Lists(
        edition=cards(site).edition_name(edition_id),
        papers=site.locale.count("paper", papers) if papers else "",
        lists=ways(site, {(kind, edition_id): label for kind, label in kinds.items()}),
    )


def _of_series(site: Site) -> Lists:
    lists: dict[Key, str] = {
        ("authors",): site.locale.words.authors,
        ("award-history",): site.locale.words.all_awards,
    }
    pages = {("prose", "", page.id): page.title for page in site.catalogue.series.pages}
    return Lists(None, "", ways(site, lists | pages))


SEARCH = PageKind("search", "search.html", _pages, _view)
