"""The home of the series."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.site import Catalogue, Kind, Listed, Subject
from site_gen.site.naming import one_of_series
from site_gen.site.subjects import EditionOf, SeriesHome


def _papers(contents: Catalogue, _subject: SeriesHome) -> Iterator[Listed]:
    for edition_id, edition in contents.editions.items():
        yield from ((edition_id, paper) for paper in sorted(edition.papers))


def _shows(contents: Catalogue, subject: SeriesHome) -> Subject:
    """Where there is but one edition its home is that of the series; it keeps its own address for later."""
    editions = [*contents.editions]
    return EditionOf(editions[0]) if len(editions) == 1 else subject


HOME = Kind(
    name="home",
    subject=SeriesHome,
    package=__package__,
    subjects=one_of_series(SeriesHome),
    route=lambda _: "",
    shows=_shows,
    template="home.html",
    markdown="home.md",
    has_share_card=True,
    papers=_papers,
    bibliography="papers",
    ids=lambda *_: (paths.SITE,),
    has_origins=True,
    in_all_packs=True,
)
