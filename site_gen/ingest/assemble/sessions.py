"""Sessions out of the records of one or several programmes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TypeVar, cast

from site_gen.conference import Participant, Session, Slot
from site_gen.ingest.assemble.assembled import AssembledEntity, OtherValue
from site_gen.ingest.assemble.days import date_of
from site_gen.ingest.assemble.ids import Naming, first_words, make_ids, naming, own_naming
from site_gen.ingest.assemble.joined_sessions import completed_people, saying_more
from site_gen.ingest.assemble.joined_slots import follow_times, joined_slots
from site_gen.ingest.assemble.other_descriptions import by_name, other_descriptions
from site_gen.ingest.assemble.other_values import other_values
from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.assemble.session_groups import Records, same_sessions
from site_gen.ingest.assemble.slots import (
    SlotsFound,
    impossible_end,
    read_slots,
    report_unplaced,
    shared_room,
)
from site_gen.ingest.assemble.tracks import Tracks
from site_gen.ingest.known import Known
from site_gen.ingest.link import Linked
from site_gen.ingest.reading.metadata.source_ids import public_id
from site_gen.ingest.records import Fact, PartialDay, Reading, SessionRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold

T = TypeVar("T")
_TAKEN = (
    "kind",
    "type",
    "start",
    "end",
    "room",
    "people",
    "description",
    "links",
    "attendance",
    "other_rooms",
    "access",
    "language",
    "number",
    "status",
    "note",
)


@dataclass(slots=True)
class _Draft:
    """A session that may still be without its id."""

    known: str | None
    fields: dict[str, object]
    sources: dict[str, tuple[Place, ...]]
    places: tuple[Place, ...]
    others: dict[str, tuple[OtherValue, ...]] = field(default_factory=dict)
    own_ids: tuple[str, ...] = ()


def assemble_sessions(
    year: int | None,
    readings: Sequence[Reading],
    linked: Linked,
    known: Known,
    paper_ids: Mapping[Place, str],
    tracks: Tracks,
    precedence: Precedence,
    problems: ProblemLog,
) -> tuple[AssembledEntity[Session], ...]:
    """Make the sessions in page order; known ones keep their ids. Slots without a record stay empty."""
    drafts = [
        _draft(records, year, linked, paper_ids, tracks, precedence, problems)
        for records in same_sessions(readings, linked, precedence)
    ]
    records = [record for reading in readings for record in reading.sessions]
    _drop_repeated(drafts, ("guid", "number"))
    new = [draft for draft in drafts if draft.known is None]
    taken = {each.session.id for each in known.sessions} | known.deleted
    made = iter(make_ids([_naming(draft, known) for draft in new], taken, "session"))
    ids = [draft.known or next(made) for draft in drafts]
    _name_wholes(drafts, ids)
    _tell_descriptions(drafts, readings)
    sessions = tuple(
        AssembledEntity(
            Session(id=own, **draft.fields),  # type: ignore[arg-type]  # as _draft pairs them
            draft.sources,
            draft.places,
            others=draft.others,
        )
        for own, draft in zip(ids, drafts, strict=True)
    )
    report_unplaced(records, (each.value for each in sessions), paper_ids, problems)
    return sessions


def _name_wholes(drafts: Sequence[_Draft], ids: Sequence[str]) -> None:
    """Replace the place of the session that each is a part of by its id."""
    id_at = {place: own for own, draft in zip(ids, drafts, strict=True) for place in draft.places}
    for own, draft in zip(ids, drafts, strict=True):
        whole = draft.fields.pop("part_of", None)
        if isinstance(whole, Place) and id_at.get(whole, own) != own:
            draft.fields["part_of"] = id_at[whole]
            draft.sources["part_of"] = (whole,)


def _tell_descriptions(drafts: Sequence[_Draft], readings: Sequence[Reading]) -> None:
    """Add what tables of people say of those in sessions and talks, otherwise than these."""
    tables = by_name(readings)
    for draft in drafts if tables else ():
        slots = cast(tuple[Slot, ...], draft.fields.get("slots", ()))
        own = cast(tuple[Participant, ...], draft.fields.get("people", ()))
        for name, people in (
            ("people", own),
            *((f"slots {n}", slot.people) for n, slot in enumerate(slots, 1)),
        ):
            facts = [fact for each in people for fact in tables.get(fold(each.name), ())]
            draft.others[name] = (*draft.others.get(name, ()), *other_descriptions(people, facts))


def _drop_repeated(drafts: Sequence[_Draft], names: Sequence[str]) -> None:
    """Leave out an id that an earlier session has: it calls neither of them."""
    seen: set[tuple[str, object]] = set()
    for draft in drafts:
        for name in [name for name in names if name in draft.fields]:
            if (name, draft.fields[name]) in seen:
                del draft.fields[name], draft.sources[name]
            else:
                seen.add((name, draft.fields[name]))


def _draft(
    records: Records,
    year: int | None,
    linked: Linked,
    paper_ids: Mapping[Place, str],
    tracks: Tracks,
    precedence: Precedence,
    problems: ProblemLog,
) -> _Draft:
    """The fields of a session that have a value, and their sources."""
    places = tuple(record.place for record in records)
    known = next((linked.sessions[place] for place in places if place in linked.sessions), None)
    draft = _Draft(known, {}, {}, places, own_ids=tuple(record.own_id for record in records))

    def take(name: str, facts: Iterable[Fact[T] | None]) -> None:
        listed = precedence.listed(facts, name)
        if listed:
            draft.fields[name] = listed[0].value
            draft.others[name] = other_values(listed[0].value, listed)
            draft.sources[name] = tuple(fact.place for fact in listed if fact.value == listed[0].value)

    take("title", (record.title for record in saying_more(records)))
    for name in _TAKEN:
        take(name, (getattr(record, name) for record in records))
    people = precedence.listed((record.people for record in records), "people")
    if len(people) > 1:
        draft.fields["people"] = completed = completed_people([fact.value for fact in people])
        draft.others["people"] += other_descriptions(completed, people)
    named = (Fact(tracks.id_of(each.track.value), each.track.place) for each in records if each.track)
    take("track", (fact for fact in named if fact.value))
    take("guid", (public_id(record.guid) for record in records))
    whole = next((record.part_of for record in records if record.part_of), None)
    if whole:
        draft.fields["part_of"] = whole
    _take_date(draft, precedence.listed((record.day for record in records), "date"), year, problems)
    _take_end(draft, records, problems)
    _take_slots(draft, records, paper_ids, problems)
    return draft


def _take_end(draft: _Draft, records: Records, problems: ProblemLog) -> None:
    """The day of an end. An end that one document tells and that is before the start that another one tells
    is left out."""
    start, end, day = (draft.fields.get(name) for name in ("start", "end", "date"))
    of_end = draft.sources.get("end", ())[:1]
    stating = [each for each in records if each.end_later and (not of_end or _says_end(each, of_end[0]))]
    if stating and isinstance(day, date):
        draft.fields["end_date"] = day + timedelta(days=stating[0].end_later)
        draft.sources["end_date"] = of_end or draft.sources["date"][:1]
    elif isinstance(start, time) and isinstance(end, time) and (what := impossible_end(start, end)):
        place = draft.sources.pop("end")[0]
        del draft.fields["end"]
        begins = draft.sources["start"][0].file
        what += f" in {begins}" if begins != place.file else ""
        problems.warning("ends-before-start", what, place, hint="the end is left out")


def _says_end(record: SessionRecord, place: Place) -> bool:
    return record.end is not None and record.end.place == place


def _take_date(
    draft: _Draft, days: Sequence[Fact[PartialDay]], year: int | None, problems: ProblemLog
) -> None:
    dates = [(date_of(fact, year, problems), fact.place) for fact in days]
    found = [(each, place) for each, place in dates if each]
    if found:
        draft.fields["date"] = found[0][0]
        draft.sources["date"] = tuple(place for each, place in found if each == found[0][0])
        draft.others["date"] = other_values(found[0][0], [Fact(each, place) for each, place in found])


def _take_slots(
    draft: _Draft, records: Records, paper_ids: Mapping[Place, str], problems: ProblemLog
) -> None:
    """The slots; the room that all of them share is the session's."""
    joined = joined_slots(records, paper_ids)
    if not joined.records:
        return
    follow_times(joined, draft.fields.get("start"), draft.fields.get("end"), records, paper_ids)
    room, day = draft.fields.get("room"), draft.fields.get("date")
    shared = shared_room(joined.records)
    if room is None and shared:
        room = draft.fields["room"] = shared.value
        draft.sources["room"] = (shared.place,)
    room_name, on = room if isinstance(room, str) else None, day if isinstance(day, date) else None
    slots: SlotsFound = read_slots(joined.records, paper_ids, room_name, on, problems)
    draft.fields["slots"], draft.sources["slots"] = slots.slots, slots.places
    draft.others["slots"] = tuple(joined.absent)
    for number, place in enumerate(slots.places, start=1):
        if joined.places.get(place):
            draft.sources[f"slots {number}"] = tuple(dict.fromkeys(joined.places[place]))
        if joined.others.get(place):
            draft.others[f"slots {number}"] = tuple(joined.others[place])


def _naming(draft: _Draft, known: Known) -> Naming:
    """What a session is called after: its title, else kind and people; then date, start and kind."""
    fields = draft.fields
    title, day, start, kind = (fields.get(name) for name in ("title", "date", "start", "kind"))
    kind_words = first_words(kind if isinstance(kind, str) else None)
    people = fields.get("people")
    names = (
        [each.name for each in people if isinstance(each, Participant)] if isinstance(people, tuple) else []
    )
    of_people = [word for name in names for word in first_words(known.present_names.get(fold(name), name))]
    usual = first_words(title if isinstance(title, str) else None) or [*kind_words, *of_people]
    when = [day.isoformat()] if isinstance(day, date) else []
    when += [f"{start:%H%M}"] if start is not None else []
    content = (str(day), str(start), sorted(fields.items(), key=str))
    own = own_naming(draft.own_ids, content)
    return own or naming(usual, lambda: [*when, *kind_words, *of_people], content)
