"""The slots of a session, and the one rule by which an empty slot gets its paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta

from site_gen.conference import Session, Slot
from site_gen.ingest.assemble.assembled import AssembledEntity, FilledSlot
from site_gen.ingest.link.traits import title_key
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted, fold
from site_gen.values import dataclass, replace

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
    records: Sequence[SlotRecord],
    paper_ids: Mapping[Place, str],
    session_room: str | None,
    session_day: date | None,
    problems: ProblemLog,
) -> SlotsFound:
    """The slots in order of time, where all have one; one without a record of a paper or a title is empty."""
    records = _by_time(records)
    ended = [replace(record, end=_possible_end(record, problems)) for record in records]
    slots = tuple(_slot(record, paper_ids, session_room, session_day) for record in ended)
    for record, slot in zip(records, slots, strict=True):
        if slot.is_empty and paper_ids:
            _report_number(record, problems)
    return SlotsFound(slots, tuple(record.place for record in records))


def report_unplaced(
    records: Iterable[SessionRecord],
    sessions: Iterable[Session],
    paper_ids: Mapping[Place, str],
    problems: ProblemLog,
) -> None:
    """Warn of a paper or talk that a document has in a session, and the site in none."""
    sessions = list(sessions)
    slots = [slot for session in sessions for slot in session.slots]
    papers = {slot.paper for slot in slots if slot.paper}
    titles = (*(slot.title for slot in slots), *(session.title for session in sessions))
    talks = {title_key(title) for title in titles if title}
    for record in (slot for session in records for slot in session.slots):
        paper = paper_ids.get(record.paper.place) if record.paper else None
        key = title_key(record.called.value) if record.called else ""
        where = "is in a session here, and in none of the site: a better source says what is in that session"
        hint = "add it there, or give this document `precedence:` in content/sources.yaml"
        if paper and paper not in papers:
            papers.add(paper)
            problems.warning("unplaced-paper", f"the paper '{paper}' {where}", record.place, hint)
        elif record.called and not paper and key and key not in talks:
            talks.add(key)
            problems.warning("unplaced-talk", f"the talk '{record.called.value}' {where}", record.place, hint)


def _by_time(records: Sequence[SlotRecord]) -> Sequence[SlotRecord]:
    """The slots as they follow each other; as their document has them where not all say when they begin."""
    starts = [(record.later, record.start.value) for record in records if record.start]
    if len(starts) < len(records) or any(start.tzinfo for _, start in starts):  # an hour that comes twice
        return records
    return [record for _, record in sorted(zip(starts, records, strict=True), key=lambda pair: pair[0])]


def _report_number(record: SlotRecord, problems: ProblemLog) -> None:
    """Warn of a slot that names its paper by a number that none has."""
    number = record.paper.submission if record.paper else None
    if number:
        what = f"no paper has the number {number.value}"
        problems.warning("unknown-number", what, number.place, "its slot is kept, empty: correct the number")


def _possible_end(record: SlotRecord, problems: ProblemLog) -> Fact[time] | None:
    """When a slot ends; None, and told, where that is not after it begins."""
    start, end = record.start, record.end
    if start and end and not record.end_later and (what := impossible_end(start.value, end.value)):
        problems.warning("ends-before-start", what, end.place, "the end is left out")
        return None
    return end


def impossible_end(start: time, end: time) -> str:
    """Why nothing ends then that begins at another time of the same day; empty where it may."""
    if end.tzinfo != start.tzinfo or end.replace(tzinfo=None) > start.replace(tzinfo=None):
        return ""  # clocks may have been put back in between
    when = "when it begins" if start == end else f"before the start {start:%H:%M}"
    return f"the end {end:%H:%M} is {when}"


def _slot(
    record: SlotRecord, paper_ids: Mapping[Place, str], session_room: str | None, session_day: date | None
) -> Slot:
    paper = paper_ids.get(record.paper.place) if record.paper else None
    room = record.room.value if record.room else None
    day = session_day + timedelta(days=record.later) if session_day else None
    return Slot(
        paper=paper,
        title=record.title.value if record.title and not paper else None,
        type=record.type.value if record.type else None,
        date=day if record.later else None,
        start=record.start.value if record.start else None,
        end=record.end.value if record.end else None,
        end_date=day + timedelta(days=record.end_later) if day and record.end_later else None,
        room=None if room and session_room and fold(room) == fold(session_room) else room,
        board=record.board.value if record.board else None,
        people=record.people.value if record.people else (),
        guid=record.guid.value if record.guid else None,
        status=record.status.value if record.status else "scheduled",
        note=record.note.value if record.note else None,
        links=() if record.links is None or _has_links(record, paper) else record.links.value,
        description=record.description.value if record.description and not paper else None,
    )


def _has_links(record: SlotRecord, paper: str | None) -> bool:
    """Whether the links of a slot are those of its paper."""
    return paper is not None and record.paper is not None and record.paper.links is not None


@dataclass(frozen=True, slots=True)
class _PaperList:
    """Papers in an order that means something, all of them there, and where the list names each."""

    papers: tuple[str, ...]
    name: str
    places: tuple[Place, ...]

    @property
    def place(self) -> Place:
        """Where the list begins."""
        return self.places[0]

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
        evidence = _evidence(session, by_length.get(len(session.value.slots), ()))
        if evidence:
            gap = _gaps(session)[0]
            filled.append(_filled_slot(session, gap, evidence))
            session = _filled(session, gap, evidence)
        result.append(session)
    return tuple(result), tuple(filled)


def _gaps(session: AssembledEntity[Session]) -> list[int]:
    return [position for position, slot in enumerate(session.value.slots) if slot.is_empty]


def _evidence(session: AssembledEntity[Session], lists: Iterable[_PaperList]) -> _PaperList | None:
    """The best list that fills the one gap of a session; None where lists differ or none agrees."""
    slots = session.value.slots
    gaps = _gaps(session)
    files = {place.file for place in session.places}
    if len(gaps) != 1 or len(slots) - 1 < MATCHES:
        return None
    gap = gaps[0]
    held = [slot.paper for slot in slots]
    fitting = [found for found in lists if found.place.file not in files and found.agrees(held, gap)]
    if len({found.papers[gap] for found in fitting}) != 1 or fitting[0].papers[gap] in held:
        return None
    return fitting[0]


def _filled_slot(session: AssembledEntity[Session], gap: int, evidence: _PaperList) -> FilledSlot:
    number = len(evidence.papers)
    why = (
        f"{evidence.name} lists {counted(number, 'paper')} in this order; "
        f"the other {number - 1} are the same, and this one is left"
    )
    return FilledSlot(session.value.id, gap + 1, evidence.papers[gap], session.sources["slots"][gap], why)


def _filled(session: AssembledEntity[Session], gap: int, evidence: _PaperList) -> AssembledEntity[Session]:
    """The session with its gap filled; its `sources` name the evidence as those of "slots 3"."""
    slots = list(session.value.slots)
    slots[gap] = replace(slots[gap], paper=evidence.papers[gap])
    sources = {**session.sources, f"slots {gap + 1}": (evidence.places[gap],)}
    return replace(session, value=replace(session.value, slots=tuple(slots)), sources=sources)


def _complete_lists(reading: Reading, paper_ids: Mapping[Place, str]) -> Iterator[_PaperList]:
    """The lists of a document whose order means something and that has as many papers as it says."""
    read = sum(1 for _ in reading.every_paper())
    if not reading.format.is_ordered or (reading.stated and reading.stated.value != read):
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
    places: dict[str, Place] = {}
    for record in records:
        places.setdefault(paper_ids[record.place], record.place)
    return _PaperList(tuple(places), name, tuple(places.values()))
