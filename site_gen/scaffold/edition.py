"""The next edition of a project: one content file, from what the latest edition says."""

from __future__ import annotations

from pathlib import Path

from site_gen.conference.scalars import read_day, read_id, read_line, read_time_zone
from site_gen.content import Content, paths, write_files, write_mapping
from site_gen.content.paths import NOT_EDITIONS
from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.scaffold.answers import Answers
from site_gen.values import dataclass

_HEAD = "This edition. Papers and programme come from documents in content/sources/."


@dataclass(frozen=True, slots=True)
class EditionCreated:
    """A new edition and its file."""

    edition: str
    file: str

    def __str__(self) -> str:
        return f"Created {self.file}. Documents of {self.edition} go into content/sources/{self.edition}-…"


def is_project(directory: Path) -> bool:
    """Whether a folder holds a project."""
    return (directory / paths.SITE).is_file()


def add_edition(project: Path, answers: Answers) -> EditionCreated:
    """Make an edition in a project: its zone is that of the latest edition where nothing else is said.

    Raises Stop where the edition is there, or an answer is wrong or missing.
    """
    series = Content(project).series(ProblemLog())
    latest = max(series.conferences, key=lambda each: each.id, default=None) if series else None
    if not answers.first_day:
        hint = "new --edition 2028 --first-day 2028-05-01"
        raise Stop(ExitStatus.USAGE, "the next edition needs its first day", hint)
    zone = answers.time_zone or (latest and latest.time_zone)
    try:
        first_day = read_day(answers.first_day)
        edition = read_id(answers.edition or str(first_day.year))
        own_title = f"{series.title} {edition}" if series else edition
        title = read_line(answers.title or own_title)
        zone = read_time_zone(zone) if zone else None
    except ValueError as error:
        raise Stop(ExitStatus.USAGE, str(error)) from None
    file = paths.conference(edition)
    if edition in NOT_EDITIONS or (project / file).exists():
        raise Stop(
            ExitStatus.USAGE, f"{file} is there already or cannot be an edition", "name another --edition"
        )
    entries = {"title": title, "first_day": first_day.isoformat()}
    entries |= {"time_zone": str(zone)} if zone else {}
    write_files(project, {file: write_mapping({**entries, "phase": "call"}, _HEAD)})
    return EditionCreated(edition, file)
