"""Sessions and talks whose titles say that they are called off: "Owls (cancelled)", "ENTFÄLLT: Owls"."""

from __future__ import annotations

from dataclasses import replace

from site_gen.conference import Status
from site_gen.ingest.reading.tables.programme_status import without_status
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import squeeze


def with_title_status(reading: Reading) -> Reading:
    """A reading in which what its title calls off is marked so, and called as it was.

    The paper of such a slot is known from elsewhere, or not at all.
    """
    if reading.format.is_own or reading.format.is_published:
        return reading
    return with_changed_records(reading, paper=lambda each: each, slot=_slot, session=_session)


def _session(session: SessionRecord) -> SessionRecord:
    found = _parted(session.title)
    return replace(session, title=found[0], status=found[1]) if found and not session.status else session


def _slot(slot: SlotRecord) -> SlotRecord:
    paper = slot.paper
    found = _parted(slot.title or (paper.title if paper else None)) if slot.status is None else None
    if found is None:
        return slot
    title, status = found
    if paper:
        paper = PaperRecord(place=paper.place, title=title, submission=paper.submission, is_mention=True)
    return replace(slot, title=title if slot.title else None, paper=paper, status=status)


def _parted(title: Fact[str] | None) -> tuple[Fact[str], Fact[Status]] | None:
    """A title without the word that calls it off, and what that says; None where it has none."""
    bare, status = without_status(title.value) if title else ("", None)
    if title is None or status is None or not bare.strip():
        return None
    return replace(title, value=squeeze(bare)), Fact(status, title.place)
