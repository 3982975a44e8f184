"""The files that lie in the package → those of a project: places filled, names as they shall be.

A place is written <<name>>, or <<form:name>> for how its value must be written there; <<first_day+1>>
is the day after the first. A name that begins with "dot-" begins with a dot in the project, for a
.gitignore in the package would be obeyed there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from site_gen.content.writing import write_scalar
from site_gen.scaffold.answers import ProjectSettings
from site_gen.scaffold.origin import Origin
from site_gen.text import slug

_HERE = Path(__file__).parent
_PLACE = re.compile(r"<<(?:(yaml|markdown|make):)?([a-z_]+)([+-]\d+)?>>")
_EDITION = "EDITION"
_LONGEST_NAME = 50  # of a project at a host


def filled(folder: str, settings: ProjectSettings, origin: Origin) -> dict[str, str]:
    """The texts of the files in a folder of ours ("project", "example"), by their path in the project."""
    values = {
        "series": settings.series,
        "title": settings.title,
        "time_zone": settings.time_zone,
        "edition": settings.edition,
        "name": slug(settings.title, _LONGEST_NAME) or "conference",
        "plenary": origin.plenary,
        "repository": origin.repository,
        "commit": origin.commit,
    }
    root = _HERE / folder
    return {
        _path(file.relative_to(root), settings.edition): _fill(
            file.read_text(encoding="utf-8"), values, settings.first_day
        )
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def _path(path: Path, edition: str) -> str:
    parts = (edition if part == _EDITION else re.sub("^dot-", ".", part) for part in path.parts)
    return "/".join(parts)


def _fill(text: str, values: Mapping[str, str], first_day: date) -> str:
    def value(place: re.Match[str]) -> str:
        form, name, days = place.groups()
        if name == "first_day":
            return (first_day + timedelta(days=int(days or 0))).isoformat()
        return _written(values[name], form)

    return _PLACE.sub(value, text)


def _written(value: str, form: str | None) -> str:
    match form:
        case "yaml":
            return write_scalar(value)
        case "markdown":
            return re.sub(r"([\\`*_\[\]<>#&])", r"\\\1", value)
        case "make":
            return value.replace("$", "$$").replace("#", r"\#")
    return value
