"""The page of a room: what takes place in it, by day."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.frame.listing import ListingView, listing
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for room in edition.rooms.values():
            place = contents.locate("rooms", edition_id, room.id)
            yield ("room", edition_id, room.id), f"{edition_id}/rooms/{room.id}/", place


def _view(site: Site, key: Key) -> ListingView:
    _, edition_id, room_id = key
    edition = site.catalogue.editions[edition_id]
    room = edition.room(room_id)
    return listing(site, key, site.locale.words.room, room.name, edition.in_room(room), room.note or "")


ROOM = PageKind("room", "room.html", _pages, _view)
