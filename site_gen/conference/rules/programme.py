"""Rules over a programme: dangling references, times that cannot be, clashes of rooms and people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, time

from site_gen.conference import Conference, Paper, Session
from site_gen.conference.rules.references import report_unknown
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.text import fold
from site_gen.text.zones import instant


def validate_programme(conference: Conference, locate: Locate, problems: ProblemLog) -> None:
    """Hold the rules of papers, sessions and awards against a conference."""
    _Rules(conference, locate, problems).hold()


class _Rules:
    """The rules of one conference."""

    def __init__(self, conference: Conference, locate: Locate, problems: ProblemLog) -> None:
        self._conference = conference
        self._locate = locate
        self._problems = problems
        self._parents = {session.id: session.part_of for session in conference.sessions}

    def hold(self) -> None:
        self._awards()
        self._references()
        self._rooms()
        self._loops()
        self._times()
        self._clashes()
        for paper in self._conference.papers:
            self._byline(paper)
        if not self._conference.papers and not self._conference.sessions:
            place = self._place("conference", "")
            self._problems.warning("empty-edition", "the edition has no papers and no sessions", place)

    def _awards(self) -> None:
        papers = {paper.id for paper in self._conference.papers}
        for award in self._conference.awards:
            for position, paper in enumerate(award.papers):
                if paper not in papers:
                    self._unknown("paper", paper, papers, self._place("awards", award.id, "papers", position))
                elif paper in award.papers[:position]:
                    place = self._place("awards", award.id, "papers", position)
                    self._problems.error("listed-twice", f"the paper '{paper}' is listed twice", place)

    def _references(self) -> None:
        papers = {paper.id for paper in self._conference.papers}
        sessions = {session.id for session in self._conference.sessions}
        tracks = {track.id for track in self._conference.tracks}
        for session in self._conference.sessions:
            if session.part_of and session.part_of not in sessions:
                place = self._place("sessions", session.id, "part_of")
                self._unknown("session", session.part_of, sessions, place)
            if session.track and session.track not in tracks:
                self._unknown("track", session.track, tracks, self._place("sessions", session.id, "track"))
            for position, slot in enumerate(session.slots):
                if slot.paper and slot.paper not in papers:
                    place = self._place("sessions", session.id, "slots", position, "paper")
                    self._unknown("paper", slot.paper, papers, place)

    def _unknown(self, kind: str, wanted: str, known: Collection[str], place: Place) -> None:
        report_unknown(kind, wanted, known, place, self._problems)

    def _rooms(self) -> None:
        """Where the conference lists its rooms, sessions and slots are in one of them."""
        names = {room.name for room in self._conference.rooms}
        for session in self._conference.sessions if names else ():
            if session.room and session.room not in names:
                self._unknown("room", session.room, names, self._place("sessions", session.id, "room"))
            for position, slot in enumerate(session.slots):
                if slot.room and slot.room not in names:
                    place = self._place("sessions", session.id, "slots", position, "room")
                    self._unknown("room", slot.room, names, place)

    def _loops(self) -> None:
        for session in self._conference.sessions:
            if session.id in _wholes(session.id, self._parents):
                place = self._place("sessions", session.id, "part_of")
                self._problems.error("part-of-itself", f"session '{session.id}' is part of itself", place)

    def _times(self) -> None:
        first, last = self._conference.first_day, self._conference.last_day
        if first and last and last < first:
            place = self._place("conference", "", "last_day")
            self._problems.error("ends-before-start", "the last day is before the first", place)
        for session in self._conference.sessions:
            if session.date and ((first and session.date < first) or (last and session.date > last)):
                place = self._place("sessions", session.id, "date")
                what = f"{session.date} is not a day of the conference"
                self._problems.warning("outside-days", what, place)
            self._span(session.date, session.start, session.end, session.id)
            for position, slot in enumerate(session.slots):
                self._span(session.date, slot.start, slot.end, session.id, "slots", position)

    def _span(
        self, day: date | None, start: time | None, end: time | None, session: str, *steps: str | int
    ) -> None:
        """What begins ends later, and a local time exists, and only once, at a change of the clocks."""
        if start and end and not _is_before(start, end):
            what = f"ends at {end:%H:%M}, not after it starts at {start:%H:%M}"
            place = self._place("sessions", session, *steps, "end")
            hint = "what goes past midnight has no end, or a second session on the next day"
            self._problems.error("ends-before-start", what, place, hint)
        zone = self._conference.time_zone
        for name, clock in (("start", start), ("end", end)):
            if day and zone and clock and clock.tzinfo is None and (doubt := _doubt(day, clock, zone)):
                why, hint = doubt
                what = f"{clock:%H:%M} {why} on {day} in {zone}"
                self._problems.error(
                    "doubtful-time", what, self._place("sessions", session, *steps, name), hint
                )

    def _clashes(self) -> None:
        sessions = [
            session
            for session in self._conference.sessions
            if session.date and session.start and session.status not in ("cancelled", "withdrawn")
        ]
        for left, right in _overlaps(_room_bookings(sessions), self._parents):
            other = f"'{left.session}' ({self._place('sessions', left.session)})"
            what = f"'{right.session}' and {other} are both in {right.of} at {right.start:%H:%M}"
            self._problems.warning("room-clash", what, self._place("sessions", right.session))
        for left, right in _overlaps(_people_bookings(sessions), self._parents):
            if left.room and right.room and left.room != right.room:
                other = f"'{left.session}' ({self._place('sessions', left.session)})"
                what = f"{right.of} is in '{right.session}' and in {other} at {right.start:%H:%M}"
                self._problems.warning("person-clash", what, self._place("sessions", right.session))

    def _byline(self, paper: Paper) -> None:
        for position, authorship in enumerate(paper.authors):
            if (authorship.name is None) == (authorship.missing is None):
                what = "a place in a byline has either `name` or `missing`"
                place = self._place("papers", paper.id, "authors", position)
                self._problems.error("wrong-name", what, place, "`missing: one` stands for an unknown name")

    def _place(self, kind: str, entity: str, *steps: str | int) -> Place:
        return self._locate(kind, self._conference.id, entity, *steps)


@dataclass(frozen=True, slots=True)
class _Booking:
    """A room or a person `of` whom a session takes some time; without an `end` it is not known."""

    of: str
    day: date
    start: time
    end: time | None
    session: str
    room: str | None


def _room_bookings(sessions: Sequence[Session]) -> Iterator[_Booking]:
    for session in sessions:
        assert session.date and session.start
        if session.room:
            yield _Booking(session.room, session.date, session.start, session.end, session.id, session.room)


def _people_bookings(sessions: Sequence[Session]) -> Iterator[_Booking]:
    """Who is where: in a slot at its own time, or at the session's where it is the only one."""
    for session in sessions:
        day, start, end = session.date, session.start, session.end
        assert day and start
        for person in session.people:
            yield _Booking(person.name, day, start, end, session.id, session.room)
        for slot in session.slots:
            room = slot.room or session.room
            for person in slot.people:
                if slot.start:
                    yield _Booking(person.name, day, slot.start, slot.end, session.id, room)
                elif len(session.slots) == 1:
                    yield _Booking(person.name, day, start, end, session.id, room)


