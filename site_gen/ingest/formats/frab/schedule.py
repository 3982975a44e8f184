"""What schedule.json and schedule.xml of frab and pretalx both say, and sessions made of it.

Each event is a session with its people. In files of our own an event may be a slot of a session that
is none itself: `own` reads them. Texts that somebody else's file gives in two parts are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time
from urllib.parse import urljoin

from site_gen.conference import Link, LinkRel, Participant, Room, SessionKind, Status
from site_gen.conference.programme import NOT_RECORDED
from site_gen.conference.scalars import read_url
from site_gen.ingest.formats.frab.frab_file import FrabEvent, FrabLink, FrabPerson, FrabRoom
from site_gen.ingest.formats.frab.times import EventTimes
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.columns.verdicts import verdict
from site_gen.ingest.reading.metadata.languages import language_fact
from site_gen.ingest.reading.metadata.links import rel_named
from site_gen.ingest.reading.metadata.rooms import Location, location_of
from site_gen.ingest.reading.tables.programme_status import NOT_PUBLIC, status_in
from site_gen.ingest.reading.texts.rich_text import markdown_of, without_tags
from site_gen.ingest.reading.times.moments import Span, session_at
from site_gen.ingest.reading.titles.session_headings import kind_of, kind_of_words
from site_gen.ingest.records import Document, Fact, SessionRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold, squeeze

OURS = "Plenary"  # the name of the generator in our own files


_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/|$)")  # typed as one says it, without "https://"


@dataclass(slots=True)
class EventReader:
    """Reads the events of one document; counts the email addresses that it leaves out.

    `distinguishes_people` holds where the ids of its people are no mere numbers.
    """

    document: Document
    problems: ProblemLog
    address: str = ""
    day_change: time | None = None
    zone: str = ""
    distinguishes_people: bool = True
    private: PrivateValues = field(default_factory=PrivateValues)
    reported: set[str] = field(default_factory=set)

    def sessions(self, events: Iterable[FrabEvent]) -> Iterator[SessionRecord]:
        """The sessions that the events of somebody else's file are; one that is not accepted is counted."""
        for event in events:
            state = verdict(event.text("state") or event.text("status"))
            if state == "rejected" or _is_not_public(event):
                self.private.count("rejected rows" if state == "rejected" else "undecided rows")
            else:
                yield self.session(event)

    def rooms(self, listed: Iterable[FrabRoom]) -> Fact[tuple[Room, ...]] | None:
        """The rooms that a file lists, without ids; None where it lists none."""
        rooms: dict[str, Fact[Room]] = {}
        for each in listed:
            name = location_of(self.line(each.name)).room
            note = self.line(Fact(without_tags(each.note), each.name.place)) if each.note else None
            if name:
                room = Room(id="", name=name.value, note=note.value if note else None, guid=each.guid or None)
                rooms.setdefault(fold(name.value), Fact(room, name.place))
        found = list(rooms.values())
        return Fact(tuple(each.value for each in found), found[0].place) if found else None

    def session(self, event: FrabEvent) -> SessionRecord:
        """The session that an event of somebody else's file is."""
        for name in (*event.others, *(f"persons {name}" for each in event.persons for name in each.others)):
            self.private.leave(name)
        when = self.when(event, is_end_known=True)
        kind, called = self._kind(event), self.line(event.texts.get("type"))
        location = location_of(self.line(event.texts.get("room")))
        self._report_other_room(event)
        links = ((link, _rel(link)) for link in self._links(event, location))
        return session_at(
            SessionRecord(
                place=event.place,
                kind=kind,
                type=called if called and called.value != (kind.value if kind else "other") else None,
                title=self._title(event),
                track=self.line(event.texts.get("track")),
                room=location.room,
                people=self._people(event.persons),
                description=self._description(event),
                links=self.links(links),
                language=self.language(event),
                guid=event.texts.get("guid"),
                number=_number(event.texts.get("id")),
                status=_status(event.texts.get("state") or event.texts.get("status")),
                note=_not_recorded(event.texts.get("do_not_record")),
            ),
            when,
        )

    def _report_other_room(self, event: FrabEvent) -> None:
        """Warn of an event that stands under another room than it names."""
        room = event.texts.get("room")
        if room and event.listed_in and fold(room.value) != fold(event.listed_in):
            what = f"this event is in '{room.value[:60]}', and it stands under '{event.listed_in[:60]}'"
            self.problems.warning("room-contradiction", what, room.place, "the room that it names counts")

    def _title(self, event: FrabEvent) -> Fact[str] | None:
        title = event.texts.get("title")
        return self.line(title and Fact(without_tags(title.value), title.place))

    def _links(self, event: FrabEvent, location: Location) -> Iterator[FrabLink]:
        """The links of an event, its own page, and what stands for its room; all with their hosts."""
        for link in _with_page(event):
            yield replace(link, url=self._whole(link.url))
        yield from (FrabLink("", "", link.url, event.place) for link in location.links)

    def _whole(self, url: str) -> str:
        """An address with its host, where it may be one of the system's own; "nymtech.net" stays as it is."""
        try:
            return urljoin(self.address, url) if self.address and not _HOST.match(url) else url
        except ValueError:  # it is no address, which is told where links are read
            return url

    def language(self, event: FrabEvent) -> Fact[str] | None:
        """The language of an event, as every event has to name one."""
        return language_fact(event.texts.get("language"))

    def line(self, fact: Fact[str] | None) -> Fact[str] | None:
        """A text on one line; None where there is none."""
        return self.private.line(fact.value, fact.place) if fact else None

    def paragraphs(self, fact: Fact[str] | None) -> Fact[str] | None:
        """A running text; None where there is none."""
        return self.private.paragraphs(fact.value, fact.place) if fact else None

    def when(self, event: FrabEvent, *, is_end_known: bool) -> Span:
        """Day and times of an event."""
        facts = event.texts, event.day, event.place
        times = EventTimes(*facts, self.day_change, self.problems, self.zone, self.reported)
        return times.when(is_end_known=is_end_known)

    def _kind(self, event: FrabEvent) -> Fact[SessionKind] | None:
        for name, kinds in (("type", (kind_of, kind_of_words)), ("title", (kind_of,))):
            fact = event.texts.get(name)
            found = [kind(fact.value) for kind in kinds] if fact else []
            known = next((kind for kind in found if kind != "other"), None)
            if fact and known:
                return Fact(known, fact.place)
        return None

    def _people(self, persons: Iterable[FrabPerson]) -> Fact[tuple[Participant, ...]] | None:
        people = [each for person in persons if (each := self._person(person))]
        return Fact(tuple(each.value for each in people), people[0].place) if people else None

    def _person(self, person: FrabPerson) -> Fact[Participant] | None:
        name = self.line(person.name)
        if name is None:
            return None
        stated = Fact(markdown_of(person.biography).strip(), name.place) if person.biography else None
        biography = self.paragraphs(stated)
        called = person.called if self.distinguishes_people else ""
        return Fact(
            Participant(
                name=name.value,
                role=person.role,
                biography=biography.value if biography else None,
                author=called or None,  # linking makes an id of it, where the name is that of several
                guid=person.guid or None,
                number=number_in(person.number) if self.distinguishes_people else None,
            ),
            name.place,
        )

    def _description(self, event: FrabEvent) -> Fact[str] | None:
        parts = [event.texts[name] for name in ("subtitle", "abstract", "description") if name in event.texts]
        texts = dict.fromkeys(markdown_of(part.value).strip() for part in parts)
        return self.paragraphs(Fact("\n\n".join(texts), parts[0].place)) if parts else None

    def links(self, links: Iterable[tuple[FrabLink, LinkRel]]) -> Fact[tuple[Link, ...]] | None:
        """Links with their types; an address that is none, or not safe to follow, is left out."""
        by_url: dict[str, tuple[Link, Place]] = {}
        for link, rel in links:
            if not link.url.startswith(("https://", "http://")):
                self.private.leave("links without a web address")
            elif self._is_safe(link):
                title = squeeze(link.title) or None
                by_url.setdefault(link.url, (Link(rel=rel, url=link.url, title=title), link.place))
        listed = list(by_url.values())
        return Fact(tuple(link for link, _ in listed), listed[0][1]) if listed else None

    def _is_safe(self, link: FrabLink) -> bool:
        try:
            read_url(link.url)
        except ValueError as error:
            self.problems.warning("bad-address", str(error), link.place, "the link is left out")
            return False
        return True


