"""Columns whose names are nearly those of what decides over rows, of their text or title: "Publishd"."""

from __future__ import annotations

from site_gen.ingest.reading.columns.column_names import SHEET_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.shown_columns import SHOWN_OR_HIDDEN
from site_gen.ingest.reading.tables.table import Table
from site_gen.ingest.records import OTHER_COLUMNS
from site_gen.problems import ProblemLog
from site_gen.text.suggestions import suggestion

_NEARLY = 0.9  # how alike a misspelt name is, from 0 to 1
_SHORTEST = 7  # letters: of shorter names many are alike
_SHORTEST_OF_OTHERS = 5  # where nothing else is the title; of words that hide rows
_BESIDE_OTHERS = ("abstract", "authors", "room")  # another column of the field is read in its place
_SHORTEST_ROOM, _NEARLY_ROOM = 4, 0.88  # "roomf"; the "venue" beside it may be a journal
_NAMES = {**SHEET_FIELDS, "hidden": SHOWN_OR_HIDDEN}


def report_misspelt(table: Table, problems: ProblemLog) -> None:
    """Report such columns: a row may be meant to stay away, or another text is taken for that of each row."""
    columns, header = table.layout.columns, table.layout.header
    for index, kind in columns.others.items():
        printed = header.text(index).strip()
        name = column_name(printed)
        halves = ("first",) if columns.has("last") else ("last",) if columns.has("first") else ()
        for field in ("decision", *_BESIDE_OTHERS, "title", "hidden", *halves):
            is_missed = field == "hidden" or columns.has(field) == (field in _BESIDE_OTHERS)
            shortest = _SHORTEST_OF_OTHERS if field in ("title", "hidden") else _SHORTEST
            shortest, least = (_SHORTEST_ROOM, _NEARLY_ROOM) if field == "room" else (shortest, _NEARLY)
            known = [each for each in _NAMES[field] if len(each) >= shortest]
            hint = suggestion(name, known, least=least) if len(name) >= shortest else ""
            if kind == OTHER_COLUMNS and is_missed and hint and name not in known:
                what = f"nobody knows what the column '{printed}' holds"
                problems.warning("unknown-column", what, table.place(header.line), hint)
