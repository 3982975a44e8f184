"""Links in titles: "[Nests](/papers/1.pdf)" is called "Nests", and "Owls [video | slides]" only "Owls"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.reading.entries.entry_splits import LINK_WORD
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import squeeze

_LINK = re.compile(r"!?\[(?P<text>[^\[\]]+)\]\((?P<address>[^()\s]+)\)(?:\{[^{}]*\})?")
_ADDRESS = re.compile(r"https?://|www\.|[./#]|[\w-]+\.\w{2,4}$")
_WORDS = rf"(?:talk |project )?{LINK_WORD.pattern}"
_BEHIND = re.compile(
    rf"(?<=\S)\s*(?:\[\s*{_WORDS}(?:\s*[|,;/·&]\s*{_WORDS})*\s*\]|\(\s*(?-i:{_WORDS})\s*\))$", re.I
)


def without_title_links(reading: Reading) -> Reading:
    """A reading whose titles are words alone; published titles stand as they are printed."""
    if reading.format.is_own or reading.format.is_published:
        return reading
    return with_changed_records(reading, paper=_paper, slot=_slot, session=_session)


def _bare(title: Fact[str] | None) -> Fact[str] | None:
    if title is None or not ("](" in title.value or title.value.endswith(("]", ")"))):
        return title
    text = _LINK.sub(
        lambda match: match["text"] if _ADDRESS.match(match["address"]) else match[0], title.value
    )
    return replace(title, value=squeeze(_BEHIND.sub("", text)))


def _paper(paper: PaperRecord) -> PaperRecord:
    return replace(paper, title=_bare(paper.title))


def _slot(slot: SlotRecord) -> SlotRecord:
    return replace(slot, title=_bare(slot.title), paper=_paper(slot.paper) if slot.paper else None)


def _session(session: SessionRecord) -> SessionRecord:
    return replace(session, title=_bare(session.title))
