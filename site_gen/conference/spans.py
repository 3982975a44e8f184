"""When something takes place, and to which day of the programme it belongs: an end may lie on another day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from site_gen.conference.programme import Session, Slot
from site_gen.values import dataclass

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """The day and the local time of a beginning and of an end; what no source gives is None.

    `last_day` is the day of the end: that of the beginning unless another one is said.
    """

    day: date | None
    start: time | None
    last_day: date | None
    end: time | None

    @property
    def begins(self) -> datetime | None:
        """The beginning as the clocks of the place show it."""
        return _shown(self.day, self.start)

    @property
    def ends(self) -> datetime | None:
        """The end as the clocks of the place show it."""
        return _shown(self.last_day, self.end)


def span_of(session: Session, slot: Slot | None = None) -> Span:
    """When a session takes place, or a slot by its own times."""
    if slot is None:
        return Span(session.date, session.start, session.end_date or session.date, session.end)
    day = slot.date or session.date
    return Span(day, slot.start, slot.end_date or day, slot.end)


def programme_day(day: date, start: time | None, day_change: time | None) -> date:
    """The day under which a programme lists what begins so: the evening before, until the day changes."""
    if start and day_change and start.replace(tzinfo=None) < day_change and day > date.min:
        return day - _DAY
    return day


def begin_of(day: date, day_change: time | None) -> datetime:
    """When a day of the programme begins, as the clocks of the place show it."""
    return datetime.combine(day, day_change or time())


def _shown(day: date | None, clock: time | None) -> datetime | None:
    return datetime.combine(day, clock.replace(tzinfo=None)) if day and clock else None
