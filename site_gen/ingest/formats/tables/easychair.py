"""EasyChair: the list of submissions ("#, title, authors, decision, …") and the sheet of authors."""

from __future__ import annotations

from site_gen.ingest.reading.tables.paper_tables import SURE, paper_header, read_papers
from site_gen.ingest.records import Document, Reading, SourceFormat
from site_gen.problems import ProblemLog

_AUTHORS_SHEET = frozenset(["submission #", "first name", "last name"])


def recognise(text: str) -> int:
    """How surely a text is such a table."""
    header = paper_header(text)
    is_export = header and ("#" in header.names or header.names >= _AUTHORS_SHEET)
    return SURE if is_export else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the accepted papers; the sheet of authors, which has no titles, is joined by number."""
    return read_papers(document, EASYCHAIR, problems)


EASYCHAIR = SourceFormat(
    name="easychair", title="EasyChair", recognise=recognise, read=read, is_ordered=False, is_system=True
)
