"""Rows of a table that are none of its entries: headings between them, and its header once more."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from site_gen.ingest.reading.columns import Columns, is_column_name
from site_gen.ingest.reading.programme_times import read_day

_FEWEST_CELLS = 3  # that an entry fills usually, where one alone is a heading
_ALONE = ("session", "talk", "talk_speaker", "title", "paper", "number")
_ENTRY = ("number", "authors", "abstract", "start", "time", "date", "speaker", "room")


def is_header_again(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row repeats the header, or names columns as a second row of it does."""
    filled = [cell for cell in cells if cell.strip()]
    same = sum(cell.strip() == name.strip() != "" for cell, name in zip(cells, header, strict=False))
    if same > 1 and 2 * same > len(filled):
        return True
    return len(filled) > 1 and 2 * len(filled) >= len(cells) and all(map(is_column_name, filled))


def headings(rows: Sequence[Sequence[str]], columns: Columns) -> set[int]:
    """The positions of rows that stand between the entries as headings: one cell where others fill many.

    One that fills the column of titles is a heading only where every other entry says something else too.
    """
    filled = [[index for index, cell in enumerate(row) if cell.strip()] for row in rows]
    entries = [indices for indices in filled if len(indices) > 1]
    if not entries or median(map(len, entries)) < _FEWEST_CELLS:
        return set()
    title = set(columns.of_field.get("title", ()))
    # In these columns one cell alone is an entry: its day, time and session are those above it.
    entry = {index for name in _ALONE if columns.has("session") for index in columns.of_field.get(name, ())}
    authors = columns.of_field.get("authors", ())
    if authors and all(authors[0] in indices for indices in entries):
        entry -= title  # a title without authors is none
    said = [columns.of_field[field][0] for field in _ENTRY if field in columns.of_field]
    is_always_said = any(all(index in indices for indices in entries) for index in said)
    return {
        position
        for position, indices in enumerate(filled)
        if len(indices) == 1
        and (indices[0] not in title or is_always_said)
        and (indices[0] not in entry or _is_day(rows[position][indices[0]]))
    }


def _is_day(text: str) -> bool:
    try:
        read_day(text, "unknown")
    except ValueError:
        return False
    return True
