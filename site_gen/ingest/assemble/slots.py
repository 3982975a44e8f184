"""The slots of a session, and the one rule by which an empty slot gets its paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_gen.ingest.assemble.assembled import AssembledEntity, FilledSlot
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord
from site_gen.model import Session, Slot
from site_gen.problems import Place
from site_gen.text import counted, fold

MATCHES = 2  # so many other slots must agree with a list before it fills an empty one


@dataclass(frozen=True, slots=True)
class SlotsFound:
    """The slots of a session and the place of each."""

    slots: tuple[Slot, ...]
    places: tuple[Place, ...]


def shared_room(records: Sequence[SlotRecord]) -> Fact[str] | None:
    """The room, if every slot that names one names the same."""
    rooms = [record.room for record in records if record.room]
    return rooms[0] if rooms and len({fold(room.value) for room in rooms}) == 1 else None


def read_slots(
    records: Sequence[SlotRecord], paper_ids: Mapping[Place, str], session_room: str | None
) -> SlotsFound:
    """The slots in their order; one without a record of a paper or a title is empty."""
    slots = tuple(_slot(record, paper_ids, session_room) for record in records)
    return SlotsFound(slots, tuple(record.place for record in records))


def _slot(record: SlotRecord, paper_ids: Mapping[Place, str], session_room: str | None) -> Slot:
    paper = paper_ids.get(record.paper.place) if record.paper else None
    room = record.room.value if record.room else None
    return Slot(
        paper=paper,
        title=record.title.value if record.title and not paper else None,
        start=record.start.value if record.start else None,
        end=record.end.value if record.end else None,
        room=None if room and session_room and fold(room) == fold(session_room) else room,
        board=record.board.value if record.board else None,
        people=record.people.value if record.people else (),
    )


@dataclass(frozen=True, slots=True)
class _PaperList:
    """Papers in an order that means something, all of them there; `place` is where the list begins."""

    papers: tuple[str, ...]
    name: str
    place: Place

    def agrees(self, held: Sequence[str | None], gap: int) -> bool:
        """Whether a session holds the same papers at the same positions, but for one gap."""
        return all(
            own == other
            for position, (own, other) in enumerate(zip(held, self.papers, strict=True))
            if position != gap
        )


def fill_slots(
    sessions: Sequence[AssembledEntity[Session]],
    readings: Sequence[Reading],
    paper_ids: Mapping[Place, str],
) -> tuple[tuple[AssembledEntity[Session], ...], tuple[FilledSlot, ...]]:
    """Fill the one empty slot of a session whose other slots agree with another document's complete list."""
    lists = [found for reading in readings for found in _complete_lists(reading, paper_ids)]
    by_length: dict[int, list[_PaperList]] = {}
    for found in sorted(lists, key=lambda each: (each.place, each.name)):
        by_length.setdefault(len(found.papers), []).append(found)
    result: list[AssembledEntity[Session]] = []
    filled: list[FilledSlot] = []
    for session in sessions:
        fill = _fill(session, by_length.get(len(session.value.slots), ()))
        if fill:
            filled.append(fill)
            slots = list(session.value.slots)
            slots[fill.position - 1] = replace(slots[fill.position - 1], paper=fill.paper)
            session = replace(session, value=replace(session.value, slots=tuple(slots)))
        result.append(session)
    return tuple(result), tuple(filled)


def _fill(session: AssembledEntity[Session], lists: Iterable[_PaperList]) -> FilledSlot | None:
    slots = session.value.slots
    empty = [position for position, slot in enumerate(slots) if slot.is_empty]
    files = {place.file for place in session.places}
    if len(empty) != 1 or len(slots) - 1 < MATCHES:
        return None
    gap = empty[0]
    held = [slot.paper for slot in slots]
    fitting = [found for found in lists if found.place.file not in files and found.agrees(held, gap)]
    if len({found.papers[gap] for found in fitting}) != 1 or fitting[0].papers[gap] in held:
        return None
    best = fitting[0]
    why = (
        f"{best.name} lists {counted(len(slots), 'paper')} in this order; "
        f"the other {len(slots) - 1} are the same, and this one is left"
    )
    return FilledSlot(session.value.id, gap + 1, best.papers[gap], session.sources["slots"][gap], why)


def _complete_lists(reading: Reading, paper_ids: Mapping[Place, str]) -> Iterator[_PaperList]:
    """The lists of a document whose order means something and that has as many papers as it says."""
    read = sum(1 for _ in reading.every_paper())
    if not reading.format.is_ordered or (reading.claimed and reading.claimed.value != read):
        return
    path = reading.document.path
    if reading.papers:
        yield _paper_list(reading.papers, path, paper_ids)
    by_award: dict[str, list[PaperRecord]] = {}
    for record in reading.papers:
        if record.award:
            by_award.setdefault(fold(record.award.value), []).append(record)
    if len(by_award) > 1:
        for award, records in by_award.items():
            yield _paper_list(records, f"{path} ({award})", paper_ids)
    for session in reading.sessions:
        records = [slot.paper for slot in session.slots if slot.paper]
        is_known = all(record.place in paper_ids for record in records)
        if records and is_known and len(records) == len(session.slots):
            yield _paper_list(records, path, paper_ids)


def _paper_list(records: Sequence[PaperRecord], name: str, paper_ids: Mapping[Place, str]) -> _PaperList:
    papers = dict.fromkeys(paper_ids[record.place] for record in records)
    return _PaperList(tuple(papers), name, records[0].place)
