"""The talks of a session: they have room in its time."""

from __future__ import annotations

from datetime import timedelta

from site_gen.conference import Conference, Session, Slot
from site_gen.conference.programme import CALLED_OFF
from site_gen.conference.spans import span_of
from site_gen.problems import Locate, ProblemLog
from site_gen.text import counted

_SIDE_BY_SIDE = ("poster", "demo")
_MINUTE = timedelta(minutes=1)


def validate_talks(conference: Conference, locate: Locate, problems: ProblemLog) -> None:
    """Warn of sessions whose talks take more minutes than they have, and of talks outside their session."""
    for session in conference.sessions:
        whole = span_of(session)
        if whole.begins is None or whole.ends is None or whole.ends <= whole.begins:
            continue
        if session.status in CALLED_OFF:
            continue
        standing = [(at, slot) for at, slot in enumerate(session.slots) if slot.status not in CALLED_OFF]
        minutes = sum((_length(session, slot) for _, slot in standing), timedelta()) // _MINUTE
        has = (whole.ends - whole.begins) // _MINUTE
        if minutes > has and session.kind not in _SIDE_BY_SIDE:
            what = f"its talks take {counted(minutes, 'minute')}, and it has {has}"
            hint = "mend a start or an end; what goes on side by side is a session of kind poster or demo"
            problems.warning("too-many-minutes", what, locate("sessions", conference.id, session.id), hint)
            continue
        for at, slot in standing:
            own = span_of(session, slot)
            # Before a session over midnight it is most often one of the next day, which another rule says.
            is_before = own.begins and own.begins < whole.begins and whole.day == whole.last_day
            is_after = (own.ends and own.ends > whole.ends) or (own.begins and own.begins >= whole.ends)
            if slot.start and (is_before or is_after):
                hours = f"{session.start:%H:%M}–{session.end:%H:%M}"
                what = f"this talk is at {slot.start:%H:%M}, outside of its session at {hours}"
                place = locate("sessions", conference.id, session.id, "slots", at, "start")
                problems.warning("outside-session", what, place, "mend its time, or that of the session")
                break


def _length(session: Session, slot: Slot) -> timedelta:
    span = span_of(session, slot)
    return span.ends - span.begins if span.begins and span.ends and not slot.room else timedelta()
