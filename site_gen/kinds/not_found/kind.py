"""What a host shows where there is no page."""

from __future__ import annotations

from site_gen.site import Kind
from site_gen.site.naming import one_of_series
from site_gen.site.subjects import NotFoundPage

NOT_FOUND = Kind(
    name="not-found",
    subject=NotFoundPage,
    package=__package__,
    subjects=one_of_series(NotFoundPage),
    route=lambda _: "404.html",
    template="404.html",
    has_source=lambda *_: False,
    is_in_sitemap=False,
)
