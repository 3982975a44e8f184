"""Indico: its export of an event in JSON, with contributions or with sessions and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from site_gen.conference import Participant, Role
from site_gen.ingest.reading.author_lists import one_name
from site_gen.ingest.reading.json_papers import JsonPapers
from site_gen.ingest.reading.moments import Moment, Span, read_moment, session_at, slot_at, span
from site_gen.ingest.reading.placed_json import JsonObject, plain_text, read_objects
from site_gen.ingest.reading.rich_text import markdown_of, without_tags
from site_gen.ingest.reading.rooms import location_of
from site_gen.ingest.reading.session_days import printed_year
from site_gen.ingest.reading.session_headings import kind_of_words
from site_gen.ingest.records import (
    ConferenceRecord,
    Document,
    Fact,
    PartialDay,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog
from site_gen.text import fold

_HEAD = 60_000
_EVENT = re.compile(r'"_type"\s*:\s*"(?:Conference|Meeting|Lecture|HTTPAPIResult|Contribution|Session\w*)"')
_ROLES: tuple[tuple[str, Role], ...] = (
    ("speakers", "speaker"), ("presenters", "speaker"), ("conveners", "chair"), ("chairs", "chair"),
)  # fmt: skip


def recognise(text: str) -> int:
    """How surely a text is such an export."""
    head = text[:_HEAD].lstrip()
    return 98 if head.startswith(("{", "[")) and _EVENT.search(head) and '"startDate"' in text else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every contribution, those of one session block as its slots, and sessions without any."""
    reader = _Reader(document, JsonPapers(document, problems))
    events = [
        event for event in read_objects(document, "results", problems) if event.members.get("startDate")
    ]
    sessions = tuple(session for event in events for session in reader.sessions(event))
    return Reading(
        document=document,
        format=INDICO,
        sessions=sessions,
        edition=printed_year(sessions),
        conference=reader.conference(events[0]) if len(events) == 1 else ConferenceRecord(),
        not_imported=reader.papers.private.counts,
        not_taken=reader.papers.private.not_taken,
    )


