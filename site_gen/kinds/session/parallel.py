"""What takes place at the same time as a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from typing import TypeAlias

from site_gen.conference import Session
from site_gen.conference.spans import Span, programme_day, span_of
from site_gen.graph.queries import resource
from site_gen.site import Edition, Site

_Held: TypeAlias = tuple[Session, datetime | None, datetime | None]
"""A session with its beginning and its end; one without an end counts with its start alone."""


def parallel(site: Site, edition_id: str, session: Session) -> Iterator[Session]:
    """The sessions that share some time with this one, but for its whole and parts.

    Of another whole and its parts that do, a part has the parts beside it, everything else the whole.
    """
    edition, span = site.catalogue.editions[edition_id], span_of(session)
    if span.begins is None:
        return
    last = programme_day(span.last_day or span.begins.date(), span.end, edition.conference.day_change)
    days = [day for day in edition.days if (edition.day_of(session) or day) <= day <= last]
    start, end = span.begins, span.ends or span.begins
    held = (_on_day(site, edition_id, day) for day in days)
    for other, begins, ends in chain(_still_on(site, edition_id, days[0]), *held):
        if not _meet(start, end, begins, ends):
            continue
        is_kin = session.id in (other.id, other.part_of) or other.id == session.part_of
        if not is_kin and not _is_covered(edition, session, span, other):
            yield other


@resource
def _on_day(site: Site, edition_id: str, day: date) -> tuple[_Held, ...]:
    """The sessions of a day: put into moments once for all that are compared with them."""
    return tuple(map(_held, site.catalogue.editions[edition_id].on_day.get(day, ())))


@resource
def _still_on(site: Site, edition_id: str, day: date) -> tuple[_Held, ...]:
    """The sessions of earlier days that go on."""
    return tuple(map(_held, site.catalogue.editions[edition_id].still_on.get(day, ())))


def _held(session: Session) -> _Held:
    span = span_of(session)
    return session, span.begins, span.ends or span.begins


def _is_covered(edition: Edition, session: Session, span: Span, other: Session) -> bool:
    """Whether what is at the same time as a session is told by its whole, or by its parts."""
    if session.part_of:
        return any(_overlap(span, span_of(part)) for part in edition.parts.get(other.id, ()))
    whole = edition.sessions.get(other.part_of) if other.part_of else None
    return whole is not None and _overlap(span, span_of(whole))


def _overlap(one: Span, other: Span) -> bool:
    """Whether two spans share some time."""
    return _meet(one.begins, one.ends or one.begins, other.begins, other.ends or other.begins)


def _meet(
    start: datetime | None, end: datetime | None, begins: datetime | None, ends: datetime | None
) -> bool:
    if start is None or end is None or begins is None or ends is None:
        return False
    return start == begins or (start < ends and begins < end)
