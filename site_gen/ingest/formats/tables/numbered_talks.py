"""Tables of sessions whose talks stand in numbered columns beside each other, as ConfTool exports them.

"session_title", "chair1_name", "p1_title", "p1_authors", "p2_title", or "Session", "Talk 1", "Speaker 1",
"Talk 2": each talk becomes a row of its session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from site_gen.ingest.formats.tables.programme_csv import PROGRAMME_CSV
from site_gen.ingest.reading.tables.delimited import Delimited
from site_gen.ingest.reading.tables.paper_tables import report_no_header
from site_gen.ingest.reading.tables.table import HEAD, Row, report_ragged, widest_rows
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

_SURE = 99
_HEADS = 5  # rows in which the header stands
_TALK = re.compile(r"(?:p|paper|talk|presentation|contribution)[ _]?(\d{1,3})[ _](\w[\w ]*)", re.IGNORECASE)
_WHOLE = re.compile(
    r"(paper|talk|presentation|contribution|speaker|presenter|author)s?[ _]?(\d{1,3})", re.IGNORECASE
)
_CHAIR = re.compile(r"chair[ _]?\d{1,2}[ _]name", re.IGNORECASE)
_SESSION = re.compile(r"session(?:[ _](?:title|name))?", re.IGNORECASE)
_TITLES = ("paper", "talk", "presentation", "contribution")  # of a column that holds the title of one
_FEWEST = 2  # talks beside each other


def recognise(text: str) -> int:
    """How surely a text is such a table: a column of session titles, and numbered ones of the talks'."""
    header = _header(widest_rows(text[:HEAD]))
    return _SURE if header else 0


def _header(rows: Sequence[Row]) -> Row | None:
    """The row that names the columns; None where there is none."""
    for row in rows[:_HEADS]:
        talks = [said[1].lower() for cell in row.cells if (said := _of_talk(cell))]
        is_listed = "title" in talks or max(map(talks.count, _TITLES)) >= _FEWEST
        if is_listed and any(_SESSION.fullmatch(cell.strip()) for cell in row.cells):
            return row
    return None


def _of_talk(cell: str) -> tuple[int, str] | None:
    """The number of a talk, and what a column says of it; None for a column of something else."""
    if match := _TALK.fullmatch(cell.strip()):
        return int(match[1]), match[2].replace("_", " ")
    whole = _WHOLE.fullmatch(cell.strip())
    return (int(whole[2]), whole[1]) if whole else None


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every session with its talks, as the rows of a programme."""
    rows = widest_rows(document.text)
    header = _header(rows)
    if header is None:
        report_no_header(document, problems)
        return Reading(document=document, format=NUMBERED_TALKS)
    columns = _Columns.of(header)
    listed = [(header.line, columns.printed(header))]
    for row in rows:
        if row.line <= header.line or row.is_blank:
            continue
        if len(row.cells) == len(header.cells):
            listed += ((row.line, texts) for texts in columns.rows(row))
        else:
            report_ragged(document, row, len(header.cells), problems)
    typed = Delimited.of(document, listed)
    return replace(PROGRAMME_CSV.read(typed, problems), document=document, format=NUMBERED_TALKS)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a session's own, of its chairs, and of each of its talks by what they say of it."""

    own: tuple[int, ...]
    chairs: tuple[int, ...]
    talks: tuple[Mapping[str, int], ...]

    @classmethod
    def of(cls, header: Row) -> _Columns:
        """The columns that a row names."""
        talks: dict[int, dict[str, int]] = {}
        own: list[int] = []
        chairs: list[int] = []
        for index, cell in enumerate(header.cells):
            if said := _of_talk(cell):
                talks.setdefault(said[0], {})[said[1]] = index
            else:
                (chairs if _CHAIR.fullmatch(cell.strip()) else own).append(index)
        return cls(tuple(own), tuple(chairs), tuple(talks[number] for number in sorted(talks)))

    @property
    def names(self) -> tuple[str, ...]:
        """What is said of talks."""
        return tuple(dict.fromkeys(name for talk in self.talks for name in talk))

    def printed(self, header: Row) -> list[str]:
        """The names of the columns of a table with a row for each talk."""
        return [*(header.text(index) for index in self.own), "Chair", *self.names]

    def rows(self, row: Row) -> Iterator[list[str]]:
        """A row for each talk of a session; one without a talk where it has none."""
        chaired = "; ".join(text for index in self.chairs if (text := row.text(index).strip()))
        session = [*(row.text(index) for index in self.own), chaired]
        held = [[row.text(talk[name]) if name in talk else "" for name in self.names] for talk in self.talks]
        filled = [texts for texts in held if any(text.strip() for text in texts)]
        yield from ([*session, *texts] for texts in filled or [[""] * len(self.names)])


NUMBERED_TALKS = SourceFormat(
    name="numbered-talks", title="sessions with talks in numbered columns", recognise=recognise, read=read
)
