"""Entries that are workshops, tutorials or keynotes: read like papers, they are sessions and talks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from site_gen.conference import Link, Participant, Role, SessionKind
from site_gen.ingest.reading.entries.row_sorts import Sort, sort_named
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.problems import ProblemLog
from site_gen.text import counted

People = Fact[tuple[Participant, ...]] | None
_SLUG = re.compile(r"[a-z0-9]+(?:[-_|.][a-z0-9]+)*")
_BY_ORGANISERS: tuple[SessionKind, ...] = ("workshop", "tutorial")


def by_name_of_document(reading: Reading, problems: ProblemLog) -> Reading:
    """The reading of a table or list whose file's name says what its entries are."""
    source = reading.format
    if source.is_system or source.is_published or reading.document.columns or reading.has_decisions:
        return reading
    return as_sorted(reading, sort_named(PurePosixPath(reading.document.path).stem), problems)


def as_sorted(reading: Reading, sort: Sort | None, problems: ProblemLog) -> Reading:
    """A reading whose entries are of this sort; a list of people is a problem, and nothing of it is read."""
    papers = [paper for paper in reading.every_paper() if not paper.is_mention]
    if sort is None or sort == "papers" or any(paper.doi or paper.pages for paper in papers):
        return reading  # only papers have a DOI or pages
    if sort == "people":
        return _refused(reading, papers, problems) if papers else reading
    if sort == "other" and any(paper.authors for paper in papers):
        return reading  # what is called "sessions" may list their papers
    return as_events(reading, sort)


def _refused(reading: Reading, papers: Sequence[PaperRecord], problems: ProblemLog) -> Reading:
    number = counted(len(papers), "entry", "entries")
    what = f"by its name this document lists people: nothing of its {number} is read"
    hint = "take it out of sources/, or give it another name if it lists papers"
    problems.error("not-papers", what, papers[0].place, hint)
    return replace(reading, papers=(), sessions=())


def as_events(reading: Reading, kind: SessionKind = "other") -> Reading:
    """The reading with a session for each entry; entries that stand in sessions are talks there."""
    sessions = [
        replace(
            session,
            kind=session.kind or _kind(session.title, kind),
            slots=tuple(_talk(slot, kind) for slot in session.slots),
        )
        for session in reading.sessions
    ]
    events = [_event(paper, kind) for paper in reading.papers]
    sessions = [_named_by_talk(session, kind) for session in sessions]
    return replace(reading, papers=(), refused=(), sessions=(*sessions, *events), remark="")


def _named_by_talk(session: SessionRecord, kind: SessionKind) -> SessionRecord:
    """A session that is called "keynote-lee" by another document is the one talk in it."""
    if session.title is None or len(session.slots) != 1 or not _SLUG.fullmatch(session.title.value):
        return session
    talk = session.slots[0]
    if talk.title is None:
        return session
    return replace(
        session,
        kind=_kind(talk.title, kind) or session.kind,
        title=talk.title,
        start=session.start or talk.start,
        end=session.end or talk.end,
        room=session.room or talk.room,
        people=_both(session.people, talk.people),
        description=session.description or talk.description,
        note=session.note or talk.note,
        slots=(),
    )


def _both(left: People, right: People) -> People:
    return Fact(left.value + right.value, left.place) if left and right else left or right


def _kind(title: Fact[str] | None, kind: SessionKind) -> Fact[SessionKind] | None:
    if title is None:
        return None
    own = kind if kind != "other" else kind_of_words(title.value)
    return Fact(own, title.place) if own != "other" else None


def _event(paper: PaperRecord, kind: SessionKind) -> SessionRecord:
    return SessionRecord(
        place=paper.place,
        kind=_kind(paper.title, kind),
        title=paper.title,
        people=_people(paper, kind),
        description=paper.abstract,
        links=_links(paper),
        guid=paper.submission,
    )


def _links(paper: PaperRecord) -> Fact[tuple[Link, ...]] | None:
    """The addresses of an entry: "url" of a paper is where it can be read, of an event a page of that."""
    named = paper.links.value if paper.links else ()
    links = tuple(replace(link, rel="website") if link.rel == "paper" else link for link in named)
    return Fact(links, paper.links.place) if paper.links else None


def _talk(slot: SlotRecord, kind: SessionKind) -> SlotRecord:
    paper = slot.paper
    if paper is None or paper.is_mention:
        return slot
    return replace(
        slot,
        paper=None,
        title=slot.title or paper.title,
        people=slot.people or _people(paper, kind),
        description=slot.description or paper.abstract,
    )


def _people(paper: PaperRecord, kind: SessionKind) -> People:
    """Those whom the entry names: organisers of what is organised, speakers of what is a talk."""
    role: Role = "organiser" if kind in _BY_ORGANISERS else "speaker"
    named = paper.authors.value if paper.authors else ()
    people = tuple(
        Participant(name=each.name, role=role, affiliation=next(iter(each.affiliations), None))
        for each in named
        if each.name
    )
    return Fact(people, paper.authors.place) if paper.authors and people else None
