"""The page of a track: its sessions, by day."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.frame.listing import ListingView, listing
from site_gen.problems import Place
from site_gen.site import Catalogue, Key, PageKind, Site


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for track in edition.tracks.values():
            place = contents.locate("tracks", edition_id, track.id)
            yield ("track", edition_id, track.id), f"{edition_id}/tracks/{track.id}/", place


def _view(site: Site, key: Key) -> ListingView:
    _, edition_id, track_id = key
    edition = site.catalogue.editions[edition_id]
    return listing(
        site, key, site.locale.words.track, edition.tracks[track_id].name, edition.of_track(track_id)
    )


TRACK = PageKind("track", "track.html", _pages, _view)
