"""The schedule of a virtual site, copied: sessions in page order, with their slots and descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from itertools import accumulate

from site_gen.ingest.records import Document, Fact, PartialDay, Reading, SessionRecord, SourceFormat
from site_gen.ingest.sources._days import When, find_when, is_when, read_time
from site_gen.ingest.sources._entries import Titles, passed_facts, titles_shown
from site_gen.ingest.sources._lines import (
    SourceLine,
    is_furniture,
    is_link_label,
    line_fact,
    report_cut_text,
    room_of,
    source_lines,
    stated_edition,
    text_fact,
    warn_unread,
)
from site_gen.ingest.sources._schedule_headings import Heading, day_line, find_heading, has_cut_day
from site_gen.ingest.sources._schedule_slots import slot_record, split_slots
from site_gen.ingest.sources._schedule_talks import Talk, read_talk, register_links
from site_gen.model import SessionKind
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_BIO_LABEL = re.compile(r"bio\s*:\s*", re.IGNORECASE)
_NEEDS_CONTENT: frozenset[SessionKind] = frozenset(["oral", "invited-talk", "tutorial"])


@dataclass(slots=True)
class _Block:
    """A heading and the lines below it, up to the next heading; `day` is that of a line above it."""

    heading: Heading
    day: Fact[PartialDay] | None
    lines: list[SourceLine] = field(default_factory=list)


@dataclass(slots=True)
class _Page:
    """The lines of a page by their meaning."""

    head: list[SourceLine] = field(default_factory=list)
    blocks: list[_Block] = field(default_factory=list)
    passed: list[SourceLine] = field(default_factory=list)


def recognise(text: str) -> int:
    """How surely a text is a schedule: headings with a kind or a day and time."""
    score = 0
    for number, raw in enumerate(text[:400_000].split("\n"), start=1):
        heading = find_heading(SourceLine(number, raw.strip()))
        if heading:
            is_dated = heading.when is not None and heading.when.printed_day
            score += 30 if is_dated and heading.is_prefixed else 20 if is_dated else 8
    return min(96, 40 + score) if score > 15 else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every heading as a session, also one without a time; its neighbours may tell its day."""
    page = _page(document, problems)
    parts = [split_slots(block.lines, block.heading.kind) for block in page.blocks]
    titles = titles_shown([slot for _, slots in parts for slot in slots])
    sessions = []
    for block, (own, slots) in zip(page.blocks, parts, strict=True):
        sessions.append(_session(document, block, own, slots, titles, problems))
    if page.blocks:
        _report_cut(document, page.blocks[-1], problems)
    warn_unread(document, page.head, problems)
    return Reading(
        document=document,
        format=SCHEDULE_PAGE,
        sessions=_with_days(sessions),
        edition=stated_edition(document, page.head) or _printed_year(sessions),
        passed_over=passed_facts(document, [*page.passed, *page.head]),
    )


def _page(document: Document, problems: ProblemLog) -> _Page:
    page = _Page()
    day: Fact[PartialDay] | None = None
    for line in source_lines(document):
        when = day_line(line.text) if line.text else None
        heading = None if when or is_furniture(line.text) else find_heading(line)
        if when:
            day = _day(document, line, when, problems)
            page.passed.append(line)
        elif heading:
            if heading.before:
                _take(page, heading.before)
            page.blocks.append(_Block(heading, day))
        else:
            _take(page, line)
    return page


def _take(page: _Page, line: SourceLine) -> None:
    """Give a line to the session above it; the page's own lines are passed over."""
    below = page.blocks[-1].lines if page.blocks else page.head
    if is_furniture(line.text) or is_link_label(line.text):
        page.passed.append(line)
        if _BIO_LABEL.fullmatch(line.text):
            below.append(SourceLine(line.number, ""))
        return
    bio = _BIO_LABEL.match(line.text)
    if bio:
        below.append(SourceLine(line.number, ""))
        line = SourceLine(line.number, "Bio: " + line.text[bio.end() :], line.column)
    below.append(line)


def _session(
    document: Document,
    block: _Block,
    own: list[SourceLine],
    slots: Sequence[Sequence[SourceLine]],
    titles: Titles,
    problems: ProblemLog,
) -> SessionRecord:
    heading = block.heading
    when, when_line, own = _when_below(heading, own)
    room, own = _own_room(document, heading, own)
    talk = read_talk(document, heading, own) if not slots else Talk(_title(document, heading), None, own)
    _check_heading(document, heading, when, problems)
    start, end = _times(document, when_line, when, problems) if when else (None, None)
    is_dated = when is not None and when.printed_day
    return SessionRecord(
        place=document.place(heading.line.number, heading.line.column),
        kind=Fact(heading.kind, document.place(heading.line.number, heading.line.column)),
        title=talk.title,
        day=_day(document, when_line, when, problems) if when and is_dated else block.day,
        start=start,
        end=end,
        room=room,
        people=talk.people,
        description=text_fact(document, talk.description),
        links=register_links(document, talk.description),
        slots=tuple(slot_record(document, lines, titles, problems) for lines in slots),
    )


