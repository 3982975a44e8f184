"""Clashes: two sessions in one room at the same time, one person in two rooms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time

from site_gen.conference import Conference, Session
from site_gen.conference.programme import CALLED_OFF
from site_gen.conference.spans import Span, span_of
from site_gen.problems import Locate, ProblemLog
from site_gen.text import fold
from site_gen.text.zones import instant
from site_gen.values import dataclass

_CROWD = 3


def validate_clashes(conference: Conference, zone: str | None, locate: Locate, problems: ProblemLog) -> None:
    """Warn of every two sessions that want one room, or one person in two rooms, at the same time.

    `zone` is the one that its times are in: what the clocks show twice in a night are two hours.
    """
    sessions = [each for each in conference.sessions if each.status not in CALLED_OFF]
    parents = {session.id: session.part_of for session in conference.sessions}

    def place(session: str) -> str:
        return str(locate("sessions", conference.id, session))

    bookings, crowds = _crowds(_room_bookings(sessions, zone), parents)
    for crowd in crowds:
        first = crowd[0]
        what = f"{len(crowd)} sessions are in {first.of} at {first.clock:%H:%M}: '{first.session}' and others"
        hint = "what happens side by side, as posters do, is one session with a slot for each"
        problems.warning("room-clash", what, locate("sessions", conference.id, first.session), hint)
    for left, right in _overlaps(bookings, parents):
        other = f"'{left.session}' ({place(left.session)})"
        what = f"'{right.session}' and {other} are both in {right.of} at {right.clock:%H:%M}"
        problems.warning("room-clash", what, locate("sessions", conference.id, right.session))
    people, _ = _crowds(_people_bookings(sessions, zone), parents)  # their room is told already
    for left, right in _overlaps(people, parents):
        if left.room and right.room and left.room != right.room:
            other = f"'{left.session}' ({place(left.session)})"
            what = f"{right.of} is in '{right.session}' and in {other} at {right.clock:%H:%M}"
            problems.warning("person-clash", what, locate("sessions", conference.id, right.session))


def wholes_of(session: str, parents: Mapping[str, str | None]) -> list[str]:
    """The sessions that a session is part of, the nearest first; with itself in a loop."""
    found: list[str] = []
    whole = parents.get(session)
    while whole and whole not in found:
        found.append(whole)
        whole = parents.get(whole)
    return found


@dataclass(frozen=True, slots=True)
class _Booking:
    """A room or a person `of` whom a session takes some time; without an `end` it is not known.

    `start` is shown as `clock`.
    """

    of: str
    clock: time
    start: datetime
    end: datetime | None
    session: str
    room: str | None


def _booking(of: str, span: Span, session: Session, room: str | None, zone: str | None) -> Iterator[_Booking]:
    """What is booked by a span; nothing where no source gives its beginning."""
    if span.day and span.start:
        start, end = _moment(span.day, span.start, zone), None
        if span.last_day and span.end:
            end = _moment(span.last_day, span.end, zone)
        yield _Booking(of, span.start, start, end, session.id, room)


def _moment(day: date, clock: time, zone: str | None) -> datetime:
    """A moment in UTC; without a zone as the clocks of the place show it."""
    return (
        instant(day, clock, zone).astimezone(UTC)
        if zone
        else datetime.combine(day, clock.replace(tzinfo=None))
    )


def _room_bookings(sessions: Sequence[Session], zone: str | None) -> Iterator[_Booking]:
    for session in sessions:
        for room in session.rooms:
            yield from _booking(room, span_of(session), session, room, zone)


def _crowds(
    bookings: Iterable[_Booking], parents: Mapping[str, str | None]
) -> tuple[list[_Booking], list[list[_Booking]]]:
    """Bookings with one for each crowd that has a room, or a person in it, at one time; the crowds."""
    same: dict[object, list[_Booking]] = defaultdict(list)
    for booking in bookings:
        whole = parents.get(booking.session)
        key = (fold(booking.of), fold(booking.room or ""), booking.start, booking.end, whole)
        same[key].append(booking)
    crowds = [found for found in same.values() if len(found) >= _CROWD]
    rest = [each for found in same.values() for each in (found[:1] if len(found) >= _CROWD else found)]
    return rest, crowds


def _people_bookings(sessions: Sequence[Session], zone: str | None) -> Iterator[_Booking]:
    """Who is where: in a slot at its own time, or at the session's where it is the only one."""
    for session in sessions:
        whole = span_of(session)
        if whole.begins is None:
            continue
        for person in session.people:
            yield from _booking(person.name, whole, session, session.room, zone)
        for slot in session.slots:
            room = slot.room or session.room
            for person in slot.people:
                if slot.start:
                    yield from _booking(person.name, span_of(session, slot), session, room, zone)
                elif len(session.slots) == 1:
                    yield from _booking(person.name, whole, session, room, zone)


def _overlaps(
    bookings: Iterable[_Booking], parents: Mapping[str, str | None]
) -> Iterator[tuple[_Booking, _Booking]]:
    """Pairs of the same room or person at the same time, the later one second.

    A booking without an end lasts until the next one begins. A session may share with its parts.
    """
    groups: dict[str, list[_Booking]] = defaultdict(list)
    for booking in bookings:
        groups[fold(booking.of)].append(booking)
    for group in groups.values():
        running: list[_Booking] = []
        for right in sorted(group, key=lambda each: (each.start, each.session)):
            running = [left for left in running if _is_running(left, right)]
            yield from ((left, right) for left in running if not _related(left, right, parents))
            running.append(right)


def _is_running(left: _Booking, right: _Booking) -> bool:
    return left.start == right.start or (left.end is not None and right.start < left.end)


def _related(left: _Booking, right: _Booking, parents: Mapping[str, str | None]) -> bool:
    """Whether two bookings are of one session, or of a session and a part of it."""
    return left.session in (right.session, *wholes_of(right.session, parents)) or right.session in wholes_of(
        left.session, parents
    )
