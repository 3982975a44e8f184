"""Which kind of table a text is, and the reading of one that lists papers or their authors."""

from __future__ import annotations

import re
from functools import lru_cache

from site_gen.ingest.reading.columns.column_names import FIELDS, ORCIDS, PROGRAMME_FIELDS, SHEET_FIELDS
from site_gen.ingest.reading.columns.columns import Columns, column_name
from site_gen.ingest.reading.tables.author_rows import is_authors_sheet, records_of_authors
from site_gen.ingest.reading.tables.cell_lists import lines_of, papers_of
from site_gen.ingest.reading.tables.likely_fields import columns_not_taken
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.session_columns import SESSION_FIELDS, Assigned, in_sessions_of_sheet
from site_gen.ingest.reading.tables.table import (
    HEAD,
    Fields,
    IsTable,
    Layout,
    find_layout,
    read_table,
    unknown_columns,
)
from site_gen.ingest.reading.tables.unread_times import report_unread_times
from site_gen.ingest.records import Document, PaperRecord, Reading, SourceFormat
from site_gen.problems import ProblemLog
from site_gen.text import counted
from site_gen.values import dataclass

SURE = 97  # of what only one system writes
LIKELY = 90  # of a table of papers that no system is known for
TAKEN_AS_ACCEPTED = "it holds no decisions: taken as the list of accepted papers"
_OF_TITLE = re.compile(
    r"tit|tyt|temat|basli|adi\b|τιτλ|назван|тема|\bten\b|عنوان|题|標|标|題|タイトル|제목|主题"
)
# Who speaks stands for the authors where a table of papers names no others.
_PAPER_FIELDS = {
    **FIELDS,
    **SESSION_FIELDS,
    "title": (*FIELDS["title"], *filter(_OF_TITLE.search, PROGRAMME_FIELDS["talk"])),
    "authors": (*FIELDS["authors"], *PROGRAMME_FIELDS["speaker"]),
    "coauthors": PROGRAMME_FIELDS["coauthors"],
    "orcid": ORCIDS,
    "board": PROGRAMME_FIELDS["board"],
}
# Columns of downloads that list reviews, reviewers or conflicts, one row each.
_NOT_PAPERS = frozenset(
    ["conflicttype", "conflict type", "reviewer", "reviewer name", "reviewername", "review id", "reviewemail",
     "reviewer email", "member #", "member name", "preference", "bid", "action"]
)  # fmt: skip

