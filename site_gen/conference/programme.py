"""The programme: sessions with their slots and people, rooms and tracks."""

from __future__ import annotations

from typing import Literal, assert_never, get_args

from site_gen.conference.links import Link
from site_gen.conference.scalars import (
    Clock,
    Day,
    Flag,
    Id,
    Language,
    Line,
    Number,
    Paragraphs,
    StaticFile,
    Url,
)
from site_gen.values import dataclass

Status = Literal["scheduled", "moved", "late", "cancelled", "withdrawn"]
CALLED_OFF: tuple[Status, ...] = ("cancelled", "withdrawn")  # it does not take place
RoomAccess = Literal["step-free", "hearing-loop"]
SessionAccess = Literal["captions", "sign-language"]
Attendance = Literal["hybrid", "in-person", "online"]
SessionKind = Literal[
    "oral", "poster", "invited-talk", "tutorial", "workshop", "panel",
    "demo", "registration", "break", "social", "other",
]  # fmt: skip
SESSION_KINDS: tuple[SessionKind, ...] = get_args(SessionKind)
NOT_RECORDED = "Not recorded"
"""The note of what its speakers do not want recorded; schedules say that in a way of their own."""
Role = Literal["chair", "speaker", "presenter", "panelist", "organiser"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person with a role in a session or slot; need not be an author."""

    name: Line
    """The name as printed in the programme."""
    role: Role = "speaker"
    """What the person does there."""
    author: Id | None = None
    """The id of the person, where several people have this name."""
    affiliation: Line | None = None
    """The institution at the time of the conference."""
    homepage: Url | None = None
    """The person's own page."""
    picture: StaticFile | None = None
    """A picture of the person."""
    alt: Line | None = None
    """What the picture shows, for those who do not see it."""
    biography: Paragraphs | None = None
    """A few sentences about the person."""
    guid: Line | None = None
    """The id that the system it came from calls the person by; it goes out again in schedules."""
    number: Number | None = None
    """The number that the system it came from calls the person by; it goes out again in schedules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a session, for a paper or for a talk with a title of its own; it may be empty."""

    paper: Id | None = None
    """The id of the paper that is presented; left out for another talk, and where it is not known."""
    title: Line | None = None
    """The title of a talk that is no paper; left out where it is not known."""
    type: Line | None = None
    """What such a talk is called here, as "Lightning talk", where that is not said of the whole session."""
    date: Day | None = None
    """The day on which it begins, where that is not the session's."""
    start: Clock | None = None
    """When it begins, as 08:45, in the conference's time zone; left out where only the session's time is
    known.
    """
    end: Clock | None = None
    """When it ends, as 09:15, in the conference's time zone; left out where it is not known."""
    end_date: Day | None = None
    """The day on which it ends, where that is a later one than that on which it begins."""
    room: Line | None = None
    """The name of the room, where it is not the session's."""
    board: Line | None = None
    """The number or name of the poster board, as "B7"."""
    status: Status = "scheduled"
    """What became of it; cancelled and withdrawn keep their place, with a word."""
    note: Line | None = None
    """What visitors should know of it, in one sentence."""
    people: tuple[Participant, ...] = ()
    """Speakers, panelists and more; a name may stand without its key, and `presenter:` names who presents a
    paper.
    """
    guid: Line | None = None
    """The id that the system it came from calls it by (guid, UID); it goes out again in schedules and
    calendars.
    """
    links: tuple[Link, ...] = ()
    """Slides, video, stream and more of this slot."""
    description: Paragraphs | None = None
    """What the talk is about."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of what happens in this slot."""
        return self.paper is None and self.title is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A titled block of the programme."""

    id: Id
    """Its name in addresses; it never changes."""
    title: Line | None = None
    """The title as printed; left out where no source has it."""
    kind: SessionKind = "other"
    """What kind of session it is; it gives colour, filters and the word before an unknown title."""
    type: Line | None = None
    """What such a session is called here, as "Lightning talk", where its kind says less; schedules give it
    out as the type.
    """
    date: Day | None = None
    """The day, as 2022-08-29, in the conference's time zone; left out where it is not known."""
    start: Clock | None = None
    """When it begins, as 08:45, in the conference's time zone; left out where it is not known."""
    end: Clock | None = None
    """When it ends, as 10:15, in the conference's time zone; left out where it is not known."""
    end_date: Day | None = None
    """The day on which it ends, where that is a later one than that on which it begins."""
    room: Line | None = None
    """The name of its room, or the id, as in `rooms` of the conference if that lists them; a list where it
    has several.
    """
    other_rooms: tuple[Line, ...] = ()
    """Its rooms beside the first one, as a list in `room` says them too."""
    guid: Line | None = None
    """The id that the system it came from calls it by (guid, UID); it goes out again in schedules and
    calendars.
    """
    number: Number | None = None
    """The number that the system it came from calls it by; it goes out again in schedules."""
    attendance: Attendance | None = None
    """How one takes part, where it is not as in the whole conference; an online session claims no venue."""
    access: tuple[SessionAccess, ...] = ()
    """Who can follow it: captions, sign-language; what its rooms have is said of these."""
    track: Id | None = None
    """The id of its track, of those in conference.yaml."""
    language: Language | None = None
    """The language that is spoken, where it is not the site's: a tag as en, pt-BR or zh-Hans."""
    status: Status = "scheduled"
    """What became of it; a cancelled session keeps its page, which says so."""
    note: Line | None = None
    """What visitors should know of it, in one sentence."""
    people: tuple[Participant, ...] = ()
    """Chairs, speakers, panelists and organisers; a name may stand without its key."""
    links: tuple[Link, ...] = ()
    """Stream, video, registration and more of the whole session."""
    part_of: Id | None = None
    """The id of the session that this one belongs to, as a talk to its workshop."""
    description: Paragraphs | None = None
    """What it is about."""
    slots: tuple[Slot, ...] = ()
    """Its papers and talks in their order; an empty slot is written as {}."""
    draft: Flag = False
    """yes: only the preview shows it, marked; nothing of it or its parts is published."""

    @property
    def rooms(self) -> tuple[str, ...]:
        """All rooms that it has itself, the first one first."""
        return tuple(name for name in (self.room, *self.other_rooms) if name)

    @property
    def every_room(self) -> tuple[str, ...]:
        """The names of its rooms and then of those of its slots, each once."""
        return tuple(dict.fromkeys([*self.rooms, *(slot.room for slot in self.slots if slot.room)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of the venue."""

    id: Id
    """Its name in addresses; it never changes."""
    name: Line
    """What it is called; sessions and slots name their room so."""
    note: Line | None = None
    """The way to it or its access, in one sentence."""
    access: tuple[RoomAccess, ...] = ()
    """Who can be there: step-free, hearing-loop."""
    guid: Line | None = None
    """The id that the system it came from calls it by; it goes out again in schedules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A track: sessions that belong together over the days."""

    id: Id
    """Its name in addresses, by which sessions name it; it never changes."""
    name: Line
    """What it is called."""


def slots_hold(kind: SessionKind) -> Literal["papers", "talks", "either"]:
    """What the slots of such a session are: papers of the conference, talks that are none, or either."""
    match kind:
        case "oral" | "poster":
            return "papers"
        case "invited-talk" | "tutorial" | "panel" | "registration" | "break" | "social":
            return "talks"
        case "workshop" | "demo" | "other":
            return "either"
    assert_never(kind)
