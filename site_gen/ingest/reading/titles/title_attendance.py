"""How a talk is given, in brackets beside its title: "Barn Owls (online)", "[Virtual] Owls"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from site_gen.conference.programme import Attendance
from site_gen.ingest.reading.texts.marked_text import around
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import squeeze

_ONLINE = (
    r"(?:(?:live|presented|presenting|given|joining|attending) )?(?:(?:via|on|over|by|per) )?"
    r"(?:online|virtual(?:ly|e)?|virtuell|remote(?:ly)?|zoom|teams|webex|video(?:konferenz|conference)"
    r"|en ligne|[àa] distance|en l[ií]nea|a dist[aâ]ncia|da remoto|オンライン|线上|線上|온라인)"
    r"(?: (?:talk|presentation|speaker|participation|only))?"
)
_OTHER = (
    r"pre-?recorded(?: (?:talk|video|presentation))?|recorded|in[- ]person|on-?site|face[- ]to[- ]face"
    r"|vor ort|presencial|pr[ée]sentiel|in presenza|hybrid(?:e|o)?"
)
_WORDS = rf"(?:{_ONLINE}|{_OTHER})"
_BEHIND = re.compile(
    rf"(?<=\S)(?:\s*[(\[]\s*(?P<one>{_WORDS})\s*[)\]]|\s+[–—-]\s+(?P<other>{_WORDS}))\s*$", re.I
)
_BEFORE = re.compile(rf"^[(\[]\s*(?P<one>{_WORDS})\s*[)\]]\s*[:–—-]?\s*(?=\S)", re.I)
_ALONE = re.compile(_WORDS, re.I)
_LEFT = "how people attend"


def with_attendance(reading: Reading) -> Reading:
    """A reading whose titles do not say how a talk is given: the note of its slot does.

    A session takes place so; of a paper in no session it is told as not taken. Published titles stay.
    """
    left: Counter[str] = Counter(reading.not_taken)

    def paper(record: PaperRecord) -> PaperRecord:
        title, words = _parted(record.title)
        left[_LEFT] += words is not None
        return replace(record, title=title) if words else record

    bare = with_changed_records(reading, paper=paper, slot=_slot, session=_session)
    return replace(bare, not_taken=left) if left[_LEFT] else bare


def is_attendance(words: str) -> bool:
    """Whether words say how people take part, and no place: "online", "Zoom"."""
    return _ALONE.fullmatch(squeeze(words)) is not None


def _parted(title: Fact[str] | None) -> tuple[Fact[str] | None, Fact[str] | None]:
    """A title without how it is given, and that."""
    match = (_BEHIND.search(title.value) or _BEFORE.match(title.value)) if title else None
    if title is None or match is None:
        return title, None
    bare = around(match)
    words = match["one"] or match.groupdict().get("other") or ""
    return (Fact(bare, title.place), Fact(squeeze(words), title.place)) if bare else (title, None)


def _slot(slot: SlotRecord) -> SlotRecord:
    title, words = _parted(slot.title)
    paper = slot.paper
    if paper and words is None:
        own, words = _parted(paper.title)
        paper = replace(paper, title=own)
    elif paper:
        paper = replace(paper, title=_parted(paper.title)[0])
    return replace(slot, title=title, paper=paper, note=slot.note or words) if words else slot


def _session(session: SessionRecord) -> SessionRecord:
    """A session that takes place as its title says; a room that only some of its talks have is none."""
    slots, told = session.slots, [slot.room for slot in session.slots if slot.room]
    if told and len(told) < len(slots) and all(is_attendance(room.value) for room in told):
        slots = tuple(replace(each, room=None, note=each.note or each.room) for each in slots)
    title, words = _parted(session.title)
    if words is None:
        return replace(session, slots=slots) if slots is not session.slots else session
    how = _attendance(words.value)
    attendance = session.attendance or (Fact(how, words.place) if how else None)
    note = session.note or (None if how else words)
    return replace(session, title=title, slots=slots, attendance=attendance, note=note)


def _attendance(words: str) -> Attendance | None:
    """How a session takes place; None for what says more, or nothing of that."""
    if words.lower().startswith("hybrid"):
        return "hybrid"
    return "online" if re.fullmatch(_ONLINE, words, re.I) else None
