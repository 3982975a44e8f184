"""What a document of a side event says of itself is not said of the edition that it stands in.

A schedule has a title, a venue and days of its own. In an edition whose programme another document has, those
are of the workshop or camp beside it: they are told by name, and not taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from site_gen.content import paths, to_plain
from site_gen.ingest.assemble.held import COMPARED, Held
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.records import Fact, Reading
from site_gen.problems import ProblemLog
from site_gen.text import fold

_OF_EVENT = ("title", "day_change", "acronym", "venue", "location", "first_day", "last_day")
_FEW = 2  # as many times more sessions make another document that of the programme


def without_side_events(readings: Sequence[Reading], held: Held) -> list[Reading]:
    """The readings, in which those of side events say nothing of the edition as a whole.

    That are documents with few of its sessions, unless they call it as content does.
    """
    most = max((len(each.sessions) for each in readings), default=0)
    return [
        _of_sessions_alone(each)
        if each.sessions and _FEW * len(each.sessions) < most and not _has_its_title(each, held)
        else each
        for each in readings
    ]


def _has_its_title(reading: Reading, held: Held) -> bool:
    stated, known = reading.conference.title, fold(held.conference.title)
    return stated is not None and (fold(stated.value) in known or known in fold(stated.value))


def _of_sessions_alone(reading: Reading) -> Reading:
    stated = [name for name in _OF_EVENT if getattr(reading.conference, name)]
    left = Counter(reading.not_taken)
    left.update(f"{name.replace('_', ' ')} of a side event" for name in stated)
    emptied: dict[str, Any] = dict.fromkeys(stated)
    conference = replace(reading.conference, **emptied)
    return replace(reading, conference=conference, not_taken=left)


def report_disagreements(
    readings: Sequence[Reading], held: Held, precedence: Precedence, problems: ProblemLog
) -> None:
    """Warn where documents say different things of an edition, and its editor has not said which holds."""
    for name in COMPARED:
        values = precedence.listed(_stated(each, name) for each in readings)
        other = next((each for each in values if each.value != values[0].value), None)
        if other and name not in held.closed:
            taken, file = values[0], paths.conference(held.conference.id)
            what = (
                f"the {name} is '{taken.value}' in {taken.place.file}, which counts, and '{other.value}' here"
            )
            hint = f"say which holds, in {file}:\n{name}: '{taken.value}'"
            problems.warning("several-values", what, other.place, hint)


def _stated(reading: Reading, name: str) -> Fact[str] | None:
    """What a document says of the edition, as content has it."""
    fact = getattr(reading.conference, name)
    return Fact(str(to_plain(fact.value)), fact.place) if fact else None
