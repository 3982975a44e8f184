"""Static files that content names: logos, pictures and fonts exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from site_gen.conference import Conference, Series
from site_gen.conference.participants import all_participants
from site_gen.conference.theme import THEMES, theme_file
from site_gen.problems import Locate, ProblemLog
from site_gen.text.suggestions import suggestion

_Named = tuple[str | None, tuple[str | int, ...]]
"""A static file's name, and what `locate` finds the place with where content names it."""


def validate_static_files(
    series: Series, static: Collection[str], locate: Locate, problems: ProblemLog
) -> None:
    """Report every file that content names and that is not among the static files, given by name."""
    _validate_theme_name(series.theme.name, static, locate, problems)
    for name, written in _named_files(series):
        if name and name not in static:
            # The style sheets that are near in name are ours, and none that anybody means.
            near = () if name.endswith(".css") else static
            hint = suggestion(name, near, f"put it there as static/{name}", least=0.7)
            problems.error("no-file", f"there is no '{name}' in static/", locate(*written), hint)


def _validate_theme_name(
    name: str | None, static: Collection[str], locate: Locate, problems: ProblemLog
) -> None:
    """Report a theme that is neither built in nor in the project's static/css/themes/."""
    if name and theme_file(name) not in static:
        themes = sorted(each[len(THEMES) : -len(".css")] for each in static if each.startswith(THEMES))
        hint = suggestion(name, themes, f"themes: {', '.join(themes)}; or write static/{theme_file(name)}")
        problems.error(
            "no-file", f"there is no theme '{name}'", locate("series", "", "", "theme", "name"), hint
        )


def _named_files(series: Series) -> Iterator[_Named]:
    yield series.logo, ("series", "", "", "logo")
    yield series.logo_dark, ("series", "", "", "logo_dark")
    yield series.theme.css, ("series", "", "", "theme", "css")
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
