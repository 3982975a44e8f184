"""The gate: an implausible reading is tried in the format's other layouts, then reported, never hushed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from site_gen.ingest.plausible.finding import Doubt, Rule
from site_gen.ingest.plausible.names import (
    lone_words,
    no_names,
    people_as_places,
    places_among_people,
    strange_names,
    turned_names,
)
from site_gen.ingest.plausible.papers import (
    badges_in_titles,
    glued_abstracts,
    names_of_files,
    no_titles,
    not_papers,
    papers_in_parts,
    positions_as_titles,
    repeated_titles,
    shared_values,
    times_in_titles,
)
from site_gen.ingest.plausible.sessions import (
    contradicted_days,
    kinds_as_sessions,
    logged_times,
    missed_days,
    people_as_sessions,
    rooms_in_prose,
    sessions_of_nothing,
    strange_rooms,
    strange_sessions,
)
from site_gen.ingest.plausible.talks import (
    families_in_titles,
    late_ends,
    lives_in_texts,
    rooms_in_titles,
    speakers_in_titles,
    times_in_headings,
)
from site_gen.ingest.plausible.texts import joined_titles, swallowed_lines, tagged_texts
from site_gen.ingest.plausible.untimed import passed_times, programme_as_list, untimed_below_sessions
from site_gen.ingest.reading.times.session_days import report_no_days
from site_gen.ingest.reading.titles.title_codes import with_codes_apart
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import Problem, ProblemLog
from site_gen.text import counted
from site_gen.values import replace

RULES: tuple[Rule, ...] = (
    strange_names, lone_words, no_names, turned_names, people_as_places, places_among_people, not_papers,
    badges_in_titles, no_titles, times_in_titles, positions_as_titles, glued_abstracts, shared_values,
    names_of_files, repeated_titles, papers_in_parts, swallowed_lines, tagged_texts, joined_titles,
    strange_rooms, strange_sessions, people_as_sessions, contradicted_days, untimed_below_sessions,
    logged_times, missed_days, kinds_as_sessions, sessions_of_nothing, rooms_in_prose,
    speakers_in_titles, families_in_titles, lives_in_texts, rooms_in_titles, times_in_headings, late_ends,
    programme_as_list,
)  # fmt: skip
_FEWEST_PAPERS, _MOST_LINES = 4, 40  # of a list; the lines that one paper may have, text and all
_MOST_OF_ONE = 10  # lines that are passed over beside the only paper of a list
_FEWEST_ENTRIES, _MOST_BESIDE = 6, 20  # of a programme; the lines beside each
_FEW_UNREAD = 20  # lines beside the records that any page may have
_UNREAD, _NEXT, _FEWEST_OF_RUN = "unread-line", 2, 3  # lines from one to the next; others of a run
_SHOWN = 5  # oddities of one sort that are reported one by one


def doubts(reading: Reading) -> tuple[Doubt, ...]:
    """What each rule finds implausible in a reading; nothing where all is plausible."""
    return tuple(doubt for rule in RULES if (doubt := rule(reading)).findings)


def read_plausibly(
    source_format: SourceFormat, document: Document, problems: ProblemLog, others: Iterable[SourceFormat] = ()
) -> Reading:
    """Read a document; where the result is implausible, in the other layouts and formats that fit it.

    The first plausible reading counts. Where none is, the first of all is told with what is wrong in it.
    """
    tried = _readings(source_format, document, others)
    reading, log = next(tried)
    found = doubts(reading)
    if _refuses(found):
        for other, other_log in tried:
            other_found = doubts(other)
            if not other.is_empty and not other_log.errors and not _refuses(other_found):
                reading, log, found = other, other_log, other_found
                break
    problems.extend(_with_runs_told_once(log.all))
    report_doubts(found, problems, are_odd=source_format.is_own)
    _report_mostly_unread(reading, log, problems)
    _report_few_of_many(reading, document, problems)
    _report_few_beside(reading, log, document, problems)
    _report_passed_times(reading, problems)
    report_no_days(reading, problems)
    return reading


def _with_runs_told_once(found: Sequence[Problem]) -> Iterator[Problem]:
    """What was found, of lines right below each other that are not read only the first: a signature's."""
    runs: list[list[Problem]] = []
    for problem in found:
        above = runs[-1][-1] if runs else None
        is_next = above is not None and problem.what == above.what and problem.code == _UNREAD == above.code
        is_below = above is not None and 0 <= problem.place.line - above.place.line <= _NEXT
        if is_next and is_below:
            runs[-1].append(problem)
        else:
            runs.append([problem])
    for first, *others in runs:
        if len(others) < _FEWEST_OF_RUN:
            yield from (first, *others)
        else:
            what = f"{first.what}, nor {counted(len(others), 'line')} below it"
            yield replace(first, what=what)


