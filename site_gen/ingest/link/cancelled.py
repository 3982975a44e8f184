"""Rows that were called off: a session of content stays, marked; what never was published stays out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.ingest.records import Reading
from site_gen.problems import Place

CANCELLED_ROWS = "cancelled rows"


def without_cancelled(readings: Sequence[Reading], sessions: Mapping[Place, str]) -> list[Reading]:
    """The readings without cancelled sessions that content does not hold; these are counted."""
    return [_limited(reading, sessions) for reading in readings]


def _limited(reading: Reading, sessions: Mapping[Place, str]) -> Reading:
    kept = tuple(
        session
        for session in reading.sessions
        if session.place in sessions or not (session.status and session.status.value == "cancelled")
    )
    left_out = len(reading.sessions) - len(kept)
    if not left_out:
        return reading
    counts = {**reading.not_imported, CANCELLED_ROWS: left_out}
    return replace(reading, sessions=kept, not_imported=counts)
