"""A track of an edition."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.site import Catalogue, Edition, Kind
from site_gen.site.events import Event, SessionEvents
from site_gen.site.naming import each_of_editions
from site_gen.site.subjects import ScheduleOf, SessionOf, TrackOf


def _events(
    _contents: Catalogue, edition: Edition, session: SessionEvents
) -> Iterator[tuple[TrackOf, Event]]:
    # A session may name a track that is not there, which is reported elsewhere.
    track = edition.tracks.get(session.session.track or "")
    if track:
        yield from ((TrackOf(edition.conference.id, track.id), event) for event in session.in_calendars)


def _gathers(contents: Catalogue, subject: TrackOf) -> Iterator[SessionOf]:
    held = contents.editions[subject.edition].of_track(subject.track)
    return subject.with_sessions(session.id for session in held)


TRACK = Kind(
    name="track",
    subject=TrackOf,
    package=__package__,
    subjects=each_of_editions(TrackOf, lambda edition: edition.tracks),
    route=lambda subject: f"{subject.edition}/tracks/{subject.track}/",
    events=_events,
    template="track.html",
    markdown="track.md",
    section=lambda _, subject: ScheduleOf(subject.edition),
    ids=lambda _, subject: (subject.track, f"{subject.edition}/{subject.track}"),
    titles=lambda contents, subject: (contents.editions[subject.edition].tracks[subject.track].name,),
    gathers=_gathers,
    written=lambda subject: ("tracks", subject.edition, subject.track),
    is_one_of_many=True,
    edition_names=("tracks",),
)
