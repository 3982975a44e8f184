"""A last row of a session that only says when it is over: "16:10 End of day 1", "17:00 Adjourn"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.text import squeeze

_WHOLE = (  # what ends
    r"(?:day|session|workshop|conference|meeting|program(?:me)?|event|symposium|seminar|school|congress|talks"
    r"|morning|afternoon|part|tage?s?|(?:vor|nach)mittags?|sitzung|tagung|veranstaltung|konferenz|programms?"
    r"|vorträge|symposiums|seminars|workshops|journée|matinée|séance|colloque|atelier|conférence|congrès"
    r"|journées|rencontres?|travaux|día|jornadas?|sesión|congreso|taller|reunión|programa|giornata|lavori"
    r"|sessione|convegno|incontro|dia|sessão|congresso|encontro|evento|dag|sessie|bijeenkomst|dnia|obrad"
    r"|sesji|dagen|mødet|möte)"
)
_END = (
    r"(?:the )?(?:end|close|finish|conclusion) of|ende de[rs]|schluss de[rs]|fin (?:de|du|des)|fine de[il]"
    r"|fim d[aeo]|einde van|koniec|slut på|slutt på"
)
_OVER = re.compile(
    rf"(?:{_END})\b(?: ?(?:l['’])?[^\W\d_]+\.?){{0,2}}? (?:l['’])?{_WHOLE}\b.{{0,12}}"
    rf"|{_WHOLE}(?: \d{{1,2}})? (?:ends|closes|adjourn(?:s|ed)?|over|endet|se termine)"
    rf"|(?:end|close|finish|adjourn(?:ed|ment|s)?|dismissal)"
    rf"|(?:(?:tages|tagungs|veranstaltungs|sitzungs|programm|workshop)-?)?ende|schluss|fin|fine|fim|einde|slut"
    rf"|(?:本日|全体)?(?:終了|散会|結束|结束|종료)",
    re.IGNORECASE,
)
_LEFT = "when sessions are over"


def with_ends_of_sessions(reading: Reading) -> Reading:
    """A reading whose sessions end where their last row says so, which is no talk; it is told as not taken.

    It is nobody's, and the end of its session is not known, or its own.
    """
    passed: list[Fact[str]] = []

    def session(record: SessionRecord) -> SessionRecord:
        last = record.slots[-1] if len(record.slots) > 1 else None
        if last is None or last.start is None or not _is_over(last):
            return record
        ends = {each.value for each in (last.start, last.end) if each}
        if record.end and record.end.value not in ends:
            return record
        passed.extend([last.called] if last.called else [])
        rest = replace(record, slots=record.slots[:-1])
        return rest if record.end else replace(rest, end=last.start, end_later=last.later)

    ended = with_changed_records(reading, session=session)
    if not passed:
        return reading
    left = {**reading.not_taken, _LEFT: len(passed)}
    return replace(ended, not_taken=left, passed_over=(*reading.passed_over, *passed))


def _is_over(slot: SlotRecord) -> bool:
    own = (slot.people, slot.room, slot.description, slot.links)
    is_mention = slot.paper is None or (slot.paper.is_mention and slot.paper.authors is None)
    title = squeeze(slot.called.value) if slot.called and is_mention and not any(own) else ""
    return _OVER.fullmatch(title) is not None
