"""The label before a session's title that says no more than what it is: "SESSION: Mud", "Title: Sand"."""

from __future__ import annotations

import re

from site_gen.ingest.record_changes import Record, with_changed_records
from site_gen.ingest.records import Reading
from site_gen.values import replace

_TITLE = r"title|titel|titre|t[ií]tulo|titolo|event|activity"
_LABEL = re.compile(
    rf"(?:session|sitzung|s[eé]ance|sesi[oó]n|sessione|sess[aã]o|{_TITLE})\s*:\s*(?=.*[^\W\d_]{{2}})",
    re.IGNORECASE,
)


def without_session_labels(reading: Reading) -> Reading:
    """A reading whose sessions and talks are called as they are, without that label; what we wrote stays."""
    if reading.format.is_own:
        return reading
    return with_changed_records(reading, slot=_without_label, session=_without_label)


def _without_label(record: Record) -> Record:
    match = _LABEL.match(record.title.value) if record.title else None
    if record.title is None or match is None:
        return record
    return replace(record, title=replace(record.title, value=record.title.value[match.end() :]))
