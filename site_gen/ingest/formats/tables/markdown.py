"""Tables in a Markdown page: each is read as a table of its kind, on the day that stands above it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.ingest.formats.tables.any_csv import ANY_CSV
from site_gen.ingest.formats.tables.grid_csv import GRID_CSV
from site_gen.ingest.formats.tables.programme_csv import PROGRAMME_CSV, read_rows
from site_gen.ingest.reading.columns.columns import is_column_name
from site_gen.ingest.reading.entries.entries import passed_facts
from site_gen.ingest.reading.people.byline_layouts import names_people
from site_gen.ingest.reading.programmes.titled_days import with_titled_days
from site_gen.ingest.reading.tables.byline_rows import with_bylines
from site_gen.ingest.reading.tables.delimited import Delimited
from site_gen.ingest.reading.tables.likely_fields import listed_once
from site_gen.ingest.reading.tables.merged_cells import CONTINUED
from site_gen.ingest.reading.tables.nested_talks import with_talks_inside
from site_gen.ingest.reading.texts.lines import source_lines, stated_edition
from site_gen.ingest.reading.texts.marked_text import Part, bullet_end, parts, plain
from site_gen.ingest.reading.times.afternoons import with_afternoons
from site_gen.ingest.reading.times.day_headings import days_by_line
from site_gen.ingest.reading.times.day_lines import day_of
from site_gen.ingest.reading.times.session_days import printed_year
from site_gen.ingest.reading.times.typed_times import typed_times
from site_gen.ingest.reading.titles.link_words import without_link_words
from site_gen.ingest.records import Document, Fact, PartialDay, Reading, SessionRecord, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.values import dataclass

# What a table of Markdown may be; the surest reads it.
_KINDS: tuple[SourceFormat, ...] = (PROGRAMME_CSV, ANY_CSV, GRID_CSV)
_RULE = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_Row = tuple[int, tuple[str, ...]]  # its number, and its cells


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the page: the number and the cells of each row."""

    of: Document
    rows: tuple[_Row, ...]

    @property
    def first(self) -> int:
        """The line of its header."""
        return self.rows[0][0]

    @property
    def last(self) -> int:
        """The line of its last row."""
        return self.rows[-1][0]

    @property
    def kind(self) -> SourceFormat | None:
        """The format of such tables that recognises this one most surely."""
        scored = [(kind.recognise(self.as_document(kind).text), kind) for kind in _KINDS]
        score, kind = max(scored, key=lambda pair: pair[0])
        return kind if score else None

    @property
    def names_columns(self) -> bool:
        """Whether the first row is surely a header."""
        filled = [cell for cell in self.rows[0][1] if cell and cell != CONTINUED]
        return len(filled) > 1 and all(map(is_column_name, filled))

    def as_document(self, kind: SourceFormat) -> Document:
        """The rows as delimited text; cells that go on are for grids."""
        if kind is GRID_CSV:
            return Delimited.of(self.of, self.rows)
        ended = (["" if cell == CONTINUED else cell for cell in cells] for _, cells in self.rows)
        return Delimited.of(self.of, zip((number for number, _ in self.rows), ended, strict=True))


def _cells(row: str) -> Iterator[str]:
    for cell in _BAR.split(row.removeprefix("|").removesuffix("|")):
        lines = _BREAK.split(without_link_words(cell).replace("\\|", "|"))
        alone = " ".join(filter(None, map(plain, lines)))
        is_one = len(lines) == 1 or typed_times(alone)
        yield alone if is_one else "\n".join(filter(None, map(_words, lines)))


def _words(line: str) -> str:
    """The words of one of several lines in a cell: with its bullet, and a tab where the style changes."""
    bare = line.strip()
    text, runs = plain(bare[bullet_end(bare) :]), parts(bare[bullet_end(bare) :])
    between = text.removeprefix(runs[0].text).removesuffix(runs[1].text) if len(runs) == 2 else text
    is_one = (":" in between and _are_words(runs)) or all(names_people(run.text) for run in runs)
    is_parted = not between.strip(" ,;:|–—-.") and not is_one
    return ("- " if bullet_end(bare) else "") + ("\t".join(run.text for run in runs) if is_parted else text)


def _are_words(runs: Sequence[Part]) -> bool:
    """Whether no run is people: "**Session 1**: Owls" is one title."""
    return all(not names_people(run.text) for run in runs)


