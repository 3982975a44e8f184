"""The map of an edition's papers."""

from __future__ import annotations

from site_gen.site import Catalogue, Edition, Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import FiguresOf, MapOf

_FEWEST = 12  # papers that make a map


def _has_a_map(contents: Catalogue, edition: Edition) -> bool:
    return contents.series.figures and len(published(edition)) >= _FEWEST


def published(edition: Edition) -> list[str]:
    """The papers that are on the map."""
    return [paper.id for paper in edition.papers.values() if paper.status == "published"]


MAP = Kind(
    name="map",
    subject=MapOf,
    package=__package__,
    subjects=one_of_editions(MapOf, _has_a_map),
    route=lambda subject: f"{subject.edition}/map/",
    template="map.html",
    markdown="map.md",
    section=lambda _, subject: FiguresOf(subject.edition),
    edition_names=("map",),
)
