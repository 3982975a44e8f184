"""What people do in sessions: found once for the whole site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_gen.model import Participant, Session, Slot
from site_gen.site import Site
from site_gen.views.cards import cards
from site_gen.views.parts import Named, SessionCard
from site_gen.wording import ROLES


@dataclass(frozen=True, slots=True)
class PartInSession:
    """A person's part in a session; `talk` is the title of the slot, empty for the whole session."""

    edition: Named
    session: SessionCard
    role: str
    talk: str


def parts_of(site: Site, author: str) -> tuple[PartInSession, ...]:
    """The parts of a person in sessions, in the order of the editions and their programmes."""
    return _parts(site).get(author, ())


@lru_cache(maxsize=1)
def _parts(site: Site) -> dict[str, tuple[PartInSession, ...]]:
    found: dict[str, list[PartInSession]] = defaultdict(list)
    for edition, session, slot, participant in _participants(site):
        author = site.catalogue.people.id_of(participant)
        if author in site.catalogue.people.authors and author:
            found[author].append(_part(site, edition, session, slot, participant))
    return {author: tuple(parts) for author, parts in found.items()}


def _participants(site: Site) -> Iterator[tuple[str, Session, Slot | None, Participant]]:
    for edition_id, edition in site.catalogue.editions.items():
        for session in edition.sessions.values():
            for participant in session.people:
                yield edition_id, session, None, participant
            for slot in session.slots:
                for participant in slot.people:
                    yield edition_id, session, slot, participant


def _part(
    site: Site, edition: str, session: Session, slot: Slot | None, participant: Participant
) -> PartInSession:
    talk = ""
    if slot:
        position = session.slots.index(slot) + 1
        talk = cards(site).slot(edition, session, slot, position).title.plain
    return PartInSession(
        edition=cards(site).edition_name(edition),
        session=cards(site).session(edition, session.id),
        role=ROLES[participant.role],
        talk=talk,
    )
