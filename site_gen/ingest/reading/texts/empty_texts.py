"""Texts that say that there is none: "N/A", "No abstract available.", a yes or no of whether there is one."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord

_NOTHING = re.compile(
    r"yes|no|true|false|n\.?/?a\.?|none|null|nil|nan|t\.?b\.?[acd]\.?|[-–—.?]+|(?:abstract )?coming soon\W*"
    r"|no (?:abstract|summary|description)(?: (?:is |was )?(?:available|provided|given))?\W*",
    re.IGNORECASE,
)


def without_empty_texts(reading: Reading) -> Reading:
    """A reading whose abstracts and descriptions are texts."""
    return replace(
        reading,
        papers=tuple(map(_paper, reading.papers)),
        sessions=tuple(map(_session, reading.sessions)),
    )


def _is_nothing(text: Fact[str] | None) -> bool:
    return text is not None and _NOTHING.fullmatch(text.value.strip()) is not None


def _paper(paper: PaperRecord) -> PaperRecord:
    return replace(paper, abstract=None) if _is_nothing(paper.abstract) else paper


def _session(session: SessionRecord) -> SessionRecord:
    if _is_nothing(session.description):
        session = replace(session, description=None)
    slots = tuple(map(_slot, session.slots))
    return session if slots == session.slots else replace(session, slots=slots)


def _slot(slot: SlotRecord) -> SlotRecord:
    if slot.paper and _is_nothing(slot.paper.abstract):
        slot = replace(slot, paper=_paper(slot.paper))
    return replace(slot, description=None) if _is_nothing(slot.description) else slot
