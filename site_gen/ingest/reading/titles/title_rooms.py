"""The room of a session or talk beside its title: "Opening (Room A)", "[B12] Owls", "Keynote @ Aula 2".

A code is one where it stands beside several titles, or is a room elsewhere, and so are others that begin
alike; "(R1)" alone may be what a session is called: it is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from site_gen.ingest.reading.metadata.rooms import NUMBERED_ROOM, is_room_code, names_room
from site_gen.ingest.reading.people.attendance import ATTENDANCE
from site_gen.ingest.reading.texts.marked_text import around
from site_gen.ingest.reading.titles.session_headings import PAUSES, is_section, kind_of_words
from site_gen.ingest.record_changes import renamed, with_changed_records
from site_gen.ingest.records import Fact, Reading, SessionRecord, SlotRecord
from site_gen.text import fold, squeeze

_IN_BRACKETS = re.compile(r"\s*[(（\[](?P<room>[^()（）\[\]]{2,60})[)）\]](?=\s*(?:$|[–—-]\s|:))")
_BEFORE = re.compile(r"[(（\[](?P<room>[^()（）\[\]]{2,60})[)）\]]\s*[:|–—-]?\s*(?=\S)")
_AT = re.compile(r"\s+@\s*(?P<room>[^@]{2,60})$")
# "Sesión 1: Owls. Sala 3", "Session 1: Owls | Room B"
_AT_END = re.compile(rf"\s*[.,;|–—-]\s+(?P<room>{NUMBERED_ROOM})$", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s+[|–—-]\s+(?P<room>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,2})$"
)  # "Session 1: Owls - Aula Magna"
# "Keynote: Owls (Ann Lee, Graz), Aula"
_BEHIND_BRACKETS = re.compile(r"(?<=[)）])\s*[,;|–—-]\s+(?P<room>[^\W_][\w.’'-]*(?: [\w.’'-]+){0,3})$")
_SIGNS = re.compile(r"[(（\[@|–—.,;-]")
# Where people eat or meet in pauses: "Lunch (Mensa)"; in other titles these are topics.
_OF_PAUSES = re.compile(
    r"\b(?:mensa|caf[eé]t\w+|canteen|cantine|kantine|cantina|restaurant\w*|ristorante|refectory|caf[eé]|caff[eè]|bar"
    r"|atrium|courtyard|cour|innenhof|patio|cloisters?|garden|garten|jardin|giardino|jard[ií]n|gallery|galerie"
    r"|vestibul\w*|marquee|zelt|roof\w*|plaza|piazza|place|square|area|hotel|museum|rathaus|castle|club|house)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w.’'&-]*(?: [\w.’'&-]+){0,4}")
_NO_ROOM = re.compile(rf"\b{ATTENDANCE}\b", re.IGNORECASE)


def with_title_rooms(reading: Reading) -> Reading:
    """A reading whose sessions are in the rooms that their titles name; published titles stay as they are."""
    rooms = _rooms(reading)

    def session(record: SessionRecord) -> SessionRecord:
        found = _parted(record.title, rooms) if record.title and not record.room else None
        return replace(record, title=found[0], room=found[1]) if found else record

    def slot(record: SlotRecord) -> SlotRecord:
        found = _parted(record.called, rooms) if record.called and not record.room else None
        return replace(renamed(record, found[0]), room=found[1]) if found else record

    return with_changed_records(reading, slot=slot, session=session)


def doubtful_rooms(reading: Reading) -> Iterator[Fact[str]]:
    """The titles beside which a code stands that may be a room, and stands beside no other title."""
    rooms = _rooms(reading)
    for title in _untold(reading):
        match = _beside(title.value)
        is_likely = match and (is_room_code(match["room"]) or _is_place_of_pause(match, title.value))
        if is_likely and _parted(title, rooms) is None:
            yield title


def _untold(reading: Reading) -> Iterator[Fact[str]]:
    """The titles of all that no room is told of."""
    for session in reading.sessions:
        if session.title and not session.room:
            yield session.title
        for slot in session.slots:
            if not slot.room and (title := slot.called):
                yield title


def _rooms(reading: Reading) -> frozenset[str]:
    """The rooms of a reading, and the codes that surely are some, folded."""
    told = (*(each.room for each in reading.sessions), *(each.room for each in reading.every_slot()))
    held = [room.value for room in told if room]
    beside = (match["room"] for title in _untold(reading) if (match := _beside(title.value)))
    codes = Counter(room for room in beside if is_room_code(room))
    sure = [*held, *(code for code, count in codes.items() if count > 1)]
    forms = {_form(room) for room in sure if is_room_code(room)}
    return frozenset(map(fold, (*sure, *(code for code in codes if _form(code) in forms))))


def _form(code: str) -> str:
    """What the codes of one house begin with: "HS" of "HS 12"."""
    return code.rstrip("0123456789./-_ abcdefghijklmnopqrstuvwxyz")


def _beside(title: str) -> re.Match[str] | None:
    """What may be a room beside a title."""
    if not _SIGNS.search(title):
        return None
    found = (pattern.search(title) for pattern in (_IN_BRACKETS, _AT, _AT_END))
    behind = next((match for match in found if match and match.start()), None)
    return behind or _BEFORE.match(title) or _behind(title)


def _parted(title: Fact[str], rooms: Collection[str]) -> tuple[Fact[str], Fact[str]] | None:
    """A title without the room beside it, and the room; None where none surely is."""
    match = _beside(title.value)
    room = squeeze(match["room"]) if match else ""
    is_sure = fold(room) in rooms or (names_room(room) and not _NO_ROOM.search(room))
    if match is None or not (is_sure or _is_at(match, title.value)):
        return None
    bare = around(match)
    return (replace(title, value=bare), Fact(room, title.place)) if bare else None


def _is_place_of_pause(match: re.Match[str], title: str) -> bool:
    """Whether a few words in brackets behind a pause may be where that is: "Lunch (Old Barn)"."""
    is_pause = match.re is _IN_BRACKETS and kind_of_words(title[: match.start()]) in PAUSES
    return is_pause and _CAPITALISED.fullmatch(match["room"]) is not None


def _is_at(match: re.Match[str], title: str) -> bool:
    """Whether a place stands behind "@", and no other conference: a code, or where a pause is.

    Behind a pause it may also stand in brackets, where its word says so.
    """
    if _is_place_of_pause(match, title) and _OF_PAUSES.search(match["room"]):
        return True
    is_pause = kind_of_words(title[: match.start()]) in PAUSES
    return match.re is _AT and (is_room_code(match["room"]) or is_pause)


def _behind(title: str) -> re.Match[str] | None:
    """The room behind a sign at the end of the title of a numbered session, or behind brackets."""
    match = _BEHIND.search(title)
    if match and is_section(title[: match.start()]) and names_room(match["room"]):
        return match
    match = _BEHIND_BRACKETS.search(title)
    return match if match and names_room(match["room"]) else None
