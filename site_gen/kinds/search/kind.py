"""`/search/`: the page that searches."""

from __future__ import annotations

from site_gen.site import Kind
from site_gen.site.naming import one_of_series
from site_gen.site.subjects import SearchPage

SEARCH = Kind(
    name="search",
    subject=SearchPage,
    package=__package__,
    subjects=one_of_series(SearchPage),
    route=lambda _: "search/",
    template="search.html",
    pack="papers",
    in_all_packs=True,
    is_in_sitemap=False,
    series_names=("search",),
)