@dataclass(frozen=True, slots=True)
class _Contribution:
    """A contribution, the session that it is in, and when it is."""

    item: JsonObject
    session: str
    when: Span


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the events of one export; counts what it leaves out."""

    document: Document
    papers: JsonPapers

    def conference(self, event: JsonObject) -> ConferenceRecord:
        """The title and the zone of an event."""
        zone = self._line(event, "timezone")
        return ConferenceRecord(title=self._line(event, "title"), time_zone=zone)

    def sessions(self, event: JsonObject) -> Iterator[SessionRecord]:
        """The sessions of an event in its order; what is in no session is one of its own."""
        for block in event.objects("sessions"):
            yield self._block(block)
        blocks: dict[tuple[str, str, str], list[_Contribution]] = {}
        for item in event.objects("contributions"):
            found = _Contribution(item, self._session_of(item), self._when(item))
            day = str(found.when.day.value) if found.when.day else ""
            room = plain_text(item.members.get("room"))
            own = (str(item.start), "", "") if not found.session else (found.session, day, room)
            blocks.setdefault(own, []).append(found)
        for (session, _, _), held in blocks.items():
            if held[0].session:
                yield self._of_contributions(session, held)
            else:
                yield self._alone(held[0])

    def _session_of(self, item: JsonObject) -> str:
        return plain_text(item.members.get("session"))

    def _block(self, block: JsonObject) -> SessionRecord:
        """A session that stands in the export with its contributions inside."""
        held = [_Contribution(item, "", self._when(item)) for item in block.objects("contributions")]
        when = self._when(block)
        return self._record(block, when, tuple(self._slot(each, when.day) for each in held))

    def _of_contributions(self, session: str, held: list[_Contribution]) -> SessionRecord:
        """A session that only its contributions name: it lasts from the first to the last of them."""
        held = sorted(held, key=lambda each: each.when.start.value if each.when.start else time.max)
        first, last = held[0], held[-1]
        location = location_of(self._line(first.item, "room"))
        place = first.item.place_of("session")
        kind = kind_of_words(session)
        return SessionRecord(
            place=first.item.place,
            kind=Fact(kind, place) if kind != "other" else None,
            title=Fact(without_tags(session), place),
            track=self._shared_track(held),
            day=first.when.day,
            start=first.when.start,
            end=last.when.end,
            end_later=last.when.end_later,
            zone=first.when.zone,
            room=location.room,
            slots=tuple(self._slot(each, first.when.day) for each in held),
        )

    def _shared_track(self, held: list[_Contribution]) -> Fact[str] | None:
        tracks = [self._line(each.item, "track") for each in held]
        names = {fold(fact.value) if fact else "" for fact in tracks}
        return tracks[0] if len(names) == 1 else None

    def _alone(self, found: _Contribution) -> SessionRecord:
        return self._record(found.item, found.when, ())

    def _record(self, item: JsonObject, when: Span, slots: tuple[SlotRecord, ...]) -> SessionRecord:
        title, location = self._line(item, "title"), location_of(self._line(item, "room"))
        kind = kind_of_words(title.value) if title else "other"
        return session_at(
            SessionRecord(
                place=item.place,
                kind=Fact(kind, title.place) if title and kind != "other" else None,
                title=title,
                track=self._line(item, "track"),
                room=location.room,
                people=self._people(item),
                description=self._description(item),
                links=Fact(location.links, item.place_of("room")) if location.links else None,
                slots=slots,
            ),
            when,
        )

    def _slot(self, found: _Contribution, day: Fact[PartialDay] | None) -> SlotRecord:
        item = found.item
        slot = SlotRecord(
            place=item.place,
            title=self._line(item, "title"),
            room=location_of(self._line(item, "room")).room,
            people=self._people(item),
            description=self._description(item),
        )
        return slot_at(slot, found.when, day)

    def _people(self, item: JsonObject) -> Fact[tuple[Participant, ...]] | None:
        """Who speaks or leads; where nobody is said to speak, the authors."""
        people = [each for key, role in _ROLES for each in self._listed(item, key, role)]
        people = people or [
            each for key in ("primaryauthors", "coauthors") for each in self._listed(item, key, "speaker")
        ]
        return Fact(tuple(dict.fromkeys(people)), item.place) if people else None

    def _listed(self, item: JsonObject, key: str, role: Role) -> Iterator[Participant]:
        for person in item.objects(key):
            texts = {name: plain_text(value).strip() for name, value in person.members.items()}
            given, family = texts.get("first_name", ""), texts.get("last_name", "")
            if not given and not family:
                family, _, given = (part.strip() for part in texts.get("fullName", "").partition(","))
            name = one_name(given, family, person.place.line).name
            if name:
                yield Participant(name=name, role=role, affiliation=texts.get("affiliation") or None)

    def _line(self, item: JsonObject, key: str) -> Fact[str] | None:
        fact = self.papers.line(item.members.get(key), item.place_of(key))
        return Fact(without_tags(fact.value), fact.place) if fact else None

    def _description(self, item: JsonObject) -> Fact[str] | None:
        text = plain_text(item.members.get("description"))
        return self.papers.paragraphs(markdown_of(text), item.place_of("description"))

    def _when(self, item: JsonObject) -> Span:
        """When it takes place, in the zone that its dates name; without an end, by its length."""
        place = item.place_of("startDate")
        start, end = (_moment(item, key) for key in ("startDate", "endDate"))
        minutes = plain_text(item.members.get("duration"))
        if start and start.clock and end is None and re.fullmatch(r"\d{1,4}(?:\.0)?", minutes):
            later = datetime.combine(start.day, start.clock) + timedelta(minutes=float(minutes))
            end = Moment(later.date(), later.time(), start.zone)
        return span(start, end, place)


def _moment(item: JsonObject, key: str) -> Moment | None:
    value = item.members.get(key)
    if not isinstance(value, dict):
        return None
    found = read_moment(f"{plain_text(value.get('date'))}T{plain_text(value.get('time'))}")
    return Moment(found.day, found.clock, plain_text(value.get("tz")) or None) if found else None


INDICO = SourceFormat(name="indico", title="Indico", recognise=recognise, read=read)
