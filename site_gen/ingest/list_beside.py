"""A list of papers beside the tables or times of a page: both are read, the programme and the papers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_gen.ingest.formats import ACCEPTED_LIST
from site_gen.ingest.plausible import read_plausibly
from site_gen.ingest.records import Document, Reading, SessionRecord
from site_gen.problems import Problem, ProblemLog
from site_gen.text import fold

_FEWEST = 4  # lines below the times of a page that are not read
_LONGEST_HEADING = 150  # characters of a line between entries
_NUMBERED = re.compile(r"(?:[^\W\d_]+ ){0,2}(?:session|track|block) [\da-z]{1,3}\b")


def with_list_beside(
    reading: Reading, document: Document, problems: ProblemLog
) -> tuple[Reading, ProblemLog]:
    """A reading of the tables or times of a page with the papers that it lists besides, and its problems.

    In the document, a page as it is copied, headings and items are marked.
    """
    if reading.papers or reading.format.shape not in ("tables", "programme"):
        return reading, problems
    is_table = reading.format.shape == "tables"
    rest = _without_tables(document) if is_table else _below_times(reading, document, problems)
    if rest is None or not ACCEPTED_LIST.recognise(rest.text):
        return reading, problems
    log = ProblemLog()
    listed = read_plausibly(ACCEPTED_LIST, rest, log)
    if _is_in_prose(listed, log) or (log.errors and not is_table):
        return reading, problems
    kept = [each for each in problems.all if is_table or each.code != "unread-line" or _is_above(each, rest)]
    log.extend(kept)
    read = {paper.place.line for paper in listed.every_paper()}
    read |= {session.place.line for session in listed.sessions}
    beside = () if is_table else listed.passed_over
    passed = tuple(each for each in (*reading.passed_over, *beside) if each.place.line not in read)
    held = {fold(each.title.value): each for each in listed.sessions if each.title and each.slots}
    numbered = _by_number(reading.sessions)
    names = {number: name for name in held if (number := _number(name)) and numbered[number] == 1}
    sessions = tuple(_with_papers(each, held, names) for each in reading.sessions)
    both = replace(reading, papers=listed.papers, sessions=(*sessions, *held.values()), passed_over=passed)
    return both, log


def _without_tables(document: Document) -> Document:
    lines = ("" if "|" in line else line for line in document.text.split("\n"))
    return replace(document, text="\n".join(lines))


def _below_times(reading: Reading, document: Document, problems: ProblemLog) -> Document | None:
    """The end of a page below the last of its times, where most lines are not read; None for other pages."""
    unread = [problem.place for problem in problems.all if problem.code == "unread-line"]
    unread += [fact.place for fact in reading.passed_over]
    held = [slot.place for slot in reading.every_slot()]
    last = max([*held, *(session.place for session in reading.sessions)], default=None)
    below = [place for place in unread if last and place > last]
    if len(below) < _FEWEST:
        return None
    lines = document.text.split("\n")
    places = [document.place(number + 1) for number in range(len(lines))]
    first = next(at for at, place in enumerate(places) if last and place.line > last.line)
    if 2 * len(below) < sum(bool(line.strip()) for line in lines[first:]):
        return None
    return replace(document, text="\n" * first + "\n".join(lines[first:]))


def _is_above(problem: Problem, rest: Document) -> bool:
    """Whether a problem is of a line above the end of a page."""
    first = next((at for at, line in enumerate(rest.text.split("\n"), start=1) if line.strip()), 1)
    return problem.place < rest.place(first)


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
