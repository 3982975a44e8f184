"""`opensearch.xml`: the site's search for the address bar of a browser (OpenSearch 1.1).

It needs full addresses: without a base URL there is none, for browsers take no template that is relative.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from site_gen.markup.characters import plain_line
from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import SearchPage, SeriesHome
from site_gen.writers.links import uri

_LONGEST_NAME = 16
_ICON = "favicon.svg"


def _files(site: Site) -> Iterator[Naming]:
    if site.base_url:
        yield SeriesHome(), "opensearch.xml"


def _body(site: Site, subject: Subject) -> bytes:
    title = plain_line(site.catalogue.series.title)
    base = uri(site.base_url or "")
    own = base + site.file_address(OPENSEARCH, subject)
    template = f"{base}{site.address(SearchPage())}?q={{searchTerms}}"
    icon = site.static.get(_ICON)
    image = (
        f'<Image height="16" width="16" type="image/svg+xml">{escape(base + icon)}</Image>\n' if icon else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(title[:_LONGEST_NAME].rstrip(), quote=False)}</ShortName>\n"
        f"<Description>{escape(title, quote=False)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f"{image}"
        f'<Url type="text/html" template="{escape(template)}"/>\n'
        f'<Url type="{OPENSEARCH.media_type}" rel="self" template="{escape(own)}"/>\n'
        "</OpenSearchDescription>\n"
    ).encode()


OPENSEARCH = Export(
    name="opensearch",
    files=_files,
    body=_body,
    media_type="application/opensearchdescription+xml",
    is_alternate=False,
    specification="https://github.com/dewitt/opensearch",
)
