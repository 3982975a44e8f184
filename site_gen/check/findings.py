"""Findings on built pages: one that a template repeats on every page is told once."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_gen.check.origins import Origins
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted

_MOST_PLACES = 20  # where content may have said it; a template's mistake stands on every page


@dataclass(slots=True)
class _Finding:
    places: list[tuple[Place, str]] = field(default_factory=list)
    pages: int = 0


class Findings:
    """Collects what is wrong on pages, grouped by what it is."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._found: dict[tuple[str, str], _Finding] = {}

    def note(self, code: str, what: str, place: Place, url: str = "") -> None:
        """Note that something is wrong at a place; `url` is the link concerned as it stands there."""
        finding = self._found.setdefault((code, what), _Finding())
        if not finding.places or finding.places[-1][0].file != place.file:
            finding.pages += 1
        if len(finding.places) < _MOST_PLACES:
            finding.places.append((place, url))

    def report(self, problems: ProblemLog) -> None:
        """Report each finding once: where content says it, else on the first page that has it."""
        for (code, what), finding in self._found.items():
            more = f" (and on {counted(finding.pages - 1, 'more page')})" if finding.pages > 1 else ""
            origin = self._origin(finding)
            if origin:
                place, written = finding.places[0][0], origin
                problems.error(code, f"{what}, on {place.file}{more}", written)
            else:
                place = finding.places[0][0]
                problems.error(code, what + more, place, self._origins.hint(place.file))

    def _origin(self, finding: _Finding) -> Place | None:
        places = (self._origins.written(place.file, url) for place, url in finding.places if url)
        return next((place for place in places if place), None)
