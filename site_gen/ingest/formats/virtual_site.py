"""The data of a virtual site: <conf>-<year>-orals-posters.json, and its -abstracts.json by the ids of events.

A paper has an event for each of its talks and posters; they share its `uid`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time
from html import unescape

from site_gen.conference import Link, LinkRel, SessionKind
from site_gen.conference.scalars import read_url
from site_gen.ingest.reading.columns.verdicts import Verdict, verdict
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, plain_text, read_objects
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.times.moments import Span, read_moment, slot_at, span
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.session_headings import kind_of, kind_of_words
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold, squeeze
from site_gen.values import dataclass

_HEAD = 60_000
_EVENT = re.compile(r'"(?:eventtype|event_type)"\s*:')
_ABSTRACTS = re.compile(r'\s*\{\s*"\d{1,9}"\s*:\s*(?:"|null)')
_LINKS: tuple[tuple[str, LinkRel], ...] = (
    ("paper_url", "paper"), ("paper_pdf_url", "pdf"), ("url", "website"),
)  # fmt: skip
_TOPICS = re.compile(r"\s*(?:->|;)\s*")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")


def recognise(text: str) -> int:
    """How surely a text is such data."""
    head = text[:_HEAD]
    if _ABSTRACTS.match(head):
        return 90
    is_events = head.lstrip()[:1] in ("{", "[") and '"virtualsite_url"' in head and _EVENT.search(head)
    return 98 if is_events else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the papers and the sessions that their events make, or the abstracts alone."""
    papers = JsonPapers(document, problems)
    if _ABSTRACTS.match(document.text[:_HEAD]):
        found = read_objects(document, "", problems)
        return Reading(
            document=document,
            format=VIRTUAL_SITE,
            papers=tuple(_abstracts(papers, found[0])) if found else (),
            not_imported=papers.private.counts,
        )
    events = read_objects(document, "results", problems)
    return _reading(papers, events)


def _reading(papers: JsonPapers, found: Sequence[JsonObject]) -> Reading:
    decided = papers.by_decision(found, lambda event: _verdict(event.members))
    accepted = [_Texts.of(papers, event) for event in decided[0]]
    refused = [_Texts.of(papers.unreported, event) for event in decided[1]]
    events = [_Event.read(texts, paper) for texts, paper in zip(accepted, _papers(accepted), strict=True)]
    timed = [event for event in events if event.key]
    in_sessions = {event.paper.place for event in timed}
    sessions = tuple(_sessions(timed))
    return Reading(
        document=papers.document,
        format=VIRTUAL_SITE,
        papers=tuple(
            {each.paper.place: each.paper for each in events if each.paper.place not in in_sessions}.values()
        ),
        sessions=sessions,
        edition=printed_year(sessions),
        stated=_stated(papers.document, found),
        not_imported=papers.private.counts,
        has_decisions=bool(refused),
        refused=tuple(map(_paper, refused)),
    )


def _verdict(members: Mapping[str, Json]) -> Verdict:
    """What the decision says; what the site shows without one is accepted."""
    decision = plain_text(members.get("decision"))
    return verdict(decision) if decision else "accepted"


def _papers(events: Sequence[_Texts]) -> list[PaperRecord]:
    """The paper of each event: those of one `uid`, title and number of authors are of one paper."""
    held: dict[tuple[str, str, int], PaperRecord] = {}
    keys = []
    for texts in events:
        paper = _paper(texts)
        title = fold(paper.title.value) if paper.title else str(paper.place)
        keys.append((texts.plain("uid"), title, len(paper.authors.value) if paper.authors else 0))
        first = held.setdefault(keys[-1], paper)
        if first.abstract is None and paper.abstract:
            held[keys[-1]] = replace(first, abstract=paper.abstract)
    return [held[key] for key in keys]


