"""The schedule of an edition: its days with their sessions in short."""

from __future__ import annotations

from site_gen.content import paths
from site_gen.site import Kind
from site_gen.site.naming import one_of_editions
from site_gen.site.subjects import ScheduleOf

SCHEDULE = Kind(
    name="schedule",
    subject=ScheduleOf,
    package=__package__,
    subjects=one_of_editions(ScheduleOf, lambda _, edition: edition.sessions),
    route=lambda subject: f"{subject.edition}/schedule/",
    template="schedule.html",
    markdown="schedule.md",
    menu=lambda site, _: site.locale.words.schedule,
    ids=lambda _, subject: (paths.sessions(subject.edition), f"{subject.edition}/sessions"),
    gathers=lambda contents, subject: subject.with_sessions(contents.editions[subject.edition].sessions),
    edition_names=("schedule",),
)
