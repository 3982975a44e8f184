"""A static file that is published, and the name that it gets: one that changes with its content."""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import field
from pathlib import Path

from site_gen.problems import Place, ProblemLog, report_conflict
from site_gen.values import dataclass

ROOT = "root/"


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file: its name in static/, its path in the site, and where it lies.

    `text` is what a style sheet or script has become; None for a file that is published as it is.
    """

    name: str
    path: str
    file: Path
    text: bytes | None = field(default=None, repr=False)

    @property
    def body(self) -> bytes:
        """The bytes to publish."""
        return self.file.read_bytes() if self.text is None else self.text

    @property
    def source(self) -> Place:
        """The file in the project, or the built-in one, that it is made of."""
        return Place(f"static/{self.name}")


def fingerprinted(name: str, file: Path, text: bytes | None = None) -> Asset:
    """The asset of a file; what lies in root/ keeps its name."""
    if name.startswith(ROOT):
        return Asset(name, name.removeprefix(ROOT), file, text)
    stem, extension = posixpath.splitext(name)
    return Asset(name, f"assets/{stem}.{_digest(file, text)}{extension}", file, text)


def _digest(file: Path, text: bytes | None) -> str:
    if text is not None:
        return hashlib.sha256(text).hexdigest()[:8]
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:8]


def beside(name: str, target: str) -> str:
    """The name of the file that another one, by its own name, calls `target`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))


def read_source(source: str, file: Path, problems: ProblemLog) -> str:
    """The text of a style sheet, script or template; one that is not UTF-8, or a merge that was not finished,
    is noted, and empty."""
    try:
        text = file.read_text(encoding="utf-8")
        return "" if report_conflict(text, source, problems) else text
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8 (byte 0x{error.object[error.start]:02X})"
        problems.error("not-utf8", what, Place(source, line), "re-save the file as UTF-8")
        return ""
