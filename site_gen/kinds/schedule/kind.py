"""The schedule of an edition: its days with their sessions in short."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.content import paths
from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import ScheduleOf


def _subjects(contents: Catalogue) -> Iterator[tuple[ScheduleOf, Place]]:
    for edition_id, edition in contents.editions.items():
        if edition.sessions:
            yield ScheduleOf(edition_id), contents.locate("conference", edition_id)


SCHEDULE = Kind(
    name="schedule",
    subject=ScheduleOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/schedule/",
    template="schedule.html",
    markdown="schedule.md",
    menu=lambda site, _: site.locale.words.schedule,
    ids=lambda _, subject: (paths.sessions(subject.edition), f"{subject.edition}/sessions"),
    gathers=lambda contents, subject: subject.with_sessions(contents.editions[subject.edition].sessions),
    edition_names=("schedule",),
)
