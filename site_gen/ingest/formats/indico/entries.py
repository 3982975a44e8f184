"""What an entry of Indico says, in each of its exports alike: title, people, room, times, links, ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from site_gen.conference import Link, Participant, Role
from site_gen.conference.scalars import read_url
from site_gen.ingest.reading.metadata.links import rel_named
from site_gen.ingest.reading.metadata.rooms import Location, location_of
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import JsonObject
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.people import participants
from site_gen.ingest.reading.texts.rich_text import markdown_of, without_tags
from site_gen.ingest.reading.times.moments import Moment, Span, read_moment, span
from site_gen.ingest.records import Fact, PaperRecord
from site_gen.text import squeeze
from site_gen.values import dataclass

_ROLES: tuple[tuple[str, Role], ...] = (
    ("speakers", "speaker"), ("presenters", "speaker"),
    ("conveners", "chair"), ("sessionConveners", "chair"), ("chairs", "chair"),
)  # fmt: skip
_AUTHORS = ("primaryauthors", "coauthors")
# What is read, what the server keeps for itself, and what it says of the place of the whole event.
_KNOWN_TEXT = """
title slotTitle description startDate endDate duration room roomFullname url uniqueId board_number keywords
speakers presenters conveners sessionConveners chairs primaryauthors coauthors session track folders type
entries contributions sessions
id _type _fossil db_id friendly_id entryType contributionId conferenceId sessionId sessionSlotId sessionCode
slotId numSlots color textColor isPoster pdf location address material attachments inheritRoom inheritLoc
scheduleEntryId contribDuration allowed modificationStart hasAnyProtection
"""
_KNOWN = frozenset(_KNOWN_TEXT.split())


@dataclass(frozen=True, slots=True)
class IndicoEntry:
    """An event, a session, a block of one, or a contribution."""

    item: JsonObject
    papers: JsonPapers

    def text(self, *keys: str) -> str:
        """What the first of these keys that says anything says; empty where none does."""
        texts = (self.item.text_of(key).strip() for key in keys)
        return next(filter(None, texts), "")

    def line(self, key: str) -> Fact[str] | None:
        """A text on one line, without tags; None where there is none."""
        fact = self.papers.line(self.item.members.get(key), self.item.place_of(key))
        return Fact(without_tags(fact.value), fact.place) if fact else None

    def inside(self, key: str) -> list[IndicoEntry]:
        """What stands in a list under a key, or under keys of its own there."""
        held = self.item.object(key)
        return [IndicoEntry(each, self.papers) for each in (held.inner if held else self.item.objects(key))]

    @property
    def location(self) -> Location:
        """The room, and the links that stand for one."""
        return location_of(self.line("room") or self.line("roomFullname"))

    @property
    def description(self) -> Fact[str] | None:
        """The text as Markdown; None where there is none."""
        text, place = markdown_of(self.text("description")), self.item.place_of("description")
        return self.papers.paragraphs(text, place)

    @property
    def guid(self) -> Fact[str] | None:
        """What the server calls it, the same in each of its exports; None where none says it."""
        key = next((key for key in ("url", "uniqueId") if self.text(key)), "")
        return Fact(self.text(key), self.item.place_of(key)) if key else None

    def count_others(self) -> None:
        """Count what it says beside that: contributions inside it, its sort, fields of its own."""
        self.papers.count_others(self.item, _KNOWN)

    @property
    def is_paper(self) -> bool:
        """Whether it has authors of its own."""
        return any(self.item.objects(key) for key in _AUTHORS)

    @property
    def is_protected(self) -> bool:
        """Whether only some may see it."""
        return self.item.members.get("is_protected") is True

    @property
    def people(self) -> Fact[tuple[Participant, ...]] | None:
        """Who speaks, leads or organises; None where nobody is said to."""
        people = [person for key, role in _ROLES for person in participants(self._names(key), role)]
        return Fact(tuple(dict.fromkeys(people)), self.item.place) if people else None

    @property
    def paper(self) -> PaperRecord:
        """The paper that a contribution with authors is."""
        names = [name for key in _AUTHORS for name in self._names(key)]
        words = self.item.members.get("keywords")
        return PaperRecord(
            place=self.item.place,
            title=self.line("title"),
            authors=self.papers.authors(names, self.item.place),
            abstract=self.description,
            keywords=self.papers.words(words, self.item.place_of("keywords")),
            links=self.links,
        )

    @property
    def links(self) -> Fact[tuple[Link, ...]] | None:
        """The files and addresses that are attached and not protected, and what stands for a room."""
        found = [*self.location.links, *self._attached()]
        return Fact(tuple(dict.fromkeys(found)), self.item.place) if found else None

    def _attached(self) -> Iterator[Link]:
        for folder in self.inside("folders"):
            for each in folder.inside("attachments"):
                is_open = not (folder.is_protected or each.is_protected)
                title = squeeze(each.text("title")) or None
                try:
                    url = read_url(each.text("download_url", "link_url"))
                except ValueError:
                    continue
                if is_open and url:
                    yield Link(rel=rel_named((title or "", folder.text("title"))), url=url, title=title)
                elif url:
                    self.papers.private.count("protected files")

    def _names(self, key: str) -> Iterator[PrintedName]:
        for person in self.inside(key):
            given, family = person.text("first_name", "firstName"), person.text("last_name", "familyName")
            if not given and not family:
                printed = person.text("fullName", "name")
                before, comma, behind = printed.partition(",")
                given, family = (behind.strip(), before.strip()) if comma else ("", printed)
            affiliation = squeeze(person.text("affiliation"))
            name = one_name(given, family, person.item.place.line, (affiliation,) if affiliation else ())
            if name.name:
                yield name

    @property
    def when(self) -> Span:
        """When it takes place, in the zone that its dates name; without an end, by its length."""
        start, end = (self._moment(key) for key in ("startDate", "endDate"))
        minutes = self.text("duration")
        if start and start.clock and end is None and re.fullmatch(r"\d{1,4}(?:\.0)?", minutes):
            later = datetime.combine(start.day, start.clock) + timedelta(minutes=float(minutes))
            end = Moment(later.date(), later.time(), start.zone)
        return span(start, end, self.item.place_of("startDate"))

    def _moment(self, key: str) -> Moment | None:
        held = self.item.object(key)
        if held is None:
            return None
        dated = IndicoEntry(held, self.papers)
        found = read_moment(f"{dated.text('date')}T{dated.text('time')}")
        return Moment(found.day, found.clock, dated.text("tz") or None) if found else None
