"""Which papers the page of a paper, a session or a person is about: those of its bibliography."""

from __future__ import annotations

from site_gen.site import Site, Subject
from site_gen.site.subjects import PaperOf, PersonOf, SessionOf

Listed = tuple[str, str]
"""A paper, by its edition and id."""


def papers_listed_on(site: Site, subject: Subject) -> tuple[Listed, ...]:
    """The papers of such a page, those of a session in its order; none for another kind of page."""
    match subject:
        case PaperOf(edition, paper):
            return ((edition, paper),)
        case PersonOf(person):
            papers = site.catalogue.people.papers.get(person, ())
            return tuple((each.edition, each.paper.id) for each in papers)
        case SessionOf(edition, session):
            slots = site.catalogue.editions[edition].sessions[session].slots
            return tuple((edition, paper) for paper in dict.fromkeys(slot.paper for slot in slots) if paper)
    return ()
