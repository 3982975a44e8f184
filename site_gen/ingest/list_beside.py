"""A list of papers beside the tables of a page: each of its halves is read, the programme and the papers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_gen.ingest.formats import ACCEPTED_LIST
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.records import Document, Reading, SessionRecord
from site_gen.problems import ProblemLog
from site_gen.text import fold

_LONGEST_HEADING = 150  # characters of a line between entries
_NUMBERED = re.compile(r"(?:[^\W\d_]+ ){0,2}(?:session|track|block) [\da-z]{1,3}\b")


def with_list_beside(reading: Reading, document: Document, problems: ProblemLog) -> Reading:
    """A reading of a page's tables with the papers that the page lists besides."""
    if reading.format.shape != "tables" or reading.papers:
        return reading
    lines = ("" if "|" in line else line for line in document.text.split("\n"))
    rest = replace(document, text="\n".join(lines))
    if not ACCEPTED_LIST.recognise(rest.text):
        return reading
    log = ProblemLog()
    listed = read_plausibly(ACCEPTED_LIST, rest, log)
    if _is_in_prose(listed, log):
        return reading
    problems.extend(log.all)
    read = {paper.place.line for paper in listed.every_paper()}
    read |= {session.place.line for session in listed.sessions}
    passed = tuple(each for each in reading.passed_over if each.place.line not in read)
    held = {fold(each.title.value): each for each in listed.sessions if each.title and each.slots}
    numbered = _by_number(reading.sessions)
    names = {number: name for name in held if (number := _number(name)) and numbered[number] == 1}
    sessions = tuple(_with_papers(each, held, names) for each in reading.sessions)
    return replace(reading, papers=listed.papers, sessions=(*sessions, *held.values()), passed_over=passed)


def _is_in_prose(listed: Reading, log: ProblemLog) -> bool:
    """Whether the entries stand among texts that belong to none of them: what abstracts cite is no paper."""
    lines = [paper.place.line for paper in listed.every_paper()]
    between = range(min(lines, default=0), max(lines, default=0) + 1)
    prose = [each.place for each in listed.passed_over if len(each.value) > _LONGEST_HEADING]
    prose += [each.place for each in log.warnings if each.code == "unread-line"]
    return 2 * sum(place.line in between for place in prose) > len(lines)


def _with_papers(
    session: SessionRecord, held: dict[str, SessionRecord], names: Mapping[str, str]
) -> SessionRecord:
    """A session of the tables with the papers that stand in the list below its title, or its number."""
    if session.title is None or session.slots:
        return session
    name = fold(session.title.value)
    below = held.pop(name, None) or held.pop(names.get(_number(name), ""), None)
    return replace(session, slots=below.slots, people=session.people or below.people) if below else session


def _by_number(sessions: Iterable[SessionRecord]) -> Counter[str]:
    """How many sessions are called by each number."""
    return Counter(_number(fold(each.title.value)) for each in sessions if each.title)


def _number(name: str) -> str:
    """What a session is called before what it is about: "research session 5"; empty without a number."""
    match = _NUMBERED.match(name)
    return match[0] if match else ""
