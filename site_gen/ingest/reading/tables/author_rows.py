"""Tables with one row an author: the rows of a submission become one record, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.reading.columns.columns import Columns
from site_gen.ingest.reading.people.names import authors_fact
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.table import Row
from site_gen.ingest.records import PaperRecord
from site_gen.text import fold

_PARTS = ("first", "last", "affiliation")


def is_authors_sheet(columns: Columns) -> bool:
    """Whether each row is one author of a submission."""
    return columns.has("number", "last") and not columns.has("authors") and not columns.of_author


def records_of_authors(rows: PaperRows) -> list[PaperRecord]:
    """One record for each submission that the rows name, in the order of their first rows."""
    groups: dict[str, list[Row]] = {}
    for row in rows.accepted():
        number = rows.number(row)
        contact = rows.table.field(row, "iscontact")
        if contact and fold(contact.text) == "contact_only":  # HotCRP lists contacts that are no authors
            rows.private.count("contact")
        elif number:
            groups.setdefault(number.value, []).append(row)
        else:
            rows.problems.error(
                "no-number",
                "this row has no number of a submission",
                rows.table.place(row.line),
                "authors are joined to their paper by it",
            )
    return [_record(rows, group) for group in groups.values()]


def _record(rows: PaperRows, group: Sequence[Row]) -> PaperRecord:
    columns = rows.table.layout.columns.of_field
    names = [
        name
        for row in group
        for name in rows.identified(
            row, rows.author({part: row.cell(columns[part][0]) for part in _PARTS if part in columns})
        )
    ]
    return PaperRecord(
        place=rows.table.place(group[0].line),
        title=rows.line(group[0], "title"),
        authors=authors_fact(rows.table.document, names, rows.problems) if names else None,
        submission=rows.number(group[0]),
    )
