"""Sessionize: an event as JSON. Its sessions name speakers, rooms and categories by their ids; in its
views of sessions, in groups or in a grid of rooms, they hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen.conference import Link, LinkRel, Participant, SessionKind
from site_gen.conference.scalars import read_url
from site_gen.ingest.reading.columns.verdicts import verdict
from site_gen.ingest.reading.metadata.languages import language_fact
from site_gen.ingest.reading.metadata.rooms import location_of
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import JsonObject, listed, plain_text, read_objects
from site_gen.ingest.reading.texts.rich_text import markdown_of
from site_gen.ingest.reading.times.moments import read_moment, session_at, span
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.session_headings import kind_of, kind_of_words
from site_gen.ingest.records import Document, Fact, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_LIST = re.compile(r'"sessions"\s*:\s*\[')
_MARKS = (
    _LIST,
    *(re.compile(rf'"(?:{keys})"\s*:') for keys in ("categoryItems|isServiceSession", "startsAt", "roomId")),
)
_SPEAKERS = (_LIST, *(re.compile(rf'"{key}"\s*:') for key in ("fullName", "tagLine", "profilePicture")))
_TRACK = re.compile(r"\b(?:tracks?|streams?|themes?|strang|piste|trilha)\b", re.IGNORECASE)
_FORMAT = re.compile(r"\b(?:format|type|kind|typ|tipo)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"\b(?:language|sprache|langue|idioma|lingua|språk|taal)", re.IGNORECASE)
_LINKS: tuple[tuple[str, LinkRel], ...] = (("liveUrl", "stream"), ("recordingUrl", "video"))
_READ = frozenset(
    ["id", "title", "description", "startsAt", "endsAt", "speakers", "categoryItems", "roomId", "liveUrl",
     "recordingUrl", "room", "categories", "status", "isServiceSession", "isPlenumSession", "isInformed",
     "isConfirmed"]
)  # fmt: skip


def recognise(text: str) -> int:
    """How surely a text is such an export, or one of its views."""
    is_event = text.lstrip().startswith(("{", "[")) and all(mark.search(text) for mark in _MARKS)
    return 98 if is_event or _is_of_speakers(text) else 0


def _is_of_speakers(text: str) -> bool:
    return text.lstrip().startswith("[") and all(mark.search(text) for mark in _SPEAKERS)


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session that is accepted, or that nothing says otherwise of."""
    roots = read_objects(document, "", problems)
    papers = JsonPapers(document, problems)
    if roots and not all(mark.search(document.text) for mark in _MARKS):
        what = "this is Sessionize's view of the speakers, which tells nothing of when and where"
        problems.error("not-papers", what, document.place(1), "take the view 'All data' in its place")
        roots = []
    found = [session for root in roots for session in _Event.of(root, papers).sessions()]
    named: dict[object, SessionRecord] = {}  # a session may stand in several groups
    for index, session in enumerate(found):
        named.setdefault(session.guid.value if session.guid else index, session)
    sessions = tuple(named.values())
    return Reading(
        document=document,
        format=SESSIONIZE,
        sessions=sessions,
        edition=printed_year(sessions),
        not_imported=papers.private.counts,
        not_taken=papers.private.not_taken,
    )


