"""Figures of an edition, and of the series."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.kinds.figures.census import with_papers
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import FiguresOf

_FEWEST = 2  # papers of an edition that has figures of its own


def _subjects(contents: Catalogue) -> Iterator[FiguresOf]:
    editions = with_papers(contents) if contents.series.figures else []
    if editions:
        yield FiguresOf("")
    for edition in editions:
        if len(edition.papers) >= _FEWEST:
            yield FiguresOf(edition.conference.id)


FIGURES = Kind(
    name="figures",
    subject=FiguresOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/figures/".lstrip("/"),
    template="figures.html",
    markdown="figures.md",
    menu=lambda site, _: site.locale.words.figures,
    series_names=("figures",),
    edition_names=("figures",),
)
