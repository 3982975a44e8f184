"""`/offline/`: what can be read without a network."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import OfflinePage


def _subjects(contents: Catalogue) -> Iterator[tuple[OfflinePage, Place]]:
    yield OfflinePage(), contents.locate("series")


OFFLINE = Kind(
    name="offline",
    subject=OfflinePage,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "offline/",
    template="offline.html",
    menu=lambda site, _: site.locale.words.offline.title if site.catalogue.editions else "",
    in_foot=True,
    is_in_sitemap=False,
    series_names=("offline",),
)
