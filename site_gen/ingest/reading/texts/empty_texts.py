"""Texts that say that there is none: "N/A", "No abstract available.", a yes or no of whether there is one."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord

_NOTHING = re.compile(
    r"yes|no|true|false|n\.?/?a\.?|none|null|nil|nan|t\.?b\.?[acd]\.?|[-–—.?]+|(?:abstract )?coming soon\W*"
    r"|no (?:abstract|summary|description)(?: (?:is |was )?(?:available|provided|given))?\W*",
    re.IGNORECASE,
)


def without_empty_texts(reading: Reading) -> Reading:
    """A reading whose abstracts and descriptions are texts."""
    return with_changed_records(reading, paper=_paper, slot=_slot, session=_session)


def _is_nothing(text: Fact[str] | None) -> bool:
    return text is not None and _NOTHING.fullmatch(text.value.strip(" []()")) is not None


def _paper(paper: PaperRecord) -> PaperRecord:
    return replace(paper, abstract=None) if _is_nothing(paper.abstract) else paper


def _session(session: SessionRecord) -> SessionRecord:
    return replace(session, description=None) if _is_nothing(session.description) else session


def _slot(slot: SlotRecord) -> SlotRecord:
    if slot.paper and _is_nothing(slot.paper.abstract):
        slot = replace(slot, paper=_paper(slot.paper))
    return replace(slot, description=None) if _is_nothing(slot.description) else slot