def _check_heading(document: Document, heading: Heading, when: When | None, problems: ProblemLog) -> None:
    """Report a heading whose day was cut, and warn of a day without a time."""
    line = heading.line
    if when is None and has_cut_day(heading.title.text):
        place = document.place(line.number, line.column + len(line.text))
        problems.error("bad-day", "the day of this heading is cut", place, excerpt=line.text[-60:])
    elif when is not None and when.start is None:
        place = document.place(line.number, heading.when_column)
        problems.warning("no-time", "this heading has a day, but no time", place, excerpt=line.text[-60:])


def _title(document: Document, heading: Heading) -> Fact[str] | None:
    return line_fact(document, heading.title) if heading.title.text else None


def _when_below(heading: Heading, own: list[SourceLine]) -> tuple[When | None, SourceLine, list[SourceLine]]:
    """The day and time of a heading, which may stand on the first line below it."""
    first = next((i for i, line in enumerate(own) if line.text), None)
    if heading.when is None and first is not None and is_when(own[first].text):
        return find_when(own[first].text), own[first], [*own[:first], *own[first + 1 :]]
    return heading.when, SourceLine(heading.line.number, "", heading.when_column), own


def _own_room(
    document: Document, heading: Heading, own: list[SourceLine]
) -> tuple[Fact[str] | None, list[SourceLine]]:
    """The room of the session, in its heading or in brackets on a line below it."""
    if heading.room:
        return Fact(squeeze(heading.room), document.place(heading.line.number)), own
    for index, line in enumerate(own):
        room = room_of(line.text)
        if room:
            return Fact(room, document.place(line.number, line.column)), [*own[:index], *own[index + 1 :]]
    return None, own


def _day(document: Document, line: SourceLine, when: When, problems: ProblemLog) -> Fact[PartialDay] | None:
    place = document.place(line.number, line.column)
    if when.day is None:
        problems.error("bad-day", f"there is no day '{squeeze(when.printed_day)}'", place)
        return None
    return Fact(when.day, place)


def _times(
    document: Document, line: SourceLine, when: When, problems: ProblemLog
) -> tuple[Fact[time] | None, Fact[time] | None]:
    return (
        _time(document, line, when.start, when.end, problems),
        _time(document, line, when.end, None, problems),
    )


def _time(
    document: Document, line: SourceLine, printed: str | None, other: str | None, problems: ProblemLog
) -> Fact[time] | None:
    if printed is None:
        return None
    place = document.place(line.number, line.column)
    try:
        return Fact(read_time(printed.strip(), other), place)
    except ValueError as error:
        problems.error("bad-time", str(error), place, hint="times are written as 07:00 a.m., noon or 19:00")
        return None


def _with_days(sessions: Sequence[SessionRecord]) -> tuple[SessionRecord, ...]:
    """Give each session without a day the one of its neighbours, where those agree.

    A schedule is in the order of time: what stands between two sessions of one day is on that day.
    Before the first and after the last day of a page nothing tells, unless the page has but one.
    """
    ahead = list(accumulate((session.day for session in reversed(sessions)), _last))[::-1]
    behind = list(accumulate((session.day for session in sessions), _last))
    single = len({session.day.value for session in sessions if session.day}) == 1
    days = [_between(*days, single) for days in zip(behind, ahead, strict=True)]
    return tuple(replace(session, day=day) for session, day in zip(sessions, days, strict=True))


def _last(before: Fact[PartialDay] | None, own: Fact[PartialDay] | None) -> Fact[PartialDay] | None:
    return own or before


def _between(
    behind: Fact[PartialDay] | None, ahead: Fact[PartialDay] | None, single: bool
) -> Fact[PartialDay] | None:
    if behind and ahead:
        return behind if behind.value == ahead.value else None
    return (behind or ahead) if single else None


def _printed_year(sessions: Sequence[SessionRecord]) -> Fact[str] | None:
    """The year of all days that print one; None where none does or they differ."""
    years = {
        session.day.value.year: session.day.place
        for session in sessions
        if session.day and session.day.value.year
    }
    if len(years) != 1:
        return None
    ((year, place),) = years.items()
    return Fact(str(year), place)


def _report_cut(document: Document, block: _Block, problems: ProblemLog) -> None:
    """Report what is visibly broken at the end of the document."""
    heading = block.heading
    texts = [line for line in block.lines if line.text]
    if texts:
        if room_of(texts[-1].text) is None:
            report_cut_text(document, texts[-1], problems)
    elif heading.kind in _NEEDS_CONTENT or heading.when is None:
        problems.error(
            "empty-record",
            f"nothing stands below the heading '{heading.line.text[:60]}'",
            document.place(heading.line.number, heading.line.column),
            hint="copy the rest of the page, or take the heading out",
        )


SCHEDULE_PAGE = SourceFormat(name="schedule-page", title="copied schedule", recognise=recognise, read=read)
