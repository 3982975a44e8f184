"""The programme of one day."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import DayOf, ScheduleOf


def _subjects(contents: Catalogue) -> Iterator[tuple[DayOf, Place]]:
    for edition_id, edition in contents.editions.items():
        for day in edition.days:
            first = (*edition.on_day.get(day, ()), *edition.still_on.get(day, ()))[0].id
            yield DayOf(edition_id, day), contents.locate("sessions", edition_id, first)


DAY = Kind(
    name="day",
    subject=DayOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/schedule/{subject.day.isoformat()}/",
    template="day.html",
    markdown="day.md",
    section=lambda subject: ScheduleOf(subject.edition),
    is_one_of_many=True,
)
