"""Tables of sessions whose talks stand in numbered columns beside each other, as ConfTool exports them.

"session_title", "chair1_name", "p1_title", "p1_authors", "p2_title": each talk becomes a row of its session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from site_gen.ingest.formats.tables.programme_csv import PROGRAMME_CSV
from site_gen.ingest.reading.tables.delimited import Delimited
from site_gen.ingest.reading.tables.paper_tables import report_no_header
from site_gen.ingest.reading.tables.table import HEAD, Row, report_ragged, widest_rows
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_SURE = 99
_HEADS = 5  # rows in which the header stands
_TALK = re.compile(r"(?:p|paper|talk|presentation|contribution)[ _]?(\d{1,3})[ _](\w[\w ]*)", re.IGNORECASE)
_CHAIR = re.compile(r"chair[ _]?\d{1,2}[ _]name", re.IGNORECASE)
_SESSION = re.compile(r"session[ _](?:title|name)", re.IGNORECASE)


def recognise(text: str) -> int:
    """How surely a text is such a table: a column of session titles, and numbered ones of the talks'."""
    header = _header(widest_rows(text[:HEAD]))
    return _SURE if header else 0


def _header(rows: Sequence[Row]) -> Row | None:
    """The row that names the columns; None where there is none."""
    for row in rows[:_HEADS]:
        talks = [match[2].lower() for cell in row.cells if (match := _TALK.fullmatch(cell.strip()))]
        if "title" in talks and any(_SESSION.fullmatch(cell.strip()) for cell in row.cells):
            return row
    return None


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with its talks, as the rows of a programme."""
    rows = widest_rows(document.text)
    header = _header(rows)
    if header is None:
        report_no_header(document, problems)
        return Reading(document=document, format=NUMBERED_TALKS)
    talks: dict[int, dict[str, int]] = {}
    for index, cell in enumerate(header.cells):
        if match := _TALK.fullmatch(cell.strip()):
            talks.setdefault(int(match[1]), {})[match[2].replace("_", " ")] = index
    chairs = [index for index, cell in enumerate(header.cells) if _CHAIR.fullmatch(cell.strip())]
    inside = {index for columns in talks.values() for index in columns.values()}
    own = [index for index, _ in enumerate(header.cells) if index not in inside and index not in chairs]
    names = list(dict.fromkeys(name for columns in talks.values() for name in columns))

    def lines() -> Iterator[tuple[int, list[str]]]:
        for row in rows:
            if row.line <= header.line or row.is_blank:
                continue
            if len(row.cells) != len(header.cells):
                report_ragged(document, row, len(header.cells), problems)
                continue
            chaired = "; ".join(text for index in chairs if (text := row.text(index).strip()))
            session = [*(row.text(index) for index in own), chaired]
            held = [[row.text(columns.get(name, -1)) if name in columns else "" for name in names]
                    for _, columns in sorted(talks.items())]  # fmt: skip
            filled = [texts for texts in held if any(text.strip() for text in texts)]
            yield from ((row.line, [*session, *texts]) for texts in filled or [[""] * len(names)])

    printed = [*(header.cells[index] for index in own), "Chair", *names]
    table = Delimited.of(document, chain([(header.line, printed)], lines()))
    return replace(PROGRAMME_CSV.read(table, problems), document=document, format=NUMBERED_TALKS)


NUMBERED_TALKS = SourceFormat(
    name="numbered-talks", title="sessions with talks in numbered columns", recognise=recognise, read=read,
    shape="programme",
)  # fmt: skip
