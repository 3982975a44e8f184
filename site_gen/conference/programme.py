"""The programme: sessions with their slots and people, rooms and tracks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_gen.conference.links import Link
from site_gen.conference.scalars import Clock, Day, Id, Language, Line, Paragraphs, StaticFile, Url

Status = Literal["scheduled", "moved", "late", "cancelled", "withdrawn"]
SessionKind = Literal[
    "oral", "poster", "invited-talk", "tutorial", "workshop", "panel",
    "demo", "registration", "break", "social", "other",
]  # fmt: skip
Role = Literal["chair", "speaker", "panelist", "organiser"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person with a role in a session or slot; need not be an author.

    `alt` says what the picture shows, to those who do not see it.
    """

    name: Line
    role: Role = "speaker"
    author: Id | None = None
    affiliation: Line | None = None
    homepage: Url | None = None
    picture: StaticFile | None = None
    alt: Line | None = None
    biography: Paragraphs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a session, for a paper or for a talk with a title of its own; it may be empty.

    `start` and `end` are local to the conference's time zone, and None where only the session's
    time is known. `room` is given where it is not the session's.
    """

    paper: Id | None = None
    title: Line | None = None
    start: Clock | None = None
    end: Clock | None = None
    room: Line | None = None
    board: Line | None = None
    status: Status = "scheduled"
    note: Line | None = None
    people: tuple[Participant, ...] = ()
    links: tuple[Link, ...] = ()
    description: Paragraphs | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of what happens in this slot."""
        return self.paper is None and self.title is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A titled block of the programme. Times are local to the conference's time zone.

    `date`, `start` and `end` are each None where no source gave them. `part_of` is the id of the
    session that this one belongs to (a talk of a workshop). `language` is given where it is not the site's.
    """

    id: Id
    title: Line | None = None
    kind: SessionKind = "other"
    date: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    room: Line | None = None
    track: Id | None = None
    language: Language | None = None
    status: Status = "scheduled"
    note: Line | None = None
    people: tuple[Participant, ...] = ()
    links: tuple[Link, ...] = ()
    part_of: Id | None = None
    description: Paragraphs | None = None
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of the venue. `note` may tell the way or the access."""

    id: Id
    name: Line
    note: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A track: sessions that belong together over the days."""

    id: Id
    name: Line
