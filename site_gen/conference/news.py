"""What happens before and around a conference: deadlines, announcements, changes of the programme."""

from __future__ import annotations

from typing import Literal

from site_gen.conference.scalars import Clock, Day, DeadlineZone, Flag, Id, Line, Markdown, Url
from site_gen.values import dataclass

ChangeKind = Literal["moved", "cancelled", "retitled", "added", "late", "room", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day, or a time of it, until which something must be done."""

    name: Line
    """What must be done, as "Camera-ready papers"."""
    date: Day
    """The last day, as 2022-08-29."""
    time: Clock | None = None
    """The time of that day, as 23:59; without it the whole day counts."""
    zone: DeadlineZone | None = None
    """The time zone of the time: AoE (anywhere on earth), or one as Europe/Berlin. Without it the time is
    local to the conference's time zone.
    """
    note: Line | None = None
    """One more sentence, as "No extensions"."""
    link: Url | None = None
    """Where it is done or explained."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """News of the organisers."""

    date: Day
    """The day of the news, as 2022-08-29; the newest stands first."""
    title: Line
    """The news in a few words."""
    text: Markdown | None = None
    """The news in full, as Markdown."""
    link: Url | None = None
    """Where there is more about it: an address, or a page of this site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the programme that was published before."""

    id: Id
    """Its name in addresses and feeds; it stays as it is once published."""
    date: Day | None = None
    """The day on which the change was made known. Only a draft may be without one."""
    what: ChangeKind = "other"
    """What kind of change it is."""
    session: Id | None = None
    """The id of the session that it is about, if that is still there."""
    paper: Id | None = None
    """The id of the paper that it is about, if that is still there."""
    text: Line
    """The change in one sentence for visitors."""
    draft: Flag = False
    """yes: it is not published, and waits until an organiser takes this key away."""
