"""Plain programmes, as people type them: each line begins with its time, what belongs to it stands below.

"9:00 - 9:15  Welcome (Aula)", "10h30 Session 1 : Verrous (Président : Bo Li)", "- **09:00–10:00** Keynote".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from site_gen.ingest.formats.programmes.block_sessions import BlockReader
from site_gen.ingest.formats.programmes.page_lines import PageLines
from site_gen.ingest.formats.programmes.talk_rows import (
    OF_PEOPLE,
    find_people,
    is_bullet,
    part_bullets,
    part_rows,
)
from site_gen.ingest.formats.programmes.timed_blocks import TimedBlock, is_time, nested
from site_gen.ingest.reading.afternoons import with_afternoons
from site_gen.ingest.reading.day_headings import days_by_line, heading_day
from site_gen.ingest.reading.days import find_when, leading_when
from site_gen.ingest.reading.entries import passed_facts
from site_gen.ingest.reading.labels import label_of
from site_gen.ingest.reading.lines import SourceLine, source_lines, stated_edition
from site_gen.ingest.reading.session_days import printed_year
from site_gen.ingest.reading.session_headings import kind_of_words
from site_gen.ingest.reading.typed_days import typed_day
from site_gen.ingest.reading.typed_times import leading_times
from site_gen.ingest.records import Document, Fact, PartialDay, Reading, SourceFormat
from site_gen.problems import ProblemLog

_FEWEST = 3  # rows that show what the document is
_MARKS = re.compile(r"(?:[#>|•▪◦*_–-]+\s*)*")
_GAP = re.compile(r"[\s*_|:–—-]*")
_CELLS = re.compile(r"\s*(?:\t+|\s\|)\s*")
_COUNTED = re.compile(r"(?:day|tag|jour|d[ií]a|giorno)\s+\w{1,5}\s*[-–—:,(|]+\s*(.+?)\)?", re.I)
_BEHIND = re.compile(r"\s*\(\s*([^\W\d_]{2,12})\.?\s*\)$")  # "July 12 (Mon)"
_DETAIL = re.compile(r"\s*[(\[]([^()\[\]]{4,80})[)\]]$")
_LABEL = re.compile(
    r"(?:(?:orals?|talks?|papers?|sessions?|posters?|keynotes?|invited|demos?|panel|tutorial)\b\W*)+\d{0,3}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Row:
    """The times that a line begins with, and what stands behind them."""

    start: str
    end: str | None
    rest: SourceLine


def recognise(text: str) -> int:
    """How surely a text is such a programme: lines that begin with times, below lines that say the day."""
    document = Document("", text[:200_000])
    lines = source_lines(document)
    rows = [line for line in lines if row_of(line)]
    alone = sum(is_time(line.text) for line in lines)
    if len(rows) < max(_FEWEST, 2 * alone) or _are_dated(lines) or _is_table(lines):
        return 0
    has_bullets = any(is_bullet(line) for line in lines)
    return 97 + has_bullets if days_by_line(document, lines, day_of) else 0


def _are_dated(lines: Sequence[SourceLine]) -> bool:
    """Whether times have their days beside them, as virtual sites print them."""
    whens = (find_when(line.text) for line in lines if 10 < len(line.text) < 300)
    return sum(when is not None and when.start is not None for when in whens) > 1


def _is_table(lines: Sequence[SourceLine]) -> bool:
    """Whether cells stand above those of a row: the heads of its columns."""
    filled = [line for line in lines if line.text]
    return any(
        len(_CELLS.split(above.text.strip("| "))) > 2
        and row_of(line) is not None
        and len(_CELLS.split(line.text)) > 1
        for above, line in pairwise(filled)
        if row_of(above) is None
    )


def row_of(line: SourceLine) -> Row | None:
    """The row that a line is; None for one that begins with no time, or holds nothing else."""
    marks = _MARKS.match(line.text)
    begin = marks.end() if marks else 0
    bare = line.text[begin:]
    times = _times(bare)
    gap = _GAP.match(bare, times[2]) if times else None
    rest = bare[gap.end() :] if gap else ""
    if times is None or gap is None or not rest or not (rest[0].isalnum() or rest[0] in "\"'“‘«„([¿¡"):
        return None
    column = line.column + begin + gap.end()
    return Row(times[0], times[1], SourceLine(line.number, rest, column))


def _times(text: str) -> tuple[str, str | None, int] | None:
    leading = leading_when(text)
    if leading and leading[0].printed_day:
        return None
    if leading and leading[0].start:
        return leading[0].start, leading[0].end, leading[1]
    return leading_times(text)


def day_of(text: str) -> PartialDay | None:
    """The day of a line that is the heading of a day, in any of the languages; None for other lines."""
    bare = text.strip("#*_>- \t:")
    found = heading_day(bare)
    if found or len(bare) > 80:
        return found
    counted = _COUNTED.fullmatch(bare)
    bare = _BEHIND.sub("", counted[1] if counted else bare)
    for part in (bare, bare.rpartition(",")[0]):  # "Monday 12 July, Room 101"
        day = typed_day(part) if part else None
        if day and day.month:
            return day
    return None


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every row as a session, or as a talk of the one whose time it is in."""
    lines = source_lines(document)
    filled = [line for line in lines if line.text]
    page = PageLines(filled)
    head, blocks = _blocks(document, filled, page)
    find_people(blocks, page)
    part_rows(blocks, page)
    for block in blocks:
        part_bullets(block, page)
    reader = BlockReader(document, problems, page, has_ends=True)
    sessions = tuple(session for block in blocks for session in reader.sessions(block))
    return Reading(
        document=document,
        format=PROGRAMME_LINES,
        sessions=with_afternoons(document, sessions, problems),
        edition=printed_year(sessions) or stated_edition(document, head),
        passed_over=passed_facts(document, head),
        not_imported=page.private.counts,
        not_taken=page.private.not_taken,
    )


