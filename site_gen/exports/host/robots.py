"""`robots.txt`: everybody may read everything (RFC 9309); it names the sitemap where there is one."""

from __future__ import annotations

from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_series


def _body(site: Site, _subject: Subject) -> bytes:
    sitemap = site.absolute("sitemap.xml")
    return ("User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")).encode()


ROBOTS = Export(
    name="robots",
    files=of_series("robots.txt"),
    body=_body,
    media_type="text/plain",
    is_alternate=False,
    specification="https://www.rfc-editor.org/rfc/rfc9309",
)
