"""The page of a track: its sessions, by day."""

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
class TrackView:
    """A track with its sessions."""

    head: Head
    name: str
    zone: str
    notices: tuple[Notice, ...]
    days: tuple[DaySessions, ...]


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for track in edition.tracks.values():
            place = contents.locate("tracks", edition_id, track.id)
            yield ("track", edition_id, track.id), f"{edition_id}/tracks/{track.id}/", place


def _view(site: Site, key: Key) -> TrackView:
    _, edition_id, track_id = key
    edition = site.catalogue.editions[edition_id]
    name = edition.tracks[track_id].name
    found = edition.of_track(track_id)
    section = ("schedule", edition_id) if edition.sessions else ()
    return TrackView(
        head=head(site, key, name, edition_id, section),
        name=name,
        zone=zone_words(site.catalogue.time_zone(edition_id), edition.days) if edition.sessions else "",
        notices=notices_of_slots(site, edition_id, found),
        days=cards(site).by_day(edition_id, found),
    )


TRACK = PageKind("track", "track.html", _pages, _view)
