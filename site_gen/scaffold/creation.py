"""A new project in an empty folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from site_gen.content import schema_files, write_files
from site_gen.problems import ExitStatus, Stop
from site_gen.scaffold.answers import Answers, Ask, settings_of
from site_gen.scaffold.filling import filled
from site_gen.scaffold.manifest import MANIFEST, manifest_text
from site_gen.scaffold.origin import origin_for
from site_gen.values import dataclass

SHOWN = 5  # names of what lies in a folder that is not empty


@dataclass(frozen=True, slots=True)
class Created:
    """A new project: its folder as it was named, its edition, and the files that were written."""

    directory: Path
    edition: str
    files: tuple[str, ...]

    def __str__(self) -> str:
        example = " with a two-day example" if MANIFEST in self.files else ""
        return f"Created {self.directory}{example}."


def create(directory: Path, answers: Answers, ask: Ask | None = None) -> Created:
    """Make a project; what the answers do not say is asked for, where there is somebody to `ask`.

    Raises Stop where the folder holds anything (a fresh repository of git apart), where an answer is
    wrong or missing, or where the disk refuses; then the folder holds nothing of ours.
    """
    _require_room(directory)
    settings = settings_of(answers, ask)
    origin = origin_for(directory)
    files = {**filled("project", settings, origin), **schema_files()}
    if answers.example:
        example = filled("example", settings, origin)
        files |= {**example, MANIFEST: manifest_text(example)}
    try:
        write_files(directory, dict(sorted(files.items())))
    except Stop:
        _remove_empty_folders(directory)
        raise
    return Created(directory, settings.edition, tuple(sorted(files)))


def _remove_empty_folders(directory: Path) -> None:
    """Remove what a failed writing leaves, so that the next try finds the folder empty."""
    folders = [path for path in directory.rglob("*") if path.is_dir() and ".git" not in path.parts]
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):  # it is the failure before that is told
            folder.rmdir()


def _require_room(directory: Path) -> None:
    hint = "name a new folder, or an empty one"
    if directory.exists() and not directory.is_dir():
        raise Stop(ExitStatus.USAGE, f"{directory} is a file", hint)
    try:
        held = sorted(path.name for path in directory.iterdir()) if directory.exists() else []
    except OSError as error:
        raise Stop(ExitStatus.ENVIRONMENT, f"cannot read {directory}: {error.strerror}") from None
    held = [name for name in held if name != ".git"]
    if held:
        more = f" and {len(held) - SHOWN} more" if len(held) > SHOWN else ""
        what = f"{directory} is not empty: it holds {', '.join(held[:SHOWN])}{more}"
        raise Stop(ExitStatus.USAGE, what, hint)
