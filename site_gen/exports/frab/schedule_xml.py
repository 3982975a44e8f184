"""`<edition>/schedule.xml`: the programme for apps, in the format of frab (https://c3voc.de/wiki/schedule).

Made for editions with a time zone and something timed. The schema demands a duration; where no source
gives an end, it lasts until the next event in the room on that day (a slot no longer than its session),
else an hour, and the description says that the end is not known. What the schema has no element for stands
in a processing instruction at the end, as JSON, which other programs skip.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.etree.ElementTree import Element, ProcessingInstruction, SubElement, indent, tostring

from site_gen import __version__
from site_gen.exports.frab.events import Reference, ScheduleEvent
from site_gen.exports.frab.schedule import Schedule, ScheduleDay, schedule_of, slug_of
from site_gen.site import Export, Site, Subject
from site_gen.site.naming import of_editions
from site_gen.site.scheduled import has_schedule
from site_gen.site.subjects import ScheduleOf
from site_gen.text.zones import is_offset
from site_gen.writers.links import uri


def _body(site: Site, subject: Subject) -> bytes:
    schedule, address = (
        schedule_of(site, subject.edition),
        site.absolute(site.file_address(SCHEDULE_XML, subject)),
    )
    root = Element("schedule")
    SubElement(root, "generator", name="Plenary", version=__version__)
    _texts(root, url=uri(address) if address else None, version=schedule.version)
    _conference(root, schedule)
    for day in schedule.days:
        _day(root, day)
    root.append(ProcessingInstruction("plenary", _facts(schedule)))
    indent(root, space=" ")
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _facts(schedule: Schedule) -> str:
    """The facts as JSON in ASCII, without the sign that would end a processing instruction."""
    return json.dumps(schedule.facts, separators=(",", ":")).replace(">", "\\u003e")


def _conference(root: Element, schedule: Schedule) -> None:
    conference = SubElement(root, "conference")
    _texts(
        conference,
        acronym=schedule.acronym,
        title=schedule.title,
        start=schedule.first_day,
        end=schedule.last_day,
        days=str(len(schedule.days)),
        timeslot_duration=schedule.timeslot,
        base_url=schedule.base_url,
        url=schedule.url,
        time_zone_name=None if is_offset(schedule.time_zone) else schedule.time_zone,
    )
    for track in schedule.tracks:
        slug = slug_of(track)
        SubElement(conference, "track", {"name": track.name, **({"slug": slug} if slug else {})})


def _day(root: Element, day: ScheduleDay) -> None:
    within = SubElement(root, "day", index=str(day.index), date=day.date, start=day.start, end=day.end)
    for each in day.rooms:
        guid = {"guid": each.room.guid} if each.room.guid else {}
        room = SubElement(within, "room", {"name": each.room.name, **guid})
        for event in each.events:
            _event(room, event)


def _event(room: Element, event: ScheduleEvent) -> None:
    element = SubElement(room, "event", guid=event.guid, id=str(event.number))
    _texts(
        element,
        date=event.date,
        start=event.start,
        duration=event.duration,
        room=event.room,
        url=event.url,
        title=event.title,
        subtitle=event.subtitle,
        track=event.track,
        type=event.type,
        logo=event.logo,
        language=event.language,
        abstract=event.abstract,
        description=event.description,
    )
    persons = SubElement(element, "persons")
    for person in event.people:
        SubElement(persons, "person", id=str(person.number), guid=person.guid).text = person.name
    if not event.is_recorded:
        _texts(SubElement(element, "recording"), license="", optout="true")
    _references(element, "links", "link", event.links)
    _references(element, "attachments", "attachment", event.attachments)


def _references(event: Element, name: str, each_name: str, references: Iterable[Reference]) -> None:
    listed = SubElement(event, name)
    for each in references:
        SubElement(listed, each_name, href=each.url, type=each.type).text = each.title


def _texts(parent: Element, **texts: str | None) -> None:
    """An element for each text, in the order given; none for what is not known."""
    for name, text in texts.items():
        if text is not None:
            SubElement(parent, name).text = text


SCHEDULE_XML = Export(
    name="schedule-xml",
    files=of_editions("schedule.xml", has_schedule, ScheduleOf),
    body=_body,
    media_type="application/xml",
    specification="https://github.com/voc/schedule",
    is_archived=True,
)
