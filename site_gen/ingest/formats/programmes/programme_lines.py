"""Plain programmes, as people type them: each line begins with its time, what belongs to it stands below.

"9:00 - 9:15  Welcome (Aula)", "10h30 Session 1 : Verrous (Président : Bo Li)", "- **09:00–10:00** Keynote".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from site_gen.ingest.formats.programmes.block_sessions import BlockReader
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.programmes.appendix import parted_appendix, with_appended
from site_gen.ingest.reading.programmes.beside_days import tell_beside_days
from site_gen.ingest.reading.programmes.emphasised_titles import with_titles_above
from site_gen.ingest.reading.programmes.ends_beside import with_ends_beside, with_ends_told
from site_gen.ingest.reading.programmes.headed_blocks import take_headings
from site_gen.ingest.reading.programmes.item_labels import with_labelled_items
from site_gen.ingest.reading.programmes.labelled_times import with_labelled_times
from site_gen.ingest.reading.programmes.labels_above import with_people_behind
from site_gen.ingest.reading.programmes.page_bylines import with_plain_numbers, without_attendance
from site_gen.ingest.reading.programmes.page_lines import PageLines
from site_gen.ingest.reading.programmes.parallel_sessions import with_intervals_again
from site_gen.ingest.reading.programmes.people_above import with_people_below
from site_gen.ingest.reading.programmes.people_behind_dashes import with_people_behind_dashes
from site_gen.ingest.reading.programmes.places_below import with_places_told
from site_gen.ingest.reading.programmes.programme_blocks import BlockCutter
from site_gen.ingest.reading.programmes.rooms_of_days import parted_rooms, with_rooms_of_days
from site_gen.ingest.reading.programmes.talk_rows import (
    find_people,
    is_bullet,
    join_titles,
    join_wrapped,
    part_items,
    part_rows,
    put_titles_first,
)
from site_gen.ingest.reading.programmes.texts_below import (
    tell_lines_between,
    tell_texts_between,
    without_references,
    without_texts_of_others,
)
from site_gen.ingest.reading.programmes.timed_blocks import is_time, joined, time_of, with_rooms_apart
from site_gen.ingest.reading.programmes.titled_days import with_titled_days
from site_gen.ingest.reading.programmes.titles_above import with_titles_below
from site_gen.ingest.reading.programmes.typed_rows import (
    heads_of,
    is_heading,
    row_of,
)
from site_gen.ingest.reading.texts.labels import label_of, parted, without_pin
from site_gen.ingest.reading.texts.lines import SourceLine, source_lines, stated_edition
from site_gen.ingest.reading.texts.marked_text import at_breaks
from site_gen.ingest.reading.times.afternoons import with_afternoons
from site_gen.ingest.reading.times.day_headings import days_by_line, listed_days
from site_gen.ingest.reading.times.day_lines import day_of
from site_gen.ingest.reading.times.days import find_when
from site_gen.ingest.reading.times.page_months import with_page_month
from site_gen.ingest.reading.times.session_days import on_listed_days, printed_year
from site_gen.ingest.reading.times.whole_hours import with_whole_hours
from site_gen.ingest.reading.titles.link_words import without_link_words
from site_gen.ingest.reading.titles.rooms_behind_people import room_behind
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.ingest.records import Document, Fact, PartialDay, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.values import replace

# Rows, headings above items, and breaks that show what the document is.
_FEWEST, _FEWEST_HEADINGS, _FEWEST_BREAKS = 3, 2, 2
# How sure a programme is: with items, with days or labels, and without both.
_WITH_ITEMS, _SURE, _WITHOUT_DAYS = 98, 97, 60
_LONGEST_HEAD = 200  # characters of the page's title, and of a line that says where a session is
_TO_DAY = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?:\s*[-–—/&+]|\s+(?:to|and|bis|und|au|al|et|y))\s*$", re.IGNORECASE
)
_BROKEN = re.compile(r"<br\s*/?>\s*$|</(?:em|i)>\s*$", re.IGNORECASE)
_RULE = re.compile(r"([-*_=])(?:\s?\1){2,}")  # across the page: it parts, and says nothing
_BEGINS = re.compile(r"[#*|>+-]|<(?!em>|i>)|\d{1,2}[:.]\d\d")  # what is a line of its own
_ROOM_FIRST = re.compile(r"\(([^()]{2,60})\)\t+(\S.*)")
_CELLS = re.compile(r"\s*\t\s*|\s{3,}")
_ZONE_END = re.compile(r"\s\(?[A-Z]{2,5}\)?\s*$")
_TAGGED = re.compile(r"<(em|i)>\s*([^<>]{1,4000}?)\s*</\1>", re.IGNORECASE)
_EMPHASIS = re.compile(r"[*_](?![*_\s])([^*_]{2,4000})[*_]\s*")


def recognise(text: str) -> int:
    """How surely a text is such a programme: lines that begin with times, below lines that say the day."""
    document = Document("", text[:200_000])
    lines = _lines(document)
    rows = [line for line in lines if row_of(line)]
    alone = sum(is_time(line.text) for line in lines)
    are_headings = all(map(is_heading, rows)) and any(map(is_bullet, lines))
    fewest = _FEWEST_HEADINGS if are_headings else _FEWEST
    if len(rows) < max(fewest, alone + 1) or _are_dated(lines) or _is_table(lines):
        return 0
    if not days_of(document, lines):
        return _SURE if any(label_of(line) for line in lines) else _WITHOUT_DAYS
    in_table = sum(line.text.startswith("|") for line in rows)  # of Markdown, which is surer of its own
    return _WITH_ITEMS if 2 * in_table <= len(rows) and any(map(is_bullet, lines)) else _SURE


def _are_dated(lines: Sequence[SourceLine]) -> bool:
    """Whether times have their days beside them, as virtual sites print them."""
    whens = (find_when(line.text) for line in lines if 10 < len(line.text) < 300)
    return sum(when is not None and when.start is not None for when in whens) > 1


def _is_table(lines: Sequence[SourceLine]) -> bool:
    """Whether cells stand above those of a row: the heads of its columns, and not known ones."""
    filled = [line for line in lines if line.text]
    return any(
        len(re.split(r"\t+|\s\|", above.text.strip("| "))) > 2
        and row_of(line) is not None
        and re.search(r"\t|\s\|\s", line.text) is not None
        and heads_of(above) is None
        for above, line in pairwise(filled)
        if row_of(above) is None
    )


def days_of(document: Document, lines: Sequence[SourceLine]) -> Mapping[int, Fact[PartialDay]]:
    """The headings of days by the numbers of their lines; without any, the day in the page's title."""
    return with_titled_days(document, lines, _headed_days(document, lines))