def _blocks(
    document: Document, lines: Sequence[SourceLine], page: PageLines
) -> tuple[list[SourceLine], list[TimedBlock]]:
    """The lines before the first row of each day, and the rows with the lines below them."""
    days = days_by_line(document, lines, day_of)
    head: list[SourceLine] = []
    blocks: list[TimedBlock] = []
    day: Fact[PartialDay] | None = None
    below = head
    for line in lines:
        row = None if line.number in days else row_of(line)
        if line.number in days:
            day, below = days[line.number], head
            head.append(line)
        elif row:
            blocks.append(_block(line, row, day, page))
            below = blocks[-1].lines
        else:
            below.append(line)
    return head, nested(blocks)


def _block(line: SourceLine, row: Row, day: Fact[PartialDay] | None, page: PageLines) -> TimedBlock:
    """The block of a row: its title, and as lines below it what else its cells and brackets say."""
    cells = list(_cells(row.rest))
    rooms = [cell for cell in cells[1:] if page.is_room(cell) and not label_of(cell)]
    titles = [cell for cell in cells if cell not in rooms]
    title, details = _without_details(titles[0])
    block = TimedBlock(line, row.start, row.end, day, title, [*details, *titles[1:]])
    if len(titles) > 1 and _LABEL.fullmatch(title.text):
        if kind_of_words(title.text) in OF_PEOPLE:  # "Keynote | Machines that wait"
            block.title, block.lines = titles[1], [*details, *titles[2:]]
            block.label = title.text
        elif len(titles) == 2:  # "Oral 1 | Fast locks. Ann Lee"
            block.lines = [
                *details,
                replace(titles[1], text=f"• {titles[1].text}", column=titles[1].column - 2),
            ]
    block.lines += [replace(room, text=f"Room: {room.text}") for room in rooms[:1]]
    return block


def _cells(line: SourceLine) -> Iterator[SourceLine]:
    start = 0
    for match in (*_CELLS.finditer(line.text), None):
        end = match.start() if match else len(line.text)
        if line.text[start:end].strip():
            yield replace(line, text=line.text[start:end].strip(), column=line.column + start)
        start = match.end() if match else end


def _without_details(title: SourceLine) -> tuple[SourceLine, list[SourceLine]]:
    """A title without labels in brackets behind it: "(Chair: Bo Li)"."""
    details: list[SourceLine] = []
    while match := _DETAIL.search(title.text):
        detail = SourceLine(title.number, match[1].strip(), title.column + match.start(1))
        if not label_of(detail) or not match.start():
            break
        details.append(detail)
        title = replace(title, text=title.text[: match.start()])
    return title, details


PROGRAMME_LINES = SourceFormat(
    name="programme-lines", title="programme in lines", recognise=recognise, read=read
)
