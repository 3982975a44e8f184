"""`/<edition>/rooms/<id>/screen/`: what is on in a room and what comes next, to be read from afar.

All of the room's programme is in the page; a script shows of it what the time asks for.
"""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.parts import SessionCard, SlotCard
from site_gen.site import About, Forms, Site
from site_gen.site.subjects import RoomScreenOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ScreenSession:
    """A session of the room with those of its slots that have a time and are in this room."""

    card: SessionCard
    talks: tuple[SlotCard, ...]


@dataclass(frozen=True, slots=True)
class RoomScreenView:
    """The programme of a room; `zone` is an IANA name, empty where times are floating."""

    about: About
    title: str
    room: str
    zone: str
    sessions: tuple[ScreenSession, ...]


def _view(site: Site, subject: RoomScreenOf) -> RoomScreenView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    room = edition.room(subject.room)
    held = [session for session in edition.in_room(room) if session.start]
    return RoomScreenView(
        about=About(room.name),
        title=edition.conference.title,
        room=room.name,
        zone=site.catalogue.time_zone(edition_id) or "",
        sessions=tuple(
            ScreenSession(
                cards(site).session(edition_id, session.id),
                tuple(
                    slot
                    for slot in cards(site).slots(edition_id, session)
                    if slot.start and (slot.room is None or slot.room.name == room.name)
                ),
            )
            for session in held
        ),
    )


FORMS = Forms(_view)
