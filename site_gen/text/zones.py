"""Time zones out of the `tzdata` package, never the machine's own files: the same rules everywhere.

A zone is written as the name of a place in the IANA database ("Europe/Berlin"), as "UTC", or, where no
place is known, as an offset ("+02:00").
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DEEPEST = 3  # "America/Indiana/Indianapolis" has two; each would be a package
_OFFSET = re.compile(r"([+-])(0\d|1[0-4]):([0-5]\d)")


@cache
def zone(name: str) -> tzinfo:
    """The zone of this name in the IANA database, of the version that is pinned for the project, or of an
    offset.

    `ZoneInfo(name)` would prefer the system's files. Raises ZoneInfoNotFoundError.
    """
    if match := _OFFSET.fullmatch(name):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(-offset if match[1] == "-" else offset)
    package, _, resource = f"tzdata/zoneinfo/{name}".rpartition("/")
    if "." in name or name.count("/") > _DEEPEST:  # a dot parts packages, but is in no zone's name
        raise ZoneInfoNotFoundError(f"no time zone '{name}' in tzdata")
    try:
        with (resources.files(package.replace("/", ".")) / resource).open("rb") as rules:
            return ZoneInfo.from_file(rules, key=name)
    except (ImportError, OSError, ValueError):
        raise ZoneInfoNotFoundError(f"no time zone '{name}' in tzdata") from None


def is_zone(name: str) -> bool:
    """Whether there is such a zone."""
    try:
        zone(name)
    except ZoneInfoNotFoundError:
        return False
    return True


def is_offset(name: str) -> bool:
    """Whether a zone is written as an offset, and so names no place."""
    return _OFFSET.fullmatch(name) is not None


@cache
def zone_names() -> tuple[str, ...]:
    """The names of all zones, sorted."""
    return tuple(sorted((resources.files("tzdata") / "zones").read_text(encoding="utf-8").split()))


def instant(day: date, clock: time, zone_name: str | None) -> datetime:
    """A local time of a day: in the zone, unless the clock names its offset; floating without either."""
    if clock.tzinfo is None and zone_name:
        return datetime.combine(day, clock, zone(zone_name))
    return datetime.combine(day, clock)


def order(day: date, clock: time, zone_name: str | None) -> datetime:
    """What local times of one day are ordered by: the instants, for an hour may come twice on it. Where the
    zone is not known, the hours as they are given."""
    if zone_name is None:
        return datetime.combine(day, clock.replace(tzinfo=None))
    return instant(day, clock, zone_name).astimezone(UTC).replace(tzinfo=None)