def _rel(link: FrabLink) -> LinkRel:
    return "logo" if link.type == "logo" else rel_named((link.type, link.title))


def _with_page(event: FrabEvent) -> Iterable[FrabLink]:
    """The links of an event, and its own page."""
    page = event.texts.get("url")
    return (*event.links, FrabLink("", "", page.value, page.place)) if page else event.links


def _not_recorded(fact: Fact[str] | None) -> Fact[str] | None:
    """What is said of an event that its speakers do not want recorded."""
    is_so = fact is not None and fact.value.lower() in ("true", "yes", "1")
    return Fact(NOT_RECORDED, fact.place) if fact and is_so else None


def _is_not_public(event: FrabEvent) -> bool:
    """Whether an event is a draft, or not decided yet."""
    return NOT_PUBLIC.search(fold(event.text("state") or event.text("status"))) is not None


def _status(fact: Fact[str] | None) -> Fact[Status] | None:
    """What became of an event, where the file says more than that it takes place."""
    found = status_in(fact.value) if fact else None
    return Fact(found, fact.place) if fact and found else None


def _number(fact: Fact[str] | None) -> Fact[int] | None:
    """The number of an event; None where it is none that schedules can have."""
    number = number_in(fact.value) if fact else None
    return Fact(number, fact.place) if fact and number else None


def number_in(text: str) -> int | None:
    """The number that an id is; None where it is none that schedules can have."""
    is_number = re.fullmatch(r"[1-9]\d{0,9}", text) and int(text) < 2**31
    return int(text) if is_number else None