def _report_few_of_many(reading: Reading, document: Document, problems: ProblemLog) -> None:
    """Report a list of which so few entries are read, of so many lines, that they are found by chance."""
    lines = sum(map(bool, map(str.strip, document.text.split("\n"))))
    papers = len(reading.papers) or sum(len(session.slots) for session in reading.sessions)
    is_by_chance = lines > _MOST_LINES * papers or (papers == 1 and len(reading.passed_over) > _MOST_OF_ONE)
    if reading.format.is_guess and 0 < papers < _FEWEST_PAPERS and is_by_chance:
        what = f"{counted(papers, 'paper')} of {lines} lines: what this page lists is not understood"
        hint = "copy the list alone, with each title in a line and its authors in the next one"
        problems.error("unread-line", what, document.place(1), hint)


def _report_few_beside(reading: Reading, log: ProblemLog, document: Document, problems: ProblemLog) -> None:
    """Report a programme of so few entries, beside so many lines that are none, that it is one by chance."""
    entries = sum(1 + len(session.slots) for session in reading.sessions)
    beside = len(reading.passed_over) + sum(problem.code == "unread-line" for problem in log.warnings)
    is_programme = reading.format.shape == "programme" and not reading.papers
    if is_programme and 0 < entries < _FEWEST_ENTRIES and beside > _MOST_BESIDE * entries:
        what = f"{counted(beside, 'line')} of this page belong to no session: what it lists is not understood"
        hint = "copy what is meant alone: the programme, or the list of papers"
        problems.error("unread-line", what, document.place(1), hint)


def _report_passed_times(reading: Reading, problems: ProblemLog) -> None:
    """Report what a list of papers, or a page of tables, passes over though it says when something is.

    Beside tables only what is more than they hold is: one line or another may say again what they say.
    """
    told = {problem.place for problem in problems.all}
    passed = [each for each in passed_times(reading) if each.place not in told]
    more = f", and {len(passed) - 1} more like it" if len(passed) > 1 else ""
    what = f"this line says when something takes place{more}"
    if reading.format.shape == "lines" and 0 < len(passed) <= len(reading.papers):
        what += ": the page is read as a list, without times"
        hint = "write each time at the beginning of its line, as '09:00 - 10:30 Session 1', and the day above"
    elif reading.format.shape == "tables" and len(passed) > len(reading.papers) + len(reading.sessions):
        what += ": only the tables of this page are read"
        hint = "if what stands beside them tells more, write into sources.yaml: format: programme-lines"
    else:
        return
    problems.warning("unread-line", what, passed[0].place, hint, passed[0].value[:60])


def _report_mostly_unread(reading: Reading, log: ProblemLog, problems: ProblemLog) -> None:
    """Report a page of which more lines are not read than records are: what it is about is not understood."""
    unread = [problem for problem in log.warnings if problem.code == "unread-line"]
    slots = sum(len(session.slots) for session in reading.sessions)
    if len(unread) > max(_FEW_UNREAD, len(reading.papers) + len(reading.sessions) + slots):
        what = f"{len(unread)} lines of this page are not read, more than are: its layout is not understood"
        hint = "copy its text again with each title, name and time in a line, or give it as a table (CSV)"
        problems.error("unread-line", what, unread[0].place, hint)


def _readings(
    source_format: SourceFormat, document: Document, others: Iterable[SourceFormat]
) -> Iterator[tuple[Reading, ProblemLog]]:
    """The readings of a document, each with its problems: of the format, its layouts, other formats."""
    own = (source_format.read, *source_format.layouts)
    for read in chain(own, (each.read for each in others)):  # others are looked for as they are tried
        log = ProblemLog()
        yield with_codes_apart(read(document, log)), log


def _refuses(found: Iterable[Doubt]) -> bool:
    return any(doubt.is_systematic for doubt in found)


def report_doubts(found: Iterable[Doubt], problems: ProblemLog, *, are_odd: bool) -> None:
    """Report a misread layout as one error, oddities as warnings at their places; all are where `are_odd`."""
    for doubt in found:
        first, number = doubt.findings[0], len(doubt.findings)
        more = f", and {number - 1} more like it" if number > 1 else ""
        if doubt.is_systematic and not are_odd:
            problems.error(doubt.code, f"{first.what}{more}", first.place, doubt.hint)
            continue
        for finding in doubt.findings[:_SHOWN]:
            problems.warning(doubt.code, finding.what, finding.place, doubt.hint)
        if number > _SHOWN:
            rest, left = doubt.findings[_SHOWN], number - _SHOWN - 1
            what = f"{rest.what}, and {left} more like it" if left else rest.what
            problems.warning(doubt.code, what, rest.place, doubt.hint)
