"""Papers that a programme has each at a time of its own, in the sessions that are then, its own or others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import time
from itertools import pairwise
from typing import TypeVar

from site_gen.ingest.link.session_likeness import key_of_title, may_share_room, titles_inside
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold
from site_gen.values import replace

T = TypeVar("T")
_FEWEST, _FILLED = 2, 0.5  # papers in a session that names none, and how much of it these take at least
_MOST_PAIRS = 100_000  # papers and sessions of one day that are compared
_KINDS = frozenset(["oral", "poster", "demo", "other"])
_LOST = ("part_of", "other_rooms", "access", "attendance", "language", "end_later")  # by a slot
Day = tuple[int | None, int | None]
Sessions = Mapping[Day, Sequence[SessionRecord]]


def with_talks_of_sessions(readings: Sequence[Reading], problems: ProblemLog) -> list[Reading]:
    """The readings in which such papers stand in a session, with the title of the other one at its place.

    That is the only session of its document that they may be in: it is then and there, and has them too, or
    it names no papers and begins with the first of them. Where several may be meant, it is told.
    """
    readings = [_in_own_sessions(each, problems) for each in readings]
    best_first = sorted(readings, key=lambda each: (each.document.precedence, each.document.path))
    wholes = {each.document.path: _by_day(each, _may_hold_papers) for each in best_first}
    found = []
    for reading in readings:
        others = [sessions for path, sessions in wholes.items() if path != reading.document.path]
        papers = _by_day(reading, _is_alone) if any(others) else {}
        for day, alone in papers.items():
            reading = _in_sessions(reading, alone, [each.get(day, ()) for each in others], problems)
        found.append(reading)
    return found


def _in_own_sessions(reading: Reading, problems: ProblemLog) -> Reading:
    """A reading whose papers stand in its own sessions without any, as events of a calendar beside theirs."""
    wholes = _by_day(reading, lambda each: not each.slots and _may_hold_papers(each))
    papers = _by_day(reading, _is_paper_alone) if wholes else {}
    for day, alone in papers.items():
        have_rooms = all(each.room for each in alone)
        own = [each for each in wholes.get(day, ()) if _is_numbered(each) or (have_rooms and each.room)]
        reading = _in_sessions(reading, alone, [own], problems)
    return reading


def _by_day(reading: Reading, is_wanted: Callable[[SessionRecord], bool]) -> Sessions:
    found: dict[Day, list[SessionRecord]] = defaultdict(list)
    for each in reading.sessions:
        if each.day and each.start and not each.start.value.tzinfo and is_wanted(each):
            found[each.day.value.month, each.day.value.day].append(each)
    return found


def _may_hold_papers(session: SessionRecord) -> bool:
    is_of_kind = session.kind is None or session.kind.value in _KINDS or _is_workshop(session)
    is_whole = is_of_kind and bool(session.title and session.end) and not session.end_later
    return is_whole and not _is_paper_alone(session)


def _is_paper_alone(session: SessionRecord) -> bool:
    """Whether a session is nothing but the paper that it is called by."""
    paper = session.slots[0].paper if len(session.slots) == 1 else None
    is_called_so = not session.title or bool(
        paper and paper.title and fold(paper.title.value) == fold(session.title.value)
    )
    is_of_kind = session.kind is None or session.kind.value in _KINDS
    return bool(paper and is_called_so and is_of_kind) and not any(getattr(session, name) for name in _LOST)


def _is_alone(session: SessionRecord) -> bool:
    return _is_paper_alone(session) or _is_talk_alone(session)


def _is_talk_alone(session: SessionRecord) -> bool:
    """Whether a session is nothing but a talk of somebody, which has no page as a paper has."""
    people = session.people.value if session.people else ()
    is_talk = bool(session.title and people) and all(each.role == "speaker" for each in people)
    is_bare = not (session.slots or session.kind or session.track or session.links or session.number)
    is_held = is_bare and not any(getattr(session, name) for name in _LOST)
    return is_talk and is_held and not _is_numbered(session)


def _in_sessions(
    reading: Reading,
    papers: Sequence[SessionRecord],
    others: Sequence[Sequence[SessionRecord]],
    problems: ProblemLog,
) -> Reading:
    if len(papers) * sum(map(len, others)) > _MOST_PAIRS:
        return reading
    held: dict[Place, list[SessionRecord]] = defaultdict(list)
    whole_at = {each.place: each for sessions in others for each in sessions}
    unclear: dict[Place, list[SessionRecord]] = defaultdict(list)
    for paper in papers:
        wholes = _wholes(paper, others)
        for whole in wholes:
            (held if len(wholes) == 1 else unclear)[whole.place].append(paper)
    found: dict[Place, SessionRecord] = {}
    gone: set[Place] = set()
    for place, inside in held.items():
        whole = whole_at[place]
        if whole.slots or _fill(whole, inside):
            is_own = place.file == reading.document.path
            found[place if is_own else inside[0].place] = _session(whole, inside)
            gone.update(each.place for each in inside[0 if is_own else 1 :])
        elif _is_numbered(whole):
            unclear[place] = [*unclear[place], *inside]
    for place, few in unclear.items():
        if len(few) >= _FEWEST:
            _report_unclear(whole_at[place], few, problems)
    sessions = (found.get(each.place, each) for each in reading.sessions if each.place not in gone)
    return replace(reading, sessions=tuple(sessions))


def _wholes(paper: SessionRecord, others: Sequence[Sequence[SessionRecord]]) -> list[SessionRecord]:
    """The session that a paper is in, of the best document that has it; several where it is unclear."""
    around = [each for sessions in others for each in sessions if _is_around(each, paper)]
    if not paper.slots:  # a session that is called otherwise may be of papers alone
        around = [each for each in around if _is_numbered(each)]
    own = set(titles_inside(paper)) or {key_of_title(paper)}
    naming = [each for each in around if own & set(titles_inside(each))]
    fitting = naming or [each for each in around if not each.slots]
    shortest = min(map(_minutes, fitting), default=0)
    fitting = [each for each in fitting if _minutes(each) == shortest]
    often = Counter(each.place.file for each in fitting)
    return fitting[:1] if max(often.values(), default=0) < _FEWEST else fitting


def _is_around(whole: SessionRecord, paper: SessionRecord) -> bool:
    if not (whole.start and whole.end and paper.start and may_share_room(whole, paper)):
        return False
    if _is_workshop(whole) and not paper.room:
        return False
    is_begun = whole.start.value <= paper.start.value < whole.end.value
    return is_begun and (not paper.end or paper.end.value <= whole.end.value)


def _minutes(session: SessionRecord) -> int:
    return _minute(session.end) - _minute(session.start)


def _minute(fact: Fact[time] | None) -> int:
    return 60 * fact.value.hour + fact.value.minute if fact else 0


def _fill(whole: SessionRecord, papers: Sequence[SessionRecord]) -> bool:
    """Whether papers follow each other in one room from its start on, or all of them are shown throughout."""
    starts = [_minute(each.start) for each in papers]
    ends = [_minute(each.end or each.start) for each in papers]
    rooms = {fold(each.room.value) for each in papers if each.room}
    is_one_by_one = all(
        start < after and end <= after for (start, after), end in zip(pairwise(starts), ends, strict=False)
    )
    is_together = {*starts} == {_minute(whole.start)} and {*ends} == {_minute(whole.end)}
    taken = max(ends) - _minute(whole.start)
    is_filled = _is_numbered(whole) or _is_workshop(whole) or taken >= _FILLED * _minutes(whole)
    is_from_start = starts[0] == _minute(whole.start) and len(papers) >= _FEWEST
    return is_from_start and len(rooms) <= 1 and is_filled and (is_one_by_one or is_together)


def _is_workshop(session: SessionRecord) -> bool:
    """Whether a session is a workshop in a room: what is in that room meanwhile is of it."""
    return session.kind is not None and session.kind.value == "workshop" and session.room is not None


def _is_numbered(session: SessionRecord) -> bool:
    return session.title is not None and is_section(session.title.value)


def _session(whole: SessionRecord, papers: Sequence[SessionRecord]) -> SessionRecord:
    """A session of papers: the whole one, if it is of their document, else one with its title and times."""
    is_own = whole.place.file == papers[0].place.file
    told = whole if is_own else SessionRecord(place=papers[0].place, title=whole.title, day=whole.day)
    return replace(
        told,
        start=whole.start,
        end=whole.end,
        kind=whole.kind or _shared([each.kind for each in papers]),
        room=whole.room or _shared([each.room for each in papers]),
        track=told.track or _shared([each.track for each in papers]),
        slots=tuple(map(_slot, papers)),
    )


def _shared(facts: Sequence[Fact[T] | None]) -> Fact[T] | None:
    """The first of equal values, if all have one."""
    return facts[0] if len({fact.value if fact else None for fact in facts}) == 1 else None


def _slot(paper: SessionRecord) -> SlotRecord:
    if not paper.slots:
        talk = SlotRecord(
            place=paper.place, title=paper.title, description=paper.description, type=paper.type
        )
        return replace(
            talk, start=paper.start, end=paper.end, people=paper.people, room=paper.room, guid=paper.guid,
            status=paper.status, note=paper.note,
        )  # fmt: skip
    slot = paper.slots[0]
    names = ("type", "room", "start", "end", "people", "guid", "status", "note")
    more = {name: getattr(slot, name) or getattr(paper, name) for name in names}
    record = slot.paper
    if record:
        more["paper"] = replace(
            record, links=record.links or paper.links, abstract=record.abstract or paper.description
        )
    return replace(slot, **more)


def _report_unclear(whole: SessionRecord, papers: Sequence[SessionRecord], problems: ProblemLog) -> None:
    title = whole.title.value if whole.title else ""
    what = (
        f"the session '{title}' holds no paper; of those that {papers[0].place.file} has at its time, it is"
    )
    what += " unclear which are in it"
    hint = f"say so there: give each paper its session or its room (line {papers[0].place.line})"
    problems.warning("unclear-session", what, whole.place, hint)
