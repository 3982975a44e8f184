"""Rules over a whole series, beyond the form of its files."""

from __future__ import annotations

from site_gen.model import Series
from site_gen.problems import Locate, ProblemLog
from site_gen.validate.former_names import validate_former_names
from site_gen.validate.news import validate_news
from site_gen.validate.programme import validate_programme
from site_gen.validate.static_files import validate_static_files
from site_gen.validate.theme import validate_theme

__all__ = ["validate", "validate_static_files"]


def validate(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Hold every rule against a series; `locate` tells the place of what is wrong."""
    for conference in series.conferences:
        validate_programme(conference, locate, problems)
        validate_news(conference, locate, problems)
    validate_former_names(series, locate, problems)
    validate_theme(series, locate, problems)
