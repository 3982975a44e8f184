"""Our own schedule.json and schedule.xml read back, with the facts that frab has no place for.

These stand beside the schedule as ids: slots, bylines, roles, links, and which texts only stand in for what
is not known. All else is what the events themselves say, so that an edit of theirs counts. A file of ours
without such facts, or with those of another version, is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.conference import Link, LinkRel
from site_gen.ingest.formats.frab.facts import OwnFacts, ScheduleFacts
from site_gen.ingest.formats.frab.frab_file import Frab, FrabEvent, FrabLink
from site_gen.ingest.formats.frab.schedule import OURS, EventReader
from site_gen.ingest.reading.metadata.languages import language_fact
from site_gen.ingest.reading.times.moments import Span, days_between, session_at, slot_at
from site_gen.ingest.records import (
    Document,
    Fact,
    PaperRecord,
    PartialDay,
    Reading,
    SessionRecord,
    SlotRecord,
    SourceFormat,
)
from site_gen.problems import ProblemLog
from site_gen.text.zone_names import is_place

VERSION = "1"

# What a type of the schema says of a link that was added by hand.
_RELS_OF_TYPES: dict[str, LinkRel] = {
    "article": "paper", "media": "video", "paper": "pdf", "slides": "slides", "related": "poster",
}  # fmt: skip

EventWithFacts = tuple[FrabEvent, OwnFacts]
"""An event and the facts that stand beside it."""


def read_schedule(
    document: Document, of: SourceFormat, schedule: Frab, facts: ScheduleFacts, problems: ProblemLog
) -> Reading:
    """What a schedule says of its conference, and every event of every day and room."""
    change, zone = schedule.day_change, schedule.edition.time_zone
    reader = EventReader(
        document,
        problems,
        schedule.address,
        change.value if change else None,
        zone.value if zone and is_place(zone.value) else "",
        distinguishes_people=schedule.distinguishes_people,
    )
    if schedule.generator == OURS:
        schedule = facts.without_made_ids(schedule)
    return Reading(
        document=document,
        format=of,
        sessions=tuple(_sessions_of(reader, schedule, facts)),
        edition=schedule.year,
        conference=replace(schedule.edition, rooms=reader.rooms(schedule.rooms)),
        not_imported=reader.private.counts,
        not_taken=reader.private.not_taken,
    )


def _sessions_of(reader: EventReader, schedule: Frab, facts: ScheduleFacts) -> Iterator[SessionRecord]:
    """The sessions of a schedule: every event, or in a file of our own what its facts say of the events."""
    if schedule.generator == OURS:
        return _own_sessions(reader, facts, schedule.events)
    return reader.sessions(schedule.events)


def _own_sessions(
    reader: EventReader, facts: ScheduleFacts, events: Sequence[FrabEvent]
) -> Iterator[SessionRecord]:
    if facts.version != VERSION:
        _refuse(reader, facts)
        return
    slots: dict[str, list[EventWithFacts]] = defaultdict(list)
    found: list[tuple[SessionRecord, str]] = []  # each with the id of the session that it is a part of
    for event in events:
        own = facts.event(reader, event)
        if own is None:  # it was added by hand
            found.append((reader.session(event), ""))
        elif own.slot:
            slots[own.text("session")].append((event, own))
        else:
            found.append((_session(reader, event, own), own.text("part_of")))
    for session, of_session in slots.items():
        of_session.sort(key=lambda each: each[1].slot)
        own = facts.session(reader, session)
        found.append((_session_of_slots(reader, session, own, of_session), own.text("part_of")))
    places = {record.own_id: record.place for record, _ in found if record.own_id}
    yield from (replace(record, part_of=places.get(whole)) for record, whole in found)


def _refuse(reader: EventReader, facts: ScheduleFacts) -> None:
    if facts.version:
        what = f"this schedule of Plenary is of version {facts.version}; known here is {VERSION}"
        hint = "read it with the Plenary that wrote it, or a newer one"
    else:
        what = "this schedule was written by an older Plenary, which gave roles and slots in words only"
        hint = "build that site anew and take its new schedule, or take its papers.csv and sessions.csv"
    reader.problems.error("old-schedule", what, facts.place, hint)


def _session(reader: EventReader, event: FrabEvent, own: OwnFacts) -> SessionRecord:
    when = _when(reader, event, own)
    return session_at(
        SessionRecord(
            place=event.place,
            kind=own.kind or own.kind_of(event.texts.get("type")),
            type=reader.line(event.texts.get("type")) if own.kind else None,
            track=reader.line(event.texts.get("track")),
            title=_line(reader, event, own, "title"),
            room=_line(reader, event, own, "room"),
            people=own.people,
            description=reader.paragraphs(event.texts.get("abstract")),
            links=_links(reader, event, own),
            language=_language(event, own),
            guid=own.line("guid"),
            number=own.number,
            status=own.status,
            note=own.line("note"),
            attendance=own.attendance,
            other_rooms=own.other_rooms,
            own_id=own.text("session"),
        ),
        when,
    )


def _session_of_slots(
    reader: EventReader, own_id: str, own: OwnFacts, slots: Sequence[EventWithFacts]
) -> SessionRecord:
    """A session that is no event itself: on the day of its first slot, with which it begins unless told."""
    first, of_first = slots[0]
    begin = _when(reader, first, of_first)
    day = own.day("date") or begin.day
    return SessionRecord(
        place=first.place,
        kind=own.kind,
        type=own.line("type"),
        title=own.line("title"),
        day=day,
        start=own.clock("start") or begin.start,
        end=own.clock("end"),
        end_later=days_between(day, own.day("end_date")) if own.clock("end") else 0,
        zone=begin.zone,
        room=own.line("room"),
        people=own.people,
        description=own.paragraphs("description"),
        links=_links_of_session(reader, own),
        language=own.language,
        guid=own.line("guid"),
        number=own.number,
        track=reader.line(first.texts.get("track")),
        status=own.status,
        note=own.line("note"),
        attendance=own.attendance,
        other_rooms=own.other_rooms,
        own_id=own_id,
        slots=tuple(_slot(reader, *each, own, day) for each in slots),
    )


def _slot(
    reader: EventReader,
    event: FrabEvent,
    own: OwnFacts,
    session: OwnFacts,
    session_day: Fact[PartialDay] | None,
) -> SlotRecord:
    when, title = _when(reader, event, own), _line(reader, event, own, "title")
    slot = SlotRecord(
        place=event.place,
        paper=_paper(reader, event, own, title) if own.text("paper") else None,
        title=title,
        type=_type(reader, event, session),
        room=None if event.text("room") == session.text("room") else _line(reader, event, own, "room"),
        board=own.line("board"),
        people=own.people,
        guid=own.line("guid"),
        status=None if own.text("status") == session.text("status") else own.status,
        note=own.line("note"),
    )
    return slot_at(slot, when, session_day)


def _type(reader: EventReader, event: FrabEvent, session: OwnFacts) -> Fact[str] | None:
    """What a slot is called; None where that is said of its whole session."""
    of_session = session.text("type") or session.text("kind")
    return None if event.text("type") == of_session else reader.line(event.texts.get("type"))


def _paper(reader: EventReader, event: FrabEvent, own: OwnFacts, title: Fact[str] | None) -> PaperRecord:
    return PaperRecord(
        place=event.place,
        title=title,
        authors=own.authors,
        abstract=reader.paragraphs(event.texts.get("abstract")),
        links=_links(reader, event, own),
        language=_language(event, own),
        own_id=own.text("paper"),
    )


def _when(reader: EventReader, event: FrabEvent, own: OwnFacts) -> Span:
    return reader.when(event, is_end_known="duration" not in own.stand_ins)


def _line(reader: EventReader, event: FrabEvent, own: OwnFacts, name: str) -> Fact[str] | None:
    """A text of the event; None where it only stands in for what is not known."""
    return None if name in own.stand_ins else reader.line(event.texts.get(name))


def _language(event: FrabEvent, own: OwnFacts) -> Fact[str] | None:
    return None if "language" in own.stand_ins else language_fact(event.texts.get("language"))


def _links(reader: EventReader, event: FrabEvent, own: OwnFacts) -> Fact[tuple[Link, ...]] | None:
    """The links of an event, each with its type and the title that the organisers gave it."""
    known = own.links
    return reader.links(_typed(link, known.get(link.url)) for link in event.links)


def _links_of_session(reader: EventReader, own: OwnFacts) -> Fact[tuple[Link, ...]] | None:
    links = own.links.values()
    return reader.links((FrabLink("", link.title or "", link.url, own.place), link.rel) for link in links)


def _typed(link: FrabLink, known: Link | None) -> tuple[FrabLink, LinkRel]:
    if known is None:  # it was added by hand
        return link, _RELS_OF_TYPES.get(link.type, "website")
    return replace(link, title=known.title or ""), known.rel
