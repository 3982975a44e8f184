"""When an event of a frab file takes place: what its date, start, end and duration say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta

from site_gen.ingest.reading.times.moments import Moment, Span, read_moment
from site_gen.ingest.records import Fact
from site_gen.problems import Place, ProblemLog
from site_gen.text.zones import instant, zone
from site_gen.values import dataclass

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?")
_DURATION = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)")  # HH:MM, or D:HH:MM
DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d).*)?")


@dataclass(frozen=True, slots=True)
class FrabDay:
    """A day of the file: its date, and its end as a moment."""

    date: Fact[str] | None
    end: Fact[str] | None

    @property
    def change(self) -> Fact[time] | None:
        """When it changes, if that is in the morning after its date; pretalx gives the minute before."""
        end = read_moment(self.end.value) if self.end else None
        day = read_moment(self.date.value) if self.date else None
        if self.end is None or end is None or day is None or end.clock is None:
            return None
        local = _local(end) + timedelta(minutes=1 if end.clock.minute == 59 else 0)
        is_morning = local.date() == day.day + timedelta(days=1) and time() < local.time() < time(12)
        return Fact(local.time(), self.end.place) if is_morning else None


@dataclass(frozen=True, slots=True)
class EventTimes:
    """The times of one event: `texts` by the names of the format, `day` is that under which it stands.

    `zone` is the one that the file names, empty where it names none of a place.
    """

    texts: Mapping[str, Fact[str]]
    day: Fact[str] | None
    place: Place
    day_change: time | None
    problems: ProblemLog
    zone: str = ""
    reported: set[str] = field(default_factory=set)

    def when(self, *, is_end_known: bool) -> Span:
        """Day and times of an event: what its `date` says counts, for a night belongs to the day before."""
        dated = self.texts.get("date")
        moment = read_moment(dated.value) if dated else None
        if dated and moment is None:
            self._warn("bad-time", f"'{dated.value[:40]}' is no moment", dated.place, "it is left out")
        given = self.texts.get("start")
        start = clock_of(given)
        if given and start is None and not (moment and moment.clock):
            self._warn("bad-time", f"'{given.value[:40]}' is no time of a day", given.place, "it is left out")
        if dated and moment and moment.clock:
            start = self._start(moment, start, dated)
        elif moment is None:
            moment = self._on_day_of_file(start)
        if moment is None:
            return Span(start=start)
        place = (dated or self.day or Fact("", self.place)).place
        day = Fact(moment.partial, place)
        zone = Fact(moment.zone, place) if moment.zone else None
        if start is None or not is_end_known:
            return Span(day, start, zone=zone)
        begin = Moment(moment.day, start.value, moment.zone)
        end = self._end(begin)
        later = (end.value.day - moment.day).days if end else 0
        return Span(day, start, Fact(end.value.clock or time(), end.place) if end else None, later, zone)

    def _start(self, moment: Moment, start: Fact[time] | None, dated: Fact[str]) -> Fact[time]:
        """The start by the date, which says the moment; `start` may be on a clock with another offset."""
        assert moment.clock
        if start and self._differs(start.value, moment) and not self.reported:
            self.reported.add("start")
            what = f"this starts at {start.value:%H:%M}, and its date says {moment.clock:%H:%M}"
            self._warn("bad-time", what, start.place, "the date counts, here and in other events")
        return start if start and start.value == moment.clock else Fact(moment.clock, dated.place)

    def _differs(self, start: time, moment: Moment) -> bool:
        """Whether a clock of the place cannot show this at that moment, as far as its zone is known."""
        is_same = start == moment.clock
        if moment.clock is None or moment.zone is None or (is_same and moment.zone != "UTC"):
            return not is_same  # an offset that is not the place's is told where zones are
        here = instant(moment.day, moment.clock.replace(tzinfo=zone(moment.zone)), None)
        return bool(self.zone) and start != here.astimezone(zone(self.zone)).time()

    def _on_day_of_file(self, start: Fact[time] | None) -> Moment | None:
        """An event without a date is on its day; before the day changes, in the night after it."""
        match = DATE.fullmatch(self.day.value) if self.day else None
        if match is None:
            return None
        day = date.fromisoformat(match[1])
        is_night = start and self.day_change and start.value < self.day_change
        return Moment(day + timedelta(days=1) if is_night else day)

    def _end(self, begin: Moment) -> Fact[Moment] | None:
        """The end: the one that the file says, else by the duration."""
        given, duration = self.texts.get("end"), self.texts.get("duration")
        end = read_moment(given.value) if given else None
        if given and end and end.clock and end.zone == begin.zone:
            return Fact(end, given.place) if _local(end) > _local(begin) else None
        match = _DURATION.fullmatch(duration.value) if duration else None
        if duration and (match is None or (match[1] and int(match[2]) > 23)):
            what = f"'{duration.value[:40]}' is no duration"
            self._warn(
                "bad-duration", what, duration.place, "it is written as 01:30, or 1:02:00 for 26 hours"
            )
        elif duration and match:
            days, hours, minutes = (int(part or 0) for part in match.groups())
            until = _local(begin) + timedelta(days=days, hours=hours, minutes=minutes)
            if until > _local(begin):
                return Fact(Moment(until.date(), until.time(), begin.zone), duration.place)
        return None

    def _warn(self, code: str, what: str, place: Place, hint: str) -> None:
        self.problems.warning(code, what, place, hint)


def _local(moment: Moment) -> datetime:
    return datetime.combine(moment.day, moment.clock or time())


def clock_of(fact: Fact[str] | None) -> Fact[time] | None:
    """A time of the day as HH:MM; None where it is none."""
    match = _CLOCK.fullmatch(fact.value) if fact else None
    if fact is None or match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return Fact(time(int(match[1]), int(match[2])), fact.place)
