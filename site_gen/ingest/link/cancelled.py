"""Rows that were called off: what content holds, and papers, stay, marked; what else it was stays out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from site_gen.conference import Session, Status
from site_gen.conference.programme import CALLED_OFF
from site_gen.ingest.known import Known
from site_gen.ingest.link.linked import Linked
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.problems import Place
from site_gen.text import fold
from site_gen.text.suggestions import listed

CANCELLED_ROWS = "cancelled rows"


def without_cancelled(readings: Sequence[Reading], linked: Linked, known: Known) -> list[Reading]:
    """The readings without cancelled sessions and slots that neither content holds nor another document has
    still; these are counted.

    What this program wrote was published before, and stays marked, as does the slot of a paper with a page.
    """
    by_id = {each.session.id: each.session for each in known.sessions}
    sessions: dict[Place, Session | None] = {place: by_id[own] for place, own in linked.sessions.items()}
    off = {each.place for reading in readings for each in reading.sessions if _is_off(each.status)}
    for pair in linked.same_sessions.items():
        if not off.issuperset(pair):  # what another document has still is called off there
            sessions = dict.fromkeys(pair) | sessions
    papers = frozenset(
        record.place
        for group in linked.groups
        if group.known or not all(each.is_mention for each in group.records)
        for record in group.records
    )
    return [reading if reading.format.is_own else _limited(reading, sessions, papers) for reading in readings]


def _limited(
    reading: Reading, sessions: Mapping[Place, Session | None], papers: Collection[Place]
) -> Reading:
    remaining = [
        _with_known_slots(session, sessions.get(session.place), papers)
        for session in reading.sessions
        if session.place in sessions or not _is_off(session.status)
    ]
    # A session all of whose slots were left out had nothing else.
    had_slots = {each.place for each in reading.sessions if each.slots}
    remaining = [each for each in remaining if each.slots or each.place not in had_slots]
    left_out = _rows(reading.sessions) - _rows(remaining)
    if not left_out:
        return reading
    counts = {**reading.not_imported, CANCELLED_ROWS: left_out}
    remark = f"cancelled: {listed(sorted(_called(reading.sessions) - _called(remaining)))}"
    return replace(reading, sessions=tuple(remaining), not_imported=counts, remark=remark)


def _with_known_slots(
    session: SessionRecord, held: Session | None, papers: Collection[Place]
) -> SessionRecord:
    if not any(_is_off(slot.status) for slot in session.slots):
        return session
    names = {fold(slot.title) for slot in (held.slots if held else ()) if slot.title}
    slots = [slot for slot in session.slots if not _is_off(slot.status) or _is_held(slot, names, papers)]
    return replace(session, slots=tuple(slots))


def _is_held(slot: SlotRecord, names: Collection[str], papers: Collection[Place]) -> bool:
    """Whether content has a slot by one of these names, or a page for its paper."""
    is_of_paper = slot.paper is not None and slot.paper.place in papers
    return is_of_paper or (slot.title is not None and fold(slot.title.value) in names)


def _rows(sessions: Sequence[SessionRecord]) -> int:
    """How many rows sessions and their slots are."""
    return sum(len(session.slots) or 1 for session in sessions)


def _called(sessions: Sequence[SessionRecord]) -> set[str]:
    """What sessions and the slots in them are called in their document, each with its line."""
    entries = [entry for session in sessions for entry in (session.slots or (session,))]
    return {f"'{_title(entry)}' (line {entry.place.line})" for entry in entries}


def _title(entry: SessionRecord | SlotRecord) -> str:
    """The title of a session or slot as printed, or the number of its paper."""
    paper = entry.paper if isinstance(entry, SlotRecord) else None
    title = entry.title or (paper and (paper.title or paper.submission))
    return title.value if title else ""


def _is_off(status: Fact[Status] | None) -> bool:
    return status is not None and status.value in CALLED_OFF
