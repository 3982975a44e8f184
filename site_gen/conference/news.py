"""What happens before and around a conference: deadlines, announcements, changes of the programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_gen.conference.scalars import Clock, Day, DeadlineZone, Flag, Id, Line, Markdown, Url

ChangeKind = Literal["moved", "cancelled", "retitled", "added", "late", "room", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day, or a time of it, until which something must be done.

    Without a `zone` its time is local to the conference's time zone; AoE is anywhere on earth.
    """

    name: Line
    date: Day
    time: Clock | None = None
    zone: DeadlineZone | None = None
    note: Line | None = None
    link: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """News of the organisers; `link` leads to more about it."""

    date: Day
    title: Line
    text: Markdown | None = None
    link: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the programme that was published before, told in `text`.

    `session` and `paper` are what it is about, where that is still there. A draft is not published;
    it waits for an organiser to take `draft` away. Only a draft may have no date.
    """

    id: Id
    date: Day | None = None
    what: ChangeKind = "other"
    session: Id | None = None
    paper: Id | None = None
    text: Line
    draft: Flag = False
