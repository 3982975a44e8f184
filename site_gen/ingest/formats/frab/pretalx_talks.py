"""pretalx: talks as its API and its public page of the schedule give them, in whatever objects and lists.

What talks, breaks and slots name by an id or a code stands beside them, or in them; names may be told in
several languages. A talk has a slot, or several, in it or around it, or times of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from site_gen.ingest.formats.frab.facts import ScheduleFacts
from site_gen.ingest.formats.frab.frab_file import Frab, FrabEvent, FrabLink, FrabPerson, frab_person
from site_gen.ingest.formats.frab.own import read_schedule
from site_gen.ingest.formats.frab.schedule_json import in_english
from site_gen.ingest.reading.columns.private_values import EMAIL, count_addresses
from site_gen.ingest.reading.objects.placed_json import JsonObject, listed, plain_text, read_objects
from site_gen.ingest.reading.times.moments import Moment, in_zone, read_moment
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text.zones import instant, is_zone, zone
from site_gen.values import dataclass

_HEAD = 200_000
_TALK = re.compile(r'"(?:content_locale|submission_type|slot_type)"\s*:')
_CODE = re.compile(r'"code"\s*:\s*"[A-Z0-9]{6}"')
_TIMED = re.compile(r'"start"\s*:\s*"\d{4}-\d\d-\d\dT')
_FRAB = re.compile(r'"(?:conference|days)"\s*:\s*[{\[]')
_NAMED = ("rooms", "tracks", "submission_types", "submission-types")
_NO_TALKS = frozenset([*_NAMED, "speakers", "answers", "reviews", "resources", "tags"])
_READ = frozenset(
    ["code", "id", "title", "abstract", "description", "speakers", "track", "track_id", "submission_type",
     "submission_type_id", "state", "start", "end", "room", "room_id", "slot", "slots", "slot_count",
     "slot_type", "duration", "content_locale", "resources", "updated", "created", "do_not_record",
     "pending_state", "is_featured", "image", "submission", "url", "tags", "tag_ids", "anonymised_data"]
)  # fmt: skip
_STAND_INS = ("avatar", "submissions", "answers", "email")  # of people; what is no text of theirs


def recognise(text: str) -> int:
    """How surely a text is JSON of pretalx with talks that have times, and not its schedule.json."""
    head = text[:_HEAD]
    if head.lstrip()[:1] not in ("{", "[") or _FRAB.search(head):
        return 0
    return 97 if all(each.search(text) for each in (_TALK, _CODE, _TIMED)) and '"title"' in head else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every talk and every break, once for each of its slots; a break in several rooms is one."""
    roots = read_objects(document, "results", problems)
    found = [each for root in roots for each in _talks(root)]
    reader = _Reader(_Names.of(roots), next(filter(None, map(_zone, roots)), ""), problems)
    root = roots[0] if roots else None
    conference = _conference(root) if root else {}
    events = [each for talk, slots in _with_slots(roots, found) for each in reader.events(talk, slots)]
    if root is None or not events:
        return Reading(document=document, format=PRETALX)
    facts = ScheduleFacts(root.place, {})
    reading = read_schedule(document, PRETALX, Frab(conference, "", events), facts, problems)
    addresses = sum(count_addresses(text) for talk, _ in found for text in _contacts(talk))
    return replace(
        reading,
        sessions=tuple(_in_all_rooms(reading.sessions)),
        not_imported={**reading.not_imported, **({EMAIL: addresses} if addresses else {})},
    )


def _contacts(talk: JsonObject) -> Iterator[str]:
    """What an export says of the speakers of a talk that is not for the public."""
    return (text for each in talk.objects("speakers") if (text := each.text_of("email")))


def _conference(root: JsonObject) -> dict[str, Fact[str]]:
    keys = {"event_start": "start", "event_end": "end", "timezone": "timezone"}
    return {
        name: Fact(root.text_of(key), root.place_of(key)) for key, name in keys.items() if root.text_of(key)
    }


