"""Events of a calendar that repeat (RFC 5545): the days of those that do so by day or by week, and end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile

from site_gen.ingest.reading.times.calendar_times import Event, Property
from site_gen.ingest.reading.times.calendar_zones import read_moment
from site_gen.text.zones import is_zone, zone

_MOST = 60  # times of one event; what repeats more often is no part of a conference
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = frozenset(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"])
_NUMBER = re.compile(r"[1-9]\d{0,3}")


def repeated_days(event: Event, zone_name: str | None, replaced: Collection[date]) -> list[date] | None:
    """The days of an event that repeats, in its zone, but those that it excepts or another one replaces.

    None where its rule has no end, or is of another kind, or a further time is at another hour or unreadable.
    """
    first = read_moment(event["DTSTART"].value.strip().rstrip("Z"))
    if first is None:
        return None
    ruled = _ruled(first, _rule(event.get("RRULE")), zone_name) if "RRULE" in event else [first.date()]
    further = [_moment(text, zone_name) for text in _texts(event.get("RDATE"))]
    if ruled is None or any(each is None or each.time() != first.time() for each in further):
        return None
    gone = {*_days(event.get("EXDATE"), zone_name), *replaced}
    found = {first.date(), *ruled, *(each.date() for each in further if each)}
    return sorted(found - gone) if len(found) <= _MOST else None


def day_of(found: Property | None, zone_name: str | None) -> date | None:
    """The day of a moment as the clocks of a zone show it; None where it is none."""
    return next(iter(_days(found, zone_name)), None)


def _days(found: Property | None, zone_name: str | None) -> list[date]:
    return [moment.date() for text in _texts(found) if (moment := _moment(text, zone_name))]


def _texts(found: Property | None) -> list[str]:
    return [text.strip() for text in found.value.split(",")] if found else []


def _moment(text: str, zone_name: str | None) -> datetime | None:
    """A moment on the clocks of a zone; None for what is none, as a period."""
    moment = read_moment(text.rstrip("Z"))
    if moment and text.endswith("Z") and zone_name and is_zone(zone_name):
        moment = moment.replace(tzinfo=UTC).astimezone(zone(zone_name)).replace(tzinfo=None)
    return moment


def _rule(found: Property | None) -> Mapping[str, str]:
    pairs = (
        part.partition("=") for part in (found.value if found else "").strip().upper().split(";") if part
    )
    return {name: value for name, _, value in pairs}


def _ruled(first: datetime, rule: Mapping[str, str], zone_name: str | None) -> list[date] | None:
    """The days of a rule; None where it has no end within reach."""
    step, weekdays = rule.get("INTERVAL", "1"), rule.get("BYDAY", "")
    wanted = frozenset(weekdays.split(",") if weekdays else ())
    is_known = rule.keys() <= _KNOWN and rule.get("FREQ") in ("DAILY", "WEEKLY") and wanted <= {*_WEEKDAYS}
    if not is_known or not _NUMBER.fullmatch(step):
        return None
    days = _endless(first.date(), rule["FREQ"], int(step), wanted)
    if _NUMBER.fullmatch(rule.get("COUNT", "")):
        found = list(islice(days, min(int(rule["COUNT"]), _MOST + 1)))
    elif last := _moment(rule.get("UNTIL", ""), zone_name):
        until = last if "T" in rule["UNTIL"] else datetime.combine(last, time.max)
        on_time = takewhile(lambda day: datetime.combine(day, first.time()) <= until, days)
        found = list(islice(on_time, _MOST + 1))
    else:
        return None
    return found if len(found) <= _MOST else None


def _endless(first: date, frequency: str, step: int, wanted: frozenset[str]) -> Iterator[date]:
    """The days of a rule, one after the other, as far as the calendar goes."""
    begin = datetime.combine(first, datetime.min.time())
    week = begin - timedelta(days=first.weekday())
    for number in range(366 * _MOST):
        try:
            day = begin + timedelta(days=number)
        except OverflowError:
            return
        name = _WEEKDAYS[day.weekday()]
        if frequency == "DAILY":
            is_on = number % step == 0 and (not wanted or name in wanted)
        else:
            is_on = (day - week).days // 7 % step == 0 and name in (wanted or {_WEEKDAYS[first.weekday()]})
        if is_on:
            yield day.date()
