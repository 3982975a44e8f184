"""schedule.json of frab, pretalx and our own (https://c3voc.de/schedule/schema.json); drafts of schedule2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from site_gen.ingest.formats.frab.facts import ScheduleFacts
from site_gen.ingest.formats.frab.flat_events import References, flat_texts
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
from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, plain_text, read_objects
from site_gen.ingest.records import Document, Fact, Reading, SourceFormat
from site_gen.problems import Place, ProblemLog

_HEAD = 60_000
_DEEPEST = 2  # {"name": {"en": "Main"}}
_KEYS = re.compile(r'"schedule"\s*:\s*\{')
_TEXTS = (
    "guid", "id", "date", "track", "start", "end", "duration", "room", "url", "title", "subtitle", "type",
    "language", "abstract", "description", "state", "status",
)  # fmt: skip
_REFERRING = ("room", "track")
_PERSONS = ("persons", "participants")
_KNOWN = frozenset(
    [*_TEXTS, *_PERSONS, "do_not_record", "links", "attachments", "logo", "slug", "code", *CALLED_OFF_KEYS]
)
_OF_CONFERENCE = (
    "start", "end", "title", "time_zone_name", "timezone", "city", "venue", "base_url", "url", "day_change",
    "acronym",
)  # fmt: skip


def recognise(text: str) -> int:
    """How surely a text is a schedule of frab in JSON."""
    head = text[:_HEAD]
    is_schedule = head.lstrip().startswith("{") and _KEYS.search(head) and '"conference"' in head
    return 99 if is_schedule and ('"days"' in text or '"events"' in text) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every event of every day and room."""
    root = next(iter(read_objects(document, "", problems)), None)
    schedule = _schedule(root) if root else None
    if root is None or schedule is None:
        return Reading(document=document, format=FRAB_JSON)
    return read_schedule(document, FRAB_JSON, schedule, _facts(root), problems)


def _facts(root: JsonObject) -> ScheduleFacts:
    """What a file of our own says beside the conference."""
    schedule = root.object("schedule") or root
    facts = schedule.object("plenary")
    return ScheduleFacts(facts.place, facts.members) if facts else ScheduleFacts(root.place, {})


def _schedule(root: JsonObject) -> Frab | None:
    schedule = root.object("schedule")
    conference = schedule.object("conference") if schedule else None
    if schedule is None or conference is None:
        return None
    generator = root.object("generator")
    return Frab(
        _texts(schedule, ("base_url",)) | _texts(conference, _OF_CONFERENCE),
        generator.text_of("name") if generator else "",
        [
            *(
                _event(event, room, _texts(day, ("date",)).get("date"))
                for day in conference.objects("days")
                if (rooms := day.object("rooms"))
                for room in rooms.members
                for event in rooms.objects(room)
            ),
            *_flat_events(schedule, conference),
        ],
        [_day(day) for day in conference.objects("days")],
        [_room(room) for room in conference.objects("rooms")],
    )


def _flat_events(schedule: JsonObject, conference: JsonObject) -> Iterator[FrabEvent]:
    """The events that a draft of schedule2.json lists beside its days."""
    references = References.of(conference)
    for event in schedule.objects("events"):
        named = {
            key: references.resolved(event.members.get(key)) for key in _REFERRING if key in event.members
        }
        found = _event(JsonObject(event.text, event.start, {**event.members, **named}), "", None)
        unknown = tuple(key for key, value in named.items() if event.members[key] and not value)
        yield replace(found, texts=flat_texts(found.texts), others=(*found.others, *unknown))


def _day(day: JsonObject) -> FrabDay:
    texts = _texts(day, ("date", "day_end", "end"))
    return FrabDay(texts.get("date"), texts.get("day_end") or texts.get("end"))


def _room(room: JsonObject) -> FrabRoom:
    texts = {name: fact.value for name, fact in _texts(room, ("description", "guid")).items()}
    name = _texts(room, ("name",)).get("name") or Fact("", room.place)
    return FrabRoom(name, texts.get("description", ""), texts.get("guid", ""))


def _event(event: JsonObject, room: str, day: Fact[str] | None) -> FrabEvent:
    offsets = event.offsets

    def place(key: str) -> Place:
        return event.text.place(offsets[key])

    persons, lists = [key for key in _PERSONS if event.members.get(key)], ("links", "attachments")
    logo = _texts(event, ("logo",)).values()
    texts = {**_texts(event, _TEXTS), **_switches(event)}
    if found := room_of(texts.get("room"), Fact(room, event.place)):
        texts["room"] = found
    return FrabEvent(
        place=event.place,
        day=day,
        texts=texts,
        persons=tuple(each for key in persons for each in _persons(event.members[key], place(key))),
        links=(
            *(link for key in lists if key in offsets for link in _links(event.members[key], place(key))),
            *(FrabLink("logo", "", each.value.strip(), each.place) for each in logo),
        ),
        others=tuple(key for key, value in event.members.items() if key not in _KNOWN and value),
        listed_in=room,
    )


def _switches(event: JsonObject) -> dict[str, Fact[str]]:
    """What is told by a true or false alone."""
    meanings = {
        "do_not_record": ("do_not_record", "true"),
        **dict.fromkeys(CALLED_OFF_KEYS, ("state", "cancelled")),
    }
    on = [name for name in meanings if event.members.get(name) is True]
    return {meanings[name][0]: Fact(meanings[name][1], event.place_of(name)) for name in on}


def _texts(found: JsonObject, names: tuple[str, ...]) -> dict[str, Fact[str]]:
    offsets = found.offsets
    texts = {name: in_english(found.members.get(name)) for name in names}
    return {name: Fact(text, found.text.place(offsets[name])) for name, text in texts.items() if text.strip()}


def in_english(value: Json | None) -> str:
    """A text, which may be the name of an object, or be told in several languages: the English one counts."""
    for _ in range(_DEEPEST):
        if isinstance(value, dict):
            value = value.get("name") or value.get("en") or next(iter(value.values()), None)
    return plain_text(value)


def _persons(persons: Json, place: Place) -> Iterator[FrabPerson]:
    for person in persons if isinstance(persons, list) else ():
        members = person if isinstance(person, dict) else {"name": person}
        names = [plain_text(members.get(name)) for name in NAMES_OF_PERSON]
        for name in [name for name in names if name.strip()][:1]:
            yield frab_person(Fact(name, place), {key: plain_text(value) for key, value in members.items()})


def _links(links: Json, place: Place) -> Iterator[FrabLink]:
    for link in links if isinstance(links, list) else ():
        members = link if isinstance(link, dict) else {"url": link}
        kind, title, url = (plain_text(members.get(key)) for key in ("type", "title", "url"))
        yield FrabLink(kind, title, url.strip(), place)


FRAB_JSON = SourceFormat(
    name="frab-json", title="schedule.json of frab or pretalx", recognise=recognise, read=read,
    parts_names=True,
)  # fmt: skip
