"""Which bibliographies there are: of a paper, a session, an author, an edition and the series."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_gen.cards.listed_papers import Listed, papers_listed_on
from site_gen.site import Edition, Naming, Site, Subject
from site_gen.site.subjects import PaperOf, PapersOf, PersonOf, SeriesHome, SessionOf

_OF_EACH_PAPER = "bib"


def bibliographies(suffix: str) -> Callable[[Site], Iterator[Naming]]:
    """What names the files of an export, each beside the page of what it lists.

    Where there is no paper there is no file, but for editions and the series. Unless content asks for all
    exports, only the BibTeX of a paper is a file among those of a single paper, session or author: the
    page makes the others.
    """

    def files(site: Site) -> Iterator[Naming]:
        for subject, stem, place in _with_bibliography(site):
            if site.catalogue.series.exports == "all" or _is_always_file(subject, suffix):
                yield subject, f"{stem}.{suffix}", place

    return files


def _is_always_file(subject: Subject, suffix: str) -> bool:
    whole = SeriesHome | PapersOf
    return isinstance(subject, whole | PaperOf if suffix == _OF_EACH_PAPER else whole)


def _with_bibliography(site: Site) -> Iterator[Naming]:
    """What lists papers, with the route of its bibliography but for the ending."""
    contents = site.catalogue
    yield SeriesHome(), "papers", contents.locate("series")
    for edition_id, edition in contents.editions.items():
        yield from _of_edition(site, edition_id, edition)
    for author, papers in contents.people.papers.items():
        if papers:
            person = PersonOf(author)
            yield person, f"{site.address(person)}{author}", contents.locate("authors", "", author)


def _of_edition(site: Site, edition_id: str, edition: Edition) -> Iterator[Naming]:
    locate = site.catalogue.locate
    yield PapersOf(edition_id), f"{edition_id}/papers", locate("conference", edition_id)
    for paper in edition.papers:
        of_paper = PaperOf(edition_id, paper)
        yield of_paper, f"{site.address(of_paper)}{paper}", locate("papers", edition_id, paper)
    for session in edition.sessions.values():
        if any(slot.paper for slot in session.slots):
            of_session = SessionOf(edition_id, session.id)
            stem = f"{site.address(of_session)}{session.id}"
            yield of_session, stem, locate("sessions", edition_id, session.id)


def listed_papers(site: Site, subject: Subject) -> tuple[Listed, ...]:
    """The papers of a bibliography: by id within their editions, those of a session in its order."""
    if isinstance(subject, PaperOf | PersonOf | SessionOf):
        return papers_listed_on(site, subject)
    editions = site.catalogue.editions
    listed = [subject.edition] if subject.edition else list(editions)
    return tuple((each, paper) for each in listed for paper in sorted(editions[each].papers))


def has_abstracts(subject: Subject) -> bool:
    """Whether a bibliography carries abstracts: that of a paper and that of an edition.

    The others repeat the papers many times over, and would be several times the size of the site.
    """
    return isinstance(subject, PaperOf | PapersOf)
