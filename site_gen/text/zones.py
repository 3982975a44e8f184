"""Time zones out of the `tzdata` package, never the machine's own files: the same rules everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def zone(name: str) -> ZoneInfo:
    """The zone of this name in the IANA database, of the version that is pinned for the project.

    `ZoneInfo(name)` would prefer the system's files. Raises ZoneInfoNotFoundError.
    """
    package, _, resource = f"tzdata/zoneinfo/{name}".rpartition("/")
    if "." in name:  # which parts packages, but is in no zone's name
        raise ZoneInfoNotFoundError(f"no time zone '{name}' in tzdata")
    try:
        with (resources.files(package.replace("/", ".")) / resource).open("rb") as rules:
            return ZoneInfo.from_file(rules, key=name)
    except (ImportError, OSError, ValueError):
        raise ZoneInfoNotFoundError(f"no time zone '{name}' in tzdata") from None


def zone_names() -> list[str]:
    """The names of all zones, sorted."""
    return sorted((resources.files("tzdata") / "zones").read_text(encoding="utf-8").split())


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
