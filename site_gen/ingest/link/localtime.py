"""Times that documents tell in a zone of their own → the local time of the conference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from site_gen.ingest.reading.times.moments import is_night
from site_gen.ingest.record_changes import each_changed
from site_gen.ingest.records import Fact, PartialDay, Reading, SessionRecord, SlotRecord
from site_gen.text.zone_names import is_place, is_utc
from site_gen.text.zones import is_offset, zone
from site_gen.values import replace


def in_local_time(readings: Sequence[Reading], zone_name: str | None) -> list[Reading]:
    """The readings of an edition in its own zone; without one, as the documents print the times.

    What goes on past midnight ends on another day.
    """
    return [
        replace(reading, sessions=tuple(_local(_over_midnight(each), zone_name) for each in reading.sessions))
        for reading in readings
    ]


def _over_midnight(session: SessionRecord) -> SessionRecord:
    """A session with the day of its end, and of its slots, where a document prints times alone."""
    start, end = session.start, session.end
    if start and end and not session.end_later and is_night(start.value, end.value):
        session = replace(session, end_later=1)
    return replace(
        session, slots=each_changed(lambda slot: _slot_over_midnight(session, slot), session.slots)
    )


def _slot_over_midnight(session: SessionRecord, slot: SlotRecord) -> SlotRecord:
    start, begins = slot.start, session.start
    if start and begins and session.end_later and not slot.later and start.value < begins.value:
        slot = replace(slot, later=1)
    if start and slot.end and not slot.end_later and is_night(start.value, slot.end.value):
        slot = replace(slot, end_later=1)
    return slot


def _local(session: SessionRecord, zone_name: str | None) -> SessionRecord:
    zone = _tzinfo(session.zone.value) if session.zone else None
    own = _tzinfo(zone_name) if zone_name else None
    partial = session.day.value if session.day else None
    day = partial.in_year(partial.year) if partial and partial.year else None
    if zone is None or own is None or session.start is None or day is None:
        return session
    return _Moved(session, day, zone, own).session()


class _Moved:
    """A session with its days and its times in another zone."""

    def __init__(self, session: SessionRecord, day: date, before: tzinfo, after: tzinfo) -> None:
        self._session = session
        self._day = day
        self._zones = before, after

    def session(self) -> SessionRecord:
        session = self._session
        assert session.start and session.day
        begin = self._moved(session.start, 0)
        end = self._moved(session.end, session.end_later) if session.end else None
        return replace(
            session,
            day=Fact(PartialDay(begin.day, begin.month, begin.year), session.day.place),
            start=Fact(begin.timetz(), session.start.place),
            end=Fact(end.timetz(), session.end.place) if end and session.end else None,
            end_later=(end.date() - begin.date()).days if end else session.end_later,
            slots=tuple(self._slot(each, begin.date()) for each in session.slots),
        )

    def _slot(self, slot: SlotRecord, day: date) -> SlotRecord:
        """A slot, whose days are told from that of its session."""
        start = self._moved(slot.start, slot.later) if slot.start else None
        end = self._moved(slot.end, slot.later + slot.end_later) if slot.end else None
        begins_on = start.date() if start else day
        return replace(
            slot,
            start=Fact(start.timetz(), slot.start.place) if start and slot.start else None,
            end=Fact(end.timetz(), slot.end.place) if end and slot.end else None,
            later=(begins_on - day).days,
            end_later=(end.date() - begins_on).days if end else 0,
        )

    def _moved(self, clock: Fact[time], later: int) -> datetime:
        """The local moment; where the clocks show it twice, with the offset that the document told."""
        before, after = self._zones
        local = datetime.combine(self._day + timedelta(days=later), clock.value.replace(tzinfo=None), before)
        if clock.value.tzinfo:
            local = local.replace(tzinfo=clock.value.tzinfo)
        moved = local.astimezone(after)
        offset = moved.utcoffset()
        if offset is None or offset == moved.replace(fold=1 - moved.fold).utcoffset() or _is_doubtful(local):
            return moved.replace(tzinfo=None)
        return moved.replace(tzinfo=timezone(offset))


def _is_doubtful(local: datetime) -> bool:
    """Whether the document's own clocks show a time twice, or never."""
    return local.utcoffset() != local.replace(fold=1).utcoffset()


def _tzinfo(name: str) -> tzinfo | None:
    if is_utc(name):
        return UTC
    return zone(name) if is_place(name) or is_offset(name) else None  # EST is what its place calls its time
