"""Rules over a whole series: dangling references, times that cannot be, clashes of rooms and people."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from site_gen.model import Conference, Participant, Series, Session
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.text import fold

# Characters that turn the direction of the text after them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def validate(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Hold every rule against a series; `locate` tells the place of what is wrong."""
    for conference in series.conferences:
        _Rules(conference, locate, problems).hold()


class _Rules:
    """The rules of one conference."""

    def __init__(self, conference: Conference, locate: Locate, problems: ProblemLog) -> None:
        self._conference = conference
        self._locate = locate
        self._problems = problems

    def hold(self) -> None:
        self._references()
        self._times()
        self._clashes()
        self._papers()
        self._emptiness()

    def _references(self) -> None:
        papers = {paper.id for paper in self._conference.papers}
        sessions = {session.id for session in self._conference.sessions}
        tracks = {track.id for track in self._conference.tracks}
        for award in self._conference.awards:
            for position, paper in enumerate(award.papers):
                self._exists("paper", paper, papers, "awards", award.id, "papers", position)
        for session in self._conference.sessions:
            if session.part_of:
                self._exists("session", session.part_of, sessions, "sessions", session.id, "part_of")
            if session.track:
                self._exists("track", session.track, tracks, "sessions", session.id, "track")
            for position, slot in enumerate(session.slots):
                if slot.paper:
                    self._exists(
                        "paper", slot.paper, papers, "sessions", session.id, "slots", position, "paper"
                    )
        self._rooms()
        self._loops()

    def _exists(
        self, kind: str, wanted: str, known: Collection[str], file: str, entity: str, *steps: str | int
    ) -> None:
        if wanted in known:
            return
        near = difflib.get_close_matches(wanted, sorted(known), n=1, cutoff=0.5)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {len(known)} {kind}s"
        self._problems.error(
            f"unknown-{kind}", f"no {kind} '{wanted}'", self._place(file, entity, *steps), hint
        )

    def _rooms(self) -> None:
        """Where the conference lists its rooms, sessions are in one of them."""
        names = {room.name for room in self._conference.rooms}
        for session in self._conference.sessions if names else ():
            if session.room and session.room not in names:
                self._exists("room", session.room, names, "sessions", session.id, "room")

    def _loops(self) -> None:
        parents = {session.id: session.part_of for session in self._conference.sessions}
        for session in parents:
            seen, parent = {session}, parents[session]
            while parent in parents and parent not in seen:
                seen.add(parent)
                parent = parents[parent]
            if parent == session:
                place = self._place("sessions", session, "part_of")
                self._problems.error("part-of-itself", f"session '{session}' is part of itself", place)

    def _times(self) -> None:
        first, last = self._conference.first_day, self._conference.last_day
        if first and last and last < first:
            place = self._place("conference", "", "last_day")
            self._problems.error("ends-before-start", "the last day is before the first", place)
        for session in self._conference.sessions:
            self._span(session.start, session.end, session.id)
            self._local_times(session)
            if session.date and ((first and session.date < first) or (last and session.date > last)):
                place = self._place("sessions", session.id, "date")
                self._problems.warning(
                    "outside-days", f"{session.date} is not a day of the conference", place
                )
            for position, slot in enumerate(session.slots):
                self._span(slot.start, slot.end, session.id, "slots", position)

    def _span(self, start: time | None, end: time | None, session: str, *steps: str | int) -> None:
        if start and end and _naive(end) <= _naive(start):
            what = f"ends at {end:%H:%M}, not after it starts at {start:%H:%M}"
            place = self._place("sessions", session, *steps, "end")
            self._problems.error("ends-before-start", what, place)

    def _local_times(self, session: Session) -> None:
        """A local time must exist, and only once, at a change of the clocks."""
        zone = self._conference.time_zone
        if not zone or not session.date:
            return
        for name, clock in (("start", session.start), ("end", session.end)):
            if clock and clock.tzinfo is None and (why := _doubtful_time(session.date, clock, zone)):
                what = f"{clock:%H:%M} {why} on {session.date} in {zone}"
                place = self._place("sessions", session.id, name)
                self._problems.error("doubtful-time", what, place, "add the offset, as 02:30-07:00")

    def _clashes(self) -> None:
        rooms: dict[tuple[date, str], list[Session]] = defaultdict(list)
        people: dict[tuple[date, str], list[Session]] = defaultdict(list)
        for session in self._conference.sessions:
            if not session.date or not session.start or session.status in ("cancelled", "withdrawn"):
                continue
            if session.room and not session.part_of:
                rooms[session.date, session.room].append(session)
            for name in {fold(person.name): person.name for person in _people(session)}.values():
                people[session.date, name].append(session)
        self._tell_overlaps(rooms, "room-clash", lambda left, right: not _parts(left, right))
        self._tell_overlaps(people, "person-clash", lambda left, right: left.room != right.room)

    def _tell_overlaps(
        self,
        groups: Mapping[tuple[date, str], Sequence[Session]],
        code: str,
        counts: Callable[[Session, Session], bool],
    ) -> None:
        for (_, what), sessions in groups.items():
            for left, right in _overlapping(sessions):
                if counts(left, right):
                    other = self._place("sessions", left.id)
                    said = f"'{right.id}' and '{left.id}' ({other}) are both in {what} at {right.start:%H:%M}"
                    if code == "person-clash":
                        said = (
                            f"{what} is in '{right.id}' and in '{left.id}' ({other}) at {right.start:%H:%M}"
                        )
                    self._problems.warning(code, said, self._place("sessions", right.id))

    def _papers(self) -> None:
        for paper in self._conference.papers:
            for name, text in (("title", paper.title), ("abstract", paper.abstract)):
                if text and not _TURNING.isdisjoint(text):
                    place = self._place("papers", paper.id, name)
                    what = f"the {name} holds a character that turns the direction of text"
                    self._problems.warning("turning-text", what, place)

    def _emptiness(self) -> None:
        if not self._conference.papers and not self._conference.sessions:
            place = self._place("conference", "")
            self._problems.warning("empty-edition", "the edition has no papers and no sessions", place)

    def _place(self, kind: str, entity: str, *steps: str | int) -> Place:
        return self._locate(kind, self._conference.id, entity, *steps)


def _people(session: Session) -> Iterator[Participant]:
    yield from session.people
    for slot in session.slots:
        yield from slot.people


def _parts(left: Session, right: Session) -> bool:
    return left.id == right.part_of or right.id == left.part_of


def _overlapping(sessions: Sequence[Session]) -> Iterator[tuple[Session, Session]]:
    """Neighbours in time that overlap; a session without an end lasts until the next one begins."""
    timed = sorted(sessions, key=lambda session: (_naive(session.start or time.min), session.id))
    for left, right in pairwise(timed):
        if left.start == right.start or (left.end and right.start and _naive(right.start) < _naive(left.end)):
            yield left, right


def _naive(clock: time) -> time:
    return clock.replace(tzinfo=None)


def _doubtful_time(day: date, clock: time, zone: str) -> str:
    """Why a local time is doubtful at a change of the clocks; empty where it is sound."""
    local = datetime.combine(day, clock, ZoneInfo(zone))
    if local.utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    back = local.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    return "exists twice" if back.time() == clock else "does not exist"