def _headed_days(document: Document, lines: Sequence[SourceLine]) -> Mapping[int, Fact[PartialDay]]:
    days = days_by_line(document, lines, day_of)
    title = next((line for line in lines if line.text), None)
    when = find_when(title.text) if title and not days and len(title.text) < _LONGEST_HEAD else None
    if not title or not when or not when.day or when.start or _TO_DAY.search(title.text[: when.begin]):
        return days
    return {title.number: Fact(when.day, document.place_of(title))} if when.day.year else days


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every row as a session, or as a talk of the one whose time it is in."""
    return read_programme(document, problems, PROGRAMME_LINES)


def read_programme(document: Document, problems: ProblemLog, source_format: SourceFormat) -> Reading:
    """Read what stands below each time of a programme as a session, or as a talk of the one that it is in."""
    programme, appended, headings = parted_appendix(_lines(document))
    whole = [_without_emphasis(line) for line in with_titles_above(programme)]
    bare = [replace(line, text=without_attendance(line.text)) for line in whole]
    lines, left = with_labelled_items(with_labelled_times(with_plain_numbers(joined(bare))))
    attending = sum(line != other for line, other in zip(bare, whole, strict=True))
    left = {**left, "how people attend": attending} if attending else left
    days = days_of(document, lines)
    tell_beside_days(document, lines, days, problems)
    lines, cited = without_references(lines, days)
    lines, rooms = parted_rooms(lines, days)
    lines = with_places_told(with_titles_below(lines, days), document, problems)
    lines, dashed = with_people_behind_dashes(lines)
    lines = with_people_below(lines, PageLines(lines), days)
    page = PageLines(lines)
    page.bylines |= dashed
    cutter = BlockCutter(lines, page, days)
    blocks, head = cutter.blocks(), cutter.head
    take_headings(blocks)
    first = min((*days, *(block.line.number for block in blocks)), default=0)
    tell_texts_between(head, first, document, problems)
    tell_lines_between(head, days, blocks, document, problems)
    head = [*head, *headings, *without_texts_of_others(blocks, page, document, problems)]
    join_titles(blocks, page)
    join_wrapped(blocks, page)
    put_titles_first(blocks, page)
    find_people(blocks, page)
    part_rows(blocks, page)
    for block in blocks:
        for each in (block, *block.talks):
            part_items(each, page)
    reader = BlockReader(document, problems, page, has_ends=any(block.end or block.title for block in blocks))
    sessions, foot = _without_foot(
        tuple(reader.sessions_of(blocks)), problems, are_rows=source_format is PROGRAMME_LINES
    )
    sessions = with_rooms_of_days(document, sessions, lines, days, rooms)
    sessions = with_appended(document, sessions, appended, problems)
    sessions = with_page_month(with_afternoons(document, sessions, problems), lines)
    return Reading(
        document=document,
        format=source_format,
        sessions=on_listed_days(sessions, listed_days(document, lines, day_of), problems),
        edition=printed_year(sessions) or stated_edition(document, head),
        passed_over=(*passed_facts(document, head), *foot),
        not_imported=page.private.counts,
        not_taken={**page.private.not_taken, **left, **cited},
    )


def _without_foot(
    sessions: tuple[SessionRecord, ...], problems: ProblemLog, *, are_rows: bool
) -> tuple[tuple[SessionRecord, ...], tuple[Fact[str], ...]]:
    """The sessions, and what the page says at its foot: the text of its last break, if no other has one.

    So it may be below a blank line behind the last of rows, which is told.
    """
    breaks = [each for each in sessions if each.kind and each.kind.value == "break"]
    texts = [each.description for each in breaks if each.description]
    last = sessions[-1] if sessions else None
    if last is None or last.description is None:
        return sessions, ()
    described = sum(each.description is not None for each in sessions)
    is_apart = last.description.place.line > last.place.line + 1 and not (last.slots or last.people)
    if (
        are_rows
        and described == 1
        and is_apart
        and len(sessions) >= _FEWEST
        and last.description not in texts
    ):
        what = "this text stands below the last entry, as below no other: it is not read"
        hint = "if it tells of that entry, write it right below, without a blank line"
        excerpt = last.description.value[:60]
        problems.warning("unread-line", what, last.description.place, hint, excerpt)
    elif len(breaks) < _FEWEST_BREAKS or len(texts) > 1 or last.description not in texts:
        return sessions, ()
    return (*sessions[:-1], replace(last, description=None)), (last.description,)


def _lines(document: Document) -> list[SourceLine]:
    """The lines of a page, parted at breaks and before labels; the room beside a time stands below it."""
    lines: list[SourceLine] = []
    whole = with_whole_hours(_unwrapped(source_lines(document)))
    for line in (part for each in whole for part in without_pin(each)):
        first, *rest = at_breaks(replace(line, text="" if _RULE.fullmatch(line.text) else _beside(line.text)))
        parts = [first, *(replace(each, text=without_link_words(each.text)) for each in rest)]
        match = _ROOM_FIRST.fullmatch(parts[1].text) if len(parts) == 2 and is_time(parts[0].text) else None
        if match:
            time, room = parts
            parts = [
                replace(time, text=f"{time.text} {match[2]}"),
                replace(room, text=f"Room: {match[1]}"),
            ]
        lines += [each for part in parts for whole in _with_room_below(part) for each in _parted(whole)]
    return with_intervals_again(with_people_behind(with_rooms_apart(with_ends_told(with_ends_beside(lines)))))


def _beside(text: str) -> str:
    """A title in a cell beside a time with its zone, and nothing else, right behind both."""
    time, _, title = text.partition("\t")
    is_beside = title and "\t" not in title and _ZONE_END.search(time) and is_time(time)
    return f"{time} {title}" if is_beside else text


def _with_room_below(line: SourceLine) -> list[SourceLine]:
    """A title, and the room in a cell of its own behind it, or who speaks: "Ann Lee (MIT), Hall A"."""
    cells: Sequence[str] = _CELLS.split(line.text)
    if len(cells) == 1 and (found := room_behind(line.text)) and names_people(found[0]):
        cells = found
    if len(cells) != 2 or not names_room(cells[1]) or time_of(line) or is_time(cells[0]) or label_of(line):
        return [line]
    behind = SourceLine(line.number, f"Room: {cells[1]}", line.column + line.text.rindex(cells[1]))
    return [replace(line, text=cells[0]), behind]


def _parted(line: SourceLine) -> list[SourceLine]:
    """A line in its parts, where a label stands behind a room, or what a session is called."""
    parts = parted(line) if len(line.text) < _LONGEST_HEAD and not row_of(line) else [line]
    is_parted = len(parts) > 1 and (names_room(parts[0].text) or is_section(parts[0].text))
    return parts if is_parted else [line]


def _unwrapped(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines of a page whose breaks are marked: what no break ends goes on in the next line."""
    if sum(_BROKEN.search(line.text) is not None for line in lines) < _FEWEST:
        return list(lines)
    joined: list[SourceLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        is_open = above is not None and above.text and not _BROKEN.search(above.text)
        if above and is_open and line.text and not (_BEGINS.match(above.text) or _BEGINS.match(line.text)):
            joined[-1] = replace(above, text=f"{above.text} {line.text}")
        else:
            joined.append(line)
    return joined


def _without_emphasis(line: SourceLine) -> SourceLine:
    """A line without the emphasis that all of it has; a strong one may be a heading."""
    match = _EMPHASIS.fullmatch(_TAGGED.sub(r"*\2*", line.text) if "<" in line.text else line.text)
    return replace(line, text=match[1].strip()) if match else line


PROGRAMME_LINES = SourceFormat(
    name="programme-lines", title="programme in lines", recognise=recognise, read=read,
    surest=_WITH_ITEMS, shape="programme",
)  # fmt: skip
