"""What a host shows where there is no page."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import NotFoundPage


def _subjects(contents: Catalogue) -> Iterator[tuple[NotFoundPage, Place]]:
    yield NotFoundPage(), contents.locate("series")


NOT_FOUND = Kind(
    name="not-found",
    subject=NotFoundPage,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "404.html",
    template="404.html",
    has_source=lambda *_: False,
    is_in_sitemap=False,
)
