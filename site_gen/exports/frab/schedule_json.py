"""`<edition>/schedule.json`: the programme for apps (https://c3voc.de/schedule/schema.json).

Made for editions with a time zone and something timed. The schema demands a duration; where no source
gives an end, an event has no `end`, and its `duration` lasts until the next one in its room on that day
(a slot no longer than its session), else an hour. It also demands an address: without a base URL that
is the event's guid as a URN. What the schema has no member for stands under "plenary", beside the conference.
"""

from __future__ import annotations

import re

from site_gen import __version__
from site_gen.conference import Track
from site_gen.exports.frab.events import Reference, ScheduleEvent
from site_gen.exports.frab.people import SchedulePerson
from site_gen.exports.frab.schedule import Schedule, ScheduleDay, ScheduleRoom, schedule_of, slug_of
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_editions
from site_gen.site.scheduled import has_schedule
from site_gen.site.subjects import ScheduleOf
from site_gen.text.json_text import Json, json_object

# The names of zones that the schema knows; the offset of each time tells enough of the others.
_ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+|.*UTC$")


def _body(site: Site, subject: Subject) -> bytes:
    schedule = schedule_of(site, subject.edition)
    return json_object(
        {
            "$schema": "https://c3voc.de/schedule/schema.json",
            "generator": {"name": "Plenary", "version": __version__},
            "schedule": {
                "version": schedule.version,
                **_known("base_url", schedule.base_url),
                "conference": _conference(schedule),
                "plenary": schedule.facts,
            },
        },
        {},
    )


def _conference(schedule: Schedule) -> dict[str, Json]:
    return {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": schedule.first_day,
        "end": schedule.last_day,
        "daysCount": len(schedule.days),
        "timeslot_duration": schedule.timeslot,
        **_known("time_zone_name", schedule.time_zone if _ZONE.match(schedule.time_zone) else None),
        **_known("url", schedule.url),
        "tracks": [_track(track) for track in schedule.tracks],
        "rooms": [_room(room) for room in schedule.rooms if room.guid],
        "days": [_day(day) for day in schedule.days],
    }


def _track(track: Track) -> Json:
    return {"name": track.name, **_known("slug", slug_of(track))}


def _room(room: ScheduleRoom) -> Json:
    return {"name": room.name, "guid": room.guid, "description": room.note or None}


def _day(day: ScheduleDay) -> Json:
    return {
        "index": day.index,
        "date": day.date,
        "day_start": day.start,
        "day_end": day.end,
        "rooms": {each.room.name: [_event(event) for event in each.events] for each in day.rooms},
    }


def _event(event: ScheduleEvent) -> Json:
    return {
        "guid": event.guid,
        "id": event.number,
        "date": event.date,
        "start": event.start,
        **_known("end", event.end),
        "duration": event.duration,
        "room": event.room,
        "slug": event.slug,
        "url": event.url or f"urn:uuid:{event.guid}",
        "title": event.title,
        "subtitle": event.subtitle or None,
        "track": event.track or None,
        "type": event.type,
        **_known("logo", event.logo),
        "language": event.language,
        "abstract": event.abstract or None,
        "description": event.description or None,
        **({} if event.is_recorded else {"do_not_record": True}),
        "persons": [_person(person) for person in event.people],
        "links": [_reference(link) for link in event.links],
        "attachments": [_reference(attachment) for attachment in event.attachments],
    }


def _person(person: SchedulePerson) -> Json:
    return {
        "id": person.number,
        "guid": person.guid,
        "name": person.name,
        **_known("avatar", person.picture),
        **_known("biography", person.biography),
    }


def _reference(reference: Reference) -> Json:
    return {"type": reference.type, "title": reference.title, "url": reference.url}


def _known(name: str, value: str | None) -> dict[str, Json]:
    """A member that is left out where its value is not known: the schema takes no null there."""
    return {name: value} if value else {}


SCHEDULE_JSON = Export(
    name="schedule-json",
    files=of_editions("schedule.json", has_schedule, ScheduleOf),
    body=_body,
    media_type="application/json",
    specification="https://github.com/voc/schedule",
    is_archived=True,
)
