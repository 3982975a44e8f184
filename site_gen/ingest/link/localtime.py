"""Times that documents tell in a zone of their own → the local time of the conference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfoNotFoundError

from site_gen.ingest.records import Fact, PartialDay, Reading, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.text.zones import zone

_DAY = timedelta(days=1)
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


def in_local_time(readings: Sequence[Reading], zone_name: str | None, problems: ProblemLog) -> list[Reading]:
    """The readings of an edition in its own zone; without one, as the documents print the times."""
    return [
        replace(reading, sessions=tuple(_local(each, zone_name, problems) for each in reading.sessions))
        for reading in readings
    ]


def shared_zone(readings: Sequence[Reading]) -> Fact[str] | None:
    """The zone in which every document tells its times, if it has a name; None where they differ."""
    zones = [session.zone for reading in readings for session in reading.sessions if session.start]
    names = {fact.value if fact else None for fact in zones}
    return zones[0] if len(names) == 1 and zones[0] and _tzinfo(zones[0].value, is_named=True) else None


def stated_zone(readings: Sequence[Reading]) -> Fact[str] | None:
    """The zone that the documents say the conference is in, if it has a name; None where they differ."""
    zones = [reading.conference.time_zone for reading in readings if reading.conference.time_zone]
    known = [fact for fact in zones if _tzinfo(fact.value, is_named=True)]
    return known[0] if len({fact.value for fact in known}) == 1 else None


def _local(session: SessionRecord, zone_name: str | None, problems: ProblemLog) -> SessionRecord:
    zone = _tzinfo(session.zone.value) if session.zone else None
    own = _tzinfo(zone_name) if zone_name else None
    if zone and own and session.start and session.day and session.day.value.year:
        session = _moved(session, zone, own)
    if session.zone is None or not _is_after_midnight(session):
        return session
    place = session.end.place if session.end else session.place
    problems.warning("after-midnight", "this ends after midnight: the end is left out", place)
    return replace(session, end=None)


def _is_after_midnight(session: SessionRecord) -> bool:
    return bool(session.start and session.end and session.end.value <= session.start.value)


def _moved(session: SessionRecord, zone: tzinfo, own: tzinfo) -> SessionRecord:
    """A session with its day and its times in another zone."""
    partial = session.day.value if session.day else PartialDay(1, 1)
    day, first = date(partial.year or 1, partial.month, partial.day), session.start

    def local(fact: Fact[time] | None) -> Fact[time] | None:
        if fact is None or first is None:
            return None
        later = _DAY if fact.value < first.value else timedelta(0)
        moment = datetime.combine(day + later, fact.value, zone).astimezone(own)
        return Fact(moment.time(), fact.place)

    def slot(each: SlotRecord) -> SlotRecord:
        return replace(each, start=local(each.start), end=local(each.end))

    begin = datetime.combine(day, first.value if first else time(), zone).astimezone(own)
    return replace(
        session,
        day=session.day and Fact(PartialDay(begin.day, begin.month, begin.year), session.day.place),
        start=local(session.start),
        end=local(session.end),
        slots=tuple(map(slot, session.slots)),
    )


def _tzinfo(name: str, *, is_named: bool = False) -> tzinfo | None:
    """The zone of a name of the IANA database or, unless it must be named, of an offset as "+02:00"."""
    if match := _OFFSET.fullmatch(name):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return None if is_named or offset >= _DAY else timezone(-offset if match[1] == "-" else offset)
    try:
        return zone(name)
    except ZoneInfoNotFoundError:
        return None