def _zone(root: JsonObject) -> str:
    name = root.text_of("timezone")
    return name if is_zone(name) else ""


def _talks(found: JsonObject) -> Iterator[tuple[JsonObject, JsonObject | None]]:
    """The talks and breaks inside an object, each with the slot around it, if it is in one."""
    submission = found.object("submission")
    if submission and _is_talk(submission):
        yield submission, found
    elif _is_talk(found) or (_is_slot(found) and not plain_text(found.members.get("submission"))):
        yield found, None
    else:
        for key, value in found.members.items():
            if key not in _NO_TALKS and isinstance(value, (list, dict)):
                inner = found.objects(key) if isinstance(value, list) else [found.object(key)]
                yield from (talk for each in inner if each for talk in _talks(each))


def _is_talk(found: JsonObject) -> bool:
    return "title" in found.members and not {"code", "slot_type"}.isdisjoint(found.members)


def _is_slot(found: JsonObject) -> bool:
    return {"start", "end", "room"} <= found.members.keys()


def _with_slots(
    roots: Sequence[JsonObject], talks: Sequence[tuple[JsonObject, JsonObject | None]]
) -> Iterator[tuple[JsonObject, list[JsonObject]]]:
    """Each talk with its slots: those in it, around it, or beside it under its code; else it is its own."""
    beside: dict[str, list[JsonObject]] = defaultdict(list)
    for slot in (each for root in roots for each in (root, *root.objects("slots"))):
        if _is_slot(slot) and (code := slot.text_of("submission")):
            beside[code].append(slot)
    for talk, around in talks:
        inside = [each for each in (talk.object("slot"), *talk.objects("slots")) if each and _is_slot(each)]
        yield talk, [around] if around else inside or beside[talk.text_of("code")] or [talk]


