"""The label before a session's title that says no more than what it is: "SESSION: Mud", "Title: Sand"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord

_TITLE = r"title|titel|titre|t[ií]tulo|titolo|event|activity"
_LABEL = re.compile(
    rf"(?:session|sitzung|s[eé]ance|sesi[oó]n|sessione|sess[aã]o|{_TITLE})\s*:\s*(?=.*[^\W\d_]{{2}})",
    re.IGNORECASE,
)


def without_session_labels(reading: Reading) -> Reading:
    """A reading whose sessions and talks are called as they are, without that label; what we wrote stays."""
    if reading.format.is_own:
        return reading
    return with_changed_records(reading, slot=_slot, session=_session)


def _session(session: SessionRecord) -> SessionRecord:
    return replace(session, title=_bare(session.title)) if session.title else session


def _slot(slot: SlotRecord) -> SlotRecord:
    return replace(slot, title=_bare(slot.title)) if slot.title else slot


def _bare(title: Fact[str]) -> Fact[str]:
    match = _LABEL.match(title.value)
    return replace(title, value=title.value[match.end() :]) if match else title
