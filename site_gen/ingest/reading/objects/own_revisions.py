"""The versions of a paper, and the day of its correction, as our own conference.json gives them."""

from __future__ import annotations

from datetime import date

from site_gen.conference import Revision
from site_gen.ingest.reading.objects.placed_json import JsonObject
from site_gen.ingest.reading.times.moments import read_moment
from site_gen.ingest.records import Fact


def day_fact(item: JsonObject, key: str) -> Fact[date] | None:
    """A day; None where there is none."""
    moment = read_moment(item.text_of(key))
    return Fact(moment.day, item.place_of(key)) if moment else None


def revisions_fact(item: JsonObject) -> Fact[tuple[Revision, ...]] | None:
    """The versions of a paper; None where it has but one."""
    found = tuple(_revision(each) for each in item.objects("revisions") if each.members.get("version"))
    return Fact(found, item.place_of("revisions")) if found else None


def _revision(item: JsonObject) -> Revision:
    version, note, url = (item.text_of(name) for name in ("version", "note", "url"))
    day = day_fact(item, "date")
    return Revision(version=version, date=day.value if day else None, note=note or None, url=url or None)