@dataclass(frozen=True, slots=True)
class _Event:
    """An event: its paper, when it is, and the session that it belongs to (empty where none is told)."""

    place: Place
    paper: PaperRecord
    when: Span
    kind: SessionKind
    session: Fact[str] | None
    room: Fact[str] | None
    board: Fact[str] | None

    @classmethod
    def read(cls, texts: _Texts, paper: PaperRecord) -> _Event:
        """The event that an object tells."""
        moments = [read_moment(texts.plain(key)) for key in ("starttime", "endtime")]
        board = texts.line("poster_position")
        return cls(
            place=texts.event.place,
            paper=paper,
            when=span(moments[0], moments[1], texts.place("starttime")),
            kind=_kind(texts.plain("eventtype") or texts.plain("event_type")),
            session=texts.line("session"),
            room=texts.line("room_name"),
            board=Fact(board.value.lstrip("# "), board.place) if board and board.value.strip("# ") else None,
        )

    @property
    def key(self) -> tuple[object, ...] | None:
        """Equal for the events of one session; None where nothing tells of any."""
        day = self.when.day.value if self.when.day else None
        if self.session:
            return (fold(self.session.value), self.kind, day)
        if self.when.start is None:
            return None
        end, room = self.when.end, self.room
        return (self.kind, day, self.when.start.value, end and end.value, room and room.value)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of an object, whose values hold entities of HTML."""

    papers: JsonPapers
    event: JsonObject
    offsets: Mapping[str, int]

    @classmethod
    def of(cls, papers: JsonPapers, event: JsonObject) -> _Texts:
        """The texts of an object."""
        return cls(papers, event, event.offsets)

    def place(self, key: str) -> Place:
        """Where a value begins; the object itself where it has none."""
        return self.event.text.place(self.offsets[key]) if key in self.offsets else self.event.place

    def plain(self, key: str) -> str:
        """A text as it is meant; empty where there is none."""
        return _plain(self.event.members.get(key))

    def line(self, key: str) -> Fact[str] | None:
        """A text on one line."""
        return self.papers.line(self.plain(key), self.place(key))

    def paragraphs(self, key: str) -> Fact[str] | None:
        """A running text."""
        return self.papers.paragraphs(self.plain(key), self.place(key))


def _plain(value: Json | None) -> str:
    return _ENTITY.sub(lambda match: unescape(match[0]), plain_text(value))


def _kind(printed: str) -> SessionKind:
    """The kind of a session that has such events; "{location} Poster" stands in some."""
    kind = kind_of(printed.replace("{location}", "").strip())
    return kind if kind != "other" else kind_of_words(printed)


def _paper(texts: _Texts) -> PaperRecord:
    keywords, key = texts.event.members.get("keywords"), "keywords"
    if not keywords:
        keywords, key = [each for each in _TOPICS.split(texts.plain("topic")) if each], "topic"
    place = texts.place("authors")
    return PaperRecord(
        place=texts.event.place,
        title=texts.line("name"),
        authors=texts.papers.authors(_names(texts, place), place),
        abstract=texts.paragraphs("abstract"),
        links=_links(texts),
        keywords=texts.papers.words(keywords, texts.place(key)),
        submission=texts.line("id"),
    )


def _names(texts: _Texts, place: Place) -> list[PrintedName]:
    authors, names = texts.event.members.get("authors"), []
    for author in authors if isinstance(authors, list) else ():
        named = author if isinstance(author, dict) else {"fullname": author}
        name, own = (
            squeeze(texts.papers.private.without_addresses(_plain(named.get(key))))
            for key in ("fullname", "institution")
        )
        names.append(one_name(name, "", place.line, (own,) if own else ()))
    return names


def _links(texts: _Texts) -> Fact[tuple[Link, ...]] | None:
    """The addresses of a paper; one on the site itself is no address anywhere else."""
    found: list[tuple[Link, Place]] = []
    for key, rel in _LINKS:
        address = texts.plain(key).strip()
        if address.startswith(("https://", "http://")):
            try:
                found.append((Link(rel=rel, url=read_url(address)), texts.place(key)))
            except ValueError as error:
                place = texts.place(key)
                texts.papers.problems.warning("bad-address", str(error), place, "the link is left out")
    return Fact(tuple(link for link, _ in found), found[0][1]) if found else None


def _sessions(events: Sequence[_Event]) -> Iterator[SessionRecord]:
    groups: dict[object, list[_Event]] = defaultdict(list)
    for event in events:
        groups[event.key].append(event)
    for group in groups.values():
        yield _session(group)


def _session(group: Sequence[_Event]) -> SessionRecord:
    """The session of some events: it lasts from the first to the last of them."""
    first = group[0]
    group = [replace(each, when=each.when.in_zone(first.when.zone)) for each in group]
    starts = sorted((each.when.start for each in group if each.when.start), key=lambda fact: fact.value)
    ended = [(each.when.end_later, each.when.end) for each in group if each.when.end]
    end_later, end = max(ended, key=lambda pair: (pair[0], pair[1].value), default=(0, None))
    is_known = len(ended) == len(group)
    are_alike = len({(_clock(each.when.start), _clock(each.when.end)) for each in group}) == 1
    rooms = {each.room.value if each.room else None for each in group}
    ordered = sorted(group, key=lambda each: (_clock(each.when.start) or time.max, each.place))
    return SessionRecord(
        place=first.place,
        kind=Fact(first.kind, first.place) if first.kind != "other" else None,
        title=first.session,
        day=first.when.day,
        start=starts[0] if starts else None,
        end=end if is_known else None,
        end_later=end_later if is_known else 0,
        zone=first.when.zone,
        room=first.room if len(rooms) == 1 else None,
        slots=tuple(_slot(each, first.when, are_alike, len(rooms) > 1) for each in ordered),
    )


def _clock(fact: Fact[time] | None) -> time | None:
    return fact.value if fact else None


def _slot(event: _Event, session: Span, are_alike: bool, differ_in_room: bool) -> SlotRecord:
    room = event.room if differ_in_room else None
    slot = SlotRecord(place=event.place, paper=event.paper, board=event.board, room=room)
    return slot if are_alike else slot_at(slot, event.when, session.day)


def _stated(document: Document, events: Sequence[JsonObject]) -> Fact[int] | None:
    """How many events there are, where the file holds fewer: the site hands them out in parts."""
    match = re.match(r'\s*\{\s*"count"\s*:\s*(\d{1,7})', document.text)
    if match is None or int(match[1]) <= len(events):
        return None
    return Fact(int(match[1]), document.place(document.text.count("\n", 0, match.start(1)) + 1))


def _abstracts(papers: JsonPapers, found: JsonObject) -> Iterator[PaperRecord]:
    """A mention for each abstract: what it belongs to, the other file tells."""
    offsets = found.offsets
    for event in found.members:
        place = found.text.place(offsets[event])
        abstract = papers.paragraphs(_plain(found.members[event]), place)
        if abstract:
            yield PaperRecord(place=place, abstract=abstract, submission=Fact(event, place), is_mention=True)


VIRTUAL_SITE = SourceFormat(
    name="virtual-site", title="data of a virtual site", recognise=recognise, read=read,
    is_published=True, is_ordered=False, is_system=True,
)  # fmt: skip
