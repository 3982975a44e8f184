"""When the events of a calendar take place (RFC 5545): moments, durations, whole days, zones of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from site_gen.ingest.reading.times.calendar_zones import CalendarZone, zone_name
from site_gen.ingest.reading.times.moments import Moment, Span, span
from site_gen.problems import Place, ProblemLog
from site_gen.text.zones import is_zone, zone
from site_gen.values import dataclass

_ESCAPED = re.compile(r"\\([\\;,nN])")
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z)?)?")
_DURATION = re.compile(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?")


@dataclass(frozen=True, slots=True)
class Property:
    """A line of a calendar: its value as written, its parameters in capitals, and its place."""

    value: str
    parameters: Mapping[str, str]
    place: Place

    @property
    def text(self) -> str:
        """The value as a text, without the signs that escape."""
        return unescaped(self.value)


def unescaped(written: str) -> str:
    """A text without the signs that escape in calendars."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], written)


Event = Mapping[str, Property]


class CalendarTimes:
    """The times of one calendar; `zones` are those that it brings along, by their ids."""

    def __init__(
        self, events: Iterable[Event], zones: Mapping[str, CalendarZone], problems: ProblemLog
    ) -> None:
        self._zones = zones
        self._problems = problems
        self._used: dict[str, list[datetime]] = defaultdict(list)
        self._reported: set[str] = set()
        for event in events:
            for name in ("DTSTART", "DTEND"):
                found = event.get(name)
                local = _local(found)
                if found and local and "TZID" in found.parameters:
                    self._used[found.parameters["TZID"]].append(local)

    def span(self, event: Event) -> Span:
        """When an event takes place; a problem where its start cannot be read."""
        found = event.get("DTSTART")
        if found is None:
            return Span()
        start = self._moment(found)
        if start is None:
            what = f"'{found.value[:40]}' is no moment"
            self._problems.error("bad-time", what, found.place, "it is written as 20260829T084500")
            return Span()
        end = self._end(event, start)
        found_span = span(start, end, found.place)
        if end and end.clock and found_span.end is None and "DTEND" in event and not _is_moment(event):
            self._warn("this ends before it begins", event["DTEND"].place)
        return found_span

    def _end(self, event: Event, start: Moment) -> Moment | None:
        """The end: a moment, or by the duration; of whole days the last one, for their end is exclusive."""
        stated, duration = event.get("DTEND"), event.get("DURATION")
        end = self._moment(stated)
        if stated and end is None:
            self._warn(f"'{stated.value[:40]}' is no moment", stated.place)
        elif stated and end and (end.clock is None) != (start.clock is None):
            self._warn("the end is a day where the start is a time, or the other way round", stated.place)
            return None
        if end:
            return end if end.clock else Moment(end.day - timedelta(days=1))
        return self._after(start, duration) if duration else None

    def _after(self, start: Moment, duration: Property) -> Moment | None:
        match = _DURATION.fullmatch(duration.value.strip())
        if match is None or not re.search(r"\d", duration.value):
            self._warn(f"'{duration.value[:40]}' is no duration", duration.place)
            return None
        weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
        nominal, exact = timedelta(weeks=weeks, days=days), timedelta(hours=hours, minutes=minutes)
        if start.clock is None:
            return Moment(start.day + nominal - timedelta(days=1)) if nominal else None
        local = datetime.combine(start.day, start.clock) + nominal
        if start.zone and is_zone(start.zone):  # hours are exact, also in a night in which clocks change
            of_start = zone(start.zone)
            local = (local.replace(tzinfo=of_start).astimezone(UTC) + exact).astimezone(of_start)
        else:
            local += exact
        return Moment(local.date(), local.time(), start.zone)

    def _moment(self, found: Property | None) -> Moment | None:
        """The moment of a property: a day, a local time, one in a zone or in UTC."""
        local = _local(found)
        if found is None or local is None:
            return None
        text = found.value.strip()
        if "T" not in text:
            return Moment(local.date())
        tzid = found.parameters.get("TZID")
        named = zone_name(tzid, self._zones, local, self._used[tzid]) if tzid else None
        if tzid and text.endswith("Z") and tzid not in self._reported:
            self._reported.add(tzid)  # RFC 5545 allows one of both
            what = f"this time ends in Z and names {tzid}: it is read as one of UTC, and so are others"
            hint = "if it is local, take the Z away from the calendar's times"
            self._problems.warning("zone-contradiction", what, found.place, hint)
        return Moment(local.date(), local.time(), "UTC" if text.endswith("Z") else named)

    def _warn(self, what: str, place: Place) -> None:
        self._problems.warning("bad-time", what, place, "the end is left out")


def _is_moment(event: Event) -> bool:
    """Whether an event says on purpose that it has no length: its end is its start."""
    return event["DTSTART"].value == event["DTEND"].value


def _local(found: Property | None) -> datetime | None:
    """A date and time as written, midnight for a date; None where it is none."""
    match = _MOMENT.fullmatch(found.value.strip()) if found else None
    try:
        return datetime(*(int(part or 0) for part in match.groups()[:5])) if match else None  # type: ignore[arg-type]  # five parts
    except ValueError:
        return None
