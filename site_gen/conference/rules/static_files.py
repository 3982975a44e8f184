"""Static files that content names: logos, pictures and fonts exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from site_gen.conference import Conference, Series
from site_gen.conference.participants import all_participants
from site_gen.problems import Locate, ProblemLog
from site_gen.text.suggestions import suggestion

_Named = tuple[str | None, tuple[str | int, ...]]
"""A static file's name, and what `locate` finds the place with where content names it."""


def validate_static_files(
    series: Series, static: Collection[str], locate: Locate, problems: ProblemLog
) -> None:
    """Report every file that content names and that is not among the static files, given by name."""
    for name, written in _named_files(series):
        if name and name not in static:
            hint = suggestion(name, static, f"put it there as static/{name}", least=0.7)
            problems.error("no-file", f"there is no '{name}' in static/", locate(*written), hint)


def _named_files(series: Series) -> Iterator[_Named]:
    yield series.logo, ("series", "", "", "logo")
    yield series.logo_dark, ("series", "", "", "logo_dark")
    for position, font in enumerate(series.theme.fonts):
        yield font.file, ("series", "", "", "theme", "fonts", position, "file")
    for conference in series.conferences:
        if conference.hero:
            yield conference.hero.picture, ("conference", conference.id, "", "hero", "picture")
        yield from _logos(conference)
        yield from _pictures(conference)


def _logos(conference: Conference) -> Iterator[_Named]:
    for position, sponsor in enumerate(conference.sponsors):
        steps = ("conference", conference.id, "", "sponsors", position)
        yield sponsor.logo, (*steps, "logo")
        yield sponsor.logo_dark, (*steps, "logo_dark")


def _pictures(conference: Conference) -> Iterator[_Named]:
    for steps, person in all_participants(conference):
        yield person.picture, (*steps, "picture")
