"""The entities of a conference series: frozen values that hold ids, never each other.

Absent is always None or empty: it means that no source said it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from site_gen.model.scalars import (
    Clock,
    Day,
    Flag,
    Id,
    Line,
    Number,
    Paragraphs,
    SiteUrl,
    TimeZone,
    Url,
    Year,
)

Status = Literal["scheduled", "moved", "cancelled", "withdrawn"]
SessionKind = Literal[
    "oral", "poster", "invited-talk", "tutorial", "workshop", "panel",
    "demo", "registration", "break", "social", "other",
]  # fmt: skip
Role = Literal["chair", "speaker", "panelist", "organiser"]
LinkRel = Literal["pdf", "slides", "poster", "video", "code", "doi", "stream", "register", "website", "paper"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A typed link. `title` is what a reader sees where the type alone does not say enough."""

    rel: LinkRel
    url: Url
    title: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """One place in a byline: the name as printed, in order.

    `missing` stands where a source shows that a name is absent: one blank name, or "and others" at
    the end; then there is no name. `author` names the person where the name alone does not decide.
    `family` is the family name where a source tells it and it is not the last word of the name.
    """

    name: Line | None = None
    missing: Literal["one", "others"] | None = None
    family: Line | None = None
    author: Id | None = None
    affiliations: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of one conference; `id` is the name of its content file and never changes.

    `title` is None where no source has it. `pages` is as printed ("181–193").
    """

    id: Id
    title: Line | None = None
    authors: tuple[Authorship, ...] = ()
    abstract: Paragraphs | None = None
    links: tuple[Link, ...] = ()
    pages: Line | None = None
    doi: Line | None = None
    keywords: tuple[Line, ...] = ()
    status: Literal["published", "withdrawn"] = "published"
    note: Line | None = None
    erratum: Line | None = None

    @property
    def abstract_complete(self) -> bool | None:
        """False where the abstract was cut (it ends in "…" or "..."); None where there is none."""
        return None if self.abstract is None else not self.abstract.endswith(("…", "..."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person with a role in a session or slot; need not be an author."""

    name: Line
    role: Role = "speaker"
    author: Id | None = None
    affiliation: Line | None = None


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
    session that this one belongs to (a talk of a workshop).
    """

    id: Id
    title: Line | None = None
    kind: SessionKind = "other"
    date: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    room: Line | None = None
    track: Id | None = None
    status: Status = "scheduled"
    note: Line | None = None
    people: tuple[Participant, ...] = ()
    links: tuple[Link, ...] = ()
    part_of: Id | None = None
    description: Paragraphs | None = None
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """An award and the papers that got it, in the order of the organisers' list."""

    id: Id
    name: Line
    papers: tuple[Id, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of an organiser's own words: Markdown with front matter.

    `order` is its place in the menu; a page without one comes after those that have one, by title.
    `line` is the line of the file on which the Markdown begins.
    """

    id: Id
    title: Line
    order: Number | None = None
    markdown: str = ""
    line: Number = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One edition of the series. Without a time zone its times are floating: no offset is known.

    `papers` are ordered by id, `sessions` and `awards` as in their content files.
    """

    id: Id
    title: Line
    year: Year | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    time_zone: TimeZone | None = None
    venue: Line | None = None
    location: Line | None = None
    website: Url | None = None
    description: Paragraphs | None = None
    proceedings: Line | None = None
    volume: Line | None = None
    issn: Line | None = None
    isbn: Line | None = None
    publisher: Line | None = None
    links: tuple[Link, ...] = ()
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()
    papers: tuple[Paper, ...] = ()
    sessions: tuple[Session, ...] = ()
    awards: tuple[Award, ...] = ()
    pages: tuple[ProsePage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that a person no longer uses. Hidden: it matches sources and is published nowhere."""

    name: Line
    hidden: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person, over all editions; only what the bylines cannot tell is written down.

    `not_same_as` are ids of people with whom an equal or similar name shall not be joined.
    """

    id: Id
    name: Line
    family: Line | None = None
    aliases: tuple[Line, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    orcid: Line | None = None
    homepage: Url | None = None
    not_same_as: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address that moved: both are routes inside the site ("2022/papers/x/")."""

    old: Line
    new: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """What `sources.yaml` says of a document; what is absent is detected from its content.

    The order of the entries is their precedence: the first is the best for a field that two give.
    """

    file: Line
    edition: Id | None = None
    format: Line | None = None
    url: Url | None = None
    retrieved: Day | None = None
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The whole site: a series of conferences and its people.

    `base_url` is needed for what must be absolute (canonical links, feeds); None until it is known.
    `authors` are the entries of authors.yaml, not everybody who wrote a paper.
    """

    title: Line
    base_url: SiteUrl | None = None
    language: Line = "en"
    time_zone: TimeZone | None = None
    description: Paragraphs | None = None
    links: tuple[Link, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    authors: tuple[Author, ...] = ()
    conferences: tuple[Conference, ...] = ()
    pages: tuple[ProsePage, ...] = ()
