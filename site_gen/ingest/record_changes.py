"""The records of a reading, changed one by one: the papers outside sessions, the sessions and their slots."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import TypeVar

from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

T = TypeVar("T")
Record = TypeVar("Record", SessionRecord, SlotRecord)


def each_changed(change: Callable[[T], T], held: tuple[T, ...]) -> tuple[T, ...]:
    """What is made of each of some values; the same tuple where each stays as it is."""
    made = tuple(map(change, held))
    return held if all(map(is_, made, held)) else made


def with_changed_records(
    reading: Reading,
    *,
    paper: Callable[[PaperRecord], PaperRecord] | None = None,
    slot: Callable[[SlotRecord], SlotRecord] | None = None,
    session: Callable[[SessionRecord], SessionRecord] | None = None,
) -> Reading:
    """A reading with what is made of each paper, slot and session.

    Without `slot`, the paper of a slot becomes what one outside sessions does. A session is changed before
    its slots are. What is not given stays as it is.
    """

    def with_paper(record: SlotRecord) -> SlotRecord:
        return replace(record, paper=paper(record.paper)) if paper and record.paper else record

    def whole(record: SessionRecord) -> SessionRecord:
        own = session(record) if session else record
        return replace(own, slots=each_changed(slot or with_paper, own.slots))

    papers = each_changed(paper, reading.papers) if paper else reading.papers
    return replace(reading, papers=papers, sessions=each_changed(whole, reading.sessions))


def with_changed_titles(reading: Reading, change: Callable[[Fact[str]], Fact[str]]) -> Reading:
    """A reading with what is made of each title: of papers, slots and sessions."""

    def paper(record: PaperRecord) -> PaperRecord:
        return replace(record, title=change(record.title)) if record.title else record

    def slot(record: SlotRecord) -> SlotRecord:
        title = change(record.title) if record.title else None
        return replace(record, title=title, paper=paper(record.paper) if record.paper else None)

    def session(record: SessionRecord) -> SessionRecord:
        return replace(record, title=change(record.title)) if record.title else record

    return with_changed_records(reading, paper=paper, slot=slot, session=session)


def renamed(slot: SlotRecord, title: Fact[str]) -> SlotRecord:
    """A slot that is called otherwise, as is its paper; where one of them has no title, it stays so."""
    paper = replace(slot.paper, title=title) if slot.paper and slot.paper.title else slot.paper
    return replace(slot, title=title if slot.title else None, paper=paper)