@dataclass(frozen=True, slots=True)
class _Event:
    """An event: what its sessions name by ids; `items` are a category's title and the value chosen."""

    root: JsonObject
    papers: JsonPapers
    speakers: Mapping[str, JsonObject]
    rooms: Mapping[str, str]
    items: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, root: JsonObject, papers: JsonPapers) -> _Event:
        """The event of a whole export."""
        items = {
            _text(item, "id"): (_text(category, "title"), _text(item, "name"))
            for category in root.objects("categories")
            for item in category.objects("items")
        }
        speakers = {_text(each, "id"): each for each in root.objects("speakers")}
        rooms = {_text(each, "id"): _text(each, "name") for each in root.objects("rooms")}
        return cls(root, papers, speakers, rooms, items)

    def sessions(self) -> Iterator[SessionRecord]:
        """The sessions that are for the public."""
        grid = (each for room in self.root.objects("rooms") for each in room.objects("sessions"))
        for each in (*self.root.objects("sessions"), *grid):
            status = _text(each, "status")
            if status and verdict(status) != "accepted":
                self.papers.private.count(f"{verdict(status)} rows")
            else:
                self.papers.count_others(each, _READ)
                yield self._session(each)

    def _session(self, item: JsonObject) -> SessionRecord:
        title = self.papers.line(item.members.get("title"), item.place_of("title"))
        categories = [self.items[key] for key in _ids(item, "categoryItems") if key in self.items]
        for held in item.objects("categories"):
            categories += [
                (_text(held, "name"), _text(each, "name")) for each in held.objects("categoryItems")
            ]
        track = next((name for category, name in categories if _TRACK.search(category)), "")
        place = item.place_of("categoryItems")
        spoken = next((name for category, name in categories if _LANGUAGE.search(category)), "")
        language = language_fact(Fact(spoken, place) if spoken else None)
        kind = self._kind(title, [name for _, name in categories])
        room = self.rooms.get(_text(item, "roomId")) or _text(item, "room")
        location = location_of(Fact(room, item.place_of("roomId")) if room else None)
        people = tuple(self._people(item))
        links = (*location.links, *self._links(item))
        called = next((name for category, name in categories if _FORMAT.search(category)), "")
        called = called if kind_of(called) == "other" else ""
        for category, name in categories:
            is_read = name in (track, called) or (language and name == spoken)
            if not is_read and kind_of(name) == "other":
                self.papers.private.leave(category)
        start, end = (read_moment(_text(item, key)) for key in ("startsAt", "endsAt"))
        record = SessionRecord(
            place=item.place,
            kind=Fact(kind, item.place) if kind != "other" else None,
            type=Fact(called, place) if called else None,
            title=title,
            track=Fact(track, place) if track else None,
            room=location.room,
            people=Fact(people, item.place_of("speakers")) if people else None,
            description=self.papers.paragraphs(
                markdown_of(_text(item, "description")), item.place_of("description")
            ),
            links=Fact(links, item.place) if links else None,
            language=language,
            guid=self.papers.line(item.members.get("id"), item.place_of("id")),
        )
        return session_at(record, span(start, end, item.place_of("startsAt")))

    def _kind(self, title: Fact[str] | None, categories: list[str]) -> SessionKind:
        """What a category says, else what the title does."""
        named = next((kind for name in categories if (kind := kind_of(name)) != "other"), None)
        return named or (kind_of_words(title.value) if title else "other")

    def _people(self, item: JsonObject) -> Iterator[Participant]:
        for each in item.objects("speakers"):
            if name := squeeze(_text(each, "name")):
                yield Participant(name=name, role="speaker")
        for key in _ids(item, "speakers"):
            if speaker := self.speakers.get(key):
                yield from self._speaker(speaker)
            else:
                what = f"no speaker has the id '{key[:40]}'"
                self.papers.problems.warning("unknown-id", what, item.place_of("speakers"), "export it again")

    def _speaker(self, speaker: JsonObject) -> Iterator[Participant]:
        """A speaker with a name."""
        parts = f"{_text(speaker, 'firstName')} {_text(speaker, 'lastName')}"
        if name := squeeze(_text(speaker, "fullName") or parts):
            biography = self.papers.paragraphs(_text(speaker, "bio"), speaker.place_of("bio"))
            yield Participant(
                name=name,
                role="speaker",
                affiliation=squeeze(_text(speaker, "tagLine")) or None,
                biography=biography.value if biography else None,
            )

    def _links(self, item: JsonObject) -> Iterator[Link]:
        for key, rel in _LINKS:
            try:
                url = read_url(_text(item, key))
            except ValueError:
                continue
            if url:
                yield Link(rel=rel, url=url)


def _text(item: JsonObject | None, key: str) -> str:
    return item.text_of(key).strip() if item else ""


def _ids(item: JsonObject, key: str) -> list[str]:
    return [text for each in listed(item.members.get(key)) if (text := plain_text(each))]


SESSIONIZE = SourceFormat(name="sessionize", title="Sessionize", recognise=recognise, read=read)