_OF_PAPERS = ("abstract", "doi", "pages", "pdf", "paper_link", "keywords", "award", "decision")
# Words of columns that lists of people have beside a name.
_OF_PEOPLE = frozenset(
    ["twitter", "linkedin", "facebook", "photo", "headshot", "picture", "avatar", "bio", "biography", "job",
     "position", "speaker", "attendee", "phone", "handle", "image"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableHeader:
    """The row that names the columns of a table: as printed, and in small letters as formats compare them."""

    layout: Layout
    names: frozenset[str]
    is_programme: bool


@lru_cache(maxsize=1)  # every format asks for the same text in turn
def table_header(text: str) -> TableHeader | None:
    """The header of a table of papers, of authors or of a programme; None where a text is none."""
    head = text[:HEAD]
    layout = find_layout(head, SHEET_FIELDS, is_programme)
    found = layout or find_layout(head, _PAPER_FIELDS, lambda columns: columns.has_papers)
    if found is None:
        return None
    return TableHeader(
        found, frozenset(map(column_name, found.header.cells)), is_programme=layout is not None
    )


def paper_header(text: str) -> TableHeader | None:
    """The header of a table of papers or of their authors; None where a text is none."""
    header = table_header(text)
    return header if header and not header.is_programme else None


def is_programme(columns: Columns) -> bool:
    """Whether the rows tell when something is: a day, a time or its order, and a session or a title.

    What somebody organises is no paper, nor what is on a day, by no authors, and is in a room or has no text.
    A day and a time beside a decision are those of the submission, where nothing says more of a programme.
    Who leads sessions may be told by itself.
    """
    of_programme = ("session", "talk", "talk_speaker", "room", "chair", "end", "session_start")
    if columns.has("title", "authors", "decision") and not columns.has_any(of_programme):
        return False
    if columns.has("title") and not (columns.has("authors") or columns.has("last") or columns.of_author):
        is_somewhere = columns.has_any(("room", "chair", "speaker"))
        is_bare = not columns.has_any(_OF_PAPERS)
        if columns.has("organiser") or (columns.has("date") and (is_somewhere or is_bare)):
            return True
    is_timed = columns.has_any(("start", "time", "session_start")) or _is_ordered(columns)
    is_timed = is_timed or columns.has("date", "duration") or bool(columns.timed)
    if columns.has_any(("session", "talk", "talk_speaker")):
        return is_timed or _says_of_sessions(columns)
    is_sure = columns.has("date") or columns.has("time", "speaker") or bool(columns.timed)
    return is_timed and is_sure and columns.has("title")


def _says_of_sessions(columns: Columns) -> bool:
    """Whether rows say who leads each session, or on which day it is, and nothing of talks."""
    return (
        columns.has("session")
        and columns.has_any(("chair", "date"))
        and not columns.has_any(("title", "authors", "last", "talk", "paper", "abstract"))
    )


def _is_ordered(columns: Columns) -> bool:
    """Whether the order stands for the time: of papers that are only listed it is that in their sessions."""
    is_list = columns.has("title", "authors") and not columns.has_any(("room", "chair", "speaker"))
    return columns.has("order") and not is_list


def read_papers(document: Document, source_format: SourceFormat, problems: ProblemLog) -> Reading:
    """Read a table that lists papers, or their authors, one row each."""
    fields = {**_PAPER_FIELDS, "number": (*FIELDS["number"], "paper")}
    layout = required_layout(document, fields, lambda columns: columns.has_papers, problems)
    empty = Reading(document=document, format=source_format)
    if layout is None:
        return empty
    if _lists_reviews(layout):
        what = "this table lists reviews, reviewers or conflicts, not papers; nothing of it is read"
        problems.error("not-papers", what, document.place(layout.header.line), "take it out of sources/")
        return empty
    if not document.columns and _lists_people(layout):
        what = "this table lists people, a row each, with a title that may be theirs: nothing of it is read"
        hint = "take it out of sources/, or name the talks' column in sources.yaml: columns: {title: …}"
        problems.error("not-papers", what, document.place(layout.header.line), hint)
        return empty
    rows = PaperRows(read_table(document, layout, problems), problems)
    return _reading(rows, source_format)


def _reading(rows: PaperRows, source_format: SourceFormat) -> Reading:
    columns = rows.table.layout.columns
    is_sheet = is_authors_sheet(columns)
    is_untitled = is_sheet and not columns.has("title")
    if source_format.is_system:
        rows.private.others_are_private()
    if not source_format.is_system:
        report_unread_times(rows.table, rows.problems)
        _report_lists(rows)
    assigned = _of_authors(rows) if is_sheet else _in_sessions(rows)
    # What a system exports, or stands beside decisions, is as a rule not for the public.
    is_closed = source_format.is_system or rows.has_decisions
    described = bool(assigned.papers or assigned.sessions)
    if not described:
        report_none_accepted(rows)
    elif not is_sheet:
        rows.leave_unread()
    return Reading(
        document=rows.table.document,
        format=source_format,
        papers=assigned.papers,
        sessions=assigned.sessions,
        not_imported=rows.private.counts,
        not_taken=rows.private.not_taken,
        has_decisions=rows.has_decisions,
        refused=() if is_sheet else rows.refused(),
        unknown_columns=() if is_closed else columns_not_taken(rows.table, _PAPER_FIELDS),
        remark=TAKEN_AS_ACCEPTED if described and not rows.has_decisions and not is_untitled else "",
    )


def _report_lists(rows: PaperRows) -> None:
    """Report the titles that are lists of papers themselves."""
    cells = [cell for row in rows.table.rows if (cell := rows.table.field(row, "title"))]
    for cell, papers in zip(cells, papers_of(list(map(lines_of, cells)), are_several=False), strict=True):
        if len(papers) > 1:
            what = f"this cell holds {counted(len(papers), 'paper')}, and the table has no column of times"
            hint = "give each paper a row of its own, or the table the times of its sessions"
            rows.problems.error("unread-entry", what, rows.table.place(cell.line), hint)


def _of_authors(rows: PaperRows) -> Assigned:
    return Assigned((), tuple(each for each in records_of_authors(rows) if _says_something(each)))


def _in_sessions(rows: PaperRows) -> Assigned:
    """The papers of a table, in the sessions that it names."""
    listed = [(row, paper) for row in rows.accepted() if _says_something(paper := rows.record(row))]
    return in_sessions_of_sheet(rows, listed)


def _says_something(paper: PaperRecord) -> bool:
    return bool(paper.title or paper.authors or paper.abstract)


def _lists_reviews(layout: Layout) -> bool:
    return any(column_name(cell) in _NOT_PAPERS for cell in layout.header.cells)


def _lists_people(layout: Layout) -> bool:
    """Whether each row is a person, with a bare "title" and what only lists of people have."""
    columns, names = layout.columns, [column_name(cell) for cell in layout.header.cells]
    titles = {names[index] for index in columns.of_field.get("title", ())}
    abstracts = {names[index] for index in columns.of_field.get("abstract", ())}
    is_person = columns.has("first", "last") and not columns.has("authors") and not columns.of_author
    if not is_person or is_authors_sheet(columns) or not titles <= set(FIELDS["title"][1:2]):
        return False
    words = {word for index in columns.others for word in names[index].split()}
    return bool(words & _OF_PEOPLE) and not abstracts & {"abstract", "paper abstract", "summary"}


def required_layout(
    document: Document, fields: Fields, is_table: IsTable, problems: ProblemLog
) -> Layout | None:
    """The layout of a table, as sources.yaml may map it; None, and a problem, where no row is its header."""
    layout = find_layout(document.text, fields, is_table, document.columns or {})
    vain = list(unknown_columns(document, layout, fields))
    for what, hint in vain:
        problems.error("unknown-column", what, document.place(1), hint)
    if layout is None and not vain:
        report_no_header(document, problems)
    return layout


def report_no_header(document: Document, problems: ProblemLog) -> None:
    """Report a table without a row that names its columns."""
    what = "no row names the columns: a header with a title and authors is looked for at the top"
    hint = "name the columns in sources.yaml: columns: {title: …, authors: …}"
    problems.error("no-header", what, document.place(1), hint)


def report_none_accepted(rows: PaperRows) -> None:
    """Report a table in which no row is accepted: most often another column holds the decisions."""
    total = sum(number for kind, number in rows.private.counts.items() if kind.endswith(" rows"))
    if not total:
        return
    what = f"none of {counted(total, 'row')} is accepted"
    hint = (
        "name the column that says it in sources.yaml: columns: {decision: …}, or take out one that does not"
    )
    if {kind for kind in rows.private.counts if kind.endswith(" rows")} == {
        "undecided rows",
        "withdrawn rows",
    }:
        hint = "if the blank cells are those of accepted papers, write 'accepted' into them"
    place = rows.table.place(rows.table.layout.header.line)
    rows.problems.error("none-accepted", what, place, hint)
