"""Times that cannot be: an end before its start, a local time that the clocks skip or show twice."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta

from site_gen.conference import Conference, Series, Session
from site_gen.conference.spans import Span, programme_day, span_of
from site_gen.problems import Locate, Place, ProblemLog
from site_gen.text.zone_names import is_place, place_with_clocks
from site_gen.text.zones import instant, is_offset

_LONGEST = timedelta(days=31)  # of anything at a conference
_DAY = timedelta(days=1)


def validate_zones(series: Series, locate: Locate, problems: ProblemLog) -> None:
    """Warn of each edition that has times and no zone, or is in a place and has the zone of none."""
    for conference in series.conferences:
        if not any(each.date and each.start for each in conference.sessions):
            continue
        zone, place = conference.time_zone or series.time_zone, locate("conference", conference.id, "")
        if zone is None:
            what = "the edition has times and no time zone: nobody elsewhere can tell when they are"
            problems.warning("no-time-zone", what, place, "write where it is:\ntime_zone: Europe/Berlin")
        elif not is_place(zone) and _is_somewhere(conference):
            named = f"UTC{zone}" if is_offset(zone) else zone
            what = f"the times are in {named}, which is no time zone of a place"
            if series.time_zone and series.time_zone != zone:
                what += f"; that of the site is {series.time_zone}"
            hint = f"write where it is, or attendance: online:\ntime_zone: {_example(conference, zone)}"
            problems.warning("no-place", what, place, hint)


def _is_somewhere(conference: Conference) -> bool:
    """Whether an edition has a place, or a zone of its own, as ingest writes it."""
    return conference.attendance != "online" and bool(conference.place or conference.time_zone)


def _example(conference: Conference, zone: str) -> str:
    """A place that the edition might be in, by its clocks; UTC says nothing of one."""
    moments = [
        instant(each.date, each.start, zone)
        for each in conference.sessions
        if is_offset(zone) and each.date and each.start
    ]
    return place_with_clocks(moments)


def validate_times(conference: Conference, zone: str | None, locate: Locate, problems: ProblemLog) -> None:
    """Hold the rules of days and times against a conference and each of its sessions and slots.

    `zone` is the one that its times are in: its own, or the series'.
    """
    _Times(conference, zone, locate, problems).hold()


class _Times:
    """The rules of times of one conference."""

    def __init__(
        self, conference: Conference, zone: str | None, locate: Locate, problems: ProblemLog
    ) -> None:
        self._conference = conference
        self._zone = zone
        self._locate = locate
        self._problems = problems

    def hold(self) -> None:
        first, last = self._conference.first_day, self._conference.last_day
        if first and last and last < first:
            place = self._locate("conference", self._conference.id, "", "last_day")
            self._problems.error("ends-before-start", "the last day is before the first", place)
        for session in self._conference.sessions:
            self._inside(session)
            self._span(span_of(session), session.end_date, session.id)
            for position, slot in enumerate(session.slots):
                self._span(span_of(session, slot), slot.end_date, session.id, "slots", position)
                self._slot_of_night(session, position)

    def _inside(self, session: Session) -> None:
        """A session begins on a day of the conference, and ends at the latest in the night after it."""
        first, last = self._conference.first_day, self._conference.last_day
        day = session.date and programme_day(session.date, session.start, self._conference.day_change)
        for name, each, latest in (("date", day, last), ("end_date", session.end_date, last and last + _DAY)):
            if each and ((first and each < first) or (latest and each > latest)):
                own_date = session.date if name == "date" else each
                self._outside(own_date or each, session.id, name)

    def _outside(self, day: date, session: str, name: str) -> None:
        """A day that is none of the conference; in another year it is a slip."""
        first, last = self._conference.first_day, self._conference.last_day
        years = {each.year for each in (first, last) if each}
        what, place = f"{day} is not a day of the conference", self._place(session, name)
        if day.year in years or (first and last and first.year < day.year < last.year):
            self._problems.warning("outside-days", what, place)
        else:
            hint = (
                f"it is in {' and '.join(map(str, sorted(years)))}: mend the year, or first_day and last_day"
            )
            self._problems.error("outside-year", what, place, hint)

    def _span(self, span: Span, end_date: date | None, session: str, *steps: str | int) -> None:
        """What begins ends later, and a local time exists, and only once, at a change of the clocks."""
        if end_date and span.day is None:
            what = "the day of the end is said, and not that of the beginning"
            self._problems.error(
                "end-without-day", what, self._place(session, *steps, "end_date"), "write date:"
            )
        elif span.start and span.end and not self._is_later(span, span.start, span.end):
            self._ends_early(span, session, *steps)
        elif span.day and span.last_day and span.last_day < span.day:
            what = f"ends on {span.last_day}, before it begins on {span.day}"
            self._problems.error("ends-before-start", what, self._place(session, *steps, "end_date"))
        elif span.day and span.last_day and span.last_day - span.day > _LONGEST:
            what = f"this lasts from {span.day} to {span.last_day}"
            place = self._place(session, *steps, "end_date")
            self._problems.warning("lasts-weeks", what, place, "is the year of its end right?")
        self._doubt(span.day, span.start, session, *steps, "start")
        self._doubt(span.last_day, span.end, session, *steps, "end")

    def _ends_early(self, span: Span, session: str, *steps: str | int) -> None:
        """An end before its start, with the line that would make it right where it is past midnight."""
        assert span.start and span.end
        what = f"ends at {span.end:%H:%M}, not after it starts at {span.start:%H:%M}"
        hint = "what ends past midnight says on which day: end_date:"
        if span.day and span.day == span.last_day and span.day < date.max:
            hint = f"if it ends past midnight, add below it:\nend_date: {span.day + _DAY}"
        self._problems.error("ends-before-start", what, self._place(session, *steps, "end"), hint)

    def _is_later(self, span: Span, start: time, end: time) -> bool:
        """Whether an end is after its start: by the instants where both say their offset."""
        day, last = span.day or date.min, span.last_day or span.day or date.min
        if start.tzinfo and end.tzinfo:
            return instant(day, start, None) < instant(last, end, None)
        return (day, start.replace(tzinfo=None)) < (last, end.replace(tzinfo=None))

    def _slot_of_night(self, session: Session, position: int) -> None:
        """A slot before the beginning of a session over midnight is one of its later days."""
        slot, whole = session.slots[position], span_of(session)
        begins = span_of(session, slot).begins
        is_night = whole.begins and whole.last_day != whole.day
        if begins and whole.begins and whole.day and is_night and slot.date is None and begins < whole.begins:
            what = f"this slot is at {slot.start:%H:%M}, before its session begins"
            hint = f"if it is after midnight, add above it:\ndate: {whole.day + _DAY}"
            self._problems.warning(
                "slot-before-session", what, self._place(session.id, "slots", position, "start"), hint
            )

    def _doubt(self, day: date | None, clock: time | None, session: str, *steps: str | int) -> None:
        zone = self._zone
        if day and zone and clock and clock.tzinfo is None and (doubt := _doubt(day, clock, zone)):
            why, hint = doubt
            what = f"{clock:%H:%M} {why} on {day} in {zone}"
            self._problems.error("doubtful-time", what, self._place(session, *steps), hint)

    def _place(self, session: str, *steps: str | int) -> Place:
        return self._locate("sessions", self._conference.id, session, *steps)


def _doubt(day: date, clock: time, zone_name: str) -> tuple[str, str] | None:
    """Why a local time is doubtful at a change of the clocks, and a way out; None where it is sound."""
    local = instant(day, clock, zone_name)
    other = local.replace(fold=1)
    if local.utcoffset() == other.utcoffset():
        return None
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    why = "exists twice" if back.time() == clock else "does not exist"
    offsets = [each.isoformat()[19:] for each in (local, other)]
    return why, "add the offset: " + " or ".join(f"{clock:%H:%M}{offset}" for offset in offsets)
