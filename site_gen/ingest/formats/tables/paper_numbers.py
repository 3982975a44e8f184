"""Papers that a cell of a programme names by their numbers: "12", "P1-05", "14, 16 and 18"."""

from __future__ import annotations

import re

from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.table import Row
from site_gen.ingest.records import Fact, PaperRecord, SlotRecord
from site_gen.text import squeeze

NUMBER = re.compile(
    r"#?\s*(?:[A-Za-z]{1,3}[- ]?)?\d{1,6}|#?\s*[A-Za-z]{1,3}[- ]?\d{1,3}[-.–]\d{1,4}"
)  # "P1-05"
_LISTED = re.compile(r"\s*[,;|/&+]\s*(?:(?:and|und)\s+)?|\s+(?:(?:and|und|et|y|e)\s+)?", re.I)


def numbered_slots(rows: PaperRows, row: Row, *, has_sessions: bool) -> list[SlotRecord]:
    """The slots of papers that a row lists by their numbers, if it lists several.

    Where no column names the sessions, numbers beside a title may be those of anything.
    """
    table = rows.table
    own = table.field(row, "number") if has_sessions else None
    cell = table.field(row, "paper") or own
    numbers = _LISTED.split(cell.text.strip()) if cell else []
    if cell is None or len(numbers) < 2 or not all(map(NUMBER.fullmatch, numbers)):
        if own and not rows.number(row):
            what = f"'{squeeze(own.text)}' is no number of a paper: it is left out"
            hint = "write the number alone, several with commas between them: 14, 16"
            rows.problems.warning("unread-number", what, table.place(own.line), hint)
        return []
    place = table.place(cell.line)
    papers = [
        PaperRecord(place=place, submission=Fact(number.lstrip("# "), place), is_mention=True)
        for number in numbers
    ]
    return [SlotRecord(place=place, paper=paper) for paper in papers]
