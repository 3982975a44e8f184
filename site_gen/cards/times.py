"""Days and times as pages show them. No end is invented and no offset guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from functools import cache

from site_gen.conference.scalars import ANYWHERE_ON_EARTH
from site_gen.conference.spans import Span
from site_gen.locale import Locale
from site_gen.locale.sentences import city_of, days_off, deadline_zone, zone_sentence
from site_gen.text import zones
from site_gen.text.zone_names import is_place
from site_gen.values import dataclass

_AOE = timezone(timedelta(hours=-12))


@dataclass(frozen=True, slots=True)
class OtherDay:
    """The day of a time that stands under another one: "+1", and the day in words and as ISO 8601.

    `under` is the day that it stands under.
    """

    mark: str
    day: str
    under: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or time as shown, and as the `datetime` of its element says it.

    `other` is set where a time is on another day than the one that it stands under.
    """

    text: str
    machine: str
    other: OtherDay | None = None

    @property
    def marked(self) -> str:
        """The time with the mark of its day: "00:30 +1"."""
        return f"{self.text} {self.other.mark}" if self.other else self.text


@cache
def day_moment(locale: Locale, day: date) -> Moment:
    """A day: "Monday, 29 August 2022"."""
    return Moment(locale.day(day), day.isoformat())


def clock_moment(
    locale: Locale, day: date | None, clock: time, zone: str | None, under: date | None = None
) -> Moment:
    """A local time, with its offset where the zone (an IANA name) and the day are known.

    `under` is the day that it stands under, without one its own: on another day it is marked.
    """
    text = locale.clock(clock)
    if day is None:
        return Moment(text, f"{clock:%H:%M}")
    if zone and clock.tzinfo is None:
        clock = clock.replace(tzinfo=zones.zone(zone))
    machine = datetime.combine(day, clock).isoformat(timespec="minutes")
    return Moment(text, machine, _other_day(locale, day, under or day))


def end_moment(locale: Locale, span: Span, zone: str | None, under: date | None = None) -> Moment | None:
    """An end: a time, or only its day where that is all that is known; None where nothing is.

    Where no start is known either, it says itself what it is: "until Saturday, 12 June 2027".
    """
    if span.end:
        return clock_moment(locale, span.last_day, span.end, zone, under or span.day)
    if span.last_day and span.last_day != span.day:
        last = day_moment(locale, span.last_day)
        return (
            last if span.start else replace(last, text=locale.words.phrases.until_day.format(day=last.text))
        )
    return None


def _other_day(locale: Locale, day: date, under: date) -> OtherDay | None:
    if day == under:
        return None
    return OtherDay(days_off(locale, (day - under).days), locale.day(day), under.isoformat())


def deadline_moment(locale: Locale, day: date, clock: time | None, zone: str | None) -> Moment:
    """When a deadline ends: "Friday, 1 May 2026, 23:59 anywhere on earth".

    The zone is an IANA name or AoE. Without a time the day alone is said, and not its offset.
    """
    shown, everywhere = day_moment(locale, day), zone == ANYWHERE_ON_EARTH
    if clock is None:
        return Moment(f"{shown.text} {deadline_zone(locale, zone)}", shown.machine) if everywhere else shown
    local = _AOE if everywhere else zones.zone(zone) if zone else None
    instant = datetime.combine(day, clock if clock.tzinfo else clock.replace(tzinfo=local))
    text = locale.joined((shown.text, f"{locale.clock(clock)} {deadline_zone(locale, zone)}".rstrip()))
    return Moment(text, instant.isoformat(timespec="minutes"))


def zone_words(locale: Locale, zone: str | None, days: Sequence[date]) -> str:
    """Where the times of these days belong, in words; the offset where it is one on all of them."""
    if zone is None:
        return locale.words.no_zone
    if not is_place(zone):
        offset = f"UTC{zone.replace('-', '−')}" if zones.is_offset(zone) else "UTC"
        return locale.words.phrases.times_without_place.format(offset=offset)
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
