"""Rules over a whole series, beyond the form of its files."""

from __future__ import annotations

from site_gen.conference import Series
from site_gen.conference.rules.former_names import validate_former_names
from site_gen.conference.rules.news import validate_news
from site_gen.conference.rules.programme import validate_programme
from site_gen.conference.rules.references import validate_prose_pages, validate_volumes
from site_gen.conference.rules.static_files import validate_static_files
from site_gen.conference.rules.talks import validate_talks
from site_gen.conference.rules.theme import validate_theme
from site_gen.conference.rules.times import validate_zones
from site_gen.problems import Locate, ProblemLog

__all__ = ["validate", "validate_static_files"]


def validate(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Hold every rule against a series; `locate` tells the place of what is wrong."""
    for conference in series.conferences:
        zone = conference.time_zone or series.time_zone
        validate_programme(conference, zone, locate, problems)
        validate_talks(conference, locate, problems)
        validate_volumes(conference, locate, problems)
        validate_news(conference, locate, problems)
        validate_prose_pages(conference.id, conference.pages, locate, problems)
    validate_prose_pages("", series.pages, locate, problems)
    validate_zones(series, locate, problems)
    validate_former_names(series, locate, problems)
    validate_theme(series, locate, problems)
