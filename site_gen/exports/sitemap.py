"""`sitemap.xml`: every page once, but for the one that stands for none and those that only lead on.

It needs full addresses: without a base URL there is none. (https://www.sitemaps.org/protocol.html)
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from site_gen.problems import Place
from site_gen.site import Catalogue, Export, Key, Site

_UNLISTED = frozenset(["not-found", "redirect"])


def _files(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    if contents.series.base_url:
        yield ("sitemap",), "sitemap.xml", contents.locate("series")


def _body(site: Site, _key: Key) -> bytes:
    listed = (page.route for page in site.pages if page.kind.name not in _UNLISTED)
    urls = "".join(f"<url><loc>{escape(site.absolute(route) or '')}</loc></url>\n" for route in listed)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    ).encode()


SITEMAP = Export("sitemap", _files, _body)
