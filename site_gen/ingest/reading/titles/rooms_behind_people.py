"""Rooms in brackets behind who speaks: "Owls, Ann Lee (R1)", "Phonics – Sam Hill (Room 12)".

A code is one where all who speak have such codes; nobody works in "Room 12".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from site_gen.conference import Participant
from site_gen.ingest.reading.metadata.rooms import NUMBERED_ROOM, is_room_code, names_room
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.values import replace

_NUMBERED = re.compile(NUMBERED_ROOM, re.IGNORECASE)
_OUTSIDE = re.compile(r"out ?(?:side|doors?)|(?:the )?(?:garden|courtyard|playground|terrace)")
# "Ann Lee (ETH Zurich), Main Hall", "Ann Lee, Hall A": "Bo Hall" behind a comma may be somebody.
_BEHIND = re.compile(
    rf"(?P<who>.*(?:(?<=[)）])|(?=[,;|–—-]\s+{NUMBERED_ROOM}\.?$)))\s*[,;|–—-]\s+"
    r"(?P<room>[^\W_][\w.’'-]*(?: [\w.’'-]+){0,3})",
    re.IGNORECASE,
)
_MAYBE_SOMEBODY = re.compile(
    r"(?!(?:main|great|grand|town|city|old|new|small|large|upper|lower|north|south|east|west|lecture|concert"
    r"|exhibit\w*|poster|con\w+|dining|plenary|central)\b)[\w.’'-]+ hall",
    re.IGNORECASE,
)
_FEWEST = 3  # people, of whom two are in one room


def room_behind(text: str) -> tuple[str, str] | None:
    """What stands before the room at the end of a line, as who speaks there, and that room; else None."""
    match = _BEHIND.fullmatch(text)
    if match is None or not names_room(match["room"]) or _MAYBE_SOMEBODY.fullmatch(match["room"]):
        return None
    return match["who"].rstrip(), match["room"].rstrip(".")


def with_rooms_behind_people(reading: Reading) -> Reading:
    """A reading in which people are in such rooms, and work nowhere."""
    codes = [each.affiliation or "" for people in reading.every_people() for each in people.value]
    are_rooms = len(codes) >= _FEWEST and 1 < len({*codes}) < len(codes) and all(map(is_room_code, codes))
    are_numbered = any(map(_NUMBERED.fullmatch, _places(reading)))

    def is_room(text: str) -> bool:
        is_told = text.islower() and (names_room(text) or _OUTSIDE.fullmatch(text))
        is_place = is_told or _NUMBERED.fullmatch(text)
        return are_rooms or (are_numbered and bool(is_place))

    def session(record: SessionRecord) -> SessionRecord:
        found = _parted(record.people, is_room)
        return replace(record, people=found[0], room=record.room or found[1]) if found else record

    def slot(record: SlotRecord) -> SlotRecord:
        found = _parted(record.people, is_room)
        own = replace(record, people=found[0], room=record.room or found[1]) if found else record
        room = _room_of_authors(own.paper, is_room) if own.paper else None
        if own.paper is None or own.paper.authors is None or room is None:
            return own
        authors = tuple(replace(each, affiliations=()) for each in own.paper.authors.value)
        paper = replace(own.paper, authors=replace(own.paper.authors, value=authors))
        return replace(own, paper=paper, room=own.room or room)

    return with_changed_records(reading, slot=slot, session=session)


def _places(reading: Reading) -> Iterator[str]:
    """Where the people of sessions, and the authors of what is in them, are said to work."""
    for people in reading.every_people():
        yield from (each.affiliation for each in people.value if each.affiliation)
    for paper in (slot.paper for slot in reading.every_slot() if slot.paper):
        yield from (
            place for each in (paper.authors.value if paper.authors else ()) for place in each.affiliations
        )


def _room_of_authors(paper: PaperRecord, is_room: Callable[[str], bool]) -> Fact[str] | None:
    """The only place that stands behind authors, if that is a room."""
    places = (
        {place for each in paper.authors.value for place in each.affiliations} if paper.authors else set()
    )
    is_alone = len(places) == 1 and is_room(min(places))
    return Fact(min(places), paper.authors.place) if paper.authors and is_alone else None


def _parted(
    people: Fact[tuple[Participant, ...]] | None, is_room: Callable[[str], bool]
) -> tuple[Fact[tuple[Participant, ...]], Fact[str]] | None:
    """People without what is a room, and the room; None where they are not in one."""
    rooms = {each.affiliation for each in people.value if each.affiliation} if people else set()
    room = rooms.pop() if len(rooms) == 1 else None
    if people is None or room is None or not is_room(room):
        return None
    bare = tuple(replace(each, affiliation=None) for each in people.value)
    return replace(people, value=bare), Fact(room, people.place)
