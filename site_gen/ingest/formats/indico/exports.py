"""Indico: its exports in JSON, of an event with its contributions or its sessions, and of a timetable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import time

from site_gen.ingest.formats.indico.entries import IndicoEntry
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import read_objects
from site_gen.ingest.reading.texts.rich_text import without_tags
from site_gen.ingest.reading.times.moments import Span, session_at, slot_at
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import (
    ConferenceRecord,
    Document,
    Fact,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog
from site_gen.text import fold

_HEAD = 60_000
_EVENT = re.compile(
    r'"_type"\s*:\s*"(?:Conference|Meeting|Lecture|HTTPAPIResult|Contribution|Session\w*)"'
    r'|"entryType"\s*:\s*"(?:Session|Contribution|Break)"'
    r'|"startDate"\s*:\s*\{\s*"(?:date|time|tz)"\s*:'
)
_INSIDE = ("entries", "contributions")  # of a session


def recognise(text: str) -> int:
    """How surely a text is such an export."""
    head = text[:_HEAD].lstrip()
    return 98 if head.startswith(("{", "[")) and _EVENT.search(head) and '"startDate"' in text else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every contribution, those of one session block as its slots, and sessions without any.

    One with authors is a paper; where nothing says when or in which session, it is that alone.
    """
    papers = JsonPapers(document, problems)
    found = [IndicoEntry(each, papers) for each in read_objects(document, "results", problems)]
    events = [event for event in found if event.item.members.get("startDate")]
    listed = [each for event in events for each in event.inside("contributions")]
    alone = [each for each in listed if each.is_paper and not each.text("session") and not each.when.day]
    for each in alone:
        each.count_others()
    placed = [each for each in listed if each not in alone]
    sessions = (
        *(_session(each) for event in events for each in event.inside("sessions")),
        *_in_sessions(placed),
        *(_session(each) for root in found for each in _timetable(root)),
    )
    return Reading(
        document=document,
        format=INDICO,
        papers=tuple(each.paper for each in alone),
        sessions=sessions,
        edition=printed_year(sessions),
        conference=_conference(events[0]) if len(events) == 1 else ConferenceRecord(),
        not_imported=papers.private.counts,
        not_taken=papers.private.not_taken,
    )


def _conference(event: IndicoEntry) -> ConferenceRecord:
    """The title and the zone of an event."""
    return ConferenceRecord(title=event.line("title"), time_zone=event.line("timezone"))


def _timetable(root: IndicoEntry) -> Iterator[IndicoEntry]:
    """What a timetable holds: under each event its days, under each day what takes place then."""
    for event in root.inside("results") if root.item.object("results") else ():
        for day in event.item.inner:
            yield from (IndicoEntry(each, root.papers) for each in day.inner)


def _in_sessions(contributions: Iterable[IndicoEntry]) -> Iterator[SessionRecord]:
    """The sessions that contributions name, each on one day in one room; others are sessions of their own."""
    blocks: dict[tuple[str, str, str], list[IndicoEntry]] = {}
    contributions = [*contributions]
    zone = next((each.when.zone for each in contributions if each.when.zone), None)
    for each in contributions:
        session, day = each.text("session"), each.when.in_zone(zone).day
        alone = str(each.item.start)
        block = (session, str(day.value) if day else "", each.text("room")) if session else (alone, "", "")
        blocks.setdefault(block, []).append(each)
    for held in blocks.values():
        yield _of_contributions(held, zone) if held[0].text("session") else _session(held[0])


def _of_contributions(held: Sequence[IndicoEntry], zone: Fact[str] | None) -> SessionRecord:
    """A session that only its contributions name: it lasts from the first to the last of them.

    Those of another zone are in it on the clocks of this one.
    """
    spans = [(each.when.in_zone(zone), each) for each in held]
    spans.sort(key=lambda pair: pair[0].start.value if pair[0].start else time.max)
    held = [each for _, each in spans]
    when, first = spans[0]
    last = max((each for each, _ in spans), key=_end)
    title = Fact(without_tags(first.text("session")), first.item.place_of("session"))
    kind = kind_of_words(title.value)
    return SessionRecord(
        place=first.item.place,
        kind=Fact(kind, title.place) if kind != "other" else None,
        title=title,
        track=_shared_track(held),
        day=when.day,
        start=when.start,
        end=last.end,
        end_later=last.end_later,
        zone=when.zone,
        room=first.location.room,
        slots=tuple(_slot(each, when) for each in held),
    )


def _end(when: Span) -> tuple[int, time]:
    """By what the end of a session is found; without one, where it begins."""
    ends = when.end or when.start
    return (when.end_later, ends.value) if ends else (0, time.min)


def _shared_track(held: Sequence[IndicoEntry]) -> Fact[str] | None:
    tracks = [each.line("track") for each in held]
    names = {fold(fact.value) if fact else "" for fact in tracks}
    return tracks[0] if len(names) == 1 else None


def _session(entry: IndicoEntry) -> SessionRecord:
    """A session with what is in it, a break, or a contribution that is in no session."""
    entry.count_others()
    title, when = _title(entry), entry.when
    called = entry.line("type")
    kind = kind_of_words(called.value) if called else "other"
    type_ = called if kind == "other" else None
    kind = kind_of_words(title.value) if title and kind == "other" else kind
    is_paper = entry.is_paper
    slots = tuple(_slot(each, when) for key in _INSIDE for each in entry.inside(key))
    if is_paper:
        slots = (SlotRecord(place=entry.item.place, paper=entry.paper, people=entry.people), *slots)
    record = SessionRecord(
        place=entry.item.place,
        kind=Fact(kind, entry.item.place) if kind != "other" else None,
        type=type_,
        title=title,
        track=entry.line("track"),
        room=entry.location.room,
        people=None if is_paper else entry.people,
        description=None if is_paper else entry.description,
        links=None if is_paper else entry.links,
        guid=entry.guid,
        slots=slots,
    )
    return session_at(record, when)


def _title(entry: IndicoEntry) -> Fact[str] | None:
    """The title, of a block of a session with its own."""
    title, own = entry.line("title"), entry.line("slotTitle")
    if title is None or own is None or fold(own.value) in fold(title.value):
        return title or own
    return Fact(f"{title.value}: {own.value}", title.place)


def _slot(entry: IndicoEntry, session: Span) -> SlotRecord:
    """A contribution of a session: a paper where it has authors, else a talk."""
    entry.count_others()
    paper = entry.paper if entry.is_paper else None
    slot = SlotRecord(
        place=entry.item.place,
        paper=paper,
        title=None if paper else entry.line("title"),
        type=entry.line("type"),
        room=entry.location.room,
        board=entry.line("board_number"),
        people=entry.people,
        description=None if paper else entry.description,
        guid=entry.guid,
    )
    return slot_at(slot, entry.when.in_zone(session.zone), session.day)


INDICO = SourceFormat(name="indico", title="Indico", recognise=recognise, read=read)
