"""Where the series comes from: its own fields, and its editions."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.origins.evidence import ELSEWHERE
from site_gen.origins.facts import Fact
from site_gen.origins.project import Origins, Project
from site_gen.site.subjects import EditionOf, SeriesHome


def _facts(project: Project, _subject: SeriesHome) -> Iterator[Fact]:
    catalogue = project.site.catalogue
    yield from project.evidence("series", "", "", catalogue.series).rest(ELSEWHERE)
    yield from map(project.line, map(EditionOf, catalogue.editions))


ORIGINS = Origins(lambda site, _: f"series {site.catalogue.series.title}", _facts)
