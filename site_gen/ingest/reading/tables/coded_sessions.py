"""Tables that name the session of each talk by its code alone: "WeA1.1" and "WeA1.2" are talks of "WeA1"."""

from __future__ import annotations

import re
from collections import defaultdict

from site_gen.ingest.reading.tables.table import Row, Table
from site_gen.text import squeeze
from site_gen.values import replace

_CODE = re.compile(r"(?P<session>[A-Za-z][A-Za-z0-9-]{0,9})\.(?P<place>\d{1,3})")


def with_coded_sessions(table: Table) -> Table:
    """The table with a column for the sessions that the codes of its rows name, where no other says them.

    It is so where every row has such a code, and the talks of each session are counted from 1 on. In small
    letters they are parts of a volume: "main.1", "demo.1"; and what all have is the conference.
    """
    columns = table.layout.columns
    named = [columns.of_field[name][0] for name in ("number", "paper") if columns.has(name)]
    if columns.has_any(("session", "order")) or not (named and columns.has("title")) or table.headings:
        return table
    own = named[0]
    codes = [_CODE.fullmatch(squeeze(row.text(own))) for row in table.rows]
    places: dict[str, list[int]] = defaultdict(list)
    for code in codes:
        if code is None:
            return table
        places[code["session"]].append(int(code["place"]))
    are_counted = all(sorted(each) == list(range(1, len(each) + 1)) for each in places.values())
    if not are_counted or len(places) in (1, len(table.rows)) or any(map(str.islower, places)):
        return table
    width = max(len(table.layout.header.cells), *(len(row.cells) for row in table.rows))
    fields = {**columns.of_field, "session": (width,), "order": (width + 1,)}
    layout = replace(
        table.layout,
        header=_widened(table.layout.header, width, "Session", "Order"),
        columns=replace(columns, of_field=fields),
    )
    rows = (
        _widened(row, width, code["session"], code["place"])
        for row, code in zip(table.rows, codes, strict=True)
        if code
    )
    return replace(table, layout=layout, rows=tuple(rows))


def _widened(row: Row, width: int, *texts: str) -> Row:
    """A row with more cells behind all others; each has its line where the cells have theirs."""
    blank = [""] * (width - len(row.cells))
    cells = (*row.cells, *blank, *texts)
    lines = (*row.lines, *[row.line] * (len(cells) - len(row.lines))) if row.lines else ()
    return replace(row, cells=cells, lines=lines)
