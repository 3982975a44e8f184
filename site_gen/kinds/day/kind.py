"""The programme of one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from site_gen.site import Catalogue, Edition, Kind
from site_gen.site.events import Event, SessionEvents
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import DayOf, ScheduleOf, SessionOf


def _events(_contents: Catalogue, edition: Edition, session: SessionEvents) -> Iterator[tuple[DayOf, Event]]:
    for event in session.in_calendars:
        for day in (event.listed, *_days_after(edition, event)):
            yield DayOf(edition.conference.id, day), event


def _days_after(edition: Edition, event: Event) -> Iterator[date]:
    """The later days of the programme on which an event is not over."""
    if event.slot is None and event.span.last_day != event.day:
        yield from (day for day, held in edition.still_on.items() if event.session in held)


def _gathers(contents: Catalogue, subject: DayOf) -> Iterator[SessionOf]:
    held = contents.editions[subject.edition].on_day.get(subject.day, ())
    return subject.with_sessions(session.id for session in held)


DAY = Kind(
    name="day",
    subject=DayOf,
    package=__package__,
    subjects=each_of_editions(DayOf, lambda edition: edition.days),
    made_of="sessions",
    route=lambda subject: f"{subject.edition}/schedule/{subject.day.isoformat()}/",
    events=_events,
    template="day.html",
    markdown="day.md",
    section=lambda _, subject: ScheduleOf(subject.edition),
    gathers=_gathers,
    is_one_of_many=True,
)
