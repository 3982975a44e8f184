"""One edition of the series with everything in it."""

from __future__ import annotations

from typing import Literal

from site_gen.conference.hero import Hero
from site_gen.conference.identifiers import Isbn, Issn
from site_gen.conference.links import Link
from site_gen.conference.news import Announcement, Change, Deadline
from site_gen.conference.organisation import Committee, Editor, Sponsor
from site_gen.conference.papers import Award, Paper
from site_gen.conference.programme import Attendance, Room, Session, Track
from site_gen.conference.scalars import (
    Acronym,
    Clock,
    Day,
    Flag,
    Id,
    Licence,
    Line,
    Number,
    Paragraphs,
    TimeZone,
    Url,
    Year,
)
from site_gen.conference.volumes import Volume
from site_gen.values import dataclass

Phase = Literal["call", "accepted", "programme", "live", "archive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of an organiser's own words: Markdown with front matter."""

    id: Id
    """The name of its file without .md; it is part of its address."""
    title: Line
    """The title above the page and in the menu."""
    order: Number | None = None
    """Its place in the menu, as 1; pages without one come after those that have one, by title."""
    part_of: Id | None = None
    """The id of the page that lists this one, as travel; then it is in no menu itself."""
    draft: Flag = False
    """yes: only the preview shows it, marked; nothing of it or its parts is published."""
    markdown: str = ""
    """What stands below the front matter."""
    line: Number = 1
    """The line of the file on which the Markdown begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One edition of the series.

    Its papers are ordered by id, sessions, awards and changes as in their content files.
    """

    id: Id
    """The name of its folder in content/; it is part of all its addresses."""
    title: Line
    """The name of the edition, as "MLSys 2022"; without it the series and the name of the folder."""
    year: Year | None = None
    """The year of four digits; without it a folder that is named by a year tells it."""
    first_day: Day | None = None
    """The first day, as 2022-08-29."""
    last_day: Day | None = None
    """The last day, as 2022-09-01."""
    time_zone: TimeZone | None = None
    """The zone of all its times, as America/Los_Angeles. Without it no offset from UTC is known."""
    day_change: Clock | None = None
    """Until when a night belongs to the evening before, as 04:00; without it days change at midnight."""
    attendance: Attendance | None = None
    """How one takes part: online, or hybrid for both; left out where nothing is said of it."""
    venue: Line | None = None
    """The building, as "Santa Clara Convention Center"."""
    address: Line | None = None
    """The street address of the building, as "5001 Great America Parkway"."""
    location: Line | None = None
    """The town, with state or country."""
    website: Url | None = None
    """Its own website, where that is not this one."""
    acronym: Acronym | None = None
    """What schedules call it, as owls26; without it they use the series and the edition."""
    phase: Phase | None = None
    """What matters most now, and so comes first on its home; without it the edition is over."""
    description: Paragraphs | None = None
    """A few sentences about the edition."""
    hero: Hero | None = None
    """The picture at the head of its home; without it a pattern is drawn in the colours of the site."""
    proceedings: Line | None = None
    """The title of the proceedings, as citations name it; without it that of the edition."""
    volume: Line | None = None
    """The number of the volume, as "4"."""
    issn: Issn | None = None
    """The ISSN of the series that the proceedings are in, as 2049-3630; its check digit is tested."""
    isbn: Isbn | None = None
    """The ISBN of the proceedings, of 10 or 13 digits, shown without hyphens; its check digit is tested."""
    publisher: Line | None = None
    """Who publishes the proceedings."""
    editors: tuple[Editor, ...] = ()
    """The editors of the proceedings in printed order; a name may stand without its key."""
    volumes: tuple[Volume, ...] = ()
    """The volumes of its proceedings, where there are several; each paper names its own."""
    licence: Licence | None = None
    """The licence of its papers, as far as they have none of their own: an id of SPDX, or an address."""
    links: tuple[Link, ...] = ()
    """Registration, stream and other links of the whole edition."""
    deadlines: tuple[Deadline, ...] = ()
    """Until when what must be done; they are shown by time."""
    announcements: tuple[Announcement, ...] = ()
    """News of the organisers; the newest is shown first."""
    sponsors: tuple[Sponsor, ...] = ()
    """The sponsors in the order in which they are thanked."""
    committees: tuple[Committee, ...] = ()
    """The committees in the order in which they are shown."""
    rooms: tuple[Room, ...] = ()
    """All rooms in the order of plans; if any is listed, every session is in one of them."""
    tracks: tuple[Track, ...] = ()
    """All tracks in the order in which they are shown."""
    papers: tuple[Paper, ...] = ()
    """Its papers, ordered by id."""
    sessions: tuple[Session, ...] = ()
    """Its sessions as in their content file."""
    awards: tuple[Award, ...] = ()
    """Its awards as in their content file."""
    changes: tuple[Change, ...] = ()
    """The changes of its programme as in their content file."""
    pages: tuple[ProsePage, ...] = ()
    """The pages of its organisers, by id."""

    @property
    def place(self) -> str:
        """The venue and the town, as far as they are known."""
        return ", ".join(part for part in (self.venue, self.location) if part)
