"""When and where a person can be met: their parts in sessions, and their papers in the programme."""

from __future__ import annotations

from collections import defaultdict

from site_gen.cards.cards import cards
from site_gen.cards.parts import Label, Named, SessionCard, Shared, SlotCard
from site_gen.cards.roles import parts_of
from site_gen.cards.times import Moment
from site_gen.graph.queries import query
from site_gen.site import Site
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Engagement(Shared):
    """A session, or a slot in one, that a person has a part in; `roles` are empty for an author.

    `title` is that of the slot with its paper, else of the session, and `route` leads there. `within` is the
    session of a slot. `start`, `end` and `room` are those of the slot where it has its own.
    """

    edition: Named
    session: SessionCard
    roles: tuple[str, ...]
    title: Label
    route: str
    within: Label | None
    start: Moment | None
    end: Moment | None
    room: Named | None
    status: str

    @property
    def order(self) -> tuple[str, str]:
        """What orders those of an edition by time; what has none comes last."""
        day, start = self.session.day, self.start
        return day.machine if day else "~", start.machine if start else "~"


def engagements(site: Site, author: str) -> tuple[Engagement, ...]:
    """The engagements of a person, newest edition first, then by time."""
    roles: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for part in parts_of(site, author):
        roles[part.edition, part.session, part.position].append(part.role)
    for paper in site.catalogue.people.papers.get(author, ()):
        for each in site.catalogue.editions[paper.edition].appearances.get(paper.paper, ()):
            roles.setdefault((paper.edition, each.session.id, each.position - 1), [])
    found = [(place[0], _engagement(site, *place, tuple(names))) for place, names in roles.items()]
    ranks = {edition: rank for rank, edition in enumerate(site.catalogue.editions)}
    return tuple(each for _, each in sorted(found, key=lambda pair: (ranks[pair[0]], pair[1].order)))


@query
def _engagement(
    site: Site, edition: str, session_id: str, position: int, roles: tuple[str, ...]
) -> Engagement:
    """One value for all who have the same part."""
    session = cards(site).session(edition, session_id)
    slot: SlotCard | None = None
    if position >= 0:
        slot = cards(site).slots(edition, site.catalogue.editions[edition].sessions[session_id])[position]
    own = slot if slot and slot.start else session
    return Engagement(
        edition=cards(site).edition_name(edition),
        session=session,
        roles=roles,
        title=slot.title if slot else session.title,
        route=(slot.route if slot else None) or session.route,
        within=session.title if slot else None,
        start=own.start,
        end=own.end,
        room=(slot.room if slot else None) or session.room,
        status=(slot.status if slot else "") or session.status,
    )
