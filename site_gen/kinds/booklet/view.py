"""The booklet of an edition: every abstract on one page, session by session, to print or to read offline."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen import markup
from site_gen.cards.cards import cards
from site_gen.cards.parts import Html, PaperCard, SessionCard
from site_gen.conference import Session
from site_gen.site import About, Edition, Forms, Site
from site_gen.site.subjects import BookletOf
from site_gen.values import dataclass
from site_gen.writers.citations import citation_text


@dataclass(frozen=True, slots=True)
class BookletPaper:
    """A paper with its abstract; `statement` says that there is none."""

    card: PaperCard
    abstract: Html | None
    language: str
    statement: str
    citation: str


@dataclass(frozen=True, slots=True)
class BookletSession:
    """A session with its papers; `card` is None for the papers that no session has."""

    card: SessionCard | None
    papers: tuple[BookletPaper, ...]


@dataclass(frozen=True, slots=True)
class BookletView:
    """All papers of an edition. A paper that appears in several sessions stands in the first."""

    about: About
    title: str
    dates: str
    place: str
    has_sessions: bool
    sessions: tuple[BookletSession, ...]


def _view(site: Site, subject: BookletOf) -> BookletView:
    edition_id = subject.edition
    edition = site.catalogue.editions[edition_id]
    conference = edition.conference
    sessions = tuple(_sessions(site, edition))
    return BookletView(
        about=About(
            site.locale.words.booklet, site.locale.words.phrases.booklet_of.format(title=conference.title)
        ),
        title=conference.title,
        dates=site.locale.span(conference.first_day, conference.last_day),
        place=site.locale.joined((conference.venue, conference.location)),
        has_sessions=any(session.card for session in sessions),
        sessions=sessions,
    )


def _sessions(site: Site, edition: Edition) -> Iterator[BookletSession]:
    edition_id = edition.conference.id
    left = dict(edition.papers)
    for session in edition.sessions.values():
        ids = [paper for paper in _papers_of(session) if left.pop(paper, None)]
        if ids:
            card = cards(site).session(edition_id, session.id)
            yield BookletSession(card, tuple(_paper(site, edition, each) for each in ids))
    if left:
        yield BookletSession(None, tuple(_paper(site, edition, each) for each in left))


def _papers_of(session: Session) -> Iterator[str]:
    return (slot.paper for slot in session.slots if slot.paper)


def _paper(site: Site, edition: Edition, paper_id: str) -> BookletPaper:
    paper, edition_id = edition.papers[paper_id], edition.conference.id
    return BookletPaper(
        card=cards(site).paper(edition_id, paper_id),
        abstract=markup.abstract(paper.abstract) if paper.abstract else None,
        language=paper.language or "",
        statement="" if paper.abstract else site.locale.words.no_abstract,
        citation=citation_text(site, edition_id, paper_id),
    )


FORMS = Forms(_view)
