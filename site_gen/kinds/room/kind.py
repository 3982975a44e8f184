"""A room of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.problems import Place
from site_gen.site import Catalogue, Kind
from site_gen.site.subjects import RoomOf, ScheduleOf


def _subjects(contents: Catalogue) -> Iterator[tuple[RoomOf, Place]]:
    for edition_id, edition in contents.editions.items():
        for room in edition.rooms.values():
            yield RoomOf(edition_id, room.id), contents.locate("rooms", edition_id, room.id)


ROOM = Kind(
    name="room",
    subject=RoomOf,
    package=__package__,
    subjects=_subjects,
    route=lambda subject: f"{subject.edition}/rooms/{subject.room}/",
    template="room.html",
    markdown="room.md",
    section=lambda subject: ScheduleOf(subject.edition),
    ids=lambda _, subject: (subject.room, f"{subject.edition}/{subject.room}"),
    titles=lambda contents, subject: (contents.editions[subject.edition].room(subject.room).name,),
    written=lambda subject: ("rooms", subject.edition, subject.room),
    is_one_of_many=True,
    edition_names=("rooms",),
)
