"""`manifest.webmanifest`: the site as something to put on the first screen of a phone (W3C Web App Manifest).

Its icons are `static/icon-192.png`, `icon-512.png` and `icon-maskable.png`, ours until a project has its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.assets.theme import PAPER, bands
from site_gen.markup.characters import plain_line
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_series
from site_gen.text.json_text import Json, json_text

_ICONS: tuple[tuple[str, str, str], ...] = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable.png", "512x512", "maskable"),
)


def _body(site: Site, _subject: Subject) -> bytes:
    series = site.catalogue.series
    return json_text(
        {
            "name": plain_line(series.title),
            "lang": series.language,
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "display_override": ["minimal-ui"],  # readers want to go back, and to pass on where they are
            "theme_color": bands(series.theme)[0],
            "background_color": PAPER,
            "icons": list(_icons(site)),
        }
    )


def _icons(site: Site) -> Iterator[Json]:
    for name, sizes, purpose in _ICONS:
        if name in site.static:
            yield {"src": site.static[name], "sizes": sizes, "type": "image/png", "purpose": purpose}


WEB_MANIFEST = Export(
    name="web-manifest",
    files=of_series("manifest.webmanifest"),
    body=_body,
    media_type="application/manifest+json",
    is_alternate=False,
    specification="https://www.w3.org/TR/appmanifest/",
)
