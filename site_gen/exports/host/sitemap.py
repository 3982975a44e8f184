"""`sitemap.xml`: every page once, but for those that stand for none, only lead on, or repeat others.

It needs full addresses: without a base URL there is none. A sitemap may name 50,000 pages: a larger site
has several, `sitemap-1.xml` and on, and `sitemap.xml` names those. (https://www.sitemaps.org/protocol.html)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from site_gen.graph.queries import query
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import PartOf, SeriesHome

_MOST_PAGES = 50_000


def _files(site: Site) -> Iterator[Naming]:
    if not site.base_url:
        return
    yield SeriesHome(), "sitemap.xml"
    parts = -(-len(_listed(site)) // _MOST_PAGES)
    if parts > 1:
        for part in range(1, parts + 1):
            yield PartOf(SeriesHome(), str(part)), f"sitemap-{part}.xml"


def _body(site: Site, subject: Subject) -> bytes:
    parts = [file.route for file in site.files if file.export is SITEMAP][1:]
    listed = _listed(site)
    if not parts:
        return _document("urlset", "url", listed)
    if not isinstance(subject, PartOf):
        return _document("sitemapindex", "sitemap", [site.absolute(route) or "" for route in parts])
    number, size = int(subject.name), -(-len(listed) // len(parts))
    return _document("urlset", "url", listed[(number - 1) * size : number * size])


@query
def _listed(site: Site) -> list[str]:
    """The full addresses of the pages that a sitemap names."""
    pages = (
        page for page in site.pages if page.kind.is_in_sitemap and site.shown(page.subject) == page.subject
    )
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
    media_type="application/xml",
    is_alternate=False,
    specification="https://www.sitemaps.org/protocol.html",
)
