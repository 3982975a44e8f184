"""Zones printed behind times and in the names of columns: "20:00 CEST", "Start (UTC)", "9 am ET"."""

from __future__ import annotations

import re

from site_gen.ingest.reading.times.moments import read_moment
from site_gen.text.zone_names import ABBREVIATIONS, is_utc, is_valid_zone

# Letters before an offset only name it: "NZDT UTC+13", "AEST (UTC+10)".
_OFFSET = r"(?:[A-Z]{3,5}[ ,(/=]{1,3})?(?:UTC|GMT)\s?[+\-−]\s?\d{1,2}(?::?\d\d)?"
_REGIONS = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico"
_PLACE = rf"(?:{_REGIONS}|Pacific|US|Etc)(?:/[A-Z][A-Za-z_+-]+){{1,2}}"
_LOCAL = r"local(?:\s+time)?|ortszeit|heure\s+locale|hora\s+local|ora\s+locale"
LETTERS = "|".join(sorted((*ABBREVIATIONS, "UTC", "GMT"), key=lambda name: (-len(name), name)))
PRINTED = rf"{_OFFSET}|{_PLACE}|{LETTERS}|\+\d\d:?\d\d|-\d{{4}}|(?i:{_LOCAL})"
# A browser writes "GMT+0200 (Central European Summer Time)".
_BEHIND = re.compile(
    rf"(?:\s*[(\[]\s*(?P<inside>{PRINTED})\s*[)\]]|\s+(?P<bare>{PRINTED})"
    rf"|(?<=\d|[mM])(?P<glued>{LETTERS}))(?:\s*\([^()]*\))?\s*$"
)
_ALONE = re.compile(rf"(?!\w{{1,2}}$)(?:{_OFFSET}|{_PLACE}|{LETTERS})")
_ZONE = re.compile(r"time ?zone\s?:?", re.IGNORECASE)
_UTC_IN_NAME = re.compile(r"(?i:^utc[\s_-]+|[\s_-]+utc$)|(?<=[a-z])(?:Utc|UTC)$")
_SIGNED = re.compile(r"(?:(?:[A-Z]{3,5}[ ,(/=]{1,3})?(?:UTC|GMT))?\s?([+\-−])\s?(\d{1,2}):?(\d\d)?")


def without_zone(text: str) -> tuple[str, str | None]:
    """A text without the zone behind it, and that zone; None where it prints none, or the local time."""
    match = _BEHIND.search(text)
    if match is None:
        return text, None
    printed = str(match["inside"] or match["bare"] or match["glued"])
    return text[: match.start()].rstrip(" ,"), zone_of(printed)


def without_zone_in_name(name: str) -> tuple[str, str | None]:
    """The name of a column without the zone of its times, and that zone; None where it says none."""
    if _ALONE.fullmatch(name.strip()):  # times of several zones stand side by side
        return "Time", zone_of(name.strip())
    bare, found = without_zone(name)
    if bare != name and bare:
        return ("Time" if found and _ZONE.fullmatch(bare) else bare), found  # "Time Zone: UTC" heads times
    bare = _UTC_IN_NAME.sub("", name)
    return (bare, "UTC") if bare and bare != name else (name, None)


def with_zone(text: str, zone: str) -> str:
    """A printed time with the zone that the name of its column or key says: "start_utc"."""
    moment = read_moment(text)
    says_zone = (moment and moment.zone) or without_zone(text) != (text, None)
    return text if says_zone or not text.strip() else f"{text} {zone}"


def zone_in(text: str) -> str | None:
    """The zone that a cell says, alone or behind its place: "Orlando, Florida UTC-4"."""
    found = zone_of(text)
    return found if found is None or is_valid_zone(found) else without_zone(text)[1] or found


def zone_of(printed: str) -> str | None:
    """The zone as records hold it: "UTC", "+02:00", or the name as printed; None for the local time."""
    text = " ".join(printed.split())
    if re.fullmatch(_LOCAL, text, re.IGNORECASE):
        return None
    if is_utc(text):
        return "UTC"
    match = _SIGNED.fullmatch(text)
    if match is None:
        return text
    sign, hours, minutes = match[1].replace("−", "-"), int(match[2]), match[3] or "00"
    return "UTC" if not hours and minutes == "00" else f"{sign}{hours:02}:{minutes}"
