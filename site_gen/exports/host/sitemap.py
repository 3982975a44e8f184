"""`sitemap.xml`: every page once, but for those that stand for none, only lead on, or repeat others.

It needs full addresses: without a base URL there is none. A sitemap may name 50,000 pages: a larger site
has several, `sitemap-1.xml` and on, and `sitemap.xml` names those. (https://www.sitemaps.org/protocol.html)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape

from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Export, Key, Site

_UNLISTED = frozenset(["not-found", "redirect", "booklet", "labels", "my", "offline", "search"])
_MOST_PAGES = 50_000
# More pages than any edition, or the series, has beside those that are counted.
_OTHER_PAGES = 50


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    if not contents.series.base_url:
        return
    place = contents.locate("series")
    yield ("sitemap",), "sitemap.xml", place
    parts = -(-_pages_at_most(contents) // _MOST_PAGES)
    if parts > 1:
        for part in range(1, parts + 1):
            yield ("sitemap", str(part)), f"sitemap-{part}.xml", place


def _pages_at_most(contents: Catalogue) -> int:
    """How many pages a site may have; how many it has is known only when all are planned."""
    editions = sum(_pages_of(edition) for edition in contents.editions.values())
    return len(contents.people.authors) + len(contents.series.pages) + editions + _OTHER_PAGES


def _pages_of(edition: Edition) -> int:
    groups = (edition.papers, edition.sessions, edition.days, edition.rooms, edition.tracks)
    return sum(len(group) for group in groups) + len(edition.conference.pages) + _OTHER_PAGES


def _body(site: Site, key: Key) -> bytes:
    parts = sum(1 for file in site.files if file.export.name == "sitemap") - 1
    listed = _listed(site)
    if not parts:
        return _document("urlset", "url", listed)
    if len(key) == 1:
        routes = [site.address("sitemap", str(part)) for part in range(1, parts + 1)]
        return _document("sitemapindex", "sitemap", [site.absolute(route) or "" for route in routes])
    number, size = int(key[1]), -(-len(listed) // parts)
    return _document("urlset", "url", listed[(number - 1) * size : number * size])


@lru_cache(maxsize=1)
def _listed(site: Site) -> list[str]:
    """The full addresses of the pages that a sitemap names."""
    pages = (page for page in site.pages if page.kind.name not in _UNLISTED)
    return [site.absolute(page.route) or "" for page in pages]


def _document(root: str, element: str, addresses: Iterable[str]) -> bytes:
    lines = "".join(f"<{element}><loc>{escape(address)}</loc></{element}>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</{root}>\n'
    ).encode()


SITEMAP = Export(
    name="sitemap",
    files=_files,
    body=_body,
    title="Sitemap",
    description="The addresses of all pages, for search engines.",
    media_type="application/xml",
)
