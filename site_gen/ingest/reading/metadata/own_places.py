"""A place of its own for every record: records are known by their places while documents are linked.

All that a program writes may stand on one line, and a row of a table may name several papers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from site_gen.ingest.records import PaperRecord, Reading, SessionRecord
from site_gen.problems import Place


def with_own_places(reading: Reading) -> Reading:
    """The reading with its records apart; a paper that stands in two sessions stays one record."""
    papers, sessions = [*reading.every_paper(), *reading.refused], reading.sessions
    if _are_apart(papers) and len({each.place for each in sessions}) == len(sessions):
        return reading
    columns = _Columns([*(each.place for each in papers), *(each.place for each in sessions)])
    taken: dict[Place, dict[PaperRecord, PaperRecord]] = {}

    def apart(record: PaperRecord) -> PaperRecord:
        alike = taken.setdefault(record.place, {})
        if record not in alike:
            alike[record] = replace(record, place=columns.next(record.place)) if alike else record
        return alike[record]

    return replace(
        reading,
        papers=tuple(map(apart, reading.papers)),
        sessions=tuple(_sessions([_with_papers(each, apart) for each in sessions], columns)),
        refused=tuple(map(apart, reading.refused)),
    )


class _Columns:
    """Gives columns of a line that no record has yet."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._last: dict[tuple[str, int], int] = defaultdict(int)
        for place in places:
            line = (place.file, place.line)
            self._last[line] = max(self._last[line], place.column)

    def next(self, place: Place) -> Place:
        """A free place on the line of one that is taken."""
        self._last[place.file, place.line] += 1
        return replace(place, column=self._last[place.file, place.line])


def _are_apart(papers: Sequence[PaperRecord]) -> bool:
    return len({each.place for each in papers}) == len({id(each): each for each in papers})


def _with_papers(session: SessionRecord, apart: Callable[[PaperRecord], PaperRecord]) -> SessionRecord:
    slots = (replace(slot, paper=apart(slot.paper)) if slot.paper else slot for slot in session.slots)
    return replace(session, slots=tuple(slots)) if session.slots else session


def _sessions(sessions: Sequence[SessionRecord], columns: _Columns) -> Iterator[SessionRecord]:
    seen: set[Place] = set()
    for session in sessions:
        yield replace(session, place=columns.next(session.place)) if session.place in seen else session
        seen.add(session.place)
