"""Places in the files of the project: of what a page shows, and how a place is shown."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from urllib.parse import quote

from site_gen.content import Content
from site_gen.locale import ENGLISH
from site_gen.problems import Place, printable
from site_gen.site import Page
from site_gen.values import dataclass

_PLACE = re.compile(r"(?P<file>.+?)(?::(?P<line>\d+))?(?::(?P<column>\d+))?")


def origin(project: Path, page: Page) -> Place:
    """The line from which a page is edited, which its source, a file, does not tell. Reads the file."""
    written = page.kind.written(page.subject)
    return Content(project).locate(*written) if written else Place(page.source.file, 1)


def place_of(text: str) -> Place:
    """A place as reports write it: "content/sources/a.csv:12"."""
    found = _PLACE.fullmatch(text)
    return Place(found["file"], int(found["line"] or 0), int(found["column"] or 0)) if found else Place(text)


@dataclass(frozen=True, slots=True)
class Shown:
    """Shows places: path and line as text to select and, on this computer only, a link to an editor."""

    project: Path
    here: bool

    def html(self, place: Place) -> str:
        """A place as HTML, inert but for the link."""
        text = f"<code>{escape(printable(str(place)))}</code>"
        if not self.here or not (self.project / place.file).is_file():
            return text
        path = (self.project.resolve() / place.file).as_posix().lstrip("/")
        label = ENGLISH.words.preview.in_editor
        return f'{text} <a href="vscode://file/{quote(path)}:{place.line or 1}">{label}</a>'
