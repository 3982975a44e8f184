"""The page of a track: its sessions, by day."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen import markup
from site_gen.frame.listing import ListingView, listing
from site_gen.site import Forms, SearchRow, Site
from site_gen.site.subjects import TrackOf


def _view(site: Site, subject: TrackOf) -> ListingView:
    edition_id, track_id = subject.edition, subject.track
    edition = site.catalogue.editions[edition_id]
    return listing(
        site, subject, site.locale.words.track, edition.tracks[track_id].name, edition.of_track(track_id)
    )


def _search_rows(view: ListingView) -> Iterator[SearchRow]:
    yield SearchRow("track", view.route, markup.plain(view.name), track=view.name)


FORMS = Forms(_view, search_rows=_search_rows)
