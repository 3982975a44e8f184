"""The page of a session: its slots in order, empty ones too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import markup
from site_gen.cards.cards import cards, links_of
from site_gen.cards.neighbours import Neighbours, neighbours
from site_gen.cards.parts import Html, Named, OutLink, SessionCard, SlotCard
from site_gen.cards.speakers import Speaker, speakers
from site_gen.cards.times import zone_words
from site_gen.conference import Session
from site_gen.frame.head import Head, head
from site_gen.problems import Place
from site_gen.site import Catalogue, Edition, Key, PageKind, Site


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session. `track` and `whole` (what it is part of) are None where there is none."""

    head: Head
    card: SessionCard
    day_route: str | None
    zone: str
    track: Named | None
    whole: SessionCard | None
    links: tuple[OutLink, ...]
    speakers: tuple[Speaker, ...]
    description: Html | None
    language: str
    slots: tuple[SlotCard, ...]
    expects_slots: bool
    parts: tuple[SessionCard, ...]
    parallel: tuple[SessionCard, ...]
    neighbours: Neighbours


def _pages(contents: Catalogue) -> Iterator[tuple[Key, str, Place]]:
    for edition_id, edition in contents.editions.items():
        for session in edition.sessions:
            place = contents.locate("sessions", edition_id, session)
            yield ("session", edition_id, session), f"{edition_id}/sessions/{session}/", place


def _view(site: Site, key: Key) -> SessionView:
    _, edition_id, session_id = key
    edition, of = site.catalogue.editions[edition_id], cards(site)
    session, card = edition.sessions[session_id], of.session(edition_id, session_id)
    day, section = session.date, ("schedule", edition_id)
    track, parts = edition.tracks.get(session.track or ""), edition.parts.get(session_id, ())
    return SessionView(
        head=head(site, key, card.title.plain, edition_id, section, _description(session, card)),
        card=card,
        day_route=site.address("day", edition_id, day.isoformat()) if day else None,
        zone=zone_words(site.locale, site.catalogue.time_zone(edition_id), (day,))
        if day and session.start
        else "",
        track=Named(track.name, site.address("track", edition_id, track.id)) if track else None,
        whole=of.session(edition_id, session.part_of) if session.part_of else None,
        links=links_of(site.locale, session.links),
        speakers=speakers(site, session),
        description=markup.abstract(session.description) if session.description else None,
        language=session.language or "",
        slots=of.slots(edition_id, session),
        expects_slots=session.kind in ("oral", "poster") and not parts,
        parts=tuple(of.session(edition_id, part.id) for part in parts),
        parallel=tuple(of.session(edition_id, each.id) for each in _parallel(edition, session)),
        neighbours=neighbours(site, key),
    )


def _description(session: Session, card: SessionCard) -> str:
    day = card.day.text if card.day else ""
    start = card.start.text if card.start else ""
    when = ", ".join(part for part in (card.kind_name, day, start) if part)
    return session.description or f"{when}."


def _parallel(edition: Edition, session: Session) -> Iterator[Session]:
    """The sessions of the same day that share some time with this one, but for its whole and parts."""
    for other in edition.on_day[session.date] if session.date else ():
        is_kin = other.part_of == session.id or other.id == session.part_of
        if other.id != session.id and not is_kin and _overlap(session, other):
            yield other


def _overlap(one: Session, other: Session) -> bool:
    """Whether two sessions share some time; one without an end counts with its start alone."""
    if one.start is None or other.start is None:
        return False
    start, other_start = one.start.replace(tzinfo=None), other.start.replace(tzinfo=None)
    end = one.end.replace(tzinfo=None) if one.end else start
    other_end = other.end.replace(tzinfo=None) if other.end else other_start
    return start == other_start or (start < other_end and other_start < end)


SESSION = PageKind("session", "session.html", _pages, _view)
