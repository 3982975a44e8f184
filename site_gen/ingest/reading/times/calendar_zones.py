"""VTIMEZONE: the zones that a calendar brings along (RFC 5545, section 3.6.5), whatever it calls them.

The rules in the file count. A name counts only where a zone of the IANA database has it, and shows the same
clocks whenever something of the file begins.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, date, datetime, timedelta

from site_gen.locale.grammar import zone_of_windows
from site_gen.text.zone_names import is_place, is_utc
from site_gen.text.zones import zone
from site_gen.values import dataclass

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3])([0-5]\d)(?:\d\d)?")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?Z?)?")
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Lines = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Observance:
    """What holds from an onset on, which is local by the offset before it; `rule` repeats it every year."""

    start: datetime
    before: timedelta
    offset: timedelta
    rule: Mapping[str, str]
    dates: tuple[datetime, ...]

    def last_onset(self, local: datetime) -> datetime | None:
        """The last onset that is not after a local time; None where there is none."""
        found = [self.start, *self.dates]
        if self.rule:
            found += [each for year in (local.year - 1, local.year) if (each := self._in_year(year))]
        return max((each for each in found if each <= local), default=None)

    def _in_year(self, year: int) -> datetime | None:
        month = self.rule.get("BYMONTH", str(self.start.month))
        if not self.start.year <= year < MAXYEAR or self.rule.get("FREQ") != "YEARLY":
            return None
        if not _MONTH.fullmatch(month):
            return None
        length = calendar.monthrange(year, int(month))[1]
        days = [date(year, int(month), day) for day in range(1, length + 1)]
        onset = self._chosen(days)
        if onset is None:
            return None
        found = datetime.combine(onset, self.start.time())
        until = read_moment(self.rule.get("UNTIL", ""))
        return None if until and found - self.before > until else found

    def _chosen(self, days: Sequence[date]) -> date | None:
        """The day of a month that the rule means."""
        weekday = _WEEKDAY.fullmatch(self.rule.get("BYDAY", ""))
        numbers = [int(each) for each in self.rule.get("BYMONTHDAY", "").split(",") if each.isdecimal()]
        if numbers:
            days = [day for day in days if day.day in numbers]
        if weekday:
            days = [day for day in days if day.weekday() == _WEEKDAYS.index(weekday[2])]
            place = int(weekday[1] or 1)
            return days[place if place < 0 else place - 1] if 0 < abs(place) <= len(days) else None
        if not numbers:
            days = [day for day in days if day.day == self.start.day]
        return days[0] if days else None


@dataclass(frozen=True, slots=True)
class CalendarZone:
    """A zone of a file: the names that may be its place, and what holds when."""

    names: tuple[str, ...]
    observances: tuple[Observance, ...]

    def offset(self, local: datetime) -> timedelta:
        """The offset of a local time."""
        onsets = [(onset, each.offset) for each in self.observances if (onset := each.last_onset(local))]
        if onsets:
            return max(onsets, key=lambda pair: pair[0])[1]
        return min(self.observances, key=lambda each: each.start).before

    def place(self, locals_: Sequence[datetime]) -> str | None:
        """The place whose clocks show the same at all these local times; None where no name is one."""
        for name in self.names:
            if is_place(name) and all(
                each.replace(tzinfo=zone(name)).utcoffset() == self.offset(each) for each in locals_
            ):
                return name
        return None


def zone_name(tzid: str, known: Mapping[str, CalendarZone], local: datetime, used: Sequence[datetime]) -> str:
    """The zone of a local time: of a place or an offset, by the rules in the file where it has some."""
    found = known.get(tzid)
    if found is None:
        return next(
            (each for each in possible_names(tzid) if is_place(each)), "UTC" if is_utc(tzid) else tzid
        )
    return found.place(used) or offset_text(found.offset(local))


def offset_text(offset: timedelta) -> str:
    """An offset as "+02:00"."""
    minutes = int(abs(offset).total_seconds()) // 60
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"


def possible_names(tzid: str, location: str = "") -> tuple[str, ...]:
    """The names of a place that an id may hold: itself, its end ("/mozilla.org/…/Europe/Berlin"), and what
    Windows calls so."""
    parts = tzid.strip("/").split("/")
    ends = ["/".join(parts[-length:]) for length in (2, 3)]
    return tuple(each for each in (location, tzid, *ends, zone_of_windows(tzid)) if each)


def calendar_zone(head: Lines, observances: Sequence[Lines]) -> CalendarZone | None:
    """A zone by its lines; None where it has no rule that can be read."""
    found = tuple(each for lines in observances if (each := _observance(lines)))
    names = possible_names(head.get("TZID", ""), head.get("X-LIC-LOCATION", ""))
    return CalendarZone(names, found) if found else None


def _observance(lines: Lines) -> Observance | None:
    start = read_moment(lines.get("DTSTART", ""))
    before, offset = (_offset(lines.get(name, "")) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    if start is None or before is None or offset is None:
        return None
    pairs = (part.partition("=") for part in lines.get("RRULE", "").upper().split(";") if part)
    dates = (read_moment(each) for each in lines.get("RDATE", "").split(","))
    rule = {name: value for name, _, value in pairs}
    return Observance(start, before, offset, rule, tuple(each for each in dates if each))


def _offset(text: str) -> timedelta | None:
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -offset if match[1] == "-" else offset


def read_moment(text: str) -> datetime | None:
    """A date or a date and time of a calendar, without its zone; None where it is none."""
    match = _MOMENT.fullmatch(text.strip())
    try:
        return datetime(*(int(part or 0) for part in match.groups())) if match else None  # type: ignore[arg-type]  # five parts
    except ValueError:
        return None
