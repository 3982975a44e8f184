"""Tables that give an entry once for each of its people: "1, On Mud, Ann Lee" above "1, On Mud, Bob Roe"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from site_gen.ingest.reading.columns.column_values import says
from site_gen.ingest.reading.columns.columns import Columns
from site_gen.ingest.reading.tables.table import Row, Table
from site_gen.text import fold, squeeze

_OF_PEOPLE = ("authors", "speaker")
_OF_ONE = ("first", "last", "affiliation", "biography", "orcid")  # of the one person of a row
_NUMBERS = ("number", "session_id")
_OF_TITLES = ("title", "talk", "paper")
_SEVERAL = re.compile(r"[;\n]|,[^,]*,|\s(?:and|&)\s")  # names of more than one person
_BETWEEN = "; "


def with_people_joined(table: Table) -> Table:
    """The table with one row for each entry, where it has as many as the entry has people.

    Rows that differ in nothing but one name are of one entry. As there may be two entries of one title, it
    is so only where several titles come back, or numbers.
    """
    table = _with_whole_names(_with_lists_once(table))
    columns = table.layout.columns
    people = [index for name in (*_OF_PEOPLE, *_OF_ONE) for index in columns.of_field.get(name, ())]
    titles = [index for name in _OF_TITLES for index in columns.of_field.get(name, ())]
    if not titles or not columns.has_any(_OF_PEOPLE) or not _repeat(table.rows, titles):
        return table
    groups = _alike(table, people)
    joined = [_joined(rows, columns) if _are_of_one(rows, titles, people) else None for rows in groups]
    if len(joined) - joined.count(None) < (1 if columns.has_any(_NUMBERS) else 2):
        return table
    rows = (row for group, one in zip(groups, joined, strict=True) for row in ([one] if one else group))
    return replace(table, rows=tuple(rows))


def _repeat(rows: Sequence[Row], titles: Sequence[int]) -> bool:
    """Whether any two rows that follow each other have one title, among three or more."""
    named = ([fold(squeeze(row.text(index))) for index in titles] for row in rows)
    return len(rows) > 2 and any(one == other for one, other in pairwise(named))


def _alike(table: Table, people: Collection[int]) -> list[list[Row]]:
    """The rows, those together that follow each other and differ in nothing known but their people."""
    columns = table.layout.columns.of_field.values()
    known = [index for indices in columns for index in indices if index not in people]

    def known_texts(row: Row) -> tuple[str, ...]:
        return tuple(fold(squeeze(row.text(index))) for index in known)

    return [list(rows) for _, rows in groupby(table.rows, known_texts)]


def _with_lists_once(table: Table) -> Table:
    """The table with one row for each entry that lists all its people, where each of them has a row."""
    columns = table.layout.columns
    people = [index for name in _OF_ONE for index in columns.of_field.get(name, ())]
    lists = [index for name in _OF_PEOPLE for index in columns.of_field.get(name, ())]
    if not (lists and columns.has("first", "last") and columns.has_any(_OF_TITLES)):
        return table
    rows: list[Row] = []
    for group in _alike(table, people):
        named = {tuple(_cell_text(row, index) for index in people) for row in group}
        is_one = len(named) == len(group) and any(_cell_text(group[0], index) for index in lists)
        rows += group[:1] if is_one else group
    return replace(table, rows=tuple(rows))


def _with_whole_names(table: Table) -> Table:
    """The table with each name in one cell, where entries that have a time stand once for each person."""
    columns = table.layout.columns
    is_timed = columns.has_any(("start", "time", "session_start"))
    parts = [columns.of_field[name][0] for name in ("first", "last") if columns.has(name)]
    people = [index for name in _OF_ONE for index in columns.of_field.get(name, ())]
    if not is_timed or len(parts) < 2 or columns.has_any(_OF_PEOPLE) or not columns.has_any(_OF_TITLES):
        return table
    if all(len(rows) == 1 for rows in _alike(table, people)):
        return table
    whole = max(parts)
    fields = {field: held for field, held in columns.of_field.items() if field not in ("first", "last")}
    layout = replace(table.layout, columns=replace(columns, of_field={**fields, "speaker": (whole,)}))
    return replace(table, layout=layout, rows=tuple(_with_cell(row, whole, parts) for row in table.rows))


def _with_cell(row: Row, whole: int, parts: Sequence[int]) -> Row:
    """The row with what several cells say in one of them."""
    cells = [*row.cells, *[""] * (whole + 1 - len(row.cells))]
    cells[whole] = " ".join(text for index in parts if (text := _cell_text(row, index)))
    return replace(row, cells=tuple(cells))


def _are_of_one(rows: Sequence[Row], titles: Sequence[int], people: Sequence[int]) -> bool:
    """Whether rows have a title, and differ in the one name that each of them gives."""
    named = [tuple(_cell_text(row, index) for index in people) for row in rows]
    has_title = any(_cell_text(rows[0], index) for index in titles)
    are_single = all(any(cells) and not any(map(_SEVERAL.search, cells[:1])) for cells in named)
    return len(rows) > 1 and has_title and are_single and len(set(named)) == len(named)


def _joined(rows: Sequence[Row], columns: Columns) -> Row:
    """The first of some rows with the names of all, their institutions, and what else they differ in."""
    width = max(len(row.cells) for row in rows)
    cells = [list(dict.fromkeys(_cell_text(row, index) for row in rows)) for index in range(width)]
    joined = [
        rows[0].cells[index]
        if len(texts) == 1 and index < len(rows[0].cells)
        else _BETWEEN.join(filter(None, texts))
        for index, texts in enumerate(cells)
    ]
    of_people = next(name for name in _OF_PEOPLE if columns.has(name))
    people = columns.of_field[of_people][0]
    beside = [columns.of_field[name][0] for name in ("orcid", "affiliation") if columns.has(name)]
    for index in beside:  # behind each name in brackets
        joined[index] = ""
    if beside:
        joined[people] = _BETWEEN.join(
            " ".join(
                [_cell_text(row, people), *(f"({text})" for at in beside if (text := _cell_text(row, at)))]
            )
            for row in rows
        )
    return replace(rows[0], cells=tuple(joined))


def _cell_text(row: Row, index: int) -> str:
    """What a cell says, on one line; empty where it says that there is nothing."""
    text = row.text(index)
    return squeeze(text) if says(text) else ""
