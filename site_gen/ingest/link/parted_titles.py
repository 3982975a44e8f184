"""Cells of a programme that were parted into title and speaker, and are the title of a paper as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from site_gen.ingest.known import Known
from site_gen.ingest.link.paper_titles import paper_titles
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Reading, SlotRecord
from site_gen.text import fold


def with_parted_titles(readings: Sequence[Reading], known: Known) -> list[Reading]:
    """The readings with each such cell whole: "Counting Mice by Ear" is nothing of a speaker's."""
    if not any(slot.whole for reading in readings for slot in reading.every_slot()):
        return list(readings)
    titles = {fold(each.printed) for each in paper_titles(readings, known)}
    return [with_changed_records(each, slot=lambda slot: _whole(slot, titles)) for each in readings]


def _whole(slot: SlotRecord, titles: Collection[str]) -> SlotRecord:
    if slot.whole is None or fold(slot.whole.value) not in titles:
        return slot
    paper = replace(slot.paper, title=slot.whole) if slot.paper else None
    return replace(slot, title=slot.whole, paper=paper, people=None)
