"""What copied programmes have in common: sessions and talks as lines below the line that begins them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time

from site_gen.ingest.reading.days import read_time
from site_gen.ingest.reading.lines import SourceLine
from site_gen.ingest.records import Document, Fact, PartialDay
from site_gen.problems import ProblemLog


@dataclass(slots=True)
class TalkDraft:
    """The line with a talk's time, and the lines below it."""

    time: SourceLine
    lines: list[SourceLine] = field(default_factory=list)


@dataclass(slots=True)
class SessionDraft:
    """The line that begins a session, its day, the lines below it, and its talks."""

    heading: SourceLine
    day: Fact[PartialDay] | None
    lines: list[SourceLine] = field(default_factory=list)
    talks: list[TalkDraft] = field(default_factory=list)


def time_fact(document: Document, printed: str, line: SourceLine, problems: ProblemLog) -> Fact[time] | None:
    """The time that is printed in a line; None, after noting it, where there is no such time."""
    place = document.place(line.number, line.column)
    try:
        return Fact(read_time(printed), place)
    except ValueError as error:
        problems.error("bad-time", str(error), place, hint="times are written as 09:00")
        return None
