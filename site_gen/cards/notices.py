"""What does not take place as planned: sessions and slots that moved, are late or were called off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from site_gen.cards.cards import cards
from site_gen.cards.parts import Label, SessionCard, Shared
from site_gen.conference import Session, Slot
from site_gen.conference.people import Printed
from site_gen.graph.queries import query, table
from site_gen.site import Edition, Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Notice(Shared):
    """A session, or a slot of it, that is not as planned. `status` says so in words.

    `talk` is the title of a slot, None for the whole session; `route` leads to its paper's page,
    else to the session's.
    """

    session: SessionCard
    talk: Label | None
    route: str
    state: str
    status: str
    note: str


def notices_of_edition(site: Site, edition: str) -> tuple[Notice, ...]:
    """Everything that is not as planned, in the order of the programme."""
    return tuple(notice for _, _, notice in _found(site, edition))


def notices_of_slots(site: Site, edition: str, sessions: Iterable[Session]) -> tuple[Notice, ...]:
    """The slots of some sessions that are not as planned; pages that list sessions alone say so."""
    wanted = {session.id for session in sessions}
    return tuple(
        notice for session, slot, notice in _found(site, edition) if slot is not None and session in wanted
    )


def notices_of_author(site: Site, author: str) -> tuple[Notice, ...]:
    """What concerns a person: as an author of a paper, or with a role in a session or slot."""
    return _by_author(site).get(author, ())


_Found = tuple[str, int | None, Notice]
"""The id of a session, the place of a slot in it or None for the whole, and what is to be said."""


@query
def _found(site: Site, edition: str) -> tuple[_Found, ...]:
    return tuple(_in_edition(site, edition, site.catalogue.editions[edition]))


def _in_edition(site: Site, edition_id: str, edition: Edition) -> Iterator[_Found]:
    for session in edition.sessions.values():
        if _is_as_planned(edition, session):
            continue
        card = cards(site).session(edition_id, session.id)
        if card.status:
            yield session.id, None, Notice(card, None, card.route, card.state, card.status, card.note)
        for place, shown in enumerate(cards(site).slots(edition_id, session)):
            if shown.status:
                route = shown.route or card.route
                yield (
                    session.id,
                    place,
                    Notice(card, shown.title, route, shown.state, shown.status, shown.note),
                )


def _is_as_planned(edition: Edition, session: Session) -> bool:
    """Whether nothing can be said of a session, which most are: no card is made for that."""
    papers = (edition.papers.get(slot.paper) for slot in session.slots if slot.paper)
    return (
        session.status == "scheduled"
        and all(slot.status == "scheduled" for slot in session.slots)
        and all(paper.status == "published" for paper in papers if paper)
    )


@table
def _by_author(site: Site) -> Mapping[str, tuple[Notice, ...]]:
    authors: dict[str, list[Notice]] = defaultdict(list)
    for edition_id in site.catalogue.editions:
        edition = site.catalogue.editions[edition_id]
        for session_id, place, notice in _found(site, edition_id):
            session = edition.sessions[session_id]
            slot = None if place is None else session.slots[place]
            for author in _concerned(site, edition, session, slot):
                authors[author].append(notice)
    return {author: tuple(notices) for author, notices in authors.items()}


def _concerned(site: Site, edition: Edition, session: Session, slot: Slot | None) -> frozenset[str]:
    """The ids of the people of a slot; of a whole session, those of all its slots too."""
    slots = [slot] if slot else session.slots
    printed: list[Printed] = [
        *(() if slot else session.people),
        *(person for each in slots for person in each.people),
        *(name for each in slots if each.paper for name in edition.papers[each.paper].authors),
    ]
    ids = (site.catalogue.people.id_of(each) for each in printed)
    return frozenset(each for each in ids if each)
