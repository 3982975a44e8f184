"""Entries of listed objects as the rows of a table: a column for each field, and for each other key."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.conference.programme import slots_hold
from site_gen.ingest.reading.columns.columns import Columns, column_name
from site_gen.ingest.reading.columns.private_values import kind_of_column
from site_gen.ingest.reading.objects.item_rows import OF_SESSION, Entry
from site_gen.ingest.reading.tables.table import Cell, Layout, Row
from site_gen.ingest.reading.titles.session_headings import kind_of


def with_joint_talks(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, those that are alike but for who speaks as one: a talk that stands below each of them."""
    joint: list[Entry] = []
    first_alike: dict[tuple[tuple[str, str], ...], Entry] = {}
    for entry in entries:
        alike = tuple((name, cell.text) for name, cell in sorted(entry.cells.items()) if name != "speaker")
        first = first_alike.setdefault(alike, entry)
        speaker = entry.cells.get("speaker")
        if first is not entry and speaker and "speaker" in first.cells:
            before = first.cells["speaker"]
            first.cells["speaker"] = Cell(f"{before.text}; {speaker.text}", before.line)
        else:
            joint.append(entry)
    return joint


def as_rows(entries: Sequence[Entry], line: int) -> tuple[Layout, tuple[Row, ...]]:
    """The entries as a table with a column for each field and for each other key."""
    if any("session" in entry.cells for entry in entries):
        for entry in entries:
            _make_session(entry)
    fields = list(dict.fromkeys(field for entry in entries for field in entry.cells))
    others = list(dict.fromkeys(key for entry in entries for key in entry.others))
    columns = Columns(
        {field: (index,) for index, field in enumerate(fields)},
        {},
        {len(fields) + index: kind_of_column(column_name(key)) for index, key in enumerate(others)},
    )
    header = Row(line, (*fields, *others))
    return Layout("", header, columns), tuple(_row(entry, fields, others) for entry in entries)


def _make_session(entry: Entry) -> None:
    """Make an entry that stands beside sessions, in none of them, a session too: a break among them."""
    kind = entry.cells.get("kind")
    if kind and slots_hold(kind_of(kind.text)) == "talks" and "authors" in entry.cells:  # a tutorial
        entry.cells.setdefault("speaker", entry.cells.pop("authors"))
    named = entry.cells.keys()
    is_timed = "title" in named and {"start", "time"} & named and "authors" not in named
    if "session" in named or "paper" in named or ("number" in named and not is_timed):
        return
    entry.cells = {OF_SESSION.get(field, field): cell for field, cell in entry.cells.items()}
    if "number" in entry.cells:
        entry.cells.setdefault("session_id", entry.cells.pop("number"))


def _row(entry: Entry, fields: Sequence[str], others: Sequence[str]) -> Row:
    empty = Cell("", entry.line)
    cells = [entry.cells.get(field, empty) for field in fields]
    cells += [entry.others.get(key, empty) for key in others]
    texts, lines = tuple(cell.text for cell in cells), tuple(cell.line for cell in cells)
    return Row(entry.line, texts, lines)