def _overlaps(
    bookings: Iterator[_Booking], parents: Mapping[str, str | None]
) -> Iterator[tuple[_Booking, _Booking]]:
    """Pairs of the same room or person at the same time, the later one second.

    A booking without an end lasts until the next one begins. A session may share with its parts.
    """
    groups: dict[tuple[date, str], list[_Booking]] = defaultdict(list)
    for booking in bookings:
        groups[booking.day, fold(booking.of)].append(booking)
    for group in groups.values():
        running: list[_Booking] = []
        for right in sorted(group, key=lambda each: (_naive(each.start), each.session)):
            running = [left for left in running if _is_running(left, right)]
            yield from ((left, right) for left in running if not _related(left, right, parents))
            running.append(right)


def _is_running(left: _Booking, right: _Booking) -> bool:
    start = _naive(right.start)
    return _naive(left.start) == start or (left.end is not None and start < _naive(left.end))


def _related(left: _Booking, right: _Booking, parents: Mapping[str, str | None]) -> bool:
    """Whether two bookings are of one session, or of a session and a part of it."""
    return left.session in (right.session, *_wholes(right.session, parents)) or right.session in _wholes(
        left.session, parents
    )


def _wholes(session: str, parents: Mapping[str, str | None]) -> list[str]:
    """The sessions that a session is part of, the nearest first; with itself in a loop."""
    found: list[str] = []
    whole = parents.get(session)
    while whole and whole not in found:
        found.append(whole)
        whole = parents.get(whole)
    return found


def _is_before(start: time, end: time) -> bool:
    if start.tzinfo and end.tzinfo:
        return start < end
    return _naive(start) < _naive(end)


def _naive(clock: time) -> time:
    return clock.replace(tzinfo=None)


def _doubt(day: date, clock: time, zone_name: str) -> tuple[str, str] | None:
    """Why a local time is doubtful at a change of the clocks, and a way out; None where it is sound."""
    local = instant(day, clock, zone_name)
    other = local.replace(fold=1)
    if local.utcoffset() == other.utcoffset():
        return None
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    why = "exists twice" if back.time() == clock else "does not exist"
    offsets = [each.isoformat()[19:] for each in (local, other)]
    return why, "add the offset: " + " or ".join(f"{clock:%H:%M}{offset}" for offset in offsets)
