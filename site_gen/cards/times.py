"""Days and times as pages show them. No end is invented and no offset guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache

from site_gen.conference.scalars import ANYWHERE_ON_EARTH
from site_gen.locale import Locale
from site_gen.locale.sentences import city_of, deadline_zone, zone_sentence
from site_gen.text import zones

_AOE = timezone(timedelta(hours=-12))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or time as shown, and as the `datetime` of its element says it."""

    text: str
    machine: str


@cache
def day_moment(locale: Locale, day: date) -> Moment:
    """A day: "Monday, 29 August 2022"."""
    return Moment(locale.day(day), day.isoformat())


def clock_moment(day: date | None, clock: time, zone: str | None) -> Moment:
    """A local time, with its offset where the zone (an IANA name) and the day are known."""
    text = f"{clock:%H:%M}"
    if day is None:
        return Moment(text, text)
    if zone and clock.tzinfo is None:
        clock = clock.replace(tzinfo=zones.zone(zone))
    return Moment(text, datetime.combine(day, clock).isoformat(timespec="minutes"))


def deadline_moment(locale: Locale, day: date, clock: time | None, zone: str | None) -> Moment:
    """When a deadline ends: "Friday, 1 May 2026, 23:59 anywhere on earth".

    The zone is an IANA name or AoE. Without a time the day alone is said, and not its offset.
    """
    shown, everywhere = day_moment(locale, day), zone == ANYWHERE_ON_EARTH
    if clock is None:
        return Moment(f"{shown.text} {deadline_zone(locale, zone)}", shown.machine) if everywhere else shown
    local = _AOE if everywhere else zones.zone(zone) if zone else None
    instant = datetime.combine(day, clock if clock.tzinfo else clock.replace(tzinfo=local))
    text = f"{shown.text}, {clock:%H:%M} {deadline_zone(locale, zone)}".rstrip()
    return Moment(text, instant.isoformat(timespec="minutes"))


def zone_words(locale: Locale, zone: str | None, days: Sequence[date]) -> str:
    """Where the times of these days belong, in words; the offset where it is one on all of them."""
    if zone is None:
        return locale.words.no_zone
    noons = [datetime.combine(day, time(12), zones.zone(zone)) for day in days]
    found = {(noon.tzname() or "", f"{noon:%z}") for noon in noons}
    city = city_of(zone)
    if len(found) != 1:
        return zone_sentence(locale, city, "", "")
    abbreviation, offset = next(iter(found))
    return zone_sentence(locale, city, abbreviation if abbreviation.isalpha() else "", _offset_words(offset))


def _offset_words(offset: str) -> str:
    sign = "−" if offset.startswith("-") else "+"
    return f"UTC{sign}{offset[1:3]}:{offset[3:5]}"
