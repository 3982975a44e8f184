"""`robots.txt`: everybody may read everything (RFC 9309); it names the sitemap where there is one.

A project that has its own in `static/root/` publishes that.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Export, Naming, Site, Subject
from site_gen.site.subjects import SeriesHome

_NAME = "robots.txt"


def _files(site: Site) -> Iterator[Naming]:
    if site.static.get(_NAME) != _NAME:  # its own is published under its own name
        yield SeriesHome(), _NAME


def _body(site: Site, _subject: Subject) -> bytes:
    sitemap = site.absolute("sitemap.xml")
    return ("User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")).encode()


ROBOTS = Export(
    name="robots",
    files=_files,
    body=_body,
    media_type="text/plain",
    is_alternate=False,
    specification="https://www.rfc-editor.org/rfc/rfc9309",
)
