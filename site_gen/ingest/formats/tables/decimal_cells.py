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
from site_gen.problems import Place, ProblemLog


def decimals_in(rows: PaperRows, fields: Iterable[str]) -> DecimalHours:
    """What decimals mean in these fields, with a warning of the first where the others prove it."""
    table = rows.table
    names = tuple(fields)
    cells = [cell for row in table.rows for name in names for cell in table.fields(row, name)]
    meaning = decimal_hours(cell.text for cell in cells)
    first = next((cell for cell in cells if is_decimal(cell.text)), None)
    if first and meaning in PROVEN:
        report_decimals(first.text, with_minutes(first.text, meaning), table.place(first.line), rows.problems)
    return meaning


def report_decimals(printed: str, read: str, place: Place, problems: ProblemLog) -> None:
    """Warn of the first decimal of a table, as which all are read."""
    what = f"'{printed}' is read as {read}, as the other times show, and so are all such numbers"
    problems.warning("decimal-hours", what, place, "write it as 08:45")
