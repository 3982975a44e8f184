"""The entities of a conference series: frozen values that hold ids, never each other.

Absent is always None or empty: it means that no source said it. Every scalar of a content file is
read as text and converted here, by the `Written` of its type; nothing is guessed from its look.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from site_gen.text import is_safe_name, squeeze


@dataclass(frozen=True, slots=True)
class Written:
    """How a scalar is written in a content file: `read` converts its text or raises ValueError.

    The two methods are pydantic's protocol for annotations; `content` is where it is used.
    """

    read: Callable[[str], object]
    pattern: str = ""
    description: str = ""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> Any:
        checked = {"type": "no-info", "function": self.read}
        return {"type": "function-after", "function": checked, "schema": {"type": "str", "strict": True}}

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, str]:
        schema = {"type": "string", "pattern": self.pattern, "description": self.description}
        return {key: value for key, value in schema.items() if value}


def read_day(text: str) -> date:
    """A day written as 2022-08-29."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(f"'{text}' is not a day; write it as 2022-08-29")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day '{text}'") from None


def read_clock(text: str) -> time:
    """A time of the day as 8:45 or 08:45; an offset may follow where the local time exists twice."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})([+-]\d{2}:\d{2})?", text)
    if not match:
        raise ValueError(f"'{text}' is not a time; write it as 08:45")
    try:
        return time.fromisoformat(f"{int(match[1]):02}:{match[2]}{match[3] or ''}")
    except ValueError:
        raise ValueError(f"there is no time '{text}'") from None


def read_year(text: str) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"[12]\d{3}", text):
        raise ValueError(f"'{text}' is not a year")
    return int(text)


def read_flag(text: str) -> bool:
    """yes or no; true and false are understood too."""
    flags = {"yes": True, "true": True, "no": False, "false": False}
    if text.lower() not in flags:
        raise ValueError(f"'{text}' is neither yes nor no")
    return flags[text.lower()]


def read_id(text: str) -> str:
    """An id: it becomes a folder name, so a–z, 0–9, hyphen, dot and underscore."""
    if not is_safe_name(text):
        raise ValueError(f"'{text}' cannot be an id: use a-z, 0-9 and hyphens (no device name of Windows)")
    return text


def read_url(text: str) -> str:
    """An address that is safe to follow: http, https, mailto, or relative to the site."""
    if re.search(r"[\x00-\x20\x7f\\]", text) or text.startswith("//"):
        raise ValueError(f"'{text}' is not an address")
    scheme = re.match(r"([^/?#]*?):", text)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
        raise ValueError(f"'{text}' is not allowed: an address begins with http:, https: or mailto:")
    return text


def read_time_zone(text: str) -> str:
    """The name of a time zone in the IANA database."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"there is no time zone '{text}'; write it as America/Los_Angeles") from None
    return text


def read_paragraphs(text: str) -> str:
    """Paragraphs: the lines of one are joined by a space, a blank line parts two."""
    paragraphs = [" ".join(line.strip() for line in part.splitlines()) for part in re.split(r"\n\s*\n", text)]
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())


Line = Annotated[str, Written(squeeze)]
Paragraphs = Annotated[str, Written(read_paragraphs, description="blank lines part paragraphs")]
Id = Annotated[str, Written(read_id, r"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$")]
Url = Annotated[str, Written(read_url)]
Day = Annotated[date, Written(read_day, r"^\d{4}-\d{2}-\d{2}$", "a day as 2022-08-29")]
Clock = Annotated[time, Written(read_clock, r"^\d{1,2}:\d{2}([+-]\d{2}:\d{2})?$", "a local time as 08:45")]
Year = Annotated[int, Written(read_year, r"^[12]\d{3}$")]
Flag = Annotated[bool, Written(read_flag, description="yes or no")]
TimeZone = Annotated[str, Written(read_time_zone, description="a name of the IANA database")]

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

    `line` is the line of the file on which the Markdown begins.
    """

    id: Id
    title: Line
    order: Line | None = None
    markdown: str = ""
    line: int = 1


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
    base_url: Url | None = None
    language: Line = "en"
    time_zone: TimeZone | None = None
    description: Paragraphs | None = None
    links: tuple[Link, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    authors: tuple[Author, ...] = ()
    conferences: tuple[Conference, ...] = ()
    pages: tuple[ProsePage, ...] = ()
