"""The facts beside a schedule of ours, which frab has no place for: ids, and values as content has them.

An id that is not known, as after an edit by hand, is a problem at the place of the facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from typing import TypeVar, get_args

from site_gen.conference import Authorship, Link, LinkRel, Participant, Role, SessionKind, Status
from site_gen.conference.programme import Attendance
from site_gen.conference.scalars import read_clock, read_day, read_url
from site_gen.ingest.formats.frab.frab_file import Frab, FrabEvent
from site_gen.ingest.formats.frab.schedule import EventReader
from site_gen.ingest.reading.metadata.content_ids import KINDS, RELS, ROLES, STATUSES
from site_gen.ingest.reading.metadata.languages import language_fact
from site_gen.ingest.reading.objects.placed_json import Json, listed, plain_text
from site_gen.ingest.records import Fact, PartialDay
from site_gen.problems import Place
from site_gen.values import dataclass

Id = TypeVar("Id", LinkRel, Role, SessionKind)


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """What is said of one event or session; `place` is that of the event, or of all facts."""

    reader: EventReader
    place: Place
    members: Mapping[str, Json]

    def text(self, name: str) -> str:
        """A member as it stands; empty where it is not there."""
        return plain_text(self.members.get(name))

    def line(self, name: str) -> Fact[str] | None:
        """A text on one line; None where there is none."""
        return self.reader.line(self._fact(name))

    def paragraphs(self, name: str) -> Fact[str] | None:
        """A running text; None where there is none."""
        return self.reader.paragraphs(self._fact(name))

    def day(self, name: str) -> Fact[PartialDay] | None:
        """A day; None where there is none."""
        try:
            day: date | None = read_day(self.text(name)) if self.text(name) else None
        except ValueError as error:
            self._warn("bad-day", str(error), "it is left out")
            return None
        return Fact(PartialDay(day.day, day.month, day.year), self.place) if day else None

    def clock(self, name: str) -> Fact[time] | None:
        """A time of the day; None where there is none."""
        try:
            return Fact(read_clock(self.text(name)), self.place) if self.text(name) else None
        except ValueError as error:
            self._warn("bad-time", str(error), "it is left out")
            return None

    def address(self, name: str) -> str | None:
        """An address that is safe to follow; None where there is none."""
        try:
            return read_url(self.text(name)) if self.text(name) else None
        except ValueError as error:
            self._warn("bad-address", str(error), "it is left out")
            return None

    @property
    def slot(self) -> int:
        """The place of a slot in its session, from 1; 0 for what is none."""
        return int(self.text("slot")) if self.text("slot").isdecimal() else 0

    @property
    def number(self) -> Fact[int] | None:
        """The number that another system once gave."""
        text = self.text("number")
        return Fact(int(text), self.place) if text.isdecimal() else None

    @property
    def stand_ins(self) -> frozenset[str]:
        """The texts of the event that stand in for what is not known."""
        return frozenset(map(plain_text, listed(self.members.get("stand_ins"))))

    @property
    def language(self) -> Fact[str] | None:
        """The language that it names itself."""
        return language_fact(self._fact("language"))

    @property
    def kind(self) -> Fact[SessionKind] | None:
        """The kind of a session."""
        return self.kind_of(self._fact("kind"))

    def kind_of(self, fact: Fact[str] | None) -> Fact[SessionKind] | None:
        """The kind with this id."""
        kind = self._id(fact.value, KINDS, "kind of session") if fact else None
        return Fact(kind, fact.place) if fact and kind else None

    @property
    def status(self) -> Fact[Status] | None:
        """What became of it; None where it takes place as planned."""
        found = STATUSES.get(self.text("status"), "scheduled")
        return Fact(found, self.place) if found != "scheduled" else None

    @property
    def attendance(self) -> Fact[Attendance] | None:
        """Whether it is online or hybrid; None where nothing says so."""
        found = next((each for each in get_args(Attendance) if each == self.text("attendance")), None)
        return Fact(found, self.place) if found else None

    @property
    def other_rooms(self) -> Fact[tuple[str, ...]] | None:
        """The rooms beside the first one."""
        rooms = tuple(filter(None, map(plain_text, listed(self.members.get("other_rooms")))))
        return Fact(rooms, self.place) if rooms else None

    @property
    def people(self) -> Fact[tuple[Participant, ...]] | None:
        """Who has a role; None where nobody has."""
        people = tuple(self._people())
        return Fact(people, self.place) if people else None

    @property
    def authors(self) -> Fact[tuple[Authorship, ...]] | None:
        """The byline of a paper; None where it has none."""
        authors = tuple(map(self._author, self._objects("authors")))
        return Fact(authors, self.place) if authors else None

    @property
    def links(self) -> dict[str, Link]:
        """The links by their addresses."""
        return {link.url: link for link in self._links()}

    def _people(self) -> Iterator[Participant]:
        for each in self._objects("people"):
            if name := each.line("name"):
                role = self._id(each.text("role"), ROLES, "role") or "speaker"
                affiliation, biography = each.line("affiliation"), each.paragraphs("biography")
                yield Participant(
                    name=name.value,
                    role=role,
                    affiliation=affiliation.value if affiliation else None,
                    homepage=each.address("homepage"),
                    biography=biography.value if biography else None,
                    guid=each.text("guid") or None,
                    number=each.number.value if each.number else None,
                )

    def _author(self, each: OwnFacts) -> Authorship:
        name, family = each.line("name"), each.line("family")
        if name is None:
            return Authorship(missing="others" if each.text("missing") == "others" else "one")
        printed = listed(each.members.get("affiliations"))
        affiliations = (self.reader.line(Fact(plain_text(part), self.place)) for part in printed)
        return Authorship(
            name=name.value,
            family=family.value if family else None,
            affiliations=tuple(part.value for part in affiliations if part),
        )

    def _links(self) -> Iterator[Link]:
        for each in self._objects("links"):
            rel, title = self._id(each.text("rel"), RELS, "type of link"), each.line("title")
            if rel:
                yield Link(rel=rel, url=each.text("url"), title=title.value if title else None)

    def _objects(self, name: str) -> Iterator[OwnFacts]:
        found = listed(self.members.get(name))
        return (OwnFacts(self.reader, self.place, each) for each in found if isinstance(each, dict))

    def _fact(self, name: str) -> Fact[str] | None:
        return Fact(self.text(name), self.place) if self.text(name) else None

    def _id(self, value: str, ids: Mapping[str, Id], what: str) -> Id | None:
        if value and value not in ids:
            self._warn("unknown-id", f"no {what} '{value}'", f"known: {', '.join(ids)}")
        return ids.get(value)

    def _warn(self, code: str, what: str, hint: str) -> None:
        self.reader.problems.warning(code, what, self.place, hint)


@dataclass(frozen=True, slots=True)
class ScheduleFacts:
    """All facts beside a schedule; without members where the file has none."""

    place: Place
    members: Mapping[str, Json]

    @property
    def version(self) -> str:
        """The version of the facts, which says how they are written; empty where there are none."""
        return plain_text(self.members.get("version"))

    def event(self, reader: EventReader, event: FrabEvent) -> OwnFacts | None:
        """What is said of an event; None where nothing is."""
        found = _object(self.members.get("events")).get(event.text("guid"))
        return OwnFacts(reader, event.place, found) if isinstance(found, dict) else None

    def without_made_ids(self, schedule: Frab) -> Frab:
        """A schedule of ours with the acronym and the ids of rooms that it was given, not made ones."""
        guids, conference = _object(self.members.get("rooms")), dict(schedule.conference)
        if not self.members.get("acronym"):
            conference.pop("acronym", None)
        rooms = [replace(each, guid=plain_text(guids.get(each.name.value))) for each in schedule.rooms]
        return replace(schedule, conference=conference, rooms=rooms)

    def session(self, reader: EventReader, session: str) -> OwnFacts:
        """What is said of a session that is no event."""
        return OwnFacts(reader, self.place, _object(_object(self.members.get("sessions")).get(session)))


def _object(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}
