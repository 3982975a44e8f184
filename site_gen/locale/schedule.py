"""The words of the schedule: its layouts, its filters, the reader's time, and what is on now.

What scripts fill in stands in braces.
"""

from __future__ import annotations

from site_gen.locale.plurals import Forms
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ScheduleWords:
    """The words around days, times and rooms."""

    calendar_day: str = "Day by the calendar"
    choose: str = "Filter"
    chosen: str = "{shown} of {all} sessions"
    elsewhere: str = "Elsewhere"
    ends: str = "ends {when}"
    grid: str = "Grid"
    kind: str = "Kind"
    layout: str = "Layout"
    list_: str = "List"
    mine: str = "My programme only"
    more_now: str = "and {number} more"
    next_up: str = "Next"
    no_match: str = "No session fits this choice."
    no_room: str = "Room not given"
    now_line: str = "{time} · {what}"
    on_now: str = "On now"
    on_now_count: Forms = Forms(one="{number} on now", other="{number} on now")
    next_at: str = "next: {start}"
    room_screen: str = "Screen for the door of this room"
    room_changed: str = "Room changed: {room}"
    nothing_more: str = "Nothing more takes place here."
    past: str = "past"
    reset: str = "Show all"
    still_on: str = "Still on from the days before"
    starts: str = "Starts {when}"
    time_changed: str = "Time changed: {time}"
    to_now: str = "Jump to now"
    your_time: str = "your time"
    your_time_too: str = "Show my time too ({place})"
