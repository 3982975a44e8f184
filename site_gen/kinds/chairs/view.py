"""`/<edition>/chair-cards/`: a card of A5 for whoever chairs a session: who speaks, how long, who they are.

What is before and after it in the room is there too, so that nobody waits or is in the way.
"""

from __future__ import annotations

from itertools import pairwise

from site_gen.cards.cards import cards
from site_gen.cards.parts import SessionCard, SlotCard
from site_gen.cards.speakers import Speaker, speakers
from site_gen.conference import Session
from site_gen.kinds.chairs.kind import chaired
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import ChairsOf
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ChairCard:
    """The card of a session: its talks, those of its people who have a biography, and what is before and
    after it in its room on the same day."""

    card: SessionCard
    talks: tuple[SlotCard, ...]
    speakers: tuple[Speaker, ...]
    before: SessionCard | None
    after: SessionCard | None


@dataclass(frozen=True, slots=True)
class ChairsView:
    """The cards of an edition, in the order of the programme."""

    about: About
    title: str
    cards: tuple[ChairCard, ...]


def _view(site: Site, subject: ChairsOf) -> ChairsView:
    edition = site.catalogue.editions[subject.edition]
    return ChairsView(
        about=About(site.locale.words.chairs),
        title=edition.conference.title,
        cards=tuple(_card(site, edition, session) for session in chaired(edition)),
    )


def _card(site: Site, edition: Edition, session: Session) -> ChairCard:
    edition_id = edition.conference.id
    before, after = _around(edition, session)
    return ChairCard(
        card=cards(site).session(edition_id, session.id),
        talks=tuple(slot for slot in cards(site).slots(edition_id, session) if not slot.is_empty),
        speakers=tuple(each for each in speakers(site, session) if each.biography),
        before=cards(site).session(edition_id, before.id) if before else None,
        after=cards(site).session(edition_id, after.id) if after else None,
    )


def _around(edition: Edition, session: Session) -> tuple[Session | None, Session | None]:
    """What is in the room of a session before and after it, on its day."""
    room, day = edition.rooms.get(session.room or ""), edition.day_of(session)
    held = [each for each in edition.in_room(room) if edition.day_of(each) == day] if room and day else []
    for before, after in pairwise([None, *held, None]):
        if before is session:
            return held[held.index(session) - 1] if held[0] is not session else None, after
    return None, None


FORMS = Forms(_view)
