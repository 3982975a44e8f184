"""Bylines below titles in tables: in a row of their own, or as the last line of the cell of a title."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.ingest.reading.columns.column_names import FIELDS, PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.tables.merged_cells import CONTINUED

_FEWEST = 2  # bylines that make a habit
_PEOPLE = frozenset(name for field in ("authors", "last") for name in FIELDS[field]) | {
    *PROGRAMME_FIELDS["speaker"]
}
Rows = Sequence[tuple[int, tuple[str, ...]]]
"""The number and the cells of each row."""


def with_bylines(rows: Rows) -> Rows:
    """The rows, with a line below its title for the people who stand in a row of their own below it.

    So they are read where most rows that fill one column alone name people, and none of those above does.
    """
    alone = {at: column for at in range(2, len(rows)) if (column := _only_filled(rows, at)) is not None}
    named = {at: column for at, column in alone.items() if names_people(rows[at][1][column])}
    above = [rows[at - 1][1][column] for at, column in named.items()]
    is_habit = len(named) >= _FEWEST and 3 * len(named) >= 2 * len(alone) and len(set(named.values())) == 1
    if not is_habit or any(map(names_people, above)):
        return _with_authors(rows)
    found: list[tuple[int, tuple[str, ...]]] = []
    for at, (number, cells) in enumerate(rows):
        if at in named:
            above_number, held = found[-1]
            title = f"{held[named[at]]}\n{cells[named[at]]}"
            found[-1] = above_number, (*held[: named[at]], title, *held[named[at] + 1 :])
        else:
            found.append((number, cells))
    return _with_authors(found)


def _with_authors(rows: Rows) -> Rows:
    """The rows, with a column of authors where cells of titles have them as their last line."""
    names = [column_name(name) for name in rows[0][1]] if rows else []
    at = next((at for at, name in enumerate(names) if name in FIELDS["title"]), None)
    if at is None or not _PEOPLE.isdisjoint(names):
        return rows
    parted = [cells[at].rpartition("\n") if at < len(cells) else ("", "", "") for _, cells in rows]
    named = sum(names_people(byline) for title, _, byline in parted if title)
    if named < _FEWEST or any(map(names_people, (title for title, _, _ in parted))):
        return rows
    return [
        (number, (*cells[:at], title, *cells[at + 1 :], byline))
        if title and names_people(byline)
        else (number, (*cells, "" if place else "Authors") if len(cells) == len(names) else cells)
        for place, ((number, cells), (title, _, byline)) in enumerate(zip(rows, parted, strict=True))
    ]


def _only_filled(rows: Rows, at: int) -> int | None:
    """The one column in which a row says something that the row above does not; it says more there."""
    (_, above), (_, cells) = rows[at - 1], rows[at]
    if len(above) != len(cells):
        return None
    own = [i for i, cell in enumerate(cells) if cell and cell not in (CONTINUED, above[i])]
    says_more = any(cell and i not in own for i, cell in enumerate(above))
    return own[0] if len(own) == 1 and above[own[0]] and says_more else None
