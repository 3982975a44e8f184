"""Pictures that are far larger than pages show them: visitors wait for what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.check.links import Addresses
from site_gen.check.page import PageFacts
from site_gen.graphics import size_of
from site_gen.problems import Place, ProblemLog

# How wide a picture is shown at most, in CSS pixels: by its class, else in running text.
_SHOWN: Mapping[str, int] = {"hero-picture": 960, "portrait": 168, "sponsor-logo": 240, "logo": 240}
_IN_TEXT = 800
_DENSITY = 2  # pixels of a screen for one of CSS
_TOLERATED = 2  # times the size that would do
_SMALL = 150_000  # bytes that are no matter
_FINGERPRINT = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")


@dataclass(slots=True)
class Pictures:
    """The pictures of pages, with the widest place in which each is shown."""

    addresses: Addresses
    _widest: dict[str, int] = field(default_factory=dict)

    def take(self, here: str, facts: PageFacts) -> None:
        """Note the pictures of a page."""
        for picture in facts.pictures:
            route = self.addresses.route(here, picture.url.partition("?")[0])
            file = self.addresses.file(route) if route else None
            if file:
                shown = next((_SHOWN[name] for name in picture.classes if name in _SHOWN), _IN_TEXT)
                self._widest[file] = max(shown, self._widest.get(file, 0))

    def report(self, project: Path, folder: Path, problems: ProblemLog) -> None:
        """Warn of each picture that is far larger than it is shown."""
        for file, shown in sorted(self._widest.items()):
            path = folder / file
            weight = path.stat().st_size if path.is_file() else 0
            size = size_of(path) if weight > _SMALL else None
            if size is None or path.suffix == ".svg" or size[0] <= _TOLERATED * _DENSITY * shown:
                continue
            what = f"this picture of {weight / 1e6:.1f} MB is {size[0]} pixels wide"
            what += f", and shown at {shown} at most"
            hint = f"save it {_DENSITY * shown} pixels wide, or say in site.yaml: pictures: resize"
            problems.warning("large-picture", what, _place(project, file), hint)


def _place(project: Path, file: str) -> Place:
    """The file of the project that a published one is of."""
    plain = _FINGERPRINT.sub("", file)
    for source in (f"static/{plain.removeprefix('assets/')}", f"static/root/{plain}"):
        if (project / source).is_file():
            return Place(source)
    return Place(file)
