"""schedule.xml of frab, pretalx and our own (https://c3voc.de/wiki/schedule)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_gen.ingest.formats.frab.facts import ScheduleFacts
from site_gen.ingest.formats.frab.frab_file import (
    CALLED_OFF_KEYS,
    NAMES_OF_PERSON,
    Frab,
    FrabEvent,
    FrabLink,
    FrabPerson,
    FrabRoom,
    frab_person,
    room_of,
)
from site_gen.ingest.formats.frab.own import read_schedule
from site_gen.ingest.formats.frab.times import FrabDay
from site_gen.ingest.reading.objects.placed_json import decoded
from site_gen.ingest.reading.objects.placed_xml import XmlElement, read_xml
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import ProblemLog

_HEAD = 4_000
_KNOWN = frozenset(
    ["guid", "id", "date", "track", "start", "end", "duration", "room", "url", "title", "subtitle", "type",
     "language", "abstract", "description", "state", "status", "persons", "links", "attachments", "slug",
     "recording", "video_download_url", "video", "logo", "conf_url", "full_conf_url", *CALLED_OFF_KEYS]
)  # fmt: skip
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?>\s*)*+<schedule[\s>]",
    re.DOTALL,
)


def recognise(text: str) -> int:
    """How surely a text is a schedule of frab in XML."""
    return 99 if _ROOT.match(text[:_HEAD]) and "<conference" in text else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every event of every day and room."""
    root = read_xml(document, problems)
    if root is None:
        return Reading(document=document, format=FRAB_XML)
    return read_schedule(document, FRAB_XML, _schedule(root), _facts(root), problems)


def _facts(root: XmlElement) -> ScheduleFacts:
    """What a file of our own says in its processing instruction."""
    place, text = root.instructions.get("plenary", (root.place, ""))
    facts = decoded(text)
    return ScheduleFacts(place, facts if isinstance(facts, dict) else {})


def _schedule(root: XmlElement) -> Frab:
    generator = root.first("generator")
    conference = root.first("conference")
    return Frab(
        _texts(conference) if conference else {},
        generator.attributes.get("name", "") if generator else "",
        [
            _event(event, day, room)
            for day in root.all("day")
            for room in day.all("room")
            for event in room.all("event")
        ],
        [_day(day) for day in root.all("day")],
        [
            FrabRoom(Fact(name, room.place), guid=room.attributes.get("guid", ""))
            for day in root.all("day")
            for room in day.all("room")
            if (name := room.attributes.get("name"))
        ],
    )


def _day(day: XmlElement) -> FrabDay:
    names = ("date", "end")
    found = (Fact(day.attributes[each], day.place) if day.attributes.get(each) else None for each in names)
    return FrabDay(*found)


def _event(event: XmlElement, day: XmlElement, room: XmlElement) -> FrabEvent:
    texts = _texts(event)
    for name in ("guid", "id"):
        if event.attributes.get(name):
            texts[name] = Fact(event.attributes[name], event.place)
    if "full_conf_url" in texts:  # as wafer calls the page of an event
        texts.setdefault("url", texts["full_conf_url"])
    for recording in event.each("recording", "optout"):
        texts["do_not_record"] = Fact(recording.text.strip(), recording.place)
    if any(texts[name].value.lower() in ("true", "1", "yes") for name in CALLED_OFF_KEYS if name in texts):
        texts["state"] = Fact("cancelled", event.place)
    above = Fact(room.attributes.get("name", ""), room.place)
    if found := room_of(texts.get("room"), above, room.attributes.get("slug", "")):
        texts["room"] = found
    return FrabEvent(
        place=event.place,
        day=Fact(day.attributes["date"], day.place) if "date" in day.attributes else None,
        texts=texts,
        persons=tuple(map(_person, event.each("persons", "person"))),
        links=tuple(_links(event)),
        others=tuple(_others(event)),
        listed_in=above.value,
    )


def _others(event: XmlElement) -> Iterator[str]:
    """The names of what else an event says."""
    yield from (
        each.name for each in event.children if each.name not in _KNOWN and (each.text or each.children)
    )
    yield from ("recording licence" for each in event.each("recording", "license") if each.text.strip())


def _person(person: XmlElement) -> FrabPerson:
    """A person: the name alone, or in elements of its own."""
    texts = _texts(person)
    names = (texts[name].value for name in NAMES_OF_PERSON if name in texts)
    return frab_person(
        Fact(next(names, person.text.strip()), person.place),
        {**{name: fact.value for name, fact in texts.items()}, **person.attributes},
    )


def _texts(element: XmlElement) -> dict[str, Fact[str]]:
    """The texts of the elements directly inside, by their names, without empty ones."""
    children = ((child.name, child.text.strip(), child.place) for child in element.children)
    return {name: Fact(text, place) for name, text, place in children if text}


def _links(event: XmlElement) -> Iterator[FrabLink]:
    for name, kind in (("video_download_url", "video"), ("video", "video"), ("logo", "logo")):
        yield from (
            FrabLink(kind, "", each.text.strip(), each.place) for each in event.all(name) if each.text.strip()
        )
    for path in (("links", "link"), ("attachments", "attachment")):
        for each in event.each(*path):
            attributes = each.attributes
            yield FrabLink(
                attributes.get("type", ""), each.text.strip(), attributes.get("href", "").strip(), each.place
            )


FRAB_XML = SourceFormat(
    name="frab-xml", title="schedule.xml of frab or pretalx", recognise=recognise, read=read, parts_names=True
)
