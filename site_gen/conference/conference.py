"""One edition of the series with everything in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_gen.conference.identifiers import Isbn, Issn
from site_gen.conference.links import Link
from site_gen.conference.news import Announcement, Change, Deadline
from site_gen.conference.organisation import Committee, Editor, Sponsor
from site_gen.conference.papers import Award, Paper
from site_gen.conference.programme import Room, Session, Track
from site_gen.conference.scalars import Day, Id, Licence, Line, Number, Paragraphs, TimeZone, Url, Year

Phase = Literal["call", "accepted", "programme", "live", "archive"]


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

    `phase` says what matters most now; None is an archive. `licence` is that of its papers, as far as
    they have none of their own. `papers` are ordered by id, `sessions`, `awards` and `changes` as in their
    content files.
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
    phase: Phase | None = None
    description: Paragraphs | None = None
    proceedings: Line | None = None
    volume: Line | None = None
    issn: Issn | None = None
    isbn: Isbn | None = None
    publisher: Line | None = None
    editors: tuple[Editor, ...] = ()
    licence: Licence | None = None
    links: tuple[Link, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    committees: tuple[Committee, ...] = ()
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()
    papers: tuple[Paper, ...] = ()
    sessions: tuple[Session, ...] = ()
    awards: tuple[Award, ...] = ()
    changes: tuple[Change, ...] = ()
    pages: tuple[ProsePage, ...] = ()

    @property
    def is_ahead(self) -> bool:
        """Whether its phase says that it is coming or on."""
        return self.phase not in (None, "archive")

    @property
    def place(self) -> str:
        """The venue and the town, as far as they are known."""
        return ", ".join(part for part in (self.venue, self.location) if part)
