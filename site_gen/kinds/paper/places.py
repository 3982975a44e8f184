"""Where in the programme a paper appears."""

from __future__ import annotations

from site_gen.cards.cards import cards
from site_gen.cards.parts import Named, SessionCard, SlotCard
from site_gen.cards.times import Moment
from site_gen.locale.sentences import place_of
from site_gen.site import Appearance, Edition, Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class PlaceInProgramme:
    """Where a paper appears: its session, its slot, and its place there ("2nd of 5"),
    which is empty where a board tells it, not a time."""

    session: SessionCard
    slot: SlotCard
    place: str

    @property
    def room(self) -> Named | None:
        """Its own room, else that of the session."""
        return self.slot.room or self.session.room

    @property
    def start(self) -> Moment | None:
        """When it begins, else when the session does."""
        return self.slot.start or self.session.start

    @property
    def state(self) -> str:
        """What became of it, else of the session."""
        return self.slot.state if self.slot.status else self.session.state

    @property
    def statuses(self) -> tuple[str, ...]:
        """What became of the session and of it, in words, each once."""
        return tuple(dict.fromkeys(each for each in (self.session.status, self.slot.status) if each))


def places_of(site: Site, edition: Edition, paper: str) -> tuple[PlaceInProgramme, ...]:
    """The places of a paper, in the order of the programme."""
    return tuple(_place(site, edition, each) for each in edition.appearances.get(paper, ()))


def _place(site: Site, edition: Edition, appearance: Appearance) -> PlaceInProgramme:
    session, number = appearance.session, len(appearance.session.slots)
    edition_id = edition.conference.id
    slot = cards(site).slots(edition_id, session)[appearance.position - 1]
    is_in_order = number > 1 and (slot.start or not slot.board)
    return PlaceInProgramme(
        session=cards(site).session(edition_id, session.id),
        slot=slot,
        place=place_of(site.locale, appearance.position, number) if is_in_order else "",
    )
