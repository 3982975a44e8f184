"""Sessions that are the talk of one paper: a programme that lists talks alone names it as their title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.conference.programme import slots_hold
from site_gen.ingest.known import Known
from site_gen.ingest.link.traits import title_key
from site_gen.ingest.records import PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import fold

_FEWEST_WORDS = 3  # "Opening" may be a paper too


def with_papers_of_sessions(readings: Sequence[Reading], known: Known) -> list[Reading]:
    """The readings in which such a session holds its paper, unless others speak in it than wrote that."""
    authors: dict[str, frozenset[str]] = {}
    for each in known.papers:
        authors[title_key(each.paper.title or "")] = frozenset(
            fold(a.name) for a in each.paper.authors if a.name
        )
    for reading in readings:
        for paper in reading.every_paper():
            if paper.title and not paper.is_mention:
                byline = paper.authors.value if paper.authors else ()
                authors[title_key(paper.title.value)] = frozenset(fold(a.name) for a in byline if a.name)
    return [
        replace(reading, sessions=tuple(_session(each, authors) for each in reading.sessions))
        for reading in readings
    ]


def _session(session: SessionRecord, authors: Mapping[str, frozenset[str]]) -> SessionRecord:
    title = session.title
    if title is None or session.slots or (session.kind and slots_hold(session.kind.value) == "talks"):
        return session
    key = title_key(title.value)
    speakers = {fold(each.name) for each in session.people.value} if session.people else set()
    is_others = bool(speakers and authors.get(key)) and speakers.isdisjoint(authors[key])
    if key not in authors or len(key.split()) < _FEWEST_WORDS or is_others:
        return session
    paper = PaperRecord(place=title.place, title=title, is_mention=True)
    return replace(session, slots=(SlotRecord(place=title.place, paper=paper),))
