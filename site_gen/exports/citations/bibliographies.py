"""Which bibliographies there are: of a paper, a session, an author, an edition and the series."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.site import Edition, Naming, Site, Subject
from site_gen.site.subjects import PaperOf, PapersOf, PersonOf, SeriesHome, SessionOf

Listed = tuple[str, str]
"""A paper, by its edition and id."""


def bibliographies(suffix: str) -> Callable[[Site], Iterator[Naming]]:
    """What names the files of an export, each beside the page of what it lists.

    Where there is no paper there is no file, but for editions and the series.
    """

    def files(site: Site) -> Iterator[Naming]:
        contents = site.catalogue
        yield SeriesHome(), f"papers.{suffix}", contents.locate("series")
        for edition_id, edition in contents.editions.items():
            yield from _of_edition(site, edition_id, edition)
        for author, papers in contents.people.papers.items():
            if papers:
                subject = PersonOf(author)
                route = f"{site.address(subject)}{author}.{suffix}"
                yield subject, route, contents.locate("authors", "", author)

    def _of_edition(site: Site, edition_id: str, edition: Edition) -> Iterator[Naming]:
        locate = site.catalogue.locate
        yield PapersOf(edition_id), f"{edition_id}/papers.{suffix}", locate("conference", edition_id)
        for paper in edition.papers:
            of_paper = PaperOf(edition_id, paper)
            route = f"{site.address(of_paper)}{paper}.{suffix}"
            yield of_paper, route, locate("papers", edition_id, paper)
        for session in edition.sessions.values():
            if any(slot.paper for slot in session.slots):
                of_session = SessionOf(edition_id, session.id)
                route = f"{site.address(of_session)}{session.id}.{suffix}"
                yield of_session, route, locate("sessions", edition_id, session.id)

    return files


def listed_papers(site: Site, subject: Subject) -> tuple[Listed, ...]:
    """The papers of a bibliography: by id within their editions, those of a session in its order."""
    editions = site.catalogue.editions
    match subject:
        case PaperOf(edition, paper):
            return ((edition, paper),)
        case PersonOf(person):
            return tuple((each.edition, each.paper.id) for each in site.catalogue.people.papers[person])
        case SessionOf(edition, session):
            slots = editions[edition].sessions[session].slots
            return tuple((edition, paper) for paper in dict.fromkeys(slot.paper for slot in slots) if paper)
    listed = [subject.edition] if subject.edition else list(editions)
    return tuple((each, paper) for each in listed for paper in sorted(editions[each].papers))


def has_abstracts(subject: Subject) -> bool:
    """Whether a bibliography carries abstracts: that of a paper and that of an edition.

    The others repeat the papers many times over, and would be several times the size of the site.
    """
    return isinstance(subject, PaperOf | PapersOf)
