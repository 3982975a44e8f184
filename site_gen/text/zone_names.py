"""Names that people write for time zones: which are places, and which places others may mean."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache

from site_gen.text.zones import instant, is_offset, is_zone, zone, zone_names

_EXAMPLES = (
    "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Denver",
    "America/Los_Angeles", "America/Sao_Paulo", "Europe/Athens", "Europe/Istanbul", "Asia/Dubai",
    "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    "Pacific/Honolulu",
)  # fmt: skip

# Abbreviations are offsets, and several places have the same: the ones that most people mean.
_MEANT = {
    "EST": "America/New_York America/Toronto America/Panama",
    "EDT": "America/New_York America/Toronto",
    "CST": "America/Chicago Asia/Shanghai America/Mexico_City America/Havana",
    "CDT": "America/Chicago America/Havana",
    "MST": "America/Denver America/Phoenix",
    "MDT": "America/Denver",
    "PST": "America/Los_Angeles America/Vancouver Asia/Manila",
    "PDT": "America/Los_Angeles America/Vancouver",
    "AKST": "America/Anchorage",
    "AST": "America/Halifax America/Puerto_Rico Asia/Riyadh",
    "HST": "Pacific/Honolulu",
    "NST": "America/St_Johns",
    "BRT": "America/Sao_Paulo",
    "GMT": "UTC Europe/London Africa/Accra",
    "BST": "Europe/London Asia/Dhaka",
    "IST": "Asia/Kolkata Europe/Dublin Asia/Jerusalem",
    "WET": "Europe/Lisbon",
    "WEST": "Europe/Lisbon",
    "CET": "Europe/Berlin Europe/Paris Europe/Rome Africa/Algiers",
    "CEST": "Europe/Berlin Europe/Paris Europe/Rome",
    "MET": "Europe/Berlin Europe/Paris Europe/Rome",
    "EET": "Europe/Athens Europe/Helsinki Africa/Cairo",
    "EEST": "Europe/Athens Europe/Helsinki",
    "MSK": "Europe/Moscow",
    "SAST": "Africa/Johannesburg",
    "WAT": "Africa/Lagos",
    "CAT": "Africa/Maputo",
    "EAT": "Africa/Nairobi",
    "PKT": "Asia/Karachi",
    "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "AWST": "Australia/Perth",
    "ACST": "Australia/Adelaide Australia/Darwin",
    "AEST": "Australia/Sydney Australia/Brisbane",
    "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland",
    "NZDT": "Pacific/Auckland",
    "UTC": "UTC",
    "UCT": "UTC",
    "Z": "UTC",
    "ZULU": "UTC",
    "UNIVERSAL": "UTC",
    "GREENWICH": "UTC Europe/London",
    "PT": "America/Los_Angeles America/Vancouver",
    "MT": "America/Denver",
    "CT": "America/Chicago",
    "ET": "America/New_York America/Toronto",
    "MEZ": "Europe/Berlin Europe/Vienna Europe/Zurich",
    "MESZ": "Europe/Berlin Europe/Vienna Europe/Zurich",
}
# Names that are spelled out; "Standard" and "Daylight" are letters of their own.
_SPELLED = {
    "pacific": "P", "eastern": "E", "central": "C", "mountain": "M",
    "us pacific": "P", "us eastern": "E", "us central": "C", "us mountain": "M",
}  # fmt: skip
_SPELLED_WHOLE = {
    "central european": "CET", "central european summer": "CEST", "eastern european": "EET",
    "eastern european summer": "EEST", "western european": "WET", "western european summer": "WEST",
    "british summer": "BST", "greenwich mean": "UTC", "coordinated universal": "UTC", "universal": "UTC",
    "japan standard": "JST", "japan": "JST", "korea standard": "KST", "korea": "KST",
    "china standard": "+08:00", "beijing": "+08:00", "india standard": "+05:30", "indian standard": "+05:30",
    "singapore standard": "SGT", "hong kong": "HKT", "australian eastern standard": "AEST",
    "australian eastern daylight": "AEDT", "australian western standard": "AWST", "moscow": "MSK",
    "new zealand standard": "NZST", "new zealand daylight": "NZDT", "israel standard": "+02:00",
}  # fmt: skip
_SELDOM = ("America/Havana", "Asia/Manila")  # whose letters are as a rule those of the United States
_OF_GERMAN = {"MEZ": "CET", "MESZ": "CEST"}
_UTC = ("UTC", "GMT", "Etc/UTC", "Etc/GMT", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Z", "GMT0")
# What documents print behind a time; each is the time of several places.
ABBREVIATIONS = tuple(name for name, places in _MEANT.items() if not places.startswith("UTC"))
# Names of the database without a slash that are places all the same.
_PLACES = frozenset(
    ["Cuba", "Egypt", "Eire", "GB", "GB-Eire", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan",
     "Kwajalein", "Libya", "NZ", "NZ-CHAT", "Navajo", "PRC", "Poland", "Portugal", "ROC", "ROK", "Singapore",
     "Turkey", "W-SU"]
)  # fmt: skip


def is_place(name: str) -> bool:
    """Whether a zone is that of a place, with its summers: neither an offset nor an abbreviation."""
    return name in _PLACES or ("/" in name and not name.startswith("Etc/") and is_zone(name))


def is_utc(name: str) -> bool:
    """Whether a name is one of those of UTC, which is no place."""
    return name in _UTC


def is_called(zone_name: str, abbreviation: str, at: datetime) -> bool:
    """Whether the clocks of a place show then what an abbreviation means: PDT, or PT all year."""
    name = _OF_GERMAN.get(abbreviation, abbreviation)
    shown = zone(zone_name).tzname(at) or ""
    if not shown.isalpha():  # many places have no letters for their time
        return zone_name in _MEANT.get(name, "").split()
    return shown == name or (len(name) == 2 and (shown[0], shown[-1]) == (name[0], name[1]))


def is_valid_zone(name: str) -> bool:
    """Whether content may name its zone so: a place, UTC, or an offset where no place is known."""
    return name == "UTC" or is_offset(name) or is_place(name)


def meant_zones(name: str) -> tuple[str, ...]:
    """The zones that a name may mean, the likeliest first; none where nothing is like it."""
    key = re.sub(r"\s+", "_", name.strip())
    if key.casefold() in _by_small_letters():
        found = _by_small_letters()[key.casefold()]
        if is_valid_zone(found):
            return (found,)
    if offset := re.fullmatch(r"Etc/GMT([+-])(\d{1,2})", key):  # whose sign means the opposite
        return (f"{'-' if offset[1] == '+' else '+'}{int(offset[2]):02}:00",)
    if offset := re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?", key):
        return (f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}",)
    abbreviation = key.upper().removeprefix("ETC/")
    pair = re.fullmatch(r"([A-Z]{3})\d[A-Z]{3}", abbreviation)
    meant = _MEANT.get(pair[1] if pair else abbreviation, "")
    return tuple(meant.split()) or _of_town(key) or _like(key)


def spelled_zone(name: str) -> str | None:
    """The zone of "Central European Summer" or "Vienna", as people say it before "time"; None for others."""
    key = " ".join(name.casefold().split())
    if key in _SPELLED_WHOLE:
        return _SPELLED_WHOLE[key]
    head, _, last = key.rpartition(" ")
    half = {"standard": "S", "daylight": "D"}.get(last, "")
    region = _SPELLED.get(head if half else key)
    if region and half:
        return f"{region}{half}T"
    if region:
        return _MEANT[f"{region}T"].split()[0]
    towns = _of_town("_".join(key.split()))
    return towns[0] if len(towns) == 1 else None


def sure_offset(abbreviation: str, day: date) -> str | None:
    """The offset that letters mean on a day: CEST is +02:00 in May.

    None where places that they may mean have several offsets then: CET in May is what people in Berlin write
    for their summer time too.
    """
    at = datetime.combine(day, time(12))
    names = [name for name in _MEANT.get(abbreviation, "").split() if name not in _SELDOM]
    offsets = {instant(day, time(12), name).strftime("%z") for name in names}
    is_so_called = any(is_called(name, abbreviation, at) for name in names)
    found = offsets.pop() if is_so_called and len(offsets) == 1 else None
    return f"{found[:3]}:{found[3:]}" if found else None


def zone_hint(name: str) -> str:
    """What to write in the stead of a name that is no zone of a place."""
    meant = meant_zones(name)
    if not meant:
        return "a zone has the name of a place, as Europe/Berlin or America/Los_Angeles"
    return f"write it as {' or '.join(', '.join(meant).rsplit(', ', 1))}"


@cache
def _by_small_letters() -> dict[str, str]:
    return {name.casefold(): name for name in zone_names()}


def _of_town(key: str) -> tuple[str, ...]:
    """The zones that are called after a town."""
    town = key.rpartition("/")[2].casefold()
    return tuple(
        name for name in zone_names() if name.rpartition("/")[2].casefold() == town and is_place(name)
    )


def _like(key: str) -> tuple[str, ...]:
    """The zone whose name, or whose town, is nearly spelled so: one at most."""
    places = {name.casefold(): name for name in zone_names() if is_place(name)}
    places = {name.rpartition("/")[2]: places[name] for name in reversed(places)} | places
    near = difflib.get_close_matches(key.casefold(), places, n=1, cutoff=0.8)
    return tuple(places[name] for name in near)


def place_with_clocks(moments: Sequence[datetime]) -> str:
    """An example of a place whose clocks have the offsets of these moments; it is only an example."""
    places = (*_EXAMPLES, *(each for each in zone_names() if is_place(each)))
    offsets = {(each.replace(tzinfo=None), each.utcoffset()) for each in moments}
    return next(
        (
            each
            for each in places
            if all(local.replace(tzinfo=zone(each)).utcoffset() == offset for local, offset in offsets)
        ),
        _EXAMPLES[0],
    )
