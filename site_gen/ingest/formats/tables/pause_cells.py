"""Breaks and openings that were typed where others have who speaks: "12:00, Lunch, , "."""

from __future__ import annotations

import re

from site_gen.ingest.reading.tables.table import Row, Table
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.session_headings import PAUSES, is_section, kind_of_words
from site_gen.values import replace

_COUNTED = re.compile(r"[^\W\d_]\s+\d{1,2}$")  # as no name ends
_TITLES = ("session", "talk", "talk_speaker", "title", "paper")
_PEOPLE = ("speaker", "authors")


def with_pauses_as_titles(table: Table) -> Table:
    """The table with such a cell as the title of its row, which has none."""
    of_field = table.layout.columns.of_field
    titles = [index for name in _TITLES for index in of_field.get(name, ())]
    people = [index for name in _PEOPLE for index in of_field.get(name, ())]
    if not titles or not people:
        return table
    rows = tuple(_moved(row, titles, people) for row in table.rows)
    return replace(table, rows=rows) if rows != table.rows else table


def _moved(row: Row, titles: list[int], people: list[int]) -> Row:
    named = [index for index in people if row.text(index).strip()]
    if len(named) != 1 or any(row.text(index).strip() for index in titles):
        return row
    text = row.text(named[0]).strip()
    is_counted = is_section(text) or _COUNTED.search(text) is not None
    if not (kind_of_words(text) in PAUSES or is_ceremony(text) or is_counted):
        return row
    cells = [*row.cells, *[""] * (max(titles) + 1 - len(row.cells))]
    cells[titles[-1]], cells[named[0]] = text, ""
    lines = [*row.lines, *[row.line] * (len(cells) - len(row.lines))] if row.lines else []
    return replace(row, cells=tuple(cells), lines=tuple(lines))
