"""Where something takes place, as documents print it: a room, or the address of a page in its stead."""

from __future__ import annotations

import re

from site_gen.conference import Link, LinkRel
from site_gen.conference.scalars import read_url
from site_gen.ingest.records import Fact
from site_gen.values import dataclass

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:)\]]", re.IGNORECASE)
_FILE = re.compile(r"[\w./-]+\.html?(?:[?#]\S*)?", re.IGNORECASE)  # a page of the site that it was made for
_MEETING = re.compile(r"zoom\.|meet\.google|teams\.microsoft|webex", re.IGNORECASE)
_RECORDING = re.compile(r"youtube|youtu\.be|twitch|vimeo", re.IGNORECASE)
_ROOM = re.compile(
    r"\b(?:rooms?|hall|ballroom|auditorium|foyer|lobby|theat(?:er|re)|lounge|terrace|salon|\w*[sz]aal|aula"
    r"|zoom|online|building|floor|pavilion|raum|h[oö]rsaal|salle|sala(?= \S)|amphi(?:th[eé][aâ]tre)?"
    r"|auditorio|lokaal|terem|sál|аудитория|зал)\b|教室|[会會][议議]室|[会會][场場]|报告厅|報告廳|ホール|강당|강의실|회의실",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a line that names a room
_CODE = re.compile(r"[A-Z]{1,3}[ .-]?\d[\w./-]{0,6}")  # "R1", "HS 2", "E-1.04"
NUMBERED_ROOM = (
    r"(?:room|hall|raum|h[oö]rsaal|saal|aula|salle|amphi(?:th[eé][aâ]tre)?|sala|auditori\w+|salón)"
    r" ?(?:[A-Z]{0,2}[.-]?\d[\w.-]{0,6}|[A-Z])"
)
"""A room by its word and a number or a letter, "Room 12", as a pattern without regard to capitals."""
_AND_HALL = re.compile(r"(?:[^\W\d][\w'’-]+, )+Hall|Hall(?:, [^\W\d][\w'’-]+)+")  # family names


@dataclass(frozen=True, slots=True)
class Location:
    """What a document prints for a room: the room, and the links in it; what is not there is None."""

    room: Fact[str] | None = None
    links: tuple[Link, ...] = ()


def names_room(text: str) -> bool:
    """Whether a text, which is no paragraph, has a word that rooms are called by."""
    return len(text) <= _LONGEST and _ROOM.search(text) is not None and not _AND_HALL.fullmatch(text)


def is_room_code(text: str) -> bool:
    """Whether a text looks like the short name of a room, as that of anything may."""
    return _CODE.fullmatch(text.strip()) is not None


def is_meeting(address: str) -> bool:
    """Whether an address is one of a system for meetings."""
    return _MEETING.search(address) is not None


def is_stream(address: str) -> bool:
    """Whether an address is one of a system for meetings, or for what is streamed and recorded."""
    return is_meeting(address) or _RECORDING.search(address) is not None


def location_of(printed: Fact[str] | None) -> Location:
    """The room that a text names: an address in it is a link and no room, alone or beside one."""
    if printed is None or _FILE.fullmatch(printed.value):
        return Location()
    if not _ADDRESS.search(printed.value):
        return Location(printed)
    links = [_link(address) for address in _ADDRESS.findall(printed.value)]
    room = _ADDRESS.sub(" ", printed.value)
    room = " ".join(re.sub(r"[(\[<]\s*[)\]>]", " ", room).split()).strip(" ,;:|–—-")
    named = Fact(room, printed.place) if any(map(str.isalnum, room)) else None
    return Location(named, tuple(link for link in links if link))


def _link(address: str) -> Link | None:
    """The link to an address; None where it is not safe to follow."""
    whole = f"https://{address}" if address.lower().startswith("www.") else address
    rel: LinkRel = "stream" if is_stream(whole) else "website"
    try:
        return Link(rel=rel, url=read_url(whole))
    except ValueError:
        return None
