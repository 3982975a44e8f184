"""The sentences of drafted changes, which an organiser may put better."""

from __future__ import annotations

from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class DraftWords:
    """What changed in a programme. `{title}` is the title of what changed, between quotes, or what stands in
    for it; `{place}` is a time, a room, or both with a space between.
    """

    as_planned: str = "{title} takes place as planned."
    cancelled: str = "{title} is cancelled."
    gone_paper: str = "A paper is no longer among the papers."
    gone_paper_of_session: str = "A paper is no longer in {session}."
    gone_session: str = "{title} is no longer in the programme."
    gone_talk: str = "{title} is no longer in {session}."
    late: str = "{title} is late."
    moved: str = "{title} has moved."
    moved_between: str = "{title} moved from {before} to {session}."
    new_paper: str = "New paper: {title}."
    new_session: str = "New: {title}, {place}."
    new_talk: str = "{title} was added to {session}."
    now: str = "{title} is now {place}."
    now_and_before: str = "{title} is now {place} (it was {before})."
    on_day: str = "on {day}"
    at_time: str = "at {time}"
    in_room: str = "in {room}"
    renamed: str = "{before} is now called {title}."
    unknown_room: str = "in a room that is not known yet"
    unknown_time: str = "at a time that is not known yet"
    withdrawn: str = "{title} is withdrawn."
