"""The page of a room: what takes place in it, by day."""

from __future__ import annotations

from dataclasses import replace

from site_gen import markup
from site_gen.frame.listing import ListingView, listing
from site_gen.site import Forms, SearchRow, Site
from site_gen.site.subjects import RoomOf, RoomScreenOf


def _view(site: Site, subject: RoomOf) -> ListingView:
    edition_id, room_id = subject.edition, subject.room
    edition = site.catalogue.editions[edition_id]
    room = edition.room(room_id)
    words = site.locale.words
    notes = " · ".join([*([room.note] if room.note else []), *(words.accesses[each] for each in room.access)])
    found = listing(site, subject, words.room, room.name, edition.in_room(room), notes)
    return replace(found, screen=site.routes.get(RoomScreenOf(edition_id, room_id)))


FORMS = Forms(
    _view, search_rows=lambda view: [SearchRow("room", view.route, markup.plain(view.name), view.note)]
)
