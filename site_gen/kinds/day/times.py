"""From when to when the sessions of a day last, and which parts stand at their times inside their wholes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime, timedelta
from itertools import pairwise

from site_gen.conference import Session
from site_gen.conference.spans import span_of
from site_gen.text.zones import order
from site_gen.values import dataclass

ROW = timedelta(minutes=5)
HEAD = 7  # rows that the title of a session takes above its parts
_LEAST = 2 * ROW  # of a part that can be read at its place
_LASTS_LONG = timedelta(hours=6)
_DESK = timedelta(hours=2)  # a registration that is open longer goes on beside everything else
_NO_END = timedelta(minutes=30)  # what a session takes of which no later time is known
_FOR_ALL = ("break", "registration", "social")


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A session with a time; the instants are in UTC, or as the clocks show them where no zone is known."""

    session: Session
    start: datetime
    end: datetime
    holds: bool  # slots or parts, which need the height

    @property
    def is_for_all(self) -> bool:
        return self.session.kind in _FOR_ALL

    @property
    def lasts_long(self) -> bool:
        """Whether it goes on beside what else the day holds."""
        if self.holds:
            return self.end - self.start > 2 * _LASTS_LONG
        return self.end - self.start > (_DESK if self.session.kind == "registration" else _LASTS_LONG)

    def meets(self, other: Held) -> bool:
        """Whether some of its time is also that of another session."""
        return self is not other and self.start < other.end and other.start < self.end


def held_of(sessions: Sequence[Session], wholes: Set[str | None], day: date, zone: str | None) -> list[Held]:
    """The sessions with a start; one without an end takes the time to the next change of the day."""
    spans = [(each, span_of(each)) for each in sessions if each.start]
    starts = [order(of.day or day, of.start, zone) for _, of in spans if of.start]
    ends = [order(of.last_day or day, of.end, zone) if of.end else None for _, of in spans]
    times = sorted({*starts, *filter(None, ends)})
    return [
        Held(
            session,
            start,
            end if end and end > start else _next(times, start),
            holds=bool(session.slots) or session.id in wholes,
        )
        for (session, _), start, end in zip(spans, starts, ends, strict=True)
    ]


def _next(times: Sequence[datetime], start: datetime) -> datetime:
    return next((time for time in times if time > start), start + _NO_END)


def standing_parts(whole: Held, parts: Sequence[Session], day: date, zone: str | None) -> list[Held]:
    """The parts of a session in their order, if each can stand at its time: none, where one has no time,
    is outside the session, is too short to be read, or meets another; or where the session has slots too."""
    held = sorted(held_of(parts, frozenset(), day, zone), key=lambda each: each.start)
    stand = (
        not whole.session.slots
        and len(held) == len(parts)
        and all(whole.start <= each.start and each.end <= whole.end for each in held)
        and all(each.end - each.start >= _LEAST for each in held)
        and all(one.end <= other.start for one, other in pairwise(held))
    )
    return held if stand else []


def heads_of(inner: Mapping[Held, Iterable[Held]]) -> set[datetime]:
    """When sessions begin whose first part begins before there is room for their title."""
    return {
        whole.start
        for whole, parts in inner.items()
        if any(part.start < whole.start + HEAD * ROW for part in parts)
    }
