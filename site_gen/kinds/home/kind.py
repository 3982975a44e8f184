"""The home of the series."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.problems import Place
from site_gen.site import Catalogue, Kind, Listed
from site_gen.site.subjects import EditionOf, SeriesHome


def _subjects(contents: Catalogue) -> Iterator[tuple[SeriesHome, Place]]:
    yield SeriesHome(), contents.locate("series")


def _papers(contents: Catalogue, _subject: SeriesHome) -> Iterator[Listed]:
    for edition_id, edition in contents.editions.items():
        yield from ((edition_id, paper) for paper in sorted(edition.papers))


HOME = Kind(
    name="home",
    subject=SeriesHome,
    package=__package__,
    subjects=_subjects,
    route=lambda _: "",
    template="home.html",
    markdown="home.md",
    has_share_card=True,
    papers=_papers,
    bibliography="papers",
    gathers=lambda contents, _: map(EditionOf, contents.editions),
    ids=lambda *_: (paths.SITE,),
)
