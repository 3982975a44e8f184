"""VTIMEZONE out of the pinned time-zone data (RFC 5545, section 3.6.5)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, lru_cache

from site_gen.text.zones import zone
from site_gen.writers.icalendar import component, line, text

_STEP = timedelta(days=2)
_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=256)
def vtimezone(name: str, first_year: int, last_year: int) -> str:
    """The zone with each of its changes from the year before `first_year` to the end of `last_year`.

    Changes are listed, not given as rules: exact for these years, and nothing is said of others.
    """
    begin = datetime(first_year - 1, 1, 1, tzinfo=UTC).astimezone(zone(name))
    changes = (each for year in range(first_year - 1, last_year + 1) for each in _changes(name, year))
    return component("VTIMEZONE", line("TZID", name), _observance(begin, begin), *changes)


@cache
def _changes(name: str, year: int) -> tuple[str, ...]:
    """What holds from each instant of a year, in UTC, at which the offset or abbreviation changes."""
    rules, until = zone(name), datetime(year + 1, 1, 1, tzinfo=UTC)
    earlier, found = datetime(year, 1, 1, tzinfo=UTC), []
    while earlier < until:
        later = min(earlier + _STEP, until)
        if _reading(earlier, rules) != _reading(later, rules):
            change = _change_between(earlier, later, rules)
            found.append(_observance((change - _SECOND).astimezone(rules), change.astimezone(rules)))
        earlier = later
    return tuple(found)


def _change_between(earlier: datetime, later: datetime, rules: tzinfo) -> datetime:
    reading = _reading(earlier, rules)
    while later - earlier > _SECOND:
        middle = (earlier + (later - earlier) // 2).replace(microsecond=0)
        earlier, later = (middle, later) if _reading(middle, rules) == reading else (earlier, middle)
    return later


def _reading(instant: datetime, rules: tzinfo) -> tuple[timedelta | None, str | None, timedelta | None]:
    local = instant.astimezone(rules)
    return local.utcoffset(), local.tzname(), local.dst()


def _observance(before: datetime, after: datetime) -> str:
    """What holds from an instant on; its DTSTART is local by the offset that held before."""
    offset = before.utcoffset() or timedelta()
    onset = (after.astimezone(UTC) + offset).replace(tzinfo=None)
    return component(
        "DAYLIGHT" if after.dst() else "STANDARD",
        line("DTSTART", f"{onset:%Y%m%dT%H%M%S}"),
        line("TZOFFSETFROM", _offset(offset)),
        line("TZOFFSETTO", _offset(after.utcoffset() or timedelta())),
        line("TZNAME", text(after.tzname() or "")),
    )


def _offset(offset: timedelta) -> str:
    seconds = abs(int(offset.total_seconds()))
    sign = "-" if offset < timedelta() else "+"
    written = f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}"
    return f"{written}{seconds % 60:02}" if seconds % 60 else written
