"""The label before a session's title that says no more than what it is: "SESSION: Mud and Sand"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.records import Reading, SessionRecord

_LABEL = re.compile(
    r"(?:session|sitzung|s[eé]ance|sesi[oó]n|sessione|sess[aã]o)\s*:\s*(?=.*[^\W\d_]{2})", re.IGNORECASE
)


def without_session_labels(reading: Reading) -> Reading:
    """A reading whose sessions are called as they are, without that label; what we wrote stays as it is."""
    if reading.format.is_own:
        return reading
    return replace(reading, sessions=tuple(map(_bare, reading.sessions)))


def _bare(session: SessionRecord) -> SessionRecord:
    match = _LABEL.match(session.title.value) if session.title else None
    if session.title is None or match is None:
        return session
    return replace(session, title=replace(session.title, value=session.title.value[match.end() :]))
