"""The page of a room: what takes place in it, by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site
from site_gen.views.cards import cards
from site_gen.views.frame import Head, head
from site_gen.views.notices import Notice, notices_of_slots
from site_gen.views.parts import DaySessions
from site_gen.views.times import zone_words


@dataclass(frozen=True, slots=True)
class RoomView:
    """A room with the sessions that are in it, or that have a slot in it."""

    head: Head
    name: str
    note: str
    zone: str
    notices: tuple[Notice, ...]
    days: tuple[DaySessions, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for room in edition.rooms.values():
            place = contents.locate("rooms", edition_id, room.id)
            yield ("room", edition_id, room.id), f"{edition_id}/rooms/{room.id}/", place


def _view(site: Site, key: Key) -> RoomView:
    _, edition_id, room_id = key
    edition = site.catalogue.editions[edition_id]
    room = edition.room(room_id)
    section = ("schedule", edition_id) if edition.sessions else ()
    found = edition.in_room(room)
    return RoomView(
        head=head(site, key, room.name, edition_id, section, room.note),
        name=room.name,
        note=room.note or "",
        zone=zone_words(site.catalogue.time_zone(edition_id), edition.days) if edition.sessions else "",
        notices=notices_of_slots(site, edition_id, found),
        days=cards(site).by_day(edition_id, found),
    )


ROOM = PageKind("room", "room.html", _pages, _view)
