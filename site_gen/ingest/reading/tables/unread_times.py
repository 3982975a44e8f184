"""Columns that say when, under a name that is not known: a table that has one is no list of papers alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.ingest.reading.columns.column_values import are_moments, are_times, says
from site_gen.ingest.reading.columns.columns import column_name, is_time_column
from site_gen.ingest.reading.tables.table import Table
from site_gen.ingest.records import OTHER_COLUMNS
from site_gen.problems import ProblemLog

# What a system writes down of a row: when it came, or until when something is asked.
_OF_SYSTEM = re.compile(
    r"\b(?:creat|modif|updat|submi|upload|timestamp|regist|deadline|due\b|receiv|accept|edit|publi|chang|add|sent\b"
    r"|review|deci|notif|last\b|erstell|geander|eingereicht|zeitstempel|hochgeladen|soumis|envi|horodat|marca|cron"
    r"|carimbo|import|export|expir|birth|cdate|mdate|pdate|odate|tc?date|tmdate|embargo|available|online)"
)
_LENGTH = re.compile(r"\b(?:length|duration|runtime|dauer|lange|laufzeit|duree|duracion|durata|min|video)")
_SECONDS = re.compile(r"[12]\d{9}(?:\d{3})?")
_HINT = (
    "call it Start, or in sources.yaml: format: programme-csv and columns: {{start: '{name}'}};\n"
    "if it says nothing of that, name another column there: columns: {{title: …}}"
)


def report_unread_times(table: Table, problems: ProblemLog) -> None:
    """Report a column of moments that is not read, unless sources.yaml says what the columns hold."""
    if table.document.columns:
        return
    columns = table.layout.columns
    for index, kind in columns.others.items():
        printed = table.layout.header.cells[index]
        name = column_name(printed)
        if kind != OTHER_COLUMNS or _OF_SYSTEM.search(name):
            continue
        values = [row.text(index).strip() for row in table.rows]
        what, hint = "", ""
        if are_moments(values) or (are_times(values) and not _LENGTH.search(name)):
            what = f"the column '{printed}' says when each row takes place, and its name is not understood"
            hint = _HINT.format(name=printed)
        elif is_time_column(printed) and _are_seconds(values):
            what, hint = f"'{printed}' counts seconds", "write days with their times: 2026-08-29 08:45"
        if what:
            is_byline = columns.has("authors") or bool(columns.of_author)
            is_list = columns.has("title") and columns.has("abstract") and is_byline  # it is read without
            report = problems.warning if is_list else problems.error
            report("unread-times", what, table.place(table.layout.header.line), hint)
            return


def _are_seconds(values: Sequence[str]) -> bool:
    filled = [value for value in values if says(value)]
    return bool(filled) and all(map(_SECONDS.fullmatch, filled))
