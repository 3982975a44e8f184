"""What "9.5" means in the cells of times of one programme."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.times.decimal_hours import (
    PROVEN,
    DecimalHours,
    decimal_hours,
    is_decimal,
    with_minutes,
)


def decimals_in(rows: PaperRows, fields: Iterable[str]) -> DecimalHours:
    """What decimals mean in these fields, with a warning of the first where the others prove it."""
    table = rows.table
    names = tuple(fields)
    cells = [cell for row in table.rows for name in names for cell in table.fields(row, name)]
    meaning = decimal_hours(cell.text for cell in cells)
    first = next((cell for cell in cells if is_decimal(cell.text)), None)
    if first and meaning in PROVEN:
        read = with_minutes(first.text, meaning)
        what = f"'{first.text}' is read as {read}, as the other times show, and so are all such numbers"
        rows.problems.warning("decimal-hours", what, table.place(first.line), "write it as 08:45")
    return meaning