@dataclass(frozen=True, slots=True)
class _Names:
    """What is called by an id or a code: rooms, tracks and types by the key of their list, and people."""

    named: Mapping[tuple[str, str], str] = field(default_factory=dict)
    people: Mapping[str, JsonObject] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Sequence[JsonObject]) -> _Names:
        """What the lists of an export hold."""
        named = {
            (key.replace("-", "_"), each.text_of("id")): in_english(each.members.get("name"))
            for root in roots
            for key in _NAMED
            for each in root.objects(key)
        }
        people = (each for root in roots for each in root.objects("speakers"))
        return cls(named, {each.text_of("code"): each for each in people if each.text_of("code")})

    def text(self, found: JsonObject, key: str, listed_in: str) -> Fact[str] | None:
        """What an object names under a key; None where it is not known."""
        text = in_english(found.members.get(key))
        text = self.named.get((listed_in, text), "" if text.isdecimal() else text)
        return Fact(text, found.place_of(key)) if text.strip() else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes events of talks; `zone` is that of the conference, if it is said."""

    names: _Names
    zone: str
    problems: ProblemLog

    def events(self, talk: JsonObject, slots: Sequence[JsonObject]) -> Iterator[FrabEvent]:
        """An event for each slot of a talk; those of several have ids of their own."""
        code, held = talk.text_of("code"), self._texts(talk)
        others = tuple(key for key, value in talk.members.items() if key not in _READ and value)
        for slot in slots:
            texts = {**held, **self._when(slot)}
            room = self.names.text(slot, "room", "rooms") or self.names.text(talk, "room", "rooms")
            if room:
                texts["room"] = room
            if code:
                called = code if len(slots) == 1 else f"{code}-{slot.text_of('id') or slot.text_of('start')}"
                texts["guid"] = Fact(called, talk.place_of("code"))
            if "title" in texts or "description" in texts:
                people, links = tuple(self._people(talk)), tuple(_links(talk))
                yield FrabEvent(slot.place, None, _titled(texts), people, links, others)

    def _texts(self, talk: JsonObject) -> dict[str, Fact[str]]:
        names = ("title", "abstract", "description", "state")
        texts = {name: Fact(in_english(talk.members.get(name)), talk.place_of(name)) for name in names}
        texts["language"] = Fact(talk.text_of("content_locale"), talk.place_of("content_locale"))
        found = {name: fact for name, fact in texts.items() if fact.value.strip()}
        track = self.names.text(talk, "track", "tracks")
        kind = self.names.text(talk, "submission_type", "submission_types")
        if not talk.text_of("code"):
            title = found.get("title") or found.get("description") or Fact("", talk.place)
            known = kind_of_words(title.value)
            kind = Fact(known if known != "other" else "break", title.place)
        more = {"track": track, "type": kind}
        return found | {name: fact for name, fact in more.items() if fact}

    def _when(self, slot: JsonObject) -> dict[str, Fact[str]]:
        """Start and end, on the clocks of the conference."""
        start = read_moment(slot.text_of("start"))
        end = read_moment(slot.text_of("end"))
        if start and start.clock and start.zone:
            start = in_zone(start, self.zone or start.zone)
        if start and end and end.clock and end.zone:
            end = in_zone(end, start.zone)
        moments = {"date": (start, "start"), "end": (end, "end")}
        return {
            name: Fact(_printed(moment), slot.place_of(key))
            for name, (moment, key) in moments.items()
            if moment
        }

    def _people(self, talk: JsonObject) -> Iterator[FrabPerson]:
        place = talk.place_of("speakers")
        for each in listed(talk.members.get("speakers")):
            person = self.names.people.get(plain_text(each)) if isinstance(each, str) else None
            members = each if isinstance(each, dict) else person.members if person else {}
            name = plain_text(members.get("name"))
            if name.strip():
                texts = {key: plain_text(text) for key, text in members.items() if not _is_stand_in(key)}
                yield frab_person(Fact(name, place), texts)
            elif isinstance(each, str):
                what = f"no speaker has the code '{each[:40]}'"
                self.problems.warning("unknown-id", what, place, "export it with the speakers in it")


def _is_stand_in(key: str) -> bool:
    return key.startswith(_STAND_INS)


def _titled(texts: dict[str, Fact[str]]) -> dict[str, Fact[str]]:
    """The texts of a break, which its slot only describes: "Coffee"."""
    if "title" in texts:
        return texts
    others = {name: fact for name, fact in texts.items() if name != "description"}
    return {**others, "title": texts["description"]}


def _printed(moment: Moment) -> str:
    """A moment in the form of ISO 8601, with its offset."""
    if moment.clock is None or not (moment.zone and is_zone(moment.zone)):
        return f"{moment.day:%Y-%m-%d}" + (f"T{moment.clock:%H:%M}" if moment.clock else "")
    at = instant(moment.day, moment.clock, moment.zone).astimezone(zone(moment.zone))
    return at.isoformat(timespec="minutes")


def _links(talk: JsonObject) -> Iterator[FrabLink]:
    for each in talk.objects("resources"):
        url = each.text_of("resource") or each.text_of("link") or each.text_of("url")
        yield FrabLink("", each.text_of("description"), url.strip(), each.place)


def _in_all_rooms(sessions: Sequence[SessionRecord]) -> Iterator[SessionRecord]:
    """The sessions, with what nobody gives at one time in several rooms once."""
    rooms: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for each in sessions:
        rooms[_shared(each)] += [each.room.value] if each.room else []
    for each in sessions:
        found = rooms.pop(_shared(each), None) if not each.people and not each.guid else ()
        others = tuple(dict.fromkeys(found[1:])) if found and each.room else ()
        if found is not None:
            yield replace(each, other_rooms=Fact(others, each.place)) if others else each


def _shared(each: SessionRecord) -> tuple[object, ...]:
    parts = (each.title, each.day, each.start, each.end)
    return tuple(part.value if part else None for part in parts)


PRETALX = SourceFormat(
    name="pretalx", title="talks of pretalx", recognise=recognise, read=read, parts_names=True
)
