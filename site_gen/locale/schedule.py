"""The words of the schedule: its layouts, its filters, the reader's time, and what is on now.

What scripts fill in stands in braces.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScheduleWords:
    """The words around days, times and rooms."""

    calendar_day: str = "Day by the calendar"
    choose: str = "Filter"
    chosen: str = "{shown} of {all} sessions"
    elsewhere: str = "Elsewhere"
    grid: str = "Grid"
    kind: str = "Kind"
    layout: str = "Layout"
    list_: str = "List"
    mine: str = "My programme only"
    more_now: str = "and {number} more"
    next_up: str = "Next"
    no_match: str = "No session fits this choice."
    no_room: str = "Room not given"
    on_now: str = "On now"
    reset: str = "Show all"
    still_on: str = "Still on from the days before"
    starts: str = "Starts {when}"
    to_now: str = "Jump to now"
    your_time: str = "your time"
    your_time_too: str = "Show my time too ({place})"
