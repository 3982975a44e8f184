"""Texts and rooms that say that there is none: "N/A", "No abstract available.", "Room: TBA"."""

from __future__ import annotations

import re

from site_gen.ingest.reading.texts.placeholders import is_placeholder
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

_LONGEST = 100  # characters
_NOTHING = re.compile(
    r"yes|no|true|false|none|null|nil|nan|na|(?:abstract )?coming soon\W*"
    r"|no (?:abstract|summary|description)(?: (?:is |was )?(?:available|provided|given))?\W*",
    re.IGNORECASE,
)


def without_empty_texts(reading: Reading) -> Reading:
    """A reading whose abstracts and descriptions are texts, and whose rooms are told."""
    return with_changed_records(reading, paper=_paper, slot=_slot, session=_session)


def _is_nothing(text: Fact[str] | None) -> bool:
    if text is None or len(text.value) > _LONGEST:
        return False
    bare = text.value.strip(" []()")
    return is_placeholder(bare) or _NOTHING.fullmatch(bare) is not None


def _paper(paper: PaperRecord) -> PaperRecord:
    return replace(paper, abstract=None) if _is_nothing(paper.abstract) else paper


def _session(session: SessionRecord) -> SessionRecord:
    room = None if session.room and is_placeholder(session.room.value) else session.room
    description = None if _is_nothing(session.description) else session.description
    return replace(session, room=room, description=description)


def _slot(slot: SlotRecord) -> SlotRecord:
    if slot.paper and _is_nothing(slot.paper.abstract):
        slot = replace(slot, paper=_paper(slot.paper))
    room = None if slot.room and is_placeholder(slot.room.value) else slot.room
    return replace(slot, room=room, description=None if _is_nothing(slot.description) else slot.description)
