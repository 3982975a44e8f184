"""What else is known of an edition: its proceedings with their volumes and editors, its rooms and tracks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from site_gen import markup
from site_gen.cards.licences import licence_link
from site_gen.cards.organisers import organisers
from site_gen.cards.parts import Labelled, Named, OutLink, Person
from site_gen.conference import Conference
from site_gen.locale import Words
from site_gen.site import Edition, Site
from site_gen.site.subjects import EditionOf, RoomOf, SeriesHome, TrackOf, VolumeOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Details:
    """What else is known of an edition."""

    facts: tuple[Labelled, ...]
    editors: tuple[Person, ...]
    volumes: tuple[Named, ...]
    licence: OutLink | None
    rooms: tuple[Named, ...]
    tracks: tuple[Named, ...]


def details(site: Site, edition: Edition) -> Details | None:
    """The details of an edition; None where nothing more is known."""
    conference, edition_id = edition.conference, edition.conference.id
    found = Details(
        facts=(*_of_series(site), *_facts(site.locale.words, conference)),
        editors=organisers(site, conference.editors),
        volumes=tuple(
            Named(volume.title, site.address(VolumeOf(edition_id, volume.id)))
            for volume in edition.volumes.values()
        ),
        licence=licence_link(conference.licence) if conference.licence else None,
        rooms=tuple(
            Named(room.name, site.address(RoomOf(edition_id, room.id))) for room in edition.rooms.values()
        ),
        tracks=tuple(
            Named(track.name, site.address(TrackOf(edition_id, track.id)))
            for track in edition.tracks.values()
        ),
    )
    return found if any(getattr(found, field.name) for field in fields(found)) else None


def _of_series(site: Site) -> Iterator[Labelled]:
    """What is said of the series, where the home of its only edition is its own."""
    series = site.catalogue.series
    if series.description and isinstance(site.shown(SeriesHome()), EditionOf):
        yield Labelled(series.title, markup.plain(series.description))


def _facts(words: Words, conference: Conference) -> tuple[Labelled, ...]:
    return Labelled.known(
        {
            words.attendance: words.attendances.get(conference.attendance or ""),
            words.proceedings: conference.proceedings,
            words.volume: conference.volume,
            words.publisher: conference.publisher,
            words.issn: str(conference.issn or ""),
            words.isbn: str(conference.isbn or ""),
        }
    )
