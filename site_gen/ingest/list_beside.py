"""A list of papers beside the tables of a page: each of its halves is read, the programme and the papers."""

from __future__ import annotations

from dataclasses import replace

from site_gen.ingest.formats import ACCEPTED_LIST
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.records import Document, Reading, SessionRecord
from site_gen.problems import ProblemLog
from site_gen.text import fold


def with_list_beside(reading: Reading, document: Document, problems: ProblemLog) -> Reading:
    """A reading of a page's tables with the papers that the page lists besides."""
    if reading.format.shape != "tables" or reading.papers:
        return reading
    lines = ("" if "|" in line else line for line in document.text.split("\n"))
    rest = replace(document, text="\n".join(lines))
    if not ACCEPTED_LIST.recognise(rest.text):
        return reading
    listed = read_plausibly(ACCEPTED_LIST, rest, problems)
    read = {paper.place.line for paper in listed.every_paper()}
    read |= {session.place.line for session in listed.sessions}
    passed = tuple(each for each in reading.passed_over if each.place.line not in read)
    held = {fold(each.title.value): each for each in listed.sessions if each.title and each.slots}
    sessions = tuple(_with_papers(each, held) for each in reading.sessions)
    left = tuple(slot.paper for each in held.values() for slot in each.slots if slot.paper)
    return replace(reading, papers=(*listed.papers, *left), sessions=sessions, passed_over=passed)


def _with_papers(session: SessionRecord, held: dict[str, SessionRecord]) -> SessionRecord:
    """A session of the tables with the papers that stand in the list below its title."""
    below = held.pop(fold(session.title.value), None) if session.title and not session.slots else None
    return replace(session, slots=below.slots) if below else session
