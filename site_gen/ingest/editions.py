"""To which edition a source document belongs, and to which it may where nothing tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from site_gen.conference import Conference, Series, SourceDocument
from site_gen.content.paths import document_file
from site_gen.ingest.records import PartialDay, Reading
from site_gen.ingest.remembered import editions_of
from site_gen.text import is_safe_name

# A year in a file's name, but not that of a day or month (export-2025-11-03.csv).
_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d|[-_.]?\d{2}(?!\d))")

_AROUND = timedelta(days=7)


def edition_of(
    reading: Reading, path: str, entry: SourceDocument | None, series: Series, project: Path
) -> tuple[str | None, str]:
    """The edition of a document and how it was found; None and why not."""
    editions = [conference.id for conference in series.conferences]
    if entry and entry.edition:
        return entry.edition, ""
    if reading.edition:
        named = _named(reading.edition.value, series)
        if is_safe_name(named):
            return named, f", as line {reading.edition.place.line} says"
    in_name, dated = _of_name(path, series), _of_days(reading, series)
    if len(in_name) == 1 and (not editions or in_name[0] in editions):
        return in_name[0], ", as its name says"
    if len(editions) == 1 and not in_name:
        return editions[0], ", the only one"
    if len(dated) == 1 and dated[0] in editions:
        return dated[0], ", as its days say"
    before = editions_of(project, path) if editions else []
    if len(before) == 1 and before[0] in editions:
        return before[0], ", as before"
    if len(fitting := _fitting(reading, series)) == 1:
        return fitting[0], ", as its days say"
    return None, _why_no_edition(in_name, editions)


def likely_editions(reading: Reading, path: str, series: Series) -> list[str]:
    """The editions that a document may be of: a new one where its name or its days say a year of none."""
    proven = _of_name(path, series) or _of_days(reading, series)
    return proven or sorted(conference.id for conference in series.conferences)


def _of_name(path: str, series: Series) -> list[str]:
    """The editions of the years in the name of a document."""
    return sorted({_named(year, series) for year in _YEAR_IN_NAME.findall(Path(document_file(path)).name)})


def _of_days(reading: Reading, series: Series) -> list[str]:
    """The editions of the years that its sessions take place in."""
    return sorted(
        {
            _named(str(each.day.value.year), series)
            for each in reading.sessions
            if each.day and each.day.value.year
        }
    )


def _fitting(reading: Reading, series: Series) -> list[str]:
    """The editions at whose time all days without a year are, on their weekdays."""
    days = {each.day.value for each in reading.sessions if each.day}
    if not days or any(day.year or day.is_either or not day.month for day in days):
        return []
    return [each.id for each in series.conferences if all(_fits(day, each) for day in days)]


def _fits(day: PartialDay, conference: Conference) -> bool:
    """Whether a day can be one of an edition; around an edition without a last day it can."""
    first, last = conference.first_day, conference.last_day
    if first is None or (on := day.in_year(first.year)) is None:
        return False
    is_near = first <= on <= last if last else abs(on - first) <= _AROUND
    return is_near and day.weekday in (None, on.weekday())


def _named(name: str, series: Series) -> str:
    """The edition of that name, or else the only one of that year; the name itself for a new one."""
    of_year = [each.id for each in series.conferences if str(each.year) == name]
    editions = [each.id for each in series.conferences]
    return of_year[0] if len(of_year) == 1 and name not in editions else name


def _why_no_edition(in_name: Sequence[str], editions: Sequence[str]) -> str:
    if in_name and editions:
        return f"its name says {', '.join(in_name)}, but the editions are {', '.join(editions)}"
    return "nothing tells to which edition this document belongs"
