"""What several documents say of the talks of one session: what the best one leaves out, and what differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import time

from site_gen.ingest.assemble.assembled import OtherValue
from site_gen.ingest.assemble.other_descriptions import other_descriptions
from site_gen.ingest.assemble.other_values import other_values
from site_gen.ingest.records import SessionRecord, SlotRecord
from site_gen.problems import Place
from site_gen.text import fold
from site_gen.values import dataclass, replace

_COMPLETED = ("type", "board", "people", "status", "note", "description", "links", "room", "start", "end")
_WHEN = ("start", "end")


@dataclass(slots=True)
class JoinedSlots:
    """The slots of a session; by the place of each what other documents say of it, and where.

    `absent` are the talks that others have in the session. `best` is the record that has the slots.
    """

    records: tuple[SlotRecord, ...]
    places: dict[Place, list[Place]] = field(default_factory=lambda: defaultdict(list))
    others: dict[Place, list[OtherValue]] = field(default_factory=lambda: defaultdict(list))
    absent: list[OtherValue] = field(default_factory=list)
    best: SessionRecord | None = None


def joined_slots(records: Sequence[SessionRecord], paper_ids: Mapping[Place, str]) -> JoinedSlots:
    """The slots of the best record that has any, with what the others say of the same papers and talks."""
    best = next((record for record in records if record.slots), None)
    joined = JoinedSlots(best.slots if best else (), best=best)
    for other in records:
        if best and other is not best and other.slots:
            _join(joined, best, other, paper_ids)
    return joined


def follow_times(
    joined: JoinedSlots,
    start: object,
    end: object,
    records: Sequence[SessionRecord],
    paper_ids: Mapping[Place, str],
) -> None:
    """Leave out the times of talks where another document says when the session is, outside which they are.

    They are told as what their document says; those that the other one has for the same talks are taken.
    """
    own = joined.best.start if joined.best else None
    if own is None or not isinstance(start, time) or own.value == start or start.tzinfo or own.value.tzinfo:
        return
    last = end if isinstance(end, time) and end > start else time.max
    times = [slot.start.value for slot in joined.records if slot.start]
    if all(start <= each < last for each in times):
        return
    timed = next((each for each in records if each.start and each.start.value == start), None)
    others = _by_key(timed.slots if timed else (), paper_ids)
    slots: list[SlotRecord] = []
    for slot in joined.records:
        other = others.get(_key(slot, paper_ids)) or SlotRecord(place=slot.place)
        for name, fact, held in (("start", slot.start, other.start), ("end", slot.end, other.end)):
            told = other_values(held.value if held else "", [fact] if fact else [])
            joined.others[slot.place] += [(f"{name} {text}", place) for text, place in told]
        taken = [fact.place for fact in (other.start, other.end) if fact]
        joined.places[slot.place] += taken
        joined.others[slot.place] = [each for each in joined.others[slot.place] if each[1] not in taken]
        slots.append(
            replace(slot, start=other.start, end=other.end, later=other.later, end_later=other.end_later)
        )
    joined.records = tuple(slots)


def _join(
    joined: JoinedSlots, best: SessionRecord, other: SessionRecord, paper_ids: Mapping[Place, str]
) -> None:
    own, theirs = _by_key(joined.records, paper_ids), _by_key(other.slots, paper_ids)
    fields = [name for name in _COMPLETED if _may_complete(name, joined.records, best, other)]
    completed: dict[Place, SlotRecord] = {}
    for key, slot in theirs.items():
        if key in own:
            completed[own[key].place] = _completed(joined, own[key], slot, fields)
        else:
            joined.absent += other_values("", [slot.called] if slot.called else [])
    joined.records = tuple(completed.get(each.place, each) for each in joined.records)


def _by_key(slots: Iterable[SlotRecord], paper_ids: Mapping[Place, str]) -> Mapping[str, SlotRecord]:
    """The slots by their papers or titles; none of those that a document has twice in a session."""
    keys = [(_key(slot, paper_ids), slot) for slot in slots]
    often = Counter(key for key, _ in keys)
    return {key: slot for key, slot in keys if key and often[key] == 1}


def _key(slot: SlotRecord, paper_ids: Mapping[Place, str]) -> str:
    paper = paper_ids.get(slot.paper.place) if slot.paper else None
    return f"paper {paper}" if paper else fold(slot.title.value) if slot.title else ""


def _may_complete(name: str, slots: Sequence[SlotRecord], best: SessionRecord, other: SessionRecord) -> bool:
    """Whether a field that a slot lacks is taken: times of a session that is at the same time elsewhere."""
    if name == "room":
        return best.room is None
    if name not in _WHEN:
        return True
    days = [each.day.value for each in (best, other) if each.day]
    starts = [each.start.value for each in (best, other) if each.start]
    is_at_once = all((day.month, day.day) == (days[0].month, days[0].day) for day in days)
    is_at_once = is_at_once and all(start == starts[0] for start in starts)
    return is_at_once and (name == "end" or not any(slot.start for slot in slots))


def _completed(joined: JoinedSlots, own: SlotRecord, other: SlotRecord, fields: Sequence[str]) -> SlotRecord:
    slot = own
    for name in _COMPLETED:
        held, said = getattr(slot, name), getattr(other, name)
        if said is None:
            continue
        is_taken = name in fields and (name != "end" or _begin_at_once(slot, other))
        if held is None and is_taken:
            later = {"start": "later", "end": "end_later"}.get(name)
            more = {later: getattr(other, later)} if later else {}
            slot = replace(slot, **{name: said}, **more)
            joined.places[own.place].append(said.place)
        else:
            differing = other_values(held.value if held else "", [said])
            if name == "people" and held:
                differing += other_descriptions(held.value, [said])
            joined.others[own.place] += [(f"{name} {text}", place) for text, place in differing]
    return slot


def _begin_at_once(one: SlotRecord, other: SlotRecord) -> bool:
    return one.start is not None and other.start is not None and one.start.value == other.start.value
