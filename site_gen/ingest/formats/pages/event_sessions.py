"""Sessions out of the events of a posters list that print when and where each takes place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from site_gen.conference import Participant, Role, SessionKind
from site_gen.ingest.formats.pages.schedule_times import times_of
from site_gen.ingest.reading.texts.lines import SourceLine, room_of
from site_gen.ingest.reading.times.days import find_when
from site_gen.ingest.reading.titles.session_headings import kind_of
from site_gen.ingest.records import Document, Fact, PaperRecord, PartialDay, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

# What several papers do at one time; other events are sessions of their own.
_SHARED: frozenset[SessionKind] = frozenset(["poster", "oral", "demo", "other"])
# The papers of an edition may have these events among them.
_PAPERS: frozenset[SessionKind] = _SHARED | {"tutorial"}
_ROLES: dict[SessionKind, Role] = {"workshop": "organiser", "social": "organiser", "panel": "panelist"}


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the page: its type line, its paper, and the lines with its time, board and room."""

    heading: SourceLine
    paper: PaperRecord
    when: SourceLine | None
    board: SourceLine | None
    room: SourceLine | None = None

    @property
    def kind(self) -> SessionKind:
        """What the type line calls it; a paper's own type ("Spotlight Poster") is a poster."""
        kind = kind_of(self.heading.text)
        return "poster" if kind == "other" and "poster" in self.heading.text.lower() else kind


@dataclass(frozen=True, slots=True)
class _Timed:
    """An event with what its line tells; the end and the room may be None."""

    event: Event
    day: Fact[PartialDay]
    start: Fact[time]
    end: Fact[time] | None
    room: Fact[str] | None

    @property
    def key(self) -> object:
        """Equal for the papers of one session."""
        if self.event.kind not in _SHARED:
            return self.event.paper.place
        facts = (self.day.value, self.start.value, self.end and self.end.value, self.room and self.room.value)
        return (self.event.kind, *facts)


def sessions_of(
    document: Document, events: Sequence[Event], problems: ProblemLog
) -> tuple[tuple[PaperRecord, ...], tuple[SessionRecord, ...]]:
    """The papers that no session holds, and the sessions in the order of their first events."""
    papers: list[PaperRecord] = []
    groups: dict[object, list[_Timed]] = {}
    for event in events:
        timed = _timed(document, event, problems)
        if timed:
            groups.setdefault(timed.key, []).append(timed)
        else:
            papers.append(event.paper)
    return tuple(papers), tuple(_session(group) for group in groups.values())


def _timed(document: Document, event: Event, problems: ProblemLog) -> _Timed | None:
    when = find_when(event.when.text) if event.when else None
    if event.when is None or when is None or when.day is None:
        return None
    start, end = times_of(document, event.when, when, problems)
    if start is None:
        return None
    place = document.place(event.when.number, event.when.column + when.begin)
    room = Fact(when.after, place) if when.after else _bracketed(document, event.room)
    return _Timed(event, Fact(when.day, place), start, end, room)


def _bracketed(document: Document, line: SourceLine | None) -> Fact[str] | None:
    """The room that a line in brackets names."""
    room = room_of(line.text) if line else None
    return Fact(room, document.place_of(line)) if line and room else None


def _session(group: Sequence[_Timed]) -> SessionRecord:
    first, paper = group[0], group[0].event.paper
    session = SessionRecord(
        place=paper.place,
        kind=Fact(first.event.kind, paper.place),
        day=first.day,
        start=first.start,
        end=first.end,
        room=first.room,
    )
    kind = first.event.kind
    if kind in _SHARED:
        return replace(session, slots=tuple(map(_slot, group)))
    if kind in _PAPERS:
        return replace(session, title=paper.title, slots=(_slot(first),))
    people = tuple(
        Participant(name=each.name, role=_ROLES.get(kind, "speaker"))
        for each in (paper.authors.value if paper.authors else ())
        if each.name
    )
    return replace(
        session,
        title=paper.title,
        people=Fact(people, paper.authors.place) if people and paper.authors else None,
        description=paper.abstract,
    )


def _slot(timed: _Timed) -> SlotRecord:
    board = timed.event.board
    number = board.text.rpartition("#")[2].rpartition(" ")[2] if board else ""
    place = timed.event.paper.place
    return SlotRecord(
        place=place,
        paper=timed.event.paper,
        board=Fact(number, replace(place, line=board.number, column=board.column)) if board else None,
    )
