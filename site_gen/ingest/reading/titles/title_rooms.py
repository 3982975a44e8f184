"""The room of a session in brackets in its title: "Opening (Room A)", "Keynote (Aula) - Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.attendance import ATTENDANCE
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.record_changes import each_changed
from site_gen.ingest.records import Fact, Reading, SessionRecord
from site_gen.text import fold, squeeze

_IN_BRACKETS = re.compile(r"\s*[(（](?P<room>[^()（）]{2,60})[)）](?=\s*(?:$|[–—-]\s|:))")
# "Sesión 1: Owls. Sala 3", "Session 1: Owls | Room B"
_AT_END = re.compile(
    r"\s*[.,;|–—-]\s+(?P<room>(?:room|hall|raum|h[oö]rsaal|saal|aula|salle|amphi(?:th[eé][aâ]tre)?|sala|auditori\w+"
    r"|salón) (?:[A-Z]{0,2}[.-]?\d[\w.-]{0,6}|[A-Z]))$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+[|–—-]\s+(?P<room>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,2})$"
)  # "Session 1: Owls - Aula Magna"
# "Keynote: Owls (Ann Lee, Graz), Aula"
_BEHIND_BRACKETS = re.compile(r"(?<=[)）])\s*[,;|–—-]\s+(?P<room>[^\W_][\w.’'-]*(?: [\w.’'-]+){0,3})$")
_NO_ROOM = re.compile(rf"\b{ATTENDANCE}\b", re.IGNORECASE)


def with_title_rooms(reading: Reading) -> Reading:
    """A reading whose sessions are in the rooms that their titles name; published titles stay as they are."""
    if reading.format.is_own or reading.format.is_published:
        return reading
    rooms = frozenset(fold(each.room.value) for each in reading.sessions if each.room)
    sessions = each_changed(lambda each: _session(each, rooms), reading.sessions)
    return replace(reading, sessions=sessions)


def _session(session: SessionRecord, rooms: Collection[str]) -> SessionRecord:
    title = session.title.value if session.title and not session.room else ""
    match = _IN_BRACKETS.search(title) or _AT_END.search(title) or _behind(title)
    if session.title is None or match is None or not match.start():
        return session
    room = squeeze(match["room"])
    if fold(room) not in rooms and (not names_room(room) or _NO_ROOM.search(room)):
        return session
    bare = squeeze(session.title.value[: match.start()] + session.title.value[match.end() :])
    return replace(session, title=replace(session.title, value=bare), room=Fact(room, session.title.place))


def _behind(title: str) -> re.Match[str] | None:
    """The room behind a sign at the end of the title of a numbered session, or behind brackets."""
    match = _BEHIND.search(title)
    if match and is_section(title[: match.start()]) and names_room(match["room"]):
        return match
    match = _BEHIND_BRACKETS.search(title)
    return match if match and names_room(match["room"]) else None
