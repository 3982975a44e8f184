"""Letters that documents print for zones → offsets, where they are not what the place calls its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from site_gen.ingest.records import Reading, SessionRecord
from site_gen.text.zone_names import is_called, is_place, sure_offset

_ANY_TIME = (datetime(2025, 1, 1), datetime(2025, 7, 1))  # in winter and in summer


def with_offsets(readings: Sequence[Reading], known: str | None, year: int | None) -> list[Reading]:
    """The readings with "CEST" as +02:00, unless that is the time of the known place in some season.

    Letters that mean several times on that day stay, and are refused where the place has none of them.
    A day without a year is of the edition's, where its times are converted.
    """
    places = [fact.value for each in readings if (fact := each.conference.time_zone)]
    place = next((name for name in (known, *places) if name and is_place(name)), None)
    return [
        replace(each, sessions=tuple(_with_offset(_with_year(one, year), place) for one in each.sessions))
        for each in readings
    ]


def _with_year(session: SessionRecord, year: int | None) -> SessionRecord:
    day = session.day
    if session.zone is None or day is None or day.value.year or not day.value.day or not year:
        return session
    return replace(session, day=replace(day, value=replace(day.value, year=year)))


def _with_offset(session: SessionRecord, place: str | None) -> SessionRecord:
    name = session.zone.value if session.zone else ""
    day = session.day.value if session.day else None
    found = day.in_year(day.year) if day and day.year else None
    if session.zone is None or found is None or not name.isalpha() or name == "UTC":
        return session
    if place and any(is_called(place, name, each) for each in _ANY_TIME):
        return session
    offset = sure_offset(name, found)
    return replace(session, zone=replace(session.zone, value=offset)) if offset else session
