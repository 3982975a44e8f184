"""The screen before a room: what is on and what comes next, until the edition is over."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Edition, Kind
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import RoomOf, RoomScreenOf

_PHASES = ("accepted", "programme", "live")


def _rooms_in_use(edition: Edition) -> Iterator[str]:
    if edition.conference.phase in _PHASES:
        for room in edition.rooms.values():
            if any(each.start for each in edition.in_room(room)):
                yield room.id


ROOM_SCREEN = Kind(
    name="room-screen",
    subject=RoomScreenOf,
    package=__package__,
    subjects=each_of_editions(RoomScreenOf, _rooms_in_use),
    made_of="rooms",
    route=lambda subject: f"{subject.edition}/rooms/{subject.room}/screen/",
    template="room-screen.html",
    section=lambda _, subject: RoomOf(subject.edition, subject.room),
    is_framed=False,
    is_in_sitemap=False,
    is_one_of_many=True,
)
