"""The records of a reading, changed one by one: the papers outside sessions, the sessions and their slots."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import TypeVar

from site_gen.ingest.records import PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

T = TypeVar("T")


def each_changed(change: Callable[[T], T], held: tuple[T, ...]) -> tuple[T, ...]:
    """What is made of each of some values; the same tuple where each stays as it is."""
    made = tuple(map(change, held))
    return held if all(map(is_, made, held)) else made


def with_changed_records(
    reading: Reading,
    *,
    paper: Callable[[PaperRecord], PaperRecord],
    slot: Callable[[SlotRecord], SlotRecord] | None = None,
    session: Callable[[SessionRecord], SessionRecord] | None = None,
) -> Reading:
    """A reading with what is made of each paper, slot and session.

    Without `slot`, the paper of a slot becomes what one outside sessions does. A session is changed before
    its slots are.
    """

    def with_paper(record: SlotRecord) -> SlotRecord:
        return replace(record, paper=paper(record.paper)) if record.paper else record

    def whole(record: SessionRecord) -> SessionRecord:
        own = session(record) if session else record
        return replace(own, slots=each_changed(slot or with_paper, own.slots))

    papers, sessions = each_changed(paper, reading.papers), each_changed(whole, reading.sessions)
    return replace(reading, papers=papers, sessions=sessions)
