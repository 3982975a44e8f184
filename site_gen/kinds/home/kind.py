"""The home of the series."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import SeriesHome


def _subjects(contents: Catalogue) -> Iterator[tuple[SeriesHome, Place]]:
    yield SeriesHome(), contents.locate("series")


HOME = Kind(
    name="home",
    subject=SeriesHome,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "",
    template="home.html",
    markdown="home.md",
    has_share_card=True,
    ids=lambda *_: (paths.SITE,),
)
