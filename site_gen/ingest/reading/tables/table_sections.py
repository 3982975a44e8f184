"""Rows of a table that are none of its entries: headings between them, and its header once more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from statistics import median

from site_gen.ingest.reading.columns.columns import Columns, is_column_name
from site_gen.ingest.reading.texts.labels import label_of
from site_gen.ingest.reading.texts.lines import SourceLine
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.reading.times.days import may_have_time
from site_gen.ingest.reading.times.programme_times import read_times
from site_gen.ingest.reading.times.session_days import is_day
from site_gen.ingest.reading.titles.session_headings import is_section
from site_gen.text import squeeze

_HOW = re.compile(r"\([^()]*\)")
_BEGINS_BELOW = re.compile(
    r"\b(?:start|begin|enter|add|insert|fill)\b.{0,40}\b(?:below|from here|here)\b", re.IGNORECASE
)
_FEWEST_CELLS = 3  # that an entry fills usually, where one alone is a heading
_LONGEST_DAY = 60  # characters, where no number tells it
_ALONE = ("session", "talk", "talk_speaker", "title", "paper", "number")
_OF_ENTRIES = ("title", "authors", "speaker", "talk", "talk_speaker", "abstract", "session")
_COUNTED = ("start", "end", "time", "number")  # columns that hold no words
_TALKS, _OF_SESSIONS, _TIMES = {"title", "talk", "talk_speaker"}, {"room", "chair"}, {"start", "time"}
_ENTRY = ("number", "authors", "last", "abstract", "start", "time", "date", "speaker", "room")


def is_header_again(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row repeats the header, or names columns as a second row of it does.

    Below that of a form a row says how to fill it, all in brackets: "(HH:MM AM/PM)", "(separate by ;)".
    """
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) > 1 and all(_HOW.fullmatch(cell.strip()) for cell in filled):
        return True
    same = sum(cell.strip() == name.strip() != "" for cell, name in zip(cells, header, strict=False))
    if same > 1 and 2 * same > len(filled):
        return True
    return len(filled) > 1 and 2 * len(filled) >= len(cells) and all(map(is_column_name, filled))


def begins_below(cells: Sequence[str]) -> bool:
    """Whether a row of a form says that what is above it was an example: "START YOUR AGENDA BELOW"."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and _BEGINS_BELOW.search(filled[0]) is not None


def headings(rows: Sequence[Sequence[str]], columns: Columns) -> set[int]:
    """The positions of rows that stand between the entries as headings: one cell where others fill many.

    One that fills the column of titles is a heading only where every other entry says something else too.
    """
    filled = [[index for index, cell in enumerate(row) if cell.strip()] for row in rows]
    of_several = {position for position, row in enumerate(rows) if heading_cell(row, columns) is not None}
    if not columns.has("session"):
        below = enumerate(pairwise(rows))
        of_several |= {position for position, (row, next_row) in below if _is_above(row, next_row, columns)}
    entries = [
        indices for position, indices in enumerate(filled) if len(indices) > 1 and position not in of_several
    ]
    if not entries:
        return set()
    if median(map(len, entries)) < _FEWEST_CELLS:
        return of_several | {
            at for at, indices in enumerate(filled) if _is_alone_above(rows[at], indices, columns)
        }
    title = set(columns.of_field.get("title", ()))
    # In these columns one cell alone is an entry: its day, time and session are those above it.
    entry = {index for name in _ALONE if columns.has("session") for index in columns.of_field.get(name, ())}
    authors = columns.of_field.get("authors", ())
    if authors and all(authors[0] in indices for indices in entries):
        entry -= title  # a title without authors is none
    of_entries = [columns.of_field[field][0] for field in _ENTRY if field in columns.of_field]
    of_entries += [index for parts in columns.of_author.values() for index in parts.values()]
    is_always_filled = any(all(index in indices for indices in entries) for index in of_entries)
    return of_several | {
        position
        for position, indices in enumerate(filled)
        if len(indices) == 1
        and (indices[0] not in title or is_always_filled)
        and (indices[0] not in entry or is_day(rows[position][indices[0]]))
    }


def heading_cell(cells: Sequence[str], columns: Columns) -> int | None:
    """The cell with the title, in a row of several cells that is a heading; None in other rows.

    The others say its day, its times, its chair or its room, where an entry has a title or names.
    """
    filled = [index for index, cell in enumerate(cells) if cell.strip()]
    field_of = {index: field for field, indices in columns.of_field.items() for index in indices}
    if len(filled) < 2:
        return None
    found = (
        index
        for index in filled
        if field_of.get(index) not in ("room", "chair") and not says_of_session(cells[index])
    )
    titles = list(islice(found, 2))
    if len(titles) != 1:
        return None
    title = titles[0]
    fields = [field_of.get(index) for index in filled]
    if field_of.get(title) == "session" and ("start" in fields or "time" in fields):
        return None  # a session in its own column at its time: labels beside it name its people
    is_strange = field_of.get(title) in _COUNTED and is_section(cells[title].strip())
    others = (field_of.get(index) for index in filled if index != title)
    return title if is_strange or any(field in _OF_ENTRIES for field in others) else None


def _is_alone_above(row: Sequence[str], filled: Sequence[int], columns: Columns) -> bool:
    """Whether a row says a day or a numbered session, and nothing else, where entries say when they are."""
    if len(filled) != 1 or filled[0] in columns.of_field.get("date", ()):
        return False
    text = row[filled[0]].strip()
    is_of_times = any(filled[0] in columns.of_field.get(name, ()) for name in _COUNTED)
    return is_day(text) or (is_of_times and is_section(text))


def _is_above(row: Sequence[str], below: Sequence[str], columns: Columns) -> bool:
    """Whether a row names a session with its room or chairs, and the one below a talk in it at its time."""
    own, of_talk = _filled(row, columns), _filled(below, columns)
    return bool(
        own & _TALKS
        and own & _OF_SESSIONS
        and not own & _TIMES
        and of_talk & _TALKS
        and of_talk & _TIMES
        and not of_talk & _OF_SESSIONS
    )


def _filled(row: Sequence[str], columns: Columns) -> set[str]:
    """The fields that a row fills."""
    return {
        field
        for field, indices in columns.of_field.items()
        if any(index < len(row) and row[index].strip() for index in indices)
    }


@recurring
def says_of_session(text: str) -> bool:
    """Whether a cell says when a session is, where, or who chairs it, with a label: "Chair: Ann Lee"."""
    label = label_of(SourceLine(1, squeeze(text)))
    is_of_session = label is not None and label[0] != "speaker" and bool(label[1].text)
    return is_of_session or says_when(text)


def says_when(text: str) -> bool:
    """Whether a cell says a day or a time."""
    if text.strip().isdecimal() or (len(text) > _LONGEST_DAY and not may_have_time(text)):
        return False
    try:
        read_times(text, "unknown")
    except ValueError:
        return is_day(text)
    return True
