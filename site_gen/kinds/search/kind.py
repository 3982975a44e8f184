"""`/search/`: the page that searches."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import SearchPage


def _subjects(contents: Catalogue) -> Iterator[tuple[SearchPage, Place]]:
    yield SearchPage(), contents.locate("series")


SEARCH = Kind(
    name="search",
    subject=SearchPage,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "search/",
    template="search.html",
    pack="papers",
    in_all_packs=True,
    is_in_sitemap=False,
    series_names=("search",),
)
