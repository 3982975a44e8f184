"""Sessions that are the talk of one paper: a programme that lists talks alone names it as their title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from site_gen.conference.programme import slots_hold
from site_gen.ingest.known import Known
from site_gen.ingest.link.paper_titles import PaperTitle, paper_titles
from site_gen.ingest.link.traits import title_key
from site_gen.ingest.records import PaperRecord, Reading, SessionRecord, SlotRecord

_FEWEST_WORDS = 3  # "Opening" may be a paper too


def with_papers_of_sessions(readings: Sequence[Reading], known: Known) -> list[Reading]:
    """The readings in which such a session holds its paper, unless others speak in it than wrote that."""
    titles: dict[str, PaperTitle] = {}
    for each in paper_titles(readings, known):
        titles.setdefault(title_key(each.printed), each)
    return [
        replace(reading, sessions=tuple(_session(each, titles) for each in reading.sessions))
        for reading in readings
    ]


def _session(session: SessionRecord, titles: Mapping[str, PaperTitle]) -> SessionRecord:
    title = session.title
    if title is None or session.slots or (session.kind and slots_hold(session.kind.value) == "talks"):
        return session
    key = title_key(title.value)
    paper_title = titles.get(key)
    if paper_title is None or len(key.split()) < _FEWEST_WORDS or paper_title.is_of_others(session.people):
        return session
    paper = PaperRecord(place=title.place, title=title, is_mention=True)
    return replace(session, slots=(SlotRecord(place=title.place, paper=paper),))