def recognise(text: str) -> int:
    """How surely a text is a page with such a table: a rule below a header that is known."""
    if "|" not in text or "-" not in text:
        return 0
    tables = _tables(Document("", text[:400_000]))
    return 98 if any(table.kind for table in tables) else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read every table of the page that lists papers or tells when what is."""
    lines = source_lines(document)
    days = with_titled_days(document, lines, days_by_line(document, lines, day_of))
    found = [(table, table.kind) for table in _tables(document)]
    tables = [(table, kind) for table, kind in found if kind]
    for table, kind in found:
        if kind is None:
            what = "this table is not read: its columns are none of a programme or of papers"
            hint = "name them in sources.yaml: columns: {title: …, authors: …}"
            problems.warning("unread-table", what, document.place(table.first), hint)
    readings = [_reader(kind)(table.as_document(kind), problems) for table, kind in tables]
    inside = {number for table, _ in tables for number in range(table.first, table.last + 1)}
    passed = [line for line in lines if line.number not in inside]
    headings = sorted(days)
    placed = [_on_day(session, days, headings) for reading in readings for session in reading.sessions]
    sessions = with_talks_inside(with_afternoons(document, placed, problems))
    return Reading(
        document=document,
        format=MARKDOWN_TABLES,
        papers=tuple(paper for reading in readings for paper in reading.papers),
        sessions=sessions,
        edition=stated_edition(document, passed) or printed_year(sessions),
        passed_over=passed_facts(document, passed),
        not_imported=_sums(each.not_imported for each in readings),
        not_taken=_sums(each.not_taken for each in readings),
        unknown_columns=listed_once(each.unknown_columns for each in readings),
        has_decisions=any(reading.has_decisions for reading in readings),
        refused=tuple(paper for reading in readings for paper in reading.refused),
        remark=next((reading.remark for reading in readings if reading.remark), ""),
    )


def _tables(document: Document) -> Iterator[_Table]:
    """The tables of a page: a rule with the header above it and the rows below it.

    A rule between rows only parts them, unless the row above it is a header, or begins a table by itself.
    """
    table: _Table | None = None
    for part, goes_on in _parts(document):
        if table and goes_on and not (part.names_columns or part.kind):
            table = _Table(document, (*table.rows, *part.rows))
            continue
        if table:
            yield table
        table = part
    if table:
        yield table


def _parts(document: Document) -> Iterator[tuple[_Table, bool]]:
    """The line above each rule with the rows below it, and whether nothing parts them from those before."""
    lines = source_lines(document)
    is_rule = ["-" in line.text and _RULE.fullmatch(line.text) is not None for line in lines]
    heads = [
        at for at, line in enumerate(lines[:-1]) if "|" in line.text and is_rule[at + 1] and not is_rule[at]
    ]
    end = 0
    for head, following in pairwise([*heads, len(lines)]):
        goes_on = head == end
        below = range(head + 1, following)
        end = next((at for at in below if "|" not in lines[at].text and not is_rule[at]), following)
        rows = (lines[at] for at in range(head, end) if not is_rule[at])
        filled = _filled([(row.number, tuple(_cells(row.text))) for row in rows])
        yield _Table(document, tuple(with_bylines(filled))), goes_on


def _filled(rows: Sequence[_Row]) -> tuple[_Row, ...]:
    """The rows, with blank cells behind those of a short one, as Markdown shows it; one cell is a heading."""
    width = len(rows[0][1])
    return tuple(
        (number, (*cells, *[""] * (width - len(cells)))) if len(cells) > 1 else (number, cells)
        for number, cells in rows
    )


def _reader(kind: SourceFormat) -> Callable[[Document, ProblemLog], Reading]:
    """What reads a table: all tables of a page tell together which times are in the afternoon."""
    return read_rows if kind is PROGRAMME_CSV else kind.read


def _on_day(
    session: SessionRecord, days: Mapping[int, Fact[PartialDay]], headings: Sequence[int]
) -> SessionRecord:
    """A session on the day of the last heading above it, where its row names none."""
    above = bisect_left(headings, session.place.line)
    return session if session.day or not above else replace(session, day=days[headings[above - 1]])


def _sums(listed: Iterable[Mapping[str, int]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for each in listed:
        for kind, number in each.items():
            counts[kind] = counts.get(kind, 0) + number
    return counts


MARKDOWN_TABLES = SourceFormat(
    name="markdown-tables", title="tables in Markdown", recognise=recognise, read=read, shape="tables"
)
