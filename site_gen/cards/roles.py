"""What people do in sessions: found once for the whole site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from site_gen.conference import Participant, Session
from site_gen.graph.queries import query, table
from site_gen.site import Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class PartInSession:
    """A person's part in a session of an edition; `position` is that of a slot, -1 for the whole session.

    `affiliation` is empty where the programme prints none.
    """

    edition: str
    session: str
    position: int
    role: str
    affiliation: str


def parts_of(site: Site, author: str) -> tuple[PartInSession, ...]:
    """The parts of a person in sessions, in the order of the editions and their programmes."""
    return _parts(site).get(author, ())


def printed_parts(site: Site, author: str) -> tuple[Participant, ...]:
    """A person as the programmes of the editions print them, the newest edition first."""
    return _printed(site).get(author, ())


@query
def name_of_index(site: Site) -> str:
    """What the list of all who have a page is called: authors, or people where some only speak."""
    people, words = site.catalogue.people, site.locale.words
    if not people.authors:
        return ""
    return words.authors if all(people.papers.values()) else words.people


@table
def people_with_role(site: Site) -> dict[str, bool]:
    """Who has a role in a session or slot, beyond having written its papers."""
    participants = (participant for _, _, _, participant in _participants(site))
    people = map(site.catalogue.people.id_of, participants)
    return {person: True for person in people if person}


@table
def _parts(site: Site) -> dict[str, tuple[PartInSession, ...]]:
    found: dict[str, list[PartInSession]] = defaultdict(list)
    for edition, session, position, participant in _participants(site):
        author = site.catalogue.people.id_of(participant)
        if author in site.catalogue.people.authors and author:
            role = site.locale.words.roles[participant.role]
            works_at = participant.affiliation or ""
            found[author].append(PartInSession(edition, session.id, position, role, works_at))
    return {author: tuple(parts) for author, parts in found.items()}


@table
def _printed(site: Site) -> dict[str, tuple[Participant, ...]]:
    found: dict[str, list[Participant]] = defaultdict(list)
    for _, _, _, participant in _participants(site):
        if author := site.catalogue.people.id_of(participant):
            found[author].append(participant)
    return {author: tuple(printed) for author, printed in found.items()}


def _participants(site: Site) -> Iterator[tuple[str, Session, int, Participant]]:
    """Everybody with a role, with the position of their slot; -1 for the whole session."""
    for edition_id, edition in site.catalogue.editions.items():
        for session in edition.sessions.values():
            for participant in session.people:
                yield edition_id, session, -1, participant
            for position, slot in enumerate(session.slots):
                for participant in slot.people:
                    yield edition_id, session, position, participant
