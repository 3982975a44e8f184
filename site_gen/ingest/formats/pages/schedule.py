"""The schedule of a virtual site, copied: sessions in page order, with their slots and descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from site_gen.conference import SessionKind
from site_gen.ingest.formats.pages.schedule_cuts import report_cut_headings, report_strays
from site_gen.ingest.formats.pages.schedule_rows import are_rows, find_row, row_below
from site_gen.ingest.formats.pages.schedule_slots import slot_record, split_slots
from site_gen.ingest.formats.pages.schedule_talks import Talk, read_talk, register_links
from site_gen.ingest.formats.pages.schedule_times import report_cut_halves, times_of
from site_gen.ingest.reading.entries.entries import Titles, passed_facts, titles_shown
from site_gen.ingest.reading.people.names import is_dotted_byline
from site_gen.ingest.reading.texts.lines import (
    LONG_LINE,
    SHORT_LINE,
    SourceLine,
    is_boilerplate,
    is_link_label,
    line_fact,
    report_cut_text,
    room_of,
    source_lines,
    stated_edition,
    text_fact,
    warn_cut_texts,
    warn_unread,
)
from site_gen.ingest.reading.times.afternoons import with_afternoons
from site_gen.ingest.reading.times.days import When, find_when, is_when, match_times
from site_gen.ingest.reading.times.session_days import printed_year, with_days
from site_gen.ingest.reading.titles.session_headings import Heading, day_line, find_heading, has_cut_day
from site_gen.ingest.records import Document, Fact, PartialDay, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import squeeze

_BIO_LABEL = re.compile(r"bio\s*:\s*", re.IGNORECASE)
_TEXT = 200  # characters of a line that only a text has
_SUREST = 96
_ONLY_ROWS = 56  # how sure a text is of which rows below days are all
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
    """How surely a text is a schedule: headings with a kind or a day and time, or rows below days alone."""
    score = rows = detailed = orals = 0
    lines = source_lines(Document("", text[:400_000]))
    if are_rows(lines):
        return _ONLY_ROWS
    for line in lines:
        heading = find_heading(line)
        row = None if heading else find_row(line)
        if row and row.when and row.when.printed_day and row.is_prefixed:
            rows += 20
        if heading:
            is_dated = heading.when is not None and heading.when.printed_day
            detailed += heading.when is not None or heading.kind not in ("other", "oral")
            orals += heading.kind == "oral"
            score += 30 if is_dated and heading.is_prefixed else 20 if is_dated else 8
    score += rows
    has_texts = any(len(line.text) > _TEXT for line in lines)
    if not rows and not detailed and not (orals and has_texts):
        return 0  # sessions without times, and nothing that is told of them, are the headings of a list
    return min(_SUREST, 40 + score) if score > 15 else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every heading as a session, also one without a time; its neighbours may tell its day."""
    page = _page(document, problems)
    parts = [split_slots(block.lines, block.heading.kind) for block in page.blocks]
    titles = titles_shown([slot for _, slots in parts for slot in slots])
    sessions = []
    for block, (own, slots) in zip(page.blocks, parts, strict=True):
        sessions.append(_session(document, block, own, slots, titles, problems))
    if page.blocks:
        _report_cuts(document, page, sessions, problems)
    warn_unread(document, page.head, problems)
    return Reading(
        document=document,
        format=SCHEDULE_PAGE,
        sessions=with_afternoons(document, with_days(sessions), problems),
        edition=stated_edition(document, page.head) or printed_year(sessions),
        passed_over=passed_facts(document, [*page.passed, *page.head]),
    )


def _page(document: Document, problems: ProblemLog) -> _Page:
    page = _Page()
    day: Fact[PartialDay] | None = None
    pending: SourceLine | None = None
    for line in source_lines(document):
        when = day_line(line.text) if line.text else None
        heading = None if when or is_boilerplate(line.text) else _heading_at(page, line, pending)
        if pending and line.text:
            if heading is None:
                _take(page, pending)
            pending = None
        if when:
            day = _day(document, line, when, problems)
            page.passed.append(line)
        elif heading:
            _open(page, heading, day)
        elif match_times(line.text) and not _awaits_time(page):
            pending = line
        else:
            _take(page, line)
    if pending:
        _take(page, pending)
    return page


def _heading_at(page: _Page, line: SourceLine, pending: SourceLine | None) -> Heading | None:
    """The heading that a line is, by its kind, its time, or the time that stands alone above it."""
    heading = find_heading(line)
    if pending and line.text and not (heading and heading.when):
        return row_below(pending, line)
    return heading or (None if _awaits_time(page) and is_when(line.text) else find_row(line))


def _awaits_time(page: _Page) -> bool:
    """Whether the next line may be the time of the heading above it."""
    if not page.blocks or page.blocks[-1].heading.when:
        return False
    return not any(line.text for line in page.blocks[-1].lines)


