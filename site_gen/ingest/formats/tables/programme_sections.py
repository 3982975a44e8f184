"""Rows between the talks of a programme that name the session of what follows, with its times and chair."""

from __future__ import annotations

import re

from site_gen.ingest.reading.texts.labels import CHAIR_WORDS
from site_gen.ingest.reading.times.typed_times import leading_times, typed_times
from site_gen.text import squeeze
from site_gen.values import dataclass

_CHAIR = re.compile(
    r"[\s,;(–—-]*\b(?:session\s+)?(?:chairs?|moderat(?:or|ion|eur|ore)|leitung|vorsitz|president(?:e|a)?)\b"
    r"(?:\s+(?:is|are))?(?:\s*+:)?\s++(?P<people>[^()]*(?:\([^()]*\)[^()]*)*?)\)?\s*$",
    re.IGNORECASE,
)
_CHAIR_AT_END = re.compile(
    rf"[\s,;/|(–—-]+(?:session\s+)?(?:{CHAIR_WORDS})\s*:\s+"
    r"(?P<people>[^()]{3,200}?(?:\([^()]{1,200}\)[^()]{0,200}?){0,5})\)?\s*$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d{4}")
_BEFORE_TIMES = re.compile(r"[\s,;(\[]+(?=\d)")


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """The title of a session above its talks; times and chairs as printed, empty where there are none."""

    title: str
    times: str = ""
    chairs: str = ""


def without_chairs(title: str) -> tuple[str, str]:
    """A session's title and who is printed as its chair at its end; nobody where none is."""
    found = _CHAIR_AT_END.search(title)
    is_parted = found is not None and bool(title[: found.start()].strip())
    return (title[: found.start()].strip(), found["people"].strip()) if found and is_parted else (title, "")


def section_heading(text: str) -> SectionHeading:
    """What "9:00–10:30 Session 1: Owls (Chair: Ann Bee)" says."""
    title, times, chairs = squeeze(text), "", ""
    found = _CHAIR.search(title)
    if found and title[: found.start()].strip():
        title, chairs = title[: found.start()], found["people"].strip()
    else:
        title, chairs = without_chairs(title)
    leading = leading_times(title)
    if leading and title[leading[2] :].strip(" :–—-,.|"):
        times, title = title[: leading[2]], title[leading[2] :]
    else:
        title, times = _without_times_at_end(title)
    return SectionHeading(title.strip(" :–—-,.|"), times.strip(), chairs)


def _without_times_at_end(title: str) -> tuple[str, str]:
    for match in _BEFORE_TIMES.finditer(title):
        printed = title[match.end() :].strip(" )]")
        if not _YEARS.search(printed) and typed_times(printed) and leading_times(printed):
            return title[: match.start()], printed
    return title, ""
