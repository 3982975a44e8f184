"""The map of an edition's papers."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Kind
from site_gen.site.subjects import FiguresOf, MapOf

_FEWEST = 12  # papers that make a map


def _subjects(contents: Catalogue) -> Iterator[tuple[MapOf, Place]]:
    for edition_id, edition in contents.editions.items():
        if contents.series.figures and len(published(edition)) >= _FEWEST:
            yield MapOf(edition_id), contents.locate("conference", edition_id)


def published(edition: Edition) -> list[str]:
    """The papers that are on the map."""
    return [paper.id for paper in edition.papers.values() if paper.status == "published"]


MAP = Kind(
    name="map",
    subject=MapOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/map/",
    template="map.html",
    markdown="map.md",
    section=lambda _, subject: FiguresOf(subject.edition),
    edition_names=("map",),
)
