"""Cells of a programme's column of rooms that say something else, or not where a session is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from site_gen.ingest.reading.tables.table import Table
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import OTHER_COLUMNS, Fact, SessionRecord
from site_gen.text import fold
from site_gen.values import replace


def without_foreign_rooms(table: Table) -> Table:
    """The table without its rooms where the talks of one session, counted through, lie in several."""
    columns = table.layout.columns
    if not columns.has("room", "order", "session"):
        return table
    talks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in table.rows:
        cells = [table.field(row, name) for name in ("session", "order", "room")]
        session, order, room = (cell.text if cell else "" for cell in cells)
        talks[fold(session)].append((order, fold(room)))
    counted = [each for each in talks.values() if len({order for order, _ in each}) == len(each)]
    if not any(len({room for _, room in each if room}) > 1 for each in counted):
        return table
    remaining = {field: held for field, held in columns.of_field.items() if field != "room"}
    others = {**columns.others, **dict.fromkeys(columns.of_field["room"], OTHER_COLUMNS)}
    return replace(
        table, layout=replace(table.layout, columns=replace(columns, of_field=remaining, others=others))
    )


def titled_by_rooms(sessions: Sequence[SessionRecord]) -> list[SessionRecord]:
    """The sessions; of one that has a time and nothing but a "room", no other is there, that is the title."""
    rooms = Counter(fold(session.room.value) for session in sessions if session.room)
    found = []
    for session in sessions:
        title = session.room if not says_what(session) else None
        if title and rooms[fold(title.value)] == 1:
            kind = kind_of_words(title.value)
            session = replace(
                session,
                title=title,
                room=None,
                kind=Fact(kind, title.place) if kind != "other" else None,
            )
        found.append(session)
    return found


def says_what(session: SessionRecord) -> bool:
    """Whether anything is told of a session beside its time and its room."""
    return bool(session.title or session.kind or session.slots or session.people or session.description)
