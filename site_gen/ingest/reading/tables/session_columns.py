"""Lists of papers that name the session of each and no time: the sessions with their papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.table import Row
from site_gen.ingest.reading.times.typed_days import typed_day
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.records import Fact, PaperRecord, SessionRecord, SlotRecord
from site_gen.text import fold
from site_gen.values import dataclass

_OF_SESSION = re.compile(
    r"sess|sitzung|seance|sesion|sesja|oturum|συνεδρ|секци|сесси|заседан|\bphien|الجلسه|الجلسة|专场|專場|分会|场次|場次"
    r"|セッション|세션"
)
SESSION_FIELDS = {
    "session": tuple(name for name in PROGRAMME_FIELDS["session"] if _OF_SESSION.search(name)),
    "order": PROGRAMME_FIELDS["order"],
}


@dataclass(frozen=True, slots=True)
class Assigned:
    """The sessions of a list, and the papers that are in none of them."""

    sessions: tuple[SessionRecord, ...]
    papers: tuple[PaperRecord, ...]


Listed = Sequence[tuple[Row, PaperRecord]]


def in_sessions_of_sheet(rows: PaperRows, listed: Listed) -> Assigned:
    """The papers of the rows of a sheet in their sessions, which may stand only beside the first paper."""
    named = _named(rows, listed)
    if _stand_for_those_below([fact.value if fact else "" for fact in named]):
        named = list(_filled(named))
    return _assigned(rows, listed, named)


def in_sessions(rows: PaperRows, listed: Listed) -> Assigned:
    """The papers of a list in the sessions that each names."""
    return _assigned(rows, listed, _named(rows, listed))


def _named(rows: PaperRows, listed: Listed) -> list[Fact[str] | None]:
    return [rows.line(row, "session") for row, _ in listed]


def _assigned(rows: PaperRows, listed: Listed, named: Sequence[Fact[str] | None]) -> Assigned:
    drafts: dict[str, tuple[Fact[str], list[tuple[int, SlotRecord]]]] = {}
    papers = []
    for (row, paper), fact in zip(listed, named, strict=True):
        board = rows.line(row, "board")
        if fact:
            slot = SlotRecord(place=paper.place, paper=paper, board=board)
            drafts.setdefault(fold(fact.value), (fact, []))[1].append((_order(rows, row), slot))
        else:
            papers.append(paper)
            if board:  # only a place in a session has one
                rows.private.leave(
                    rows.table.layout.header.text(rows.table.layout.columns.of_field["board"][0])
                )
    return Assigned(tuple(_session(fact, slots) for fact, slots in drafts.values()), tuple(papers))


def _stand_for_those_below(names: Sequence[str]) -> bool:
    """Whether a session stands only beside its first paper, as in cells that were one in the sheet."""
    filled = [name for name in names if name]
    return bool(names and names[0]) and len(set(filled)) == len(filled) and 2 * len(filled) <= len(names)


def _filled(named: Sequence[Fact[str] | None]) -> Iterator[Fact[str] | None]:
    last = None
    for fact in named:
        last = fact or last
        yield last


def _order(rows: PaperRows, row: Row) -> int:
    cell = rows.table.field(row, "order")
    return int(cell.text) if cell and cell.text.strip().isdecimal() else 0


def _session(title: Fact[str], slots: Sequence[tuple[int, SlotRecord]]) -> SessionRecord:
    kind, day = kind_of_words(title.value), typed_day(title.value)
    return SessionRecord(
        place=title.place,
        title=None if day else title,  # "Monday" says when its papers are, and is no title
        day=Fact(day, title.place) if day else None,
        kind=Fact(kind, title.place) if kind != "other" else None,
        slots=tuple(slot for _, slot in sorted(slots, key=lambda each: each[0])),
    )
