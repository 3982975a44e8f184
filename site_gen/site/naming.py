"""Which files an export has: one of the series, or one of each edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.site import Catalogue, Naming, Site
from site_gen.site.subjects import EditionOf, ScheduleOf, SeriesHome


def of_series(route: str) -> Callable[[Site], Iterator[Naming]]:
    """Names one file, of the whole site."""

    def files(site: Site) -> Iterator[Naming]:
        yield SeriesHome(), route, site.catalogue.locate("series")

    return files


def of_editions(
    name: str,
    where: Callable[[Catalogue, str], object] = lambda _contents, _edition: True,
    of: type[EditionOf | ScheduleOf] = EditionOf,
) -> Callable[[Site], Iterator[Naming]]:
    """Names a file in the folder of each edition `where` there is something to say."""

    def files(site: Site) -> Iterator[Naming]:
        contents = site.catalogue
        for edition in contents.editions:
            if where(contents, edition):
                yield of(edition), f"{edition}/{name}", contents.locate("conference", edition)

    return files


def with_papers(contents: Catalogue, edition: str) -> bool:
    """Whether an edition has papers."""
    return bool(contents.editions[edition].papers)
