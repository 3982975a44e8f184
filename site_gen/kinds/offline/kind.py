"""`/offline/`: what can be read without a network."""

from __future__ import annotations

from site_gen.site import Kind
from site_gen.site.naming import one_of_series
from site_gen.site.subjects import OfflinePage

OFFLINE = Kind(
    name="offline",
    subject=OfflinePage,
    package=__package__,
    subjects=one_of_series(OfflinePage),
    route=lambda _: "offline/",
    template="offline.html",
    menu=lambda site, _: site.locale.words.offline.title if site.catalogue.editions else "",
    in_foot=True,
    is_in_sitemap=False,
    series_names=("offline",),
)
