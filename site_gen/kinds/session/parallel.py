"""What takes place at the same time as a session."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.conference import Session
from site_gen.conference.spans import Span, programme_day, span_of
from site_gen.site import Edition


def parallel(edition: Edition, session: Session) -> Iterator[Session]:
    """The sessions that share some time with this one, but for its whole and parts.

    Of another whole and its parts that do, a part has the parts beside it, everything else the whole.
    """
    span = span_of(session)
    if span.begins is None:
        return
    last = programme_day(span.last_day or span.begins.date(), span.end, edition.conference.day_change)
    days = [day for day in edition.days if (edition.day_of(session) or day) <= day <= last]
    begun = edition.still_on.get(days[0], ())
    for other in (*begun, *(each for day in days for each in edition.on_day.get(day, ()))):
        is_kin = session.id in (other.id, other.part_of) or other.id == session.part_of
        if not is_kin and _overlap(span, span_of(other)) and not _is_covered(edition, session, span, other):
            yield other


def _is_covered(edition: Edition, session: Session, span: Span, other: Session) -> bool:
    """Whether what is at the same time as a session is told by its whole, or by its parts."""
    if session.part_of:
        return any(_overlap(span, span_of(part)) for part in edition.parts.get(other.id, ()))
    whole = edition.sessions.get(other.part_of or "")
    return whole is not None and _overlap(span, span_of(whole))


def _overlap(one: Span, other: Span) -> bool:
    """Whether two spans share some time; one without an end counts with its start alone."""
    start, other_start = one.begins, other.begins
    if start is None or other_start is None:
        return False
    end, other_end = one.ends or start, other.ends or other_start
    return start == other_start or (start < other_end and other_start < end)