def _open(page: _Page, heading: Heading, day: Fact[PartialDay] | None) -> None:
    if heading.before:
        _take(page, heading.before)
    page.blocks.append(_Block(heading, day, [heading.below] if heading.below else []))


def _take(page: _Page, line: SourceLine) -> None:
    """Give a line to the session above it; the page's own lines are passed over."""
    below = page.blocks[-1].lines if page.blocks else page.head
    if is_boilerplate(line.text) or is_link_label(line.text):
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
    title = line_fact(document, heading.title) if heading.title.text else None
    talk = read_talk(document, heading, own) if not slots else Talk(title, None, own)
    _check_heading(document, heading, when, problems)
    start, end = times_of(document, when_line, when, problems) if when else (None, None)
    is_dated = when is not None and when.printed_day
    return SessionRecord(
        place=document.place_of(heading.line),
        kind=Fact(heading.kind, document.place_of(heading.line)),
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


def _when_below(heading: Heading, own: list[SourceLine]) -> tuple[When | None, SourceLine, list[SourceLine]]:
    """The day and time of a heading, which may stand on the first line below it."""
    first = next((i for i, line in enumerate(own) if line.text), None)
    below = _when_of(own[first].text) if heading.when is None and first is not None else None
    if below and first is not None:
        return below, own[first], [*own[:first], *own[first + 1 :]]
    return heading.when, SourceLine(heading.line.number, "", heading.when_column), own


def _when_of(text: str) -> When | None:
    """The day and time, or the time, that a line holds and nothing else."""
    times = match_times(text)
    if times:
        return When(0, None, "", times["start"].strip(), times["end"])
    return find_when(text) if is_when(text) else None


def _own_room(
    document: Document, heading: Heading, own: list[SourceLine]
) -> tuple[Fact[str] | None, list[SourceLine]]:
    """The room of the session, in its heading or in brackets on a line below it."""
    if heading.room:
        return Fact(squeeze(heading.room), document.place(heading.line.number)), own
    for index, line in enumerate(own):
        room = room_of(line.text)
        if room:
            return Fact(room, document.place_of(line)), [*own[:index], *own[index + 1 :]]
    return None, own


def _day(document: Document, line: SourceLine, when: When, problems: ProblemLog) -> Fact[PartialDay] | None:
    place = document.place_of(line)
    if when.day is None:
        problems.error("bad-day", f"there is no day '{squeeze(when.printed_day)}'", place)
        return None
    return Fact(when.day, place)


def _report_cuts(
    document: Document, page: _Page, sessions: Sequence[SessionRecord], problems: ProblemLog
) -> None:
    """Report what is visibly broken: headings, lines, texts, and the end of the document."""
    headings = [block.heading for block in page.blocks]
    filled = [any(line.text for line in block.lines) for block in page.blocks]
    report_cut_headings(document, headings, sessions, filled, problems)
    report_cut_halves(document, headings, problems)
    texts: list[Sequence[SourceLine]] = []
    report_strays(document, page.head, (), "other", problems)
    for block in page.blocks:
        own, slots = split_slots(_when_below(block.heading, block.lines)[2], block.heading.kind)
        report_strays(document, own, slots, block.heading.kind, problems)
        texts.extend(_texts(block.heading, own, slots))
    warn_cut_texts(document, texts, problems)
    _report_cut(document, page.blocks[-1], problems)


def _texts(
    heading: Heading, own: Sequence[SourceLine], slots: Sequence[Sequence[SourceLine]]
) -> list[Sequence[SourceLine]]:
    """The texts of a session: its description without the title of a talk, and those of its slots."""
    shown = [line for line in own if line.text][1 if heading.is_prefixed else 0 :]
    texts: list[Sequence[SourceLine]] = [shown] if any(len(line.text) > LONG_LINE for line in shown) else []
    for slot in slots:
        filled = [line for line in slot if line.text and room_of(line.text) is None]
        if filled and len(filled[-1].text) > SHORT_LINE and not is_dotted_byline(filled[-1].text):
            texts.append(filled)
    return texts


def _report_cut(document: Document, block: _Block, problems: ProblemLog) -> None:
    """Report what is visibly broken at the end of the document."""
    heading = block.heading
    texts = [line for line in block.lines if line.text]
    if texts:
        if room_of(texts[-1].text) is None:
            report_cut_text(document, texts[-1], problems)
    elif heading.when is None or (heading.kind in _NEEDS_CONTENT and not heading.is_row):
        problems.error(
            "empty-record",
            f"nothing stands below the heading '{heading.line.text[:60]}'",
            document.place_of(heading.line),
            hint="copy the rest of the page, or take the heading out",
        )


SCHEDULE_PAGE = SourceFormat(
    name="schedule-page", title="copied schedule", recognise=recognise, read=read,
    surest=_SUREST, hangs_together=True, shape="programme",
)  # fmt: skip
