"""The records of a reading, changed one by one: the papers outside sessions, the sessions and their slots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from site_gen.ingest.records import PaperRecord, Reading, SessionRecord, SlotRecord


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
        return replace(own, slots=tuple(map(slot or with_paper, own.slots))) if own.slots else own

    papers, sessions = tuple(map(paper, reading.papers)), tuple(map(whole, reading.sessions))
    return replace(reading, papers=papers, sessions=sessions)
